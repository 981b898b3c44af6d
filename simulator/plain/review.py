"""A reviewed session as lines: the call as the trainee saw it, decision by decision, with what trainers said of it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.plain.debrief import decision_head, passed_line
from simulator.plain.telling import heard_line
from simulator.report.debrief_words import critical_labels, one_line
from simulator.report.review_words import correction_words, gauge_words, note_words, overall_words, seen_words, who
from simulator.session import DecisionRow, OnOffer, ReviewedSession
from simulator.words import _, points
from simulator.words.labels import action_word, mode_word, verdict_word


def replay_lines(told: ReviewedSession) -> Iterator[str]:
    """The whole session for whoever reviews it; empty lines part the decisions."""
    debrief = told.debrief
    yield _("{trainee}, {mode}: {title}").format(
        trainee=who(debrief.trainee), mode=mode_word(debrief.mode), title=debrief.title
    )
    yield passed_line(debrief.shown, debrief.band, debrief.pass_mark, debrief.passed, debrief.struck_out)
    yield from overall_words(told)
    for decision in debrief.decisions:
        yield ""
        yield from _decision(decision, told)
    if debrief.code:
        yield ""
        yield _("Code of this record: {code}").format(code=debrief.code)


def review_lines(told: ReviewedSession) -> Iterator[str]:
    """What was said of a session, for its trainee to read behind the debrief; nothing where nobody has."""
    if not told.is_reviewed:
        return
    yield ""
    yield _("Review")
    yield from overall_words(told)
    for decision in told.debrief.decisions:
        said = list(_said(decision, told))
        if said:
            yield _("Decision {number}").format(number=decision.number)
            yield from said


def _decision(decision: DecisionRow, told: ReviewedSession) -> Iterator[str]:
    yield decision_head(decision, told.debrief)
    for heard in decision.said:
        yield heard_line(heard, told.caller)
    if decision.typed:
        yield _("Typed before the answers were shown: {words}").format(words=one_line(decision.typed))
    if levels := gauge_words(decision, told.debrief.mode):
        yield levels
    for place, one in enumerate(decision.offered, start=1):
        yield _offered(place, one)
    if decision.silence:
        yield _("Taken: nothing was said.")
    for label in critical_labels(decision, told.debrief):
        yield _("Critical error: {label}.").format(label=label)
    if seen := seen_words(decision):
        yield seen
    if decision.why:
        yield _("Why: {why}").format(why=decision.why)
    for heard in decision.heard if decision.number == len(told.debrief.decisions) else ():
        yield heard_line(heard, told.caller)
    yield from _said(decision, told)


def _offered(place: int, one: OnOffer) -> str:
    """An answer as it was shown, its place first."""
    text = _("{place}. {words} ({verdict})") if one.shown_cost <= 0 else _("{place}. {words} ({verdict}, {cost})")
    if one.chosen:
        text = _("Taken: {place}. {words} ({verdict})")
        if one.shown_cost > 0:
            text = _("Taken: {place}. {words} ({verdict}, {cost})")
    words = f"[{action_word(one.action)}] {one.text}" if one.action else one.text
    return text.format(place=place, words=words, verdict=verdict_word(one.verdict), cost=points(one.shown_cost))


def _said(decision: DecisionRow, told: ReviewedSession) -> Iterator[str]:
    for one in told.corrections:
        if one.decision == decision.number:
            yield _("Corrected: {words}").format(words=correction_words(one))
    yield from map(note_words, told.notes_on(decision.number))
