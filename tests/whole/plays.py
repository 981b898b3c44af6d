"""Plays of a call: found by search over its graph, as choices and as the numbers that a person types."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from simulator.engine import compiled_of, reduced
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.model.position import Position
from simulator.model.scenario import Scenario
from simulator.record import Record
from simulator.session import Call, open_call
from simulator.words import language
from tests.memory import CACHE

SEED = 5


class Play(NamedTuple):
    """The choices that lead from a variant's start to an ending."""

    variant: str
    choices: tuple[str, ...]
    ending: str


def plays_to_every_ending(scenario: Scenario) -> dict[str, Play]:
    """For each ending a shortest play that reaches it, by the ending's id."""
    compiled = compiled_of(scenario)
    found: dict[str, Play] = {}
    for variant in scenario.variants:
        start = reduced(scenario, compiled.start(variant.id))
        seen = {start}
        waiting: deque[tuple[Position, tuple[str, ...]]] = deque([(start, ())])
        while waiting and len(found) < len(scenario.endings):
            position, choices = waiting.popleft()
            if position.state in scenario.endings:
                found.setdefault(position.state, Play(variant.id, choices, position.state))
                continue
            for choice in compiled.offered(position):
                after = reduced(scenario, compiled.take(position, choice.id).position)
                if after not in seen:
                    seen.add(after)
                    waiting.append((after, (*choices, choice.id)))
    return found


class Played(NamedTuple):
    """A call that was played in this process: what a person would have typed, and what was on offer each time."""

    call: Call
    numbers: tuple[str, ...]
    offered: tuple[tuple[str, ...], ...]


def played(record: Record, scenario: str, play: Play, mode: Mode = Mode.PRACTICE) -> Played:
    """Play a shipped call in this process, to its debrief."""
    loaded = Library((), CACHE).load(scenario)
    call = open_call(record, loaded, "Ana", mode, seed=SEED, variant=play.variant, cache=CACHE)
    numbers, offered = [], []
    for choice in play.choices:
        offered.append(tuple(one.text for one in call.shown))
        numbers.append(str([one.id for one in call.shown].index(choice) + 1))
        call.choose(choice, 0)
    call.debrief(language())
    return Played(call, tuple(numbers), tuple(offered))
