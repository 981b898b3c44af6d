"""A made-up call of the size that exploring is measured on, and the barest walk over the same graph.

40 states, each leading to the next, with 4 choices of which 3 ask for a gauge; 4 gauges of 0 to 10. The first eight
states spread the gauges, the others move one or two of them by one. 459,213 positions in states, 1,392,445 edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from scoring.sampling import numbers
from simulator.model.conditions import Compare
from simulator.model.scenario import Choice, Effect, Ending, Gauge, Line, Outcome, Points, Route, Scenario, State

POSITIONS: Final = 459_213
EDGES: Final = 1_392_445

STATES: Final = 40
TOP: Final = 10
START: Final = 5
GAUGES: Final = ("trust", "patience", "hurry", "doubt")
LEAST: Final = (0, 3, 4, 4)
STRIDES: Final = (1331, 121, 11, 1)
SPREADS: Final = ((-4, -1, 2, 5), (-3, -1, 1, 3))
CRITERIA: Final = (
    "empathy", "listening", "clarity", "adaptability", "creativity", "resilience", "positivity", "ownership",
    "compliance",
)  # fmt: skip


class Step(NamedTuple):
    """What one choice asks for and does; gauges by number."""

    asked: int
    least: int
    """The gauge asked for must be at least that, for every other choice at most 10 less that."""
    changes: dict[int, int]


@lru_cache
def steps(states: int = STATES) -> tuple[tuple[Step, ...], ...]:
    """The choices of each state of a call with that many."""
    draws = numbers("synthetic 0")

    def draw(count: int) -> int:
        return next(draws) * count >> 32

    def drawn(state: int, choice: int) -> Step:
        asked, one = draw(len(GAUGES)), draw(len(GAUGES))
        two = (one + 1 + draw(len(GAUGES) - 1)) % len(GAUGES)
        if state < 8:
            return Step(asked, 0, {state % 4: SPREADS[state // 4][choice]})
        changes = {one: 1 - 2 * draw(2)}
        if choice % 2:
            changes[two] = 1 - 2 * draw(2)
        return Step(choice if state == states - 1 else asked, LEAST[choice], changes)

    return tuple(tuple(drawn(state, choice) for choice in range(len(LEAST))) for state in range(states))


def scenario(states: int = STATES) -> Scenario:
    """The call, longer with more `states`. The last one answers to each level of all gauges: no two are ever alike."""
    return Scenario(
        id="synthetic", title="Synthetic", language="en", role="sales", level=1, minutes=5, rubric="customer-relations",
        about="", briefing="", caller=MappingProxyType({"name": "Alex"}), start="s0",
        states=MappingProxyType({f"s{number}": _state(number, states) for number in range(states)}),
        endings=MappingProxyType({"end": Ending("end", Outcome.SUCCESS, "End", "It ends.")}),
        gauges=tuple(Gauge(name, name, START, TOP) for name in GAUGES),
    )  # fmt: skip


def _state(number: int, states: int) -> State:
    last = number == states - 1
    choices = (_choice(number, place, step, last=last) for place, step in enumerate(steps(states)[number]))
    return State(f"s{number}", tuple(choices), (Line("..."),))


def _choice(state: int, place: int, step: Step, *, last: bool) -> Choice:
    asked = GAUGES[step.asked]
    changes = () if last else tuple((GAUGES[gauge], by) for gauge, by in step.changes.items())
    when = Compare(asked, ">=", step.least) if place % 2 else Compare(asked, "<=", TOP - step.least)
    return Choice(
        f"c{place}", "...", None, when if step.least or last else None,
        reply=_each_level(GAUGES[(step.asked + 1) % len(GAUGES)]) if last else (),
        score=_points(state, place), effect=Effect(changes=changes),
        routes=(Route("end" if last else f"s{state + 1}"),),
    )  # fmt: skip


def _each_level(gauge: str) -> tuple[Line, ...]:
    """An answer to each level, so that none is as good as another."""
    return (*(Line("...", Compare(gauge, "==", level)) for level in range(TOP)), Line("..."))


def _points(state: int, place: int) -> Points:
    """Two criteria a choice, the first choices being the better ones on one and the worse ones on the other."""
    first, second = (3 * state + place) % len(CRITERIA), (3 * state + place + 1) % len(CRITERIA)
    return ((CRITERIA[first], 2 - place), (CRITERIA[second], place - 1))


def bare_walk() -> Callable[[], tuple[int, int]]:
    """A walk over the same graph that keeps nothing but what it has seen; how many positions and edges there are.

    A generated function for each state opens the positions of a wave. A position is a number below 11 ** 4; a table has
    its gauges, others have a gauge by what it was before it moved, and each state has a byte for each position.
    """
    scope: dict[str, Any] = {"LEVELS": [*product(range(TOP + 1), repeat=len(GAUGES))]}
    for by in range(-TOP, TOP + 1):
        scope[f"UP{by + TOP}"] = [max(0, min(TOP, level + by)) for level in range(TOP + 1)]
    exec("\n".join(line for state in range(STATES) for line in _opening(state)), scope)
    opening = [scope[f"open{state}"] for state in range(STATES)]

    def walk() -> tuple[int, int]:
        seen = [bytearray((TOP + 1) ** len(GAUGES)) for _ in range(STATES + 1)]
        front, positions, edges = {0: [START * sum(STRIDES)]}, 0, 0
        while front:
            after: list[list[int]] = [[] for _ in range(STATES + 1)]
            for state, here in front.items():
                positions += len(here)
                edges += opening[state](here, seen, after)
            front = {state: there for state, there in enumerate(after[:STATES]) if there}
        return positions, edges

    return walk


def _opening(state: int) -> Iterator[str]:
    """The lines of the function that opens positions of a state; what it leads to is the next state, or the end."""
    yield f"def open{state}(front,seen,after):"
    yield f" seen{state + 1},add{state + 1},edges=seen[{state + 1}],after[{state + 1}].append,0"
    yield " for x in front:"
    yield "  g0,g1,g2,g3=LEVELS[x]"
    for place, step in enumerate(steps()[state]):
        moved = "".join(f"+(UP{by + TOP}[g{gauge}]-g{gauge})*{STRIDES[gauge]}" for gauge, by in step.changes.items())
        asked = f"g{step.asked}>={step.least}" if place % 2 else f"g{step.asked}<={TOP - step.least}"
        yield f"  if {asked}:" if step.least else "  if 1:"
        yield f"   y=x{moved}"
        yield "   edges+=1"
        yield f"   if not seen{state + 1}[y]: seen{state + 1}[y]=1; add{state + 1}(y)"
    yield " return edges"
