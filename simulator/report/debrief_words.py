"""Sentences of a debrief that screens, lines and pages say alike. Points are the whole ones that sum to the score.

A cost is below 0 in a faulty call alone, where a silence leads to more than any choice (E409): the sums hold there too.
"""

from __future__ import annotations

from typing import Final

from scoring.scorecard import reaches
from simulator.model.message import N_
from simulator.model.reviews import Question
from simulator.model.scenario import Outcome
from simulator.session import Debrief, DecisionRow, OtherRow
from simulator.words import _, date, duration, list_of, points

QUESTIONS: Final = {
    Question.WENT_WELL: N_("What went well?"),
    Question.WOULD_CHANGE: N_("What would you change?"),
}
"""What trainees ask themselves before they see any figure."""

_NAMED: Final = 3
"""How many criteria are named for one decision; the rest of its loss is small."""


def question_words(question: Question) -> str:
    """The question in the language in use."""
    return _(QUESTIONS[question])


def sum_words(debrief: Debrief) -> str:
    """Where the points were lost, and that they come to the score."""
    parts = [
        _("{lost} at decision {number}").format(lost=row.shown_cost, number=row.number)
        for row in debrief.decisions
        if row.shown_cost
    ]
    if not parts:
        return _("No point was lost.")
    lost = list_of(parts)
    if debrief.lost > 100:
        text = _("Points lost: {parts}. That is {lost} in all, more than the 100 there are.")
        return text.format(parts=lost, lost=debrief.lost)
    text = _("Points lost: {parts}. 100 − {lost} = {score}.")
    return text.format(parts=lost, lost=debrief.lost, score=100 - debrief.lost)


def apart_words(debrief: Debrief) -> str:
    """Why what came of it for the customer and what the score says may differ; empty where they do not."""
    if debrief.passed or debrief.struck_out:
        return ""
    if debrief.outcome is Outcome.SUCCESS:
        return _(
            "The customer got what they needed; the score is about how you led the call, and it is too low to pass."
        )
    if debrief.outcome is Outcome.FAILURE and reaches(debrief.score, debrief.pass_mark):
        return _("The score would be enough to pass; but a call that fails for the customer is never passed.")
    return ""


def curve_words(debrief: Debrief) -> str:
    """The score that could still be reached, wherever it fell."""
    steps = [
        _("{score} after decision {number}").format(score=max(0, row.reachable), number=row.number)
        for row in debrief.decisions
        if row.shown_cost
    ]
    if not steps:
        return _("A score of 100 could be reached from the first decision to the last.")
    return _("The score that could still be reached: 100 at first, then {steps}.").format(steps=list_of(steps))


def out_of_reach_words(debrief: Debrief) -> str:
    """From where on the call could not be passed any more; empty where it could to the end."""
    lost = [row.number for row in debrief.decisions if row.critical][:1]
    for row in reversed(debrief.decisions):
        if row.reachable >= debrief.pass_mark:
            break
        lost.append(row.number)
    return _("From decision {number} on the call could no longer be passed.").format(number=min(lost)) if lost else ""


def not_assessed(other: OtherRow) -> str:
    """The criteria that a call does not assess, and what was lost there if anything was."""
    labels = list_of(list(other.labels))
    if other.shown_lost:
        text = _("Too little of it in this call for a score of its own: {labels}. Points lost there: {lost}.")
        return text.format(labels=labels, lost=other.shown_lost)
    return _("Too little of it in this call for a score of its own: {labels}.").format(labels=labels)


def often_heard(level_words: str) -> str:
    """The rubric's words for a level: what is typical of it, which need not have been said in this call."""
    return _("Typical of this score: {words}").format(words=level_words)


def brought_out(asked: str, action: str | None) -> str:
    """What would have made the caller tell a fact: words, or an action where one is named."""
    if action:
        return _("What would have brought it out: {words}").format(words=asked)
    return _("What would have brought it out: “{words}”").format(words=asked)


def cost_of(decision: DecisionRow) -> str:
    """What a decision cost: "9 points"; empty where it cost nothing."""
    return points(decision.shown_cost) if decision.shown_cost > 0 else ""


def lost_on(decision: DecisionRow, debrief: Debrief) -> str:
    """The criteria that a decision lost most points on, the most first; empty where it lost none."""
    labels = {row.id: row.label for row in debrief.criteria}
    lost = sorted((pair for pair in decision.lost if pair[1] > 0), key=lambda pair: -pair[1])
    return list_of([labels.get(name, name) for name, _points in lost[:_NAMED]]) if decision.shown_cost > 0 else ""


def critical_labels(decision: DecisionRow, debrief: Debrief) -> list[str]:
    """The critical errors made at a decision, in words."""
    names = {error.id: error.label for error in debrief.critical}
    return [names.get(error, error) for error in decision.critical]


def took_words(decision: DecisionRow) -> str:
    """How long the trainee took to answer; empty under a second, which no person needs."""
    seconds = round(decision.took_ms / 1000)
    return duration(seconds) if seconds else ""


def last_try_words(debrief: Debrief) -> str:
    """The result of the try before; empty where there was none."""
    last = debrief.last_try
    if last is None:
        return ""
    text = _("Last try, {date}: {score} of 100, passed.") if last.passed else _("Last try, {date}: {score} of 100.")
    return text.format(date=date(last.started.astimezone().date()), score=last.shown)


def one_line(text: str) -> str:
    """What somebody typed, on one line."""
    return " ".join(text.split())
