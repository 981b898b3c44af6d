"""Calls put before several reviewers: what each of them reads and marks by, without a score, a verdict or a cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.rubric import Criterion, Rubric
from simulator.model.heard import Heard
from simulator.model.message import N_, Message
from simulator.session.errors import SessionError
from simulator.session.replaying import replay

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.model.calibration import Calibration
    from simulator.record import Record


@dataclass(frozen=True, slots=True)
class Anchored:
    """A criterion and what one hears at its levels, in one language."""

    id: str
    label: str
    about: str
    levels: tuple[tuple[int, str], ...]
    """The levels that the rubric puts into words, the lowest first; the others lie between them."""


@dataclass(frozen=True, slots=True)
class CallToMark:
    """A call as a reviewer reads it."""

    session: str
    title: str
    caller: str
    heard: tuple[Heard, ...]
    criteria: tuple[Anchored, ...]


def new_calibration(
    record: Record, name: str, sessions: Iterable[str], by: str, *, cache: Cache | None = None
) -> Calibration:
    """Put these calls before reviewers, on all criteria of their rubric.

    Raises RecordError, and SessionError where the calls are not judged by the same criteria.
    """
    chosen = tuple(dict.fromkeys(sessions))
    rubrics = [replay(record, session, cache=cache).rubric for session in chosen]
    if len({frozenset(rubric.criterion_ids) for rubric in rubrics}) > 1:
        text = N_("These calls are not judged by the same criteria. Make a calibration for each rubric.")
        raise SessionError(Message(text))
    criteria = rubrics[0].criterion_ids if rubrics else ()
    return record.calibrations.new(name, chosen, criteria, by)


def call_to_mark(record: Record, session: str, language: str, *, cache: Cache | None = None) -> CallToMark:
    """The call of a session with its rubric's words in `language`. Raises RecordError, SessionError."""
    told = replay(record, session, cache=cache)
    summary = record.summary(session)
    return CallToMark(
        session=session,
        title=told.scenario.title if summary is None else summary.title,
        caller=told.scenario.caller_name,
        heard=told.transcript,
        criteria=anchored(told.rubric, language),
    )


def anchored(rubric: Rubric, language: str) -> tuple[Anchored, ...]:
    """The criteria of a rubric with their anchors in `language`."""
    return tuple(_anchored(criterion, language) for criterion in rubric.criteria)


def _anchored(criterion: Criterion, language: str) -> Anchored:
    levels = tuple((level, words.in_language(language)) for level, words in sorted(dict(criterion.levels).items()))
    return Anchored(criterion.id, criterion.label.in_language(language), criterion.about.in_language(language), levels)
