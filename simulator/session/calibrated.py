"""What came of a calibration: how far the reviewers agree on each criterion, and where they are in dispute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scoring.agreement import Agreement, agreement
from scoring.scorecard import shown
from simulator.session.calibrating import anchored
from simulator.session.errors import SessionError
from simulator.session.replaying import debrief_of, replay

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.model.calibration import Calibration
    from simulator.record import Record

IN_DISPUTE: Final = 2
"""Marks so many levels apart, or more, are in dispute: one level is what careful reviewers differ by."""

MOST_DECISIONS: Final = 3
"""How many decisions of a call in dispute are named: those that cost most on the criterion."""

Marks = Mapping[str, Mapping[str, int | None]]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who marks."""

    id: str
    name: str
    """Empty where it was erased."""
    calls: int
    """How many calls they have marked."""


@dataclass(frozen=True, slots=True)
class MarkedCall:
    """One call with all marks, by criterion in the order of the reviewers, and the machine's scores."""

    session: str
    title: str
    marks: Mapping[str, tuple[int | None, ...]]
    machine: Mapping[str, int | None]
    """0..100; None where this call does not assess the criterion."""


@dataclass(frozen=True, slots=True)
class CriterionAgreed:
    """How far the reviewers agree on one criterion."""

    id: str
    label: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class CostlyDecision:
    """A decision at which the machine took points on a criterion."""

    number: int
    text: str
    """What was said or done; empty for a silence."""
    lost: float
    """Points of the score lost on the criterion."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A call and a criterion on which the marks are two levels or more apart."""

    session: str
    title: str
    criterion: str
    label: str
    marks: tuple[int | None, ...]
    """In the order of the reviewers."""
    machine: int | None
    decisions: tuple[CostlyDecision, ...]
    """Where the machine saw it, the costliest first: what there is to talk about."""


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """All of it."""

    name: str
    reviewers: tuple[Reviewer, ...]
    calls: tuple[MarkedCall, ...]
    criteria: tuple[CriterionAgreed, ...]
    disputes: tuple[Dispute, ...]
    """The furthest apart first."""


def calibration_report(
    record: Record, calibration: Calibration, viewer: str, language: str, *, cache: Cache | None = None
) -> CalibrationReport:
    """What came of a calibration, for a reviewer who has marked every call. Raises RecordError."""
    given = _given(record, calibration, viewer)
    reviewers = _reviewers(record, given)
    calls = tuple(_calls(record, calibration, given, reviewers))
    labels = _labels(record, calls, language, cache)
    criteria = tuple(
        CriterionAgreed(
            id=criterion,
            label=labels.get(criterion, criterion),
            agreement=agreement([call.marks[criterion] for call in calls], f"{calibration.id}/{criterion}"),
        )
        for criterion in calibration.criteria
    )
    told = _Told(record, language, cache)
    disputes = sorted(_disputes(told, calls, labels), key=lambda dispute: -spread(dispute.marks))
    return CalibrationReport(calibration.name, reviewers, calls, criteria, tuple(disputes))


def spread(marks: tuple[int | None, ...]) -> int:
    """How many levels the marks of a call are apart; 0 with fewer than two."""
    heard = [mark for mark in marks if mark is not None]
    return max(heard) - min(heard) if heard else 0


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the decisions of a call are read."""

    record: Record
    language: str
    cache: Cache | None


def _given(record: Record, calibration: Calibration, viewer: str) -> dict[str, Marks]:
    """The marks by reviewer and call."""
    found: dict[str, dict[str, Mapping[str, int | None]]] = {}
    for marking in record.calibrations.markings(calibration, viewer):
        found.setdefault(marking.by, {})[marking.session] = marking.marks
    return dict(found)


def _reviewers(record: Record, given: Mapping[str, Marks]) -> tuple[Reviewer, ...]:
    found = [Reviewer(by, record.people.name(by), len(marks)) for by, marks in given.items()]
    return tuple(sorted(found, key=lambda one: (not one.name, one.name.casefold(), one.id)))


def _calls(
    record: Record, calibration: Calibration, given: Mapping[str, Marks], reviewers: tuple[Reviewer, ...]
) -> Iterator[MarkedCall]:
    """The calls that were marked, in the order in which they were picked."""
    for session in calibration.sessions:
        by_reviewer = [given[reviewer.id].get(session, {}) for reviewer in reviewers]
        summary = record.summary(session) if any(by_reviewer) else None
        if summary is not None:
            scores = {name: summary.criteria.get(name) for name in calibration.criteria}
            yield MarkedCall(
                session=session,
                title=summary.title,
                marks={name: tuple(marks.get(name) for marks in by_reviewer) for name in calibration.criteria},
                machine={name: None if score is None else min(100, shown(score)) for name, score in scores.items()},
            )


def _labels(record: Record, calls: tuple[MarkedCall, ...], language: str, cache: Cache | None) -> Mapping[str, str]:
    """What the criteria are called; nothing where no call can be read any more."""
    for call in calls:
        try:
            rubric = replay(record, call.session, cache=cache).rubric
        except SessionError:
            continue
        return {criterion.id: criterion.label for criterion in anchored(rubric, language)}
    return {}


def _disputes(told: _Told, calls: tuple[MarkedCall, ...], labels: Mapping[str, str]) -> Iterator[Dispute]:
    for call in calls:
        apart = [name for name, marks in call.marks.items() if spread(marks) >= IN_DISPUTE]
        costly = _costly(told, call.session) if apart else {}
        for name in apart:
            yield Dispute(
                session=call.session,
                title=call.title,
                criterion=name,
                label=labels.get(name, name),
                marks=call.marks[name],
                machine=call.machine[name],
                decisions=tuple(costly.get(name, ())[:MOST_DECISIONS]),
            )


def _costly(told: _Told, session: str) -> dict[str, list[CostlyDecision]]:
    """By criterion the decisions that cost points on it, the costliest first; none of a call that cannot be told."""
    try:
        debrief = debrief_of(told.record, session, told.language, cache=told.cache)
    except SessionError:
        return {}
    found: dict[str, list[CostlyDecision]] = {}
    for row in debrief.decisions:
        for criterion, lost in row.lost:
            if lost > 0:
                found.setdefault(criterion, []).append(CostlyDecision(row.number, row.text, lost))
    for decisions in found.values():
        decisions.sort(key=lambda one: (-one.lost, one.number))
    return found
