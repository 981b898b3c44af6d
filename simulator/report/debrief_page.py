"""A debrief as one HTML page to keep, to send and to print: it carries its styles, and loads and runs nothing.

The template has the structure and no word; what it says comes from here, in the language in use. Every text is
escaped, and shown without the characters that a reader cannot see.
"""

from __future__ import annotations

from collections.abc import Callable

from simulator.model.heard import Heard, Kind
from simulator.report import debrief_words, review_words
from simulator.report.curve import curve
from simulator.report.files import data
from simulator.report.rendering import drawn, render
from simulator.session import Debrief, ReviewedSession
from simulator.words import _, list_of, moment, percent, points
from simulator.words import language as language_in_use
from simulator.words.labels import (
    action_word,
    mode_word,
    mood_word,
    outcome_word,
    phase_word,
    verdict_sign,
    verdict_word,
    words_of_law,
)


def page(debrief: Debrief, caller: str, review: ReviewedSession | None = None) -> str:
    """The whole page, in the language in use. `caller` is the caller's name; `review` is what was said of the call."""
    said = review if review is not None and review.is_reviewed else None
    return render(
        "debrief.html",
        data("debrief.css"),
        _words(caller),
        debrief=debrief,
        spoken=debrief.language if debrief.language != language_in_use() else "",
        begun=moment(debrief.begun.astimezone()) if debrief.begun else "",
        curve=drawn(curve(debrief)),
        review=said,
        say=_labels(debrief),
    )


def _words(caller: str) -> dict[str, Callable[..., object]]:
    """What the template can ask of the language."""
    return {
        "action": action_word,
        "cost": debrief_words.cost_of,
        "changed": lambda told: map(review_words.criterion_words, review_words.changed_criteria(told)),
        "critical_labels": debrief_words.critical_labels,
        "line": debrief_words.one_line,
        "list_of": list_of,
        "lost_on": debrief_words.lost_on,
        "mode": mode_word,
        "not_assessed": debrief_words.not_assessed,
        "often_heard": debrief_words.often_heard,
        "outcome": outcome_word,
        "pair": lambda key, value: _("{key}: {value}").format(key=key, value=value),
        "percent": percent,
        "phase": phase_word,
        "points": points,
        "question": debrief_words.question_words,
        "remarks": review_words.remarks,
        "said_of": review_words.said_of,
        "scores": review_words.scores_words,
        "sign": verdict_sign,
        "standing": review_words.standing_words,
        "took": debrief_words.took_words,
        "verdict": verdict_word,
        "who": lambda heard: _who(heard, caller),
    }


def _who(heard: Heard, caller: str) -> str:
    """Who says it and how; empty for what nobody says."""
    match heard.kind:
        case Kind.CHOICE | Kind.SILENCE:
            return _("You ({action})").format(action=action_word(heard.action)) if heard.action else _("You")
        case Kind.SCENE | Kind.ENDING:
            return ""
        case _ if heard.mood and heard.speaker is None:
            return _("{who}, {mood}").format(who=caller, mood=mood_word(heard.mood))
        case _:
            return heard.speaker or caller


def _labels(debrief: Debrief) -> dict[str, str]:
    """The words of the page."""
    return {
        "about_criteria": _("Score, points lost, weight"),
        "also": _("Also on offer"),
        "before": _("last try"),
        "better": _("Better"),
        "chosen": _("You"),
        "code": _("Code of this record: {code}").format(code=debrief.code) if debrief.code else "",
        "criteria": _("Criteria"),
        "critical": _("Critical error"),
        "curve": _("Where the score was lost"),
        "debrief": _("Debrief"),
        "customer": _("For the customer"),
        "decision": _("Decision"),
        "decisions": _("Decision by decision"),
        "instead": _("Say instead"),
        "last_try": debrief_words.last_try_words(debrief),
        "law": words_of_law(debrief.law_as_of) if debrief.law_as_of else "",
        "learn": _("What to learn from this call"),
        "made": _("Made by RoleCall. Nobody else was sent this page."),
        "not_counted": "" if debrief.counts else _("This session does not count for your best score."),
        "not_met": _("not met"),
        "met": _("met"),
        "never": _("What you never learned"),
        "apart": debrief_words.apart_words(debrief),
        "asked_by": _("What would have brought it out"),
        "objectives": _("Objectives"),
        "other_rules": _("It was recorded under other rules; the score is by those of today.")
        if debrief.other_rules
        else "",
        "out_of_reach": debrief_words.out_of_reach_words(debrief),
        "passed": _("Passed") if debrief.passed and not debrief.struck_out else _("Not passed"),
        "review": _("Review"),
        "retry": _("Tried again from decision {number} of another session.").format(number=debrief.branch_of.decision)
        if debrief.branch_of
        else "",
        "risky": _("An equally good answer would have spared the caller's patience or trust."),
        "said": _("What you said before you saw this"),
        "score": _("{score} of 100").format(score=debrief.shown),
        "see": _("Worth reading"),
        "silence": _("You said nothing."),
        "spent": _spent(debrief),
        "sum": debrief_words.sum_words(debrief),
        "technique": _("Technique"),
        "then": _("It would have gone on like this"),
        "to_pass": _("{mark} to pass").format(mark=debrief.pass_mark),
        "took": _("Time taken"),
        "typed": _("You typed first"),
        "why": _("Why"),
        "your_answer": _("your answer"),
    }


def _spent(debrief: Debrief) -> str:
    """The gauges that ran out, and where they were spent."""
    return " ".join(
        _("{gauge} ran out; it was spent at decisions {where}.").format(
            gauge=gauge.label, where=list_of([str(number) for number, _spent in gauge.spent])
        )
        for gauge in debrief.gauges_ended
    )
