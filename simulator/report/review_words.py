"""Sentences of a review that screens, lines and pages say alike: who said what, and both scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from simulator.model.message import N_
from simulator.model.mode import Mode
from simulator.report.debrief_words import one_line, took_words
from simulator.session import DecisionRow, ReviewedSession
from simulator.session.reviewed import CorrectedPoints, Note, Reply, ReviewedCriterion, Said, SignOff
from simulator.words import _, list_of, moment, number, points

_SAID: Final = {
    Said.ACKNOWLEDGED: (N_("{who} has read the review, {when}."), N_("{who} has read the review, {when}: {words}")),
    Said.DISPUTED: (N_("{who} does not agree, {when}."), N_("{who} does not agree, {when}: {words}")),
    Said.ANSWERED: (N_("{who} answered, {when}."), N_("{who} answered, {when}: {words}")),
}
"""Without words, which may have been erased, and with them."""


def who(name: str) -> str:
    """A person's name, or that there is none any more."""
    return name or _("no name")


def scores_words(told: ReviewedSession) -> str:
    """The reviewed score and the machine's, both; the machine's alone where nothing was corrected."""
    machine, found = told.debrief, told.reviewed
    if not told.is_corrected:
        text = _("Score: {score} of 100, passed.") if machine.passed else _("Score: {score} of 100, not passed.")
        return text.format(score=machine.shown)
    text = (
        _("Reviewed score: {score} of 100, passed; by the machine {machine}.")
        if found.passed
        else _("Reviewed score: {score} of 100, not passed; by the machine {machine}.")
    )
    return text.format(score=found.shown, machine=machine.shown)


def criterion_words(row: ReviewedCriterion) -> str:
    """One criterion that the review changed."""
    return _("{label}: {score} of 100 reviewed, {machine} by the machine.").format(
        label=row.label, score=row.shown, machine=row.machine
    )


def changed_criteria(told: ReviewedSession) -> tuple[ReviewedCriterion, ...]:
    """The criteria whose score the review changed."""
    return tuple(row for row in told.reviewed.criteria if row.shown is not None and row.shown != row.machine)


def note_words(note: Note) -> str:
    """A trainer's note."""
    if note.words is None:
        return _("Note by {who}, {when}; its words were erased.").format(who=who(note.by), when=_when(note.at))
    text = _("Note by {who}, {when}: {words}")
    return text.format(who=who(note.by), when=_when(note.at), words=one_line(note.words))


def signed_note_words(note: Note) -> str:
    """A trainer's note where a label says that it is one."""
    words = _("The words were erased.") if note.words is None else one_line(note.words)
    return _("{words} ({who}, {when})").format(words=words, who=who(note.by), when=_when(note.at))


def correction_words(one: CorrectedPoints) -> str:
    """A correction with its reason, and whether another one has taken its place."""
    text = (
        _("{label}: {points} instead of {before}. {reason} ({who}, {when})")
        if one.holds
        else _("Replaced since: {label}: {points} instead of {before}. {reason} ({who}, {when})")
    )
    reason = _("The reason was erased.") if one.reason is None else one_line(one.reason)
    return text.format(
        label=one.label,
        points=points(one.points),
        before=number(one.before, 0),
        reason=reason,
        who=who(one.by),
        when=_when(one.at),
    )


class OnDecision(NamedTuple):
    """What a trainer said of a decision: a word for what it is, the sentence, and whether it is what holds."""

    label: str
    words: str
    holds: bool


def said_of(told: ReviewedSession, number: int) -> Iterator[OnDecision]:
    """What trainers said of a decision (from 1): corrections, then notes."""
    for one in told.corrections:
        if one.decision == number:
            yield OnDecision(_("Corrected"), correction_words(one), one.holds)
    for note in told.notes_on(number):
        yield OnDecision(_("Note"), signed_note_words(note), holds=True)


def sign_words(sign: SignOff) -> str:
    """Who stood by which score, and whether that is still what holds."""
    text = (
        _("Signed off by {who}, {when}: {score} of 100, passed. Code of the sign-off: {code}.")
        if sign.passed
        else _("Signed off by {who}, {when}: {score} of 100, not passed. Code of the sign-off: {code}.")
    )
    told = text.format(who=who(sign.by), when=_when(sign.at), score=sign.shown, code=sign.code)
    parts = [told, one_line(sign.words or "")]
    if not sign.holds:
        parts.append(_("Points were corrected since then; that is not signed off."))
    return " ".join(filter(None, parts))


def reply_words(reply: Reply) -> str:
    """What the trainee said of the review, or a trainer's answer."""
    without, with_words = _SAID[reply.said]
    text = with_words if reply.words else without
    return _(text).format(who=who(reply.by), when=_when(reply.at), words=one_line(reply.words or ""))


def standing_words(told: ReviewedSession) -> str:
    """Where the review stands, in one sentence."""
    if told.dispute is not None:
        return _("The trainee does not agree, and waits for an answer.")
    if told.signed is not None:
        return _("Reviewed and signed off.")
    if told.is_reviewed:
        return _("Reviewed, not signed off.")
    return _("Nobody has reviewed this session yet.")


def seen_words(decision: DecisionRow) -> str:
    """How the trainee came to the answer: the time, hints, articles, answers taken back; empty where nothing is."""
    parts = []
    if took := took_words(decision):
        parts.append(_("Answered after {time}.").format(time=took))
    if decision.hints:
        parts.append(_("Hints asked for: {count}.").format(count=number(decision.hints, 0)))
    if decision.looked_up:
        parts.append(_("Looked up: {articles}.").format(articles=list_of(list(decision.looked_up))))
    if decision.undone:
        parts.append(_("Answers taken back here: {count}.").format(count=number(decision.undone, 0)))
    return " ".join(parts)


def gauge_words(decision: DecisionRow, mode: Mode) -> str:
    """How the caller stood before the answer; empty where the call has no gauge."""
    if not decision.gauges:
        return ""
    levels = list_of(
        [
            _("{label} {value} of {max}").format(label=gauge.label, value=gauge.value, max=gauge.max)
            for gauge in decision.gauges
        ]
    )
    text = _("Hidden in the exam: {levels}.") if mode is Mode.EXAM else _("In sight: {levels}.")
    return text.format(levels=levels)


def overall_words(told: ReviewedSession) -> Iterator[str]:
    """What was said of the session as a whole: both scores, notes, sign-offs, replies."""
    yield scores_words(told)
    yield from map(criterion_words, changed_criteria(told))
    yield from remarks(told)
    yield standing_words(told)


def remarks(told: ReviewedSession) -> Iterator[str]:
    """What was said of the whole call: notes, sign-offs, replies."""
    yield from map(note_words, told.notes_on(0))
    yield from map(sign_words, told.sign_offs)
    yield from map(reply_words, told.replies)


def _when(at: datetime) -> str:
    return moment(at.astimezone())
