"""Reads each decision of recorded calls, played and priced again, and in which words it was taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scoring.evidence import marks
from simulator.groups.decisions import Decided
from simulator.model.heard import Heard, Kind
from simulator.record import Summary
from simulator.session import SessionError
from simulator.session.filling import Filling
from simulator.session.restoring import all_recorded, restored
from simulator.session.worth import decisions_of, values_for

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.record import Record
    from simulator.session.play import Play
    from simulator.session.progress import Progress

Tick = Callable[[int, int], None]
"""Told how much of long work is done, and of how much."""

_DIGITS = 6
"""Scores that differ by less are the same: what adding costs in another order leaves must not part two trainees."""


@dataclass(slots=True)
class DecisionsRead:
    """The decisions of calls, and the words of the latest call that came by each. Grows while they are read."""

    rows: list[Decided] = field(default_factory=list)
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    """What was heard before a decision, by call and state."""
    choices: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """What a choice says or does, by call, state and choice."""
    labels: dict[str, str] = field(default_factory=dict)
    """The names of the criteria, in the order of the rubric."""
    untold: int = 0
    """Calls that this version cannot tell again."""


def read_decisions(
    record: Record, sessions: Sequence[Summary], first: frozenset[str], language: str, cache: Cache, tick: Tick
) -> DecisionsRead:
    """The decisions of these sessions, the newest of which come first. Raises RecordError.

    `first` are the sessions that were a trainee's first try; the trainee's own name is in no words.
    """
    read = DecisionsRead()
    # Call by call, the newest of each first: what a call is worth is then looked at once for all of its sessions.
    sessions = sorted(sessions, key=lambda summary: summary.scenario)
    replays = all_recorded(record, [summary.session for summary in sessions])
    for done, (summary, replay) in enumerate(zip(sessions, replays, strict=True)):
        tick(done, len(sessions))
        try:
            play, progress = restored(replay, "", cache)
            costs = _costs(play, progress, cache)
        except SessionError:
            read.untold += 1
            continue
        read.rows += _rows(summary, progress, costs, first=summary.session in first)
        _add_words(read, play, progress, language)
    tick(len(sessions), len(sessions))
    return read


def _costs(play: Play, progress: Progress, cache: Cache) -> list[float]:
    """What each decision cost. Raises SessionError."""
    values = values_for(play, cache)
    return [marks(decision, values.yardsticks).cost for decision in decisions_of(progress, values)]


def _rows(summary: Summary, progress: Progress, costs: Sequence[float], *, first: bool) -> list[Decided]:
    score, met = 100.0 - sum(costs), set[str]()
    found = []
    for taken, cost in zip(progress.taken, costs, strict=True):
        state = taken.before.state
        found.append(
            Decided(
                scenario=summary.scenario,
                state=state,
                trainee=summary.trainee,
                choice=taken.choice,
                offered=taken.shown,
                cost=cost,
                rest=round(score + cost, _DIGITS),
                first=first and state not in met,
            )
        )
        met.add(state)
    return found


def _add_words(read: DecisionsRead, play: Play, progress: Progress, language: str) -> None:
    scenario, filling = play.scenario, Filling(play.scenario, play.started.variant, "")
    before = progress.opening
    for taken in progress.taken:
        state = taken.before.state
        read.said.setdefault((scenario.id, state), _last(filling, before))
        for choice in taken.shown:
            words = scenario.states[state].choice(choice).text
            read.choices.setdefault((scenario.id, state, choice), filling(words))
        before = taken.step.heard
    for criterion in play.rubric.criteria:
        read.labels.setdefault(criterion.id, criterion.label.in_language(language))


def _last(filling: Filling, heard: Sequence[Heard]) -> str:
    """What was heard last before a decision, but for the trainee's own words."""
    others = [one.text for one in heard if one.kind not in (Kind.CHOICE, Kind.SILENCE)]
    return filling(others[-1]) if others else ""
