"""Every full position that choices and silences can reach, and whether a scenario can be played at all."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.model.scenario import Scenario
from tests.oracle import interpreter
from tests.oracle.interpreter import NotPlayable, Situation


def successors(scenario: Scenario, now: Situation, *, silence: bool = True) -> Iterator[Situation]:
    """Where one turn can lead: each choice on offer, then silence if asked for."""
    for choice in interpreter.offered(scenario, now):
        yield interpreter.take(scenario, now, choice).after
    if silence and interpreter.silence_possible(scenario, now):
        yield interpreter.keep_silent(scenario, now).after


def reachable(scenario: Scenario, variant: str, most: int) -> tuple[Situation, ...]:
    """All full positions of a variant, the start first.

    Raises NotPlayable where a call could go round for ever, stands with no choice, goes `back` to nothing, starts
    with a rule that already holds, or has more than `most` positions.
    """
    begin = interpreter.start(scenario, variant)
    if any(interpreter.holds(rule.when, begin) for rule in scenario.always):
        raise NotPlayable("a rule holds at the start")
    found: dict[tuple[object, ...], Situation] = {}
    _visit(scenario, begin, found, set(), most)
    return tuple(found.values())


def count_calls(scenario: Scenario, variant: str) -> int:
    """How many complete calls the choices allow. The scenario must be playable."""
    counts: dict[tuple[object, ...], int] = {}

    def count(now: Situation) -> int:
        if interpreter.is_over(scenario, now):
            return 1
        key = now.key()
        if key not in counts:
            counts[key] = sum(count(after) for after in successors(scenario, now, silence=False))
        return counts[key]

    return count(interpreter.start(scenario, variant))


def _visit(
    scenario: Scenario,
    now: Situation,
    found: dict[tuple[object, ...], Situation],
    on_the_way: set[tuple[object, ...]],
    most: int,
) -> None:
    key = now.key()
    if key in on_the_way:
        raise NotPlayable(f"endless loop through {now.place}")
    if key in found:
        return
    if len(found) >= most:
        raise NotPlayable("too many positions")
    found[key] = now
    if interpreter.is_over(scenario, now):
        return
    if not interpreter.offered(scenario, now):
        raise NotPlayable(f"no choice is left in {now.place}")
    on_the_way.add(key)
    for after in successors(scenario, now):
        _visit(scenario, after, found, on_the_way, most)
    on_the_way.remove(key)
