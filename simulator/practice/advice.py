"""The one call to take next, and why.

Of the calls that can be played in the trainee's language, without the one just played, those come first that are due
again or were never played. Among them the product of two figures decides: the share of the score that the call gives to
the trainee's weakest criterion, and how well its level fits. The level that fits is the one above what was passed:
practice helps at the edge of what one can do (Ericsson, Krampe & Tesch-Romer 1993, The role of deliberate practice).
Ties go to the shorter call, then to the id, so that the same history gives the same advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Final

from simulator.model.message import N_, Message
from simulator.practice.skills import Skill

FIT: Final = {0: 1.0, -1: 0.8, -2: 0.6, 1: 0.4}
"""How well a level fits, by how far it lies above the one that fits best."""
UNFIT: Final = 0.1
DUE_AGAIN: Final = 1.25
"""What is due again is worth so much more than what was never played."""
PASSES_TO_RISE: Final = 2
"""How many different calls of a level must have been passed before the next level fits."""
HIGHEST: Final = 3
WEIGHED: Final = 24
"""How many calls are weighed before one is picked: to weigh one that is not known takes a moment."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A call that could be taken. `shares`: the part of the score by criterion, as fractions of 1; empty if unknown."""

    scenario: str
    level: int
    language: str
    minutes: int
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """What a trainee has done so far, as far as advice needs it."""

    language: str
    """The language they use."""
    today: Date
    due: Mapping[str, Date] = field(default_factory=dict)
    """When each call that was played in a session that counts is suggested again."""
    passed: frozenset[str] = frozenset()
    """The calls that were passed in their latest session that counts."""
    last: str = ""
    """The call just played."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A call to take, the reason as a sentence, and the criterion that it is for (empty where it is for none)."""

    scenario: str
    reason: Message
    criterion: str = ""


def fitting_level(offers: Iterable[Offer], history: History) -> int:
    """The level that fits best: the lowest of which not enough calls in the trainee's language were passed."""
    levels = {offer.scenario: offer.level for offer in _spoken(list(offers), history)}
    for level in range(1, HIGHEST):
        there = [name for name, own in levels.items() if own == level]
        passed = sum(name in history.passed for name in there)
        if there and passed < min(PASSES_TO_RISE, len(there)):
            return level
    return HIGHEST


def shortlist(offers: Iterable[Offer], history: History, level: int) -> tuple[Offer, ...]:
    """The calls that suit the trainee now, the likeliest first, at most `WEIGHED`: those worth weighing."""
    suiting = _suiting(list(offers), history)
    ordered = sorted(
        suiting,
        key=lambda o: (not _is_ready(o, history), -_fit(o, level), not _is_due(o, history), o.minutes, o.scenario),
    )
    return tuple(ordered[:WEIGHED])


def advise(
    offers: Sequence[Offer], skills: Sequence[Skill], history: History, level: int, labels: Mapping[str, str]
) -> Advice | None:
    """The call to take next; None where there is none. `labels` names the criteria in the language in use."""
    suiting = _suiting(list(offers), history)
    if not suiting:
        return None
    if not history.due:
        first = min(suiting, key=lambda o: (-_fit(o, level), o.minutes, o.scenario))
        return Advice(first.scenario, _first(first, history))
    ready = [offer for offer in suiting if _is_ready(offer, history)]
    if not ready:
        soonest = min(suiting, key=lambda o: (history.due[o.scenario], o.scenario))
        return Advice(soonest.scenario, Message(N_("Nothing is due yet; of the calls you know this one comes next.")))
    target = _target(ready, skills)
    best = min(ready, key=lambda o: (-_worth(o, target, level, history), o.minutes, o.scenario))
    return _reasoned(best, target, ready, skills, history, labels)


def _suiting(offers: list[Offer], history: History) -> list[Offer]:
    """Those in the trainee's language, without the call just played where there is another."""
    spoken = _spoken(offers, history)
    return [offer for offer in spoken if offer.scenario != history.last] or spoken


def _spoken(offers: list[Offer], history: History) -> list[Offer]:
    """Those in the trainee's language where there are any."""
    return [offer for offer in offers if offer.language == history.language] or offers


def _fit(offer: Offer, level: int) -> float:
    return FIT.get(offer.level - level, UNFIT)


def _is_due(offer: Offer, history: History) -> bool:
    return offer.scenario in history.due and history.due[offer.scenario] <= history.today


def _is_ready(offer: Offer, history: History) -> bool:
    return offer.scenario not in history.due or _is_due(offer, history)


def _target(ready: Sequence[Offer], skills: Sequence[Skill]) -> Skill | None:
    """The lowest skill that any of the calls tests."""
    tested = [skill for skill in skills if any(offer.shares.get(skill.criterion, 0) > 0 for offer in ready)]
    return min(tested, key=lambda skill: (skill.value, skill.criterion), default=None)


def _worth(offer: Offer, target: Skill | None, level: int, history: History) -> float:
    share = 1.0 if target is None else offer.shares.get(target.criterion, 0.0)
    return share * _fit(offer, level) * (DUE_AGAIN if _is_due(offer, history) else 1.0)


def _first(offer: Offer, history: History) -> Message:
    if offer.scenario == history.last:
        text = N_("You know this call; taken without help it counts for your skills. It takes {minutes} min.")
    elif history.last:
        text = N_("A good call to go on with: you have not taken it yet, and it takes {minutes} min.")
    elif offer.level == 1:
        text = N_("A good call to begin with: it is at the easiest level, and takes {minutes} min.")
    elif offer.language != history.language:
        text = N_(
            "A good call to begin with: there is none in your language, none is easier, and it takes {minutes} min."
        )
    else:
        text = N_("A good call to begin with: none in your language is easier, and it takes {minutes} min.")
    return Message(text, {"minutes": offer.minutes})


def _reasoned(
    offer: Offer,
    target: Skill | None,
    ready: Sequence[Offer],
    skills: Sequence[Skill],
    history: History,
    labels: Mapping[str, str],
) -> Advice:
    due = _is_due(offer, history)
    if target is None or offer.shares.get(target.criterion, 0.0) <= 0:
        return Advice(offer.scenario, _without_target(offer, due, history))
    name = target.criterion
    most = offer.shares[name] >= max(other.shares.get(name, 0.0) for other in ready)
    lowest = target.value <= min(skill.value for skill in skills)
    told = {"criterion": labels.get(name, name)}
    return Advice(offer.scenario, Message(_text(due=due, most=most, lowest=lowest), told), name)


def _text(*, due: bool, most: bool, lowest: bool) -> str:
    if not lowest:
        return N_("“{criterion}” is one of your lowest skills so far, and this call tests it.")
    if due:
        return N_("It is time for this call again, and it tests “{criterion}”, your lowest skill so far.")
    if most:
        return N_("“{criterion}” is your lowest skill so far, and this call tests it most.")
    return N_("“{criterion}” is your lowest skill so far, and this call of the right level tests it.")


def _without_target(offer: Offer, due: bool, history: History) -> Message:
    if not due:
        return Message(N_("You have not played it yet, and its level suits you."))
    if offer.scenario in history.passed:
        return Message(N_("It is time for this call again: what comes back after a while lasts."))
    return Message(N_("You did not pass it last time, and it is time for it again."))
