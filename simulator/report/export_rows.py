"""The rows of an export, table by table: values by the names of their columns, read as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from simulator.record import Reviewed, Summary
from simulator.report.figures_minutes import minutes_by_day
from simulator.report.reviewed import reviewed_result
from simulator.session.decided import Decided, decided_of

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.record import Record

Row = dict[str, object]
_PAGE: Final = 200
"""How many sessions are asked about at once."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from. `names` says whether names and typed texts are told."""

    record: Record
    cache: Cache
    names: bool
    _known: dict[str, str] = field(default_factory=dict)

    def name(self, person: str) -> str:
        """The name behind an id; empty where it is not told."""
        if self.names and person not in self._known:
            self._known[person] = self.record.people.name(person)
        return self._known.get(person, "")

    def words(self, text: str | None) -> str:
        """What somebody typed; empty where it is not told."""
        return (text or "") if self.names else ""


def rows(table: str, source: Source, sessions: Iterable[Summary]) -> Iterator[Row]:
    """The rows of the table of that name for these sessions, in their order. Raises RecordError."""
    return _MAKERS[table](source, sessions)


def _sessions(source: Source, sessions: Iterable[Summary]) -> Iterator[Row]:
    for page in _pages(sessions):
        ids = [summary.session for summary in page]
        codes, reviews = source.record.codes(ids), source.record.reviews_of(ids)
        for summary in page:
            yield _session(source, summary, codes.get(summary.session, ""), reviews.get(summary.session, ()))


def _session(source: Source, summary: Summary, code: str, reviews: tuple[Reviewed, ...]) -> Row:
    reviewed = reviewed_result(reviews)
    return {
        **_beginning(source, summary),
        "code": code,
        "title": summary.title,
        "role": summary.role,
        "language": summary.language,
        "mode": str(summary.mode),
        "counts": summary.counts,
        "ended": summary.ended,
        "minutes": summary.minutes,
        "decisions": summary.decisions,
        "ending": summary.ending,
        "outcome": summary.outcome,
        "score": summary.score,
        "passed": summary.passed,
        "reviewed_score": None if reviewed is None else reviewed.score,
        "reviewed_passed": None if reviewed is None else reviewed.passed,
        "critical": summary.critical,
        "hinted": summary.hinted,
        "undone": summary.undone,
        "branched": summary.branched,
    }


def _beginning(source: Source, summary: Summary) -> Row:
    """What rows of several tables begin with."""
    return {
        "session": summary.session,
        "trainee": summary.trainee,
        "name": source.name(summary.trainee),
        "scenario": summary.scenario,
        "variant": summary.variant,
        "started": summary.started,
    }


def _criteria(source: Source, sessions: Iterable[Summary]) -> Iterator[Row]:
    for summary in sessions:
        begun = _beginning(source, summary)
        for criterion, score in summary.criteria.items():
            if score is not None:
                yield {**begun, "criterion": criterion, "score": score}


def _decisions(source: Source, sessions: Iterable[Summary]) -> Iterator[Row]:
    for summary in sessions:
        begun = _beginning(source, summary)
        for decided in decided_of(source.record, summary.session, source.cache):
            yield {**begun, **_decision(source, decided)}


def _decision(source: Source, decided: Decided) -> Row:
    marks = decided.marks
    return {
        "decision": decided.number,
        "state": decided.state,
        "choice": decided.choice,
        "offered": decided.offered,
        "at": decided.at,
        "took_ms": decided.took_ms,
        "cost": None if marks is None else marks.cost,
        "verdict": "" if marks is None else str(marks.verdict),
        "critical": decided.critical,
        "hints": decided.hints,
        "looked_up": decided.looked_up,
        "undone": decided.undone,
        "typed": source.words(decided.typed),
    }


def _reviews(source: Source, sessions: Iterable[Summary]) -> Iterator[Row]:
    for page in _pages(sessions):
        said = source.record.reviews_of([summary.session for summary in page])
        for summary in page:
            for one in said.get(summary.session, ()):
                yield {"session": summary.session, "trainee": summary.trainee, **_review(source, one)}


def _review(source: Source, one: Reviewed) -> Row:
    """A review; what its kind does not say is not there."""
    asked = ("question", "decision", "criterion", "points", "score", "passed")
    said = {name: getattr(one.review, name, None) for name in asked}
    return {
        "review": one.id,
        "at": one.at,
        "by": one.by,
        "by_name": source.name(one.by),
        "kind": one.review.kind,
        **said,
        "words": source.words(one.words),
    }


def _minutes(source: Source, sessions: Iterable[Summary]) -> Iterator[Row]:
    for one in minutes_by_day(sessions):
        yield {
            "day": one.day,
            "trainee": one.trainee,
            "name": source.name(one.trainee),
            "sessions": one.sessions,
            "minutes": one.minutes,
            "exam_minutes": one.exam_minutes,
        }


def _pages(sessions: Iterable[Summary]) -> Iterator[list[Summary]]:
    left = iter(sessions)
    while page := list(islice(left, _PAGE)):
        yield page


_MAKERS: Final[dict[str, Callable[[Source, Iterable[Summary]], Iterator[Row]]]] = {
    "sessions": _sessions,
    "criteria": _criteria,
    "decisions": _decisions,
    "reviews": _reviews,
    "minutes": _minutes,
}
"""What makes the rows of each table of `simulator.report.columns`."""
