"""Where a trainee stands: skills, best scores, what is due again, and the one call to take next.

Joins the record and the library with `simulator.practice`. Reads everything anew at each look and stores nothing; for a
worker thread, for a call that is not known yet is analysed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from datetime import date as Date
from typing import TYPE_CHECKING

from simulator.practice import Advice, History, Offer, Sample, Skill, advise, due_dates, fitting_level, shortlist
from simulator.practice import skills_of as pooled
from simulator.record import Summary

if TYPE_CHECKING:
    from simulator.library import Entry, Library, Weighing
    from simulator.record import Record

USUAL_STAKE = 5.0
"""The points at stake on a criterion in a call of which nothing is known any more: about the mean of those shipped."""
WEIGHED_MOST = 12
"""How many calls that were played and are not known yet are analysed at one look."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What home shows of a trainee."""

    skills: tuple[Skill, ...] = ()
    """In the order of the rubric."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The names of the criteria, in the language asked for."""
    best: Mapping[str, float] = field(default_factory=dict)
    """The best exact score by scenario, of the sessions that count."""
    tries: Mapping[str, int] = field(default_factory=dict)
    """How many sessions came to their end, by scenario, help or not."""
    due: Mapping[str, Date] = field(default_factory=dict)
    """When each call is suggested again; the day where the trainee is."""
    today: Date = Date.min
    advice: Advice | None = None
    counted: int = 0
    """How many sessions the skills are from."""
    ended: int = 0
    """How many sessions came to their end at all."""

    def is_due(self, scenario: str) -> bool:
        """Whether a call is suggested again today."""
        return scenario in self.due and self.due[scenario] <= self.today


def standing_of(
    record: Record | None,
    library: Library,
    entries: Sequence[Entry],
    trainee: str,
    language: str,
    now: datetime | None = None,
) -> Standing:
    """Where the trainee of that name stands among these calls. Raises RecordError.

    `record` is None where nothing was recorded yet, `now` defaults to the clock.
    """
    sessions = _ended(record, trainee)
    counting = [summary for summary in sessions if summary.counts]
    playable = {entry.id: entry for entry in entries if entry.playable}
    skills, labels = skills_in(library, entries, counting, language)
    today = (now or datetime.now(UTC)).astimezone().date()
    due = {name: moment.astimezone().date() for name, moment in due_dates(counting).items()}
    history = History(language, today, due, _passed(counting), sessions[0].scenario if sessions else "")
    return Standing(
        skills=skills,
        labels=labels,
        best=_best(counting),
        tries=Counter(summary.scenario for summary in sessions),
        due=due,
        today=today,
        advice=_advice(library, playable, skills, history, labels),
        counted=len({session for skill in skills for session in skill.sessions}),
        ended=len(sessions),
    )


def skills_in(
    library: Library, entries: Sequence[Entry], sessions: Sequence[Summary], language: str
) -> tuple[tuple[Skill, ...], Mapping[str, str]]:
    """The skills that sessions which count (the newest first) show, in the rubric's order; the criteria's names."""
    playable = {entry.id: entry for entry in entries if entry.playable}
    weighings = _played(library, playable, sessions)
    labels = {**library.labels(language), **_labels(weighings, language)}
    order = {criterion: place for place, criterion in enumerate(labels)}
    skills = pooled(_samples(sessions, weighings))
    placed = sorted(skills, key=lambda skill: (order.get(skill.criterion, len(order)), skill.criterion))
    return tuple(placed), labels


def _ended(record: Record | None, trainee: str) -> tuple[Summary, ...]:
    person = record.people.id_of(trainee) if record else None
    return tuple(record.sessions(trainee=person)) if record and person else ()


def _advice(
    library: Library,
    playable: Mapping[str, Entry],
    skills: Sequence[Skill],
    history: History,
    labels: Mapping[str, str],
) -> Advice | None:
    offers = [Offer(entry.id, entry.level, entry.language, entry.minutes) for entry in playable.values()]
    level = fitting_level(offers, history)
    chosen = shortlist(offers, history, level)
    if skills:
        chosen = tuple(_weighed(library, playable[offer.scenario], offer) for offer in chosen)
    return advise(chosen, skills, history, level, labels)


def _weighed(library: Library, entry: Entry, offer: Offer) -> Offer:
    weighing = library.weighing(entry)
    return offer if weighing is None else replace(offer, shares=weighing.shares)


def _played(library: Library, playable: Mapping[str, Entry], sessions: Sequence[Summary]) -> dict[str, Weighing]:
    """What is known of the calls that were played, those analysed now included, the last played first."""
    found: dict[str, Weighing] = {}
    unknown = 0
    for name in dict.fromkeys(summary.scenario for summary in sessions):
        entry = playable.get(name)
        if entry is None:
            continue
        weighing = library.known_weighing(entry)
        if weighing is None and unknown < WEIGHED_MOST:
            unknown += 1
            weighing = library.weighing(entry)
        if weighing is not None:
            found[name] = weighing
    return found


def _samples(sessions: Sequence[Summary], weighings: Mapping[str, Weighing]) -> list[Sample]:
    found = []
    for summary in sessions:
        weighing = weighings.get(summary.scenario)
        stakes = weighing.stakes if weighing else {}
        found += [
            Sample(criterion, score, stakes.get(criterion, USUAL_STAKE), summary.ended, summary.session)
            for criterion, score in summary.criteria.items()
            if score is not None
        ]
    return found


def _labels(weighings: Mapping[str, Weighing], language: str) -> dict[str, str]:
    return {
        name: label.in_language(language) for weighing in weighings.values() for name, label in weighing.labels.items()
    }


def _best(sessions: Sequence[Summary]) -> dict[str, float]:
    found: dict[str, float] = {}
    for summary in sessions:
        found[summary.scenario] = max(summary.score, found.get(summary.scenario, summary.score))
    return found


def _passed(sessions: Sequence[Summary]) -> frozenset[str]:
    """The calls whose latest session was passed; `sessions` has the newest first."""
    latest: dict[str, Summary] = {}
    for summary in sessions:
        latest.setdefault(summary.scenario, summary)
    return frozenset(name for name, summary in latest.items() if summary.passed)
