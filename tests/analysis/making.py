"""Small calls built as values, a few words each, for the tests of the analysis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from scoring.rubric import Band, Bilingual, Criterion, Rubric
from simulator.analysis import Finding, findings
from simulator.model.conditions import Compare, Condition
from simulator.model.scenario import (
    Choice,
    Effect,
    Ending,
    Gauge,
    InFileTest,
    Line,
    Outcome,
    Points,
    Route,
    Scenario,
    Silence,
    State,
)
from simulator.words import say

LABEL: Final = Bilingual("", "")
DONE: Final = Ending("done", Outcome.SUCCESS, "Done", "It is done.")
LOST: Final = Ending("lost", Outcome.FAILURE, "Lost", "They hang up.")
PATIENCE: Final = Gauge("patience", "Patience", 3, 10)


def rubric(pass_mark: int = 70, **weights: int) -> Rubric:
    """A rubric with those criteria; empathy and clarity, 20 each, where none are given."""
    weights = weights or {"empathy": 20, "clarity": 20}
    criteria = tuple(Criterion(name, LABEL, weight, LABEL) for name, weight in weights.items())
    return Rubric("small", LABEL, pass_mark, (Band(0, LABEL),), criteria)


RUBRIC: Final = rubric()


def scenario(*states: State, endings: Sequence[Ending] = (DONE, LOST), **more: Any) -> Scenario:
    """A call that starts in the first of `states`."""
    fields: dict[str, Any] = {
        "id": "call", "title": "Call", "language": "en", "role": "sales", "level": 1, "minutes": 5, "rubric": "small",
        "about": "", "briefing": "", "caller": MappingProxyType({"name": "Alex"}), "start": states[0].id,
        "states": MappingProxyType({state.id: state for state in states}),
        "endings": MappingProxyType({ending.id: ending for ending in endings}),
    }  # fmt: skip
    return Scenario(**(fields | more))


def state(name: str, *choices: Choice, **more: Any) -> State:
    """A state with one line to say, if `more` says nothing else."""
    spoken = {} if "scene" in more else {"says": (Line("..."),)}
    return State(name, choices, **(spoken | more))


def choice(name: str, goto: str | tuple[Route, ...] | None = None, **more: Any) -> Choice:
    """A choice that leads to `goto`, or by those routes. Points by criterion are given as `empathy=1`."""
    points: Points = tuple((key, more.pop(key)) for key in ("empathy", "clarity") if key in more)
    routes = goto if isinstance(goto, tuple) else (Route(goto),)
    return Choice(name, name.capitalize(), score=points, routes=routes, **more)


def moves(**changes: int) -> Effect:
    """An effect on gauges."""
    return Effect(changes=tuple(changes.items()))


def sets(**values: str) -> Effect:
    """An effect on facts."""
    return Effect(sets=tuple(values.items()))


def silence(goto: str | None = None, **more: Any) -> Silence:
    """A silence that counts after ten seconds."""
    return Silence(10, goto=goto, **more)


def when(name: str, operator: Any, value: int | str) -> Condition:
    """A condition of one comparison."""
    return Compare(name, operator, value)


def ladder(name: str, count: int, end: str = "done") -> tuple[State, ...]:
    """`count` states in a row with a good and a bad choice each: enough decisions for a score to rest on."""
    names = [*(f"{name}{number}" for number in range(count)), end]
    return tuple(
        state(here, choice("good", after, empathy=2), choice("bad", after, empathy=-1))
        for here, after in pairwise(names)
    )


REST: Final = ladder("s", 6)
"""Enough good and bad choices behind what a test is about."""


def call(*states: State, **more: Any) -> Scenario:
    """`states`, then the rest of the call; no ending but `done` unless `more` says so."""
    return scenario(*states, *REST, **({"endings": (DONE,)} | more))


def found(call: Scenario, code: str, by: Rubric = RUBRIC, **more: Any) -> list[Finding]:
    """The findings of that code."""
    return [finding for finding in findings(call, by, **more) if finding.code == code]


def codes(call: Scenario, by: Rubric = RUBRIC, **more: Any) -> set[str]:
    """The codes of what is wrong with the call as a machine."""
    return {finding.code for finding in findings(call, by, **more) if finding.code.startswith("E4")}


def only(findings: list[Finding]) -> Finding:
    """The one finding that there is."""
    (finding,) = findings
    return finding


def words(finding: Finding) -> str:
    """What a trainer reads."""
    return f"{say(finding.headline)} {say(finding.help)}"


def asks(name: str, *play: str, **more: Any) -> InFileTest:
    """An in-file test of the default variant."""
    return InFileTest(name, **({"variant": "default", "play": play} | more))
