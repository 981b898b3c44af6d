"""Every full position that choices and silences can reach, and whether a scenario can be played at all."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from simulator.model.scenario import SILENCE, Scenario
from tests.oracle import interpreter
from tests.oracle.interpreter import Key, NotPlayable, Outcome, Situation

Turns: TypeAlias = tuple[tuple[str, Outcome], ...]


@dataclass(frozen=True)
class Reached:
    """A full position and everything that the trainee can do there, silence last; nothing once the call is over."""

    now: Situation
    turns: Turns


@lru_cache(maxsize=128)
def reachable(scenario: Scenario, variant: str, most: int) -> dict[Key, Reached]:
    """All full positions of a variant by their keys, the start first.

    Raises NotPlayable where a call could go round for ever, stands with no choice, goes `back` to nothing, starts
    with a rule that already holds, or has more than `most` positions.
    """
    begin = interpreter.start(scenario, variant)
    if any(interpreter.holds(rule.when, begin) for rule in scenario.always):
        raise NotPlayable("a rule holds at the start")
    found: dict[Key, Reached] = {}
    _visit(scenario, begin, found, set(), most)
    return found


def sampled(
    scenario: Scenario, variant: str, kind_of: Callable[[Situation], Hashable], each: int
) -> tuple[Reached, ...]:
    """Full positions of every kind that `kind_of` tells apart, at most `each` of a kind; the start first.

    For calls with too many full positions to visit them all. Where those of one kind have one future, a kind that is
    not in here cannot be reached.
    """
    begin = interpreter.start(scenario, variant)
    waiting, found, seen, kinds = deque([begin]), list[Reached](), {begin.key}, Counter[Hashable]()
    while waiting:
        now = waiting.popleft()
        kind = kind_of(now)
        kinds[kind] += 1
        if kinds[kind] > each:
            continue
        found.append(Reached(now, tuple(_turns(scenario, now))))
        for _, done in found[-1].turns:
            if done.after.key not in seen:
                seen.add(done.after.key)
                waiting.append(done.after)
    return tuple(found)


def count_calls(found: dict[Key, Reached]) -> int:
    """How many complete calls the choices allow, for what `reachable` has found."""
    counts: dict[Key, int] = {}

    def count(key: Key) -> int:
        if key not in counts:
            turns = found[key].turns
            counts[key] = sum(count(done.after.key) for name, done in turns if name != SILENCE) if turns else 1
        return counts[key]

    return count(next(iter(found)))


def _visit(scenario: Scenario, now: Situation, found: dict[Key, Reached], on_the_way: set[Key], most: int) -> None:
    key = now.key
    if key in on_the_way:
        raise NotPlayable(f"endless loop through {now.place}")
    if key in found:
        return
    if len(found) >= most:
        raise NotPlayable("too many positions")
    if not interpreter.is_over(scenario, now) and not interpreter.offered(scenario, now):
        raise NotPlayable(f"no choice is left in {now.place}")
    found[key] = Reached(now, tuple(_turns(scenario, now)))
    on_the_way.add(key)
    for _, done in found[key].turns:
        _visit(scenario, done.after, found, on_the_way, most)
    on_the_way.remove(key)


def _turns(scenario: Scenario, now: Situation) -> Iterator[tuple[str, Outcome]]:
    for choice_id in interpreter.offered(scenario, now):
        yield choice_id, interpreter.take(scenario, now, choice_id)
    if interpreter.silence_possible(scenario, now):
        yield SILENCE, interpreter.keep_silent(scenario, now)
