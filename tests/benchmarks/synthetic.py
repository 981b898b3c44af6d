"""A made-up call of the size that exploring is measured on, and the barest walk over the same graph.

40 states, each leading to the next, with 4 choices of which 3 ask for a gauge; 4 gauges of 0 to 10. The first eight
states spread the gauges, the others move one or two of them by one. 459,213 positions in states, 1,392,729 edges.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from simulator.analysis.earnings import numbers
from simulator.model.conditions import Compare
from simulator.model.scenario import Choice, Effect, Ending, Gauge, Line, Outcome, Points, Route, Scenario, State

POSITIONS: Final = 459_213
EDGES: Final = 1_392_729

STATES: Final = 40
TOP: Final = 10
START: Final = 5
GAUGES: Final = ("trust", "patience", "hurry", "doubt")
LEAST: Final = (0, 3, 4, 4)
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
def steps() -> tuple[tuple[Step, ...], ...]:
    """The choices of each state."""
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
        return Step(choice if state == STATES - 1 else asked, LEAST[choice], changes)

    return tuple(tuple(drawn(state, choice) for choice in range(len(LEAST))) for state in range(STATES))


def scenario() -> Scenario:
    """The call. The last state reads all gauges, so that none is dropped before."""
    return Scenario(
        id="synthetic", title="Synthetic", language="en", role="sales", level=1, minutes=5, rubric="customer-relations",
        about="", briefing="", caller=MappingProxyType({"name": "Alex"}), start="s0",
        states=MappingProxyType({f"s{number}": _state(number) for number in range(STATES)}),
        endings=MappingProxyType({"end": Ending("end", Outcome.SUCCESS, "End", "It ends.")}),
        gauges=tuple(Gauge(name, name, START, TOP) for name in GAUGES),
    )  # fmt: skip


def _state(number: int) -> State:
    choices = (_choice(number, place, step) for place, step in enumerate(steps()[number]))
    return State(f"s{number}", tuple(choices), (Line("..."),))


def _choice(state: int, place: int, step: Step) -> Choice:
    asked, last = GAUGES[step.asked], state == STATES - 1
    when = Compare(asked, ">=", step.least) if place % 2 else Compare(asked, "<=", TOP - step.least)
    return Choice(
        f"c{place}", "...", None, when if step.least or last else None,
        score=_points(state, place), effect=Effect(changes=tuple((GAUGES[g], by) for g, by in step.changes.items())),
        routes=(Route("end" if last else f"s{state + 1}"),),
    )  # fmt: skip


def _points(state: int, place: int) -> Points:
    """Two criteria a choice, the first choices being the better ones on one and the worse ones on the other."""
    first, second = (3 * state + place) % len(CRITERIA), (3 * state + place + 1) % len(CRITERIA)
    return ((CRITERIA[first], 2 - place), (CRITERIA[second], place - 1))


def bare_walk() -> Callable[[], tuple[int, int]]:
    """A walk over the same graph that keeps nothing but what it has seen; how many positions and edges there are.

    There is a generated loop for each state. A position is a number below 11 ** 4, gauges are read from a table, and
    another table moves and clamps them: no Python that steps from position to position does it with less.
    """
    strides = [(TOP + 1) ** (3 - gauge) for gauge in range(4)]
    lines = ["def walk():", f" front=[{START * sum(strides)}]", " count=edges=0"]
    for state in range(STATES):
        lines += [" count+=len(front)", " seen=bytearray(SIZE)", " after=[]", " add=after.append", " for x in front:"]
        lines += ["  g0,g1,g2,g3=LEVELS[x]"]
        for place, step in enumerate(steps()[state]):
            lines += [f"  {line}" for line in _edge(place, step, last=state == STATES - 1)]
        lines.append(" front=after")
    lines.append(" return count,edges")
    scope: dict[str, Any] = {"LEVELS": [*product(range(TOP + 1), repeat=4)], "SIZE": (TOP + 1) ** 4}
    for by in range(-TOP, TOP + 1):
        for gauge, stride in enumerate(strides):
            moved = [(max(0, min(TOP, level + by)) - level) * stride for level in range(TOP + 1)]
            scope[f"MOVE{gauge}_{by + TOP}"] = moved
    exec("\n".join(lines), scope)
    walk: Callable[[], tuple[int, int]] = scope["walk"]
    return walk


def _edge(place: int, step: Step, *, last: bool) -> list[str]:
    moved = "+".join(f"MOVE{gauge}_{by + TOP}[g{gauge}]" for gauge, by in step.changes.items())
    lines = ["edges+=1"] if last else ["edges+=1", f"y=x+{moved}", "if not seen[y]:seen[y]=1;add(y)"]
    if not step.least:
        return lines
    asked = f"g{step.asked}>={step.least}" if place % 2 else f"g{step.asked}<={TOP - step.least}"
    return [f"if {asked}:", *(f" {line}" for line in lines)]
