"""The compiled step against `transitions` in its fast form, on every choice of the shipped French call."""

from __future__ import annotations

import time

import pytest

from simulator.engine.compiled import Compiled
from simulator.engine.machine import Cursor, Machine, trigger
from simulator.library import Library
from simulator.model.position import Position
from tests.benchmarks.ratios import compared

pytestmark = pytest.mark.benchmark

FASTER_AT_LEAST = 10.0


def test_the_compiled_step_is_ten_times_faster() -> None:
    """`events[t].trigger` on an unregistered cursor, which is the library's fastest way, against our functions."""
    scenario = Library().load("prelevement-rejete").scenario
    compiled, machine = Compiled(scenario), Machine(scenario)
    steps = _steps(compiled)

    def library() -> float:
        fires = [(machine.machine.events[trigger(p.state, choice)].trigger, p) for p, choice in steps]
        begun = time.perf_counter()
        for fire, position in fires:
            fire(Cursor(position))
        return time.perf_counter() - begun

    def ours() -> float:
        takes = [(compiled.takings[p.state][choice], p) for p, choice in steps]
        begun = time.perf_counter()
        for take, position in takes:
            take(position)
        return time.perf_counter() - begun

    found = compared(library, ours, rounds=7)
    print(f"\ntransitions in its fast form against the compiled step ({len(steps)} steps): {found}")
    assert found.ratio >= FASTER_AT_LEAST, str(found)


def _steps(compiled: Compiled) -> list[tuple[Position, str]]:
    """Every choice of the first two thousand positions."""
    seen: dict[Position, None] = {}
    waiting = [compiled.start(variant.id) for variant in compiled.scenario.variants]
    while waiting and len(seen) < 2_000:
        position = waiting.pop(0)
        if position in seen:
            continue
        seen[position] = None
        waiting += [compiled.take(position, choice.id).position for choice in compiled.offered(position)]
    return [(position, choice.id) for position in seen for choice in compiled.offered(position)]
