"""Gathers what a report tells of one trainee: summaries, skills, and the latest session of each call told again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from scoring.rubric import Rubric
from simulator.practice import Skill
from simulator.record import Person, RecordError, Summary
from simulator.report.figures_trainee import TraineeFigures, trainee_figures
from simulator.report.reviewed import reviewed_results
from simulator.session import Debrief, SessionError, debrief_of, replay
from simulator.session.standing import skills_in

if TYPE_CHECKING:
    from simulator.library import Library
    from simulator.record import Record

Tick = Callable[[int, int], None]
"""Told how much of long work is done, and of how much."""


class Wanted(NamedTuple):
    """Which sessions a report is on, and who asks for it."""

    viewer: str
    """The id of whoever looks; others' practice that was not shared stays out."""
    language: str
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is known of one trainee. Rubric words are in the language asked for."""

    person: Person
    figures: TraineeFigures
    skills: tuple[Skill, ...]
    labels: Mapping[str, str]
    """The names of the criteria."""
    rubrics: tuple[Rubric, ...]
    """Those of the sessions in `told`, the one last used first, each once."""
    told: tuple[Debrief, ...]
    """The latest session of each call, the newest first; of those that count where there are any."""
    untold: int = 0
    """Calls whose latest session cannot be told again by this version."""
    own: bool = False
    """Whether whoever asks is the trainee; otherwise practice that was not shared is left out."""
    critical: Mapping[str, str] = field(default_factory=dict)
    """The names of the critical errors that the rubrics know."""

    @property
    def name(self) -> str:
        """The trainee's name, or the id where there is none any more."""
        return self.person.name or self.person.id

    @property
    def pass_mark(self) -> int | None:
        """The mark to pass; None where the rubrics differ in it, or there is none."""
        marks = {rubric.pass_mark for rubric in self.rubrics}
        return marks.pop() if len(marks) == 1 else None


def sessions_of(record: Record, person: Person, wanted: Wanted) -> tuple[Summary, ...]:
    """The sessions of a trainee that a report may be on, the newest first. Raises RecordError."""
    found = record.sessions(trainee=person.id, viewer=wanted.viewer, since=wanted.since, until=wanted.until)
    return tuple(found)


def gather(record: Record, library: Library, person: Person, wanted: Wanted, tick: Tick) -> Gathered:
    """All of it. Calls that this machine does not know yet are analysed, which takes a moment. Raises RecordError."""
    sessions = sessions_of(record, person, wanted)
    reviewed = {session: result.score for session, result in reviewed_results(record, sessions).items()}
    figures = trainee_figures(sessions, reviewed)
    latest = [call.played.latest or _newest(sessions, call.played.scenario) for call in figures.calls]
    told, rubrics = _told(record, library, latest, wanted.language, tick)
    skills, labels = skills_in(library, library.listing().entries, tuple(reversed(figures.counting)), wanted.language)
    return Gathered(
        person=person,
        figures=figures,
        skills=skills,
        labels={**_labels(rubrics, wanted.language), **labels},
        rubrics=rubrics,
        told=told,
        untold=len(latest) - len(told),
        own=wanted.viewer == person.id,
        critical=_critical(rubrics, wanted.language),
    )


def _newest(sessions: Sequence[Summary], scenario: str) -> Summary:
    return next(summary for summary in sessions if summary.scenario == scenario)


def _told(
    record: Record, library: Library, latest: Sequence[Summary], language: str, tick: Tick
) -> tuple[tuple[Debrief, ...], tuple[Rubric, ...]]:
    debriefs, rubrics = list[Debrief](), dict[str, Rubric]()
    for done, summary in enumerate(latest):
        tick(done, len(latest))
        try:
            rubric = replay(record, summary.session, cache=library.cache).rubric
            debriefs.append(debrief_of(record, summary.session, language, cache=library.cache))
        except (SessionError, RecordError):
            continue
        rubrics.setdefault(rubric.text_hash, rubric)
    tick(len(latest), len(latest))
    return tuple(debriefs), tuple(rubrics.values())


def _labels(rubrics: Sequence[Rubric], language: str) -> dict[str, str]:
    return {c.id: c.label.in_language(language) for rubric in reversed(rubrics) for c in rubric.criteria}


def _critical(rubrics: Sequence[Rubric], language: str) -> dict[str, str]:
    return {error.id: error.label.in_language(language) for rubric in reversed(rubrics) for error in rubric.critical}
