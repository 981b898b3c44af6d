"""What the program calls moods, phases, modes, verdicts, severities and outcomes; some with a sign of their own."""

from __future__ import annotations

from datetime import date as Date
from typing import Final

from simulator.model.message import N_
from simulator.words.formats import date
from simulator.words.speech import _

MOODS: Final = {
    "calm": (":]", N_("calm")),
    "neutral": (":|", N_("neutral")),
    "wary": (":/", N_("wary")),
    "worried": (":S", N_("worried")),
    "sad": (":(", N_("sad")),
    "confused": ("%)", N_("confused")),
    "impatient": (":>", N_("impatient")),
    "angry": (":[", N_("angry")),
    "relieved": (":}", N_("relieved")),
    "pleased": (":)", N_("pleased")),
}
"""The moods with a word in both languages: a face of two characters, which no verdict has, and the word."""

PHASES: Final = {
    "greeting": N_("greeting"),
    "identification": N_("identification"),
    "discovery": N_("discovery"),
    "proposal": N_("proposal"),
    "objection": N_("objection"),
    "agreement": N_("agreement"),
    "recap": N_("recap"),
    "closing": N_("closing"),
    "wrap-up": N_("wrap-up"),
}
MODES: Final = {"guided": N_("guided"), "practice": N_("practice"), "exam": N_("exam")}
OUTCOMES: Final = {"success": N_("success"), "partial": N_("partial success"), "failure": N_("failure")}
ACTIONS: Final = {
    "hold": N_("put on hold"),
    "transfer": N_("transfer"),
    "escalate": N_("escalate"),
    "crm": N_("CRM entry"),
    "wait": N_("wait"),
    "hang-up": N_("hang up"),
}
VERDICTS: Final = {
    "best": ("=", N_("best")),
    "good": ("+", N_("nearly best")),
    "fair": ("~", N_("could be better")),
    "mistake": ("?", N_("costly")),
    "blunder": ("!", N_("very costly")),
    "critical": ("X", N_("critical error")),
    "ended-the-call": ("#", N_("ended the call")),
    "silent": (".", N_("no answer")),
}
"""The verdicts on a decision: sign and word."""
SEVERITIES: Final = {"error": ("✗", N_("error")), "warning": ("!", N_("warning"))}
"""How bad what the checker found is: sign and word."""
ROLES: Final = {
    "reception": N_("reception"),
    "sales": N_("sales"),
    "technical": N_("technical support"),
    "collections": N_("collections"),
    "satisfaction": N_("customer satisfaction"),
}
ROLES_IN_SHORT: Final = ROLES | {"technical": N_("technical"), "satisfaction": N_("satisfaction")}
TRENDS: Final = {
    "rising": ("↗", N_("rising")),
    "steady": ("→", N_("steady")),
    "falling": ("↘", N_("falling")),
    "unknown": ("·", N_("too early")),
}
"""Where a skill is going: sign and word."""
SIGHTS: Final = {"private": N_("only you"), "shared": N_("trainers"), "exam": N_("trainers")}
"""Who may see a session."""
LEVELS: Final = {1: N_("routine"), 2: N_("tense"), 3: N_("crisis")}
LANGUAGES: Final = {"fr": N_("French"), "en": N_("English")}


def mood_word(mood: str) -> str:
    """The mood in the language in use; an author's own word as it is."""
    return _(MOODS[mood][1]) if mood in MOODS else mood


def mood_sign(mood: str) -> str:
    """A face that stands for the mood."""
    return MOODS[mood][0] if mood in MOODS else ":*"


def phase_word(phase: str) -> str:
    """The phase in the language in use; an author's own word as it is."""
    return _word(PHASES, phase)


def mode_word(mode: str) -> str:
    """The mode in the language in use."""
    return _word(MODES, str(mode))


def outcome_word(outcome: str) -> str:
    """The outcome of an ending in the language in use."""
    return _word(OUTCOMES, str(outcome))


def action_word(action: str) -> str:
    """What kind of action a choice is, in the language in use."""
    return _word(ACTIONS, str(action))


def verdict_word(verdict: str) -> str:
    """The verdict in the language in use."""
    return _(VERDICTS[str(verdict)][1])


def verdict_sign(verdict: str) -> str:
    """One character that stands for the verdict."""
    return VERDICTS[str(verdict)][0]


def severity_word(severity: str) -> str:
    """How bad a problem of a file is, in the language in use."""
    return _(SEVERITIES[str(severity)][1])


def severity_sign(severity: str) -> str:
    """One character that stands for the severity."""
    return SEVERITIES[str(severity)][0]


def role_word(role: str) -> str:
    """The role in the language in use; an author's own word as it is."""
    return _word(ROLES, role)


def role_in_short(role: str) -> str:
    """The role in one word, for where room is short."""
    return _word(ROLES_IN_SHORT, role)


def level_word(level: int) -> str:
    """What a level from 1 to 3 means."""
    return _(LEVELS[level])


def trend_word(trend: str) -> str:
    """Where a skill is going, in the language in use."""
    return _(TRENDS[str(trend)][1])


def trend_sign(trend: str) -> str:
    """One character that stands for where a skill is going."""
    return TRENDS[str(trend)][0]


def sight_word(sight: str) -> str:
    """Who may see a session, in the language in use."""
    return _(SIGHTS[str(sight)])


def language_word(language: str) -> str:
    """The language's name in the language in use."""
    return _word(LANGUAGES, language)


def _word(words: dict[str, str], key: str) -> str:
    return _(words[key]) if key in words else key


def words_of_gauge(label: str, value: int, top: int) -> str:
    """A gauge as words: "Trust: 4 of 10"."""
    return _("{label}: {value} of {max}").format(label=label, value=value, max=top)


def words_of_law(day: Date) -> str:
    """To which day the rules of law in a call were checked: "Law as of 1 September 2026"."""
    return _("Law as of {date}").format(date=date(day))
