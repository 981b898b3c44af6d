"""What the checks of a call look at, and what they hand back. No places in a text: `simulator.checking` finds those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from scoring.rubric import Rubric
from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.graph import Coverage, FaultKind, Graph, Place
from simulator.analysis.measure import values_of
from simulator.analysis.valuation import Values
from simulator.model.message import N_, Message
from simulator.model.scenario import SILENCE, Choice, Line, Scenario, State

NAMED: Final = 3
"""How many states are named where many do something."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of a call as a machine."""

    code: str
    place: Place
    """The path in the document; it may go deeper than what was written, then its deepest written part is meant."""
    headline: Message
    help: Message


@dataclass(frozen=True, slots=True)
class Ground:
    """A scenario with everything found out about it. `values` has None for a variant without values."""

    scenario: Scenario
    rubric: Rubric
    limit: int
    graphs: tuple[Graph, ...]
    values: tuple[Values | None, ...]
    coverage: Coverage
    """That of all variants together."""
    _figures: dict[str, Figures] = field(default_factory=dict, repr=False, compare=False)

    @property
    def explored(self) -> bool:
        """Whether nothing was left out, so that what was not met can't be met."""
        return all(
            graph.complete and all(fault.kind is FaultKind.NO_LINE for fault in graph.faults) for graph in self.graphs
        )

    def measured(self) -> Iterator[tuple[Graph, Values]]:
        """The variants whose positions have values."""
        for graph, values in zip(self.graphs, self.values, strict=True):
            if values is not None:
                yield graph, values

    def figures(self) -> Iterator[Figures]:
        """The figures of the variants whose positions have values, for the checks of balance."""
        for graph, values in self.measured():
            if graph.variant not in self._figures:
                self._figures[graph.variant] = Figures(graph, values)
            yield self._figures[graph.variant]

    def of_variant(self, variant: str) -> tuple[Graph, Values | None]:
        """The graph and the values of one variant."""
        return next(
            (graph, values) for graph, values in zip(self.graphs, self.values, strict=True) if graph.variant == variant
        )


def survey(scenario: Scenario, rubric: Rubric, limit: int = PLAYABLE) -> Ground:
    """Explore and measure every variant of `scenario`."""
    graphs = tuple(explore(scenario, variant.id, limit) for variant in scenario.variants)
    coverage = Coverage()
    for graph in graphs:
        coverage.add(graph.coverage)
    values = tuple(values_of(graph, rubric) if graph.sound else None for graph in graphs)
    return Ground(scenario, rubric, limit, graphs, values, coverage)


def choice_place(state: str, choice: str) -> Place:
    """Where a choice, or a silence, stands in the document."""
    return ("states", state, SILENCE) if choice == SILENCE else ("states", state, "choices", choice)


def seen_at(advice: Message, graph: Graph, position: int, *last: str) -> Message:
    """`advice`, and a play that shows what is meant: to `position`, then the choices in `last`."""
    return shown_by(advice, graph, (*graph.play_to(position), *last))


def shown_by(advice: Message, graph: Graph, play: tuple[str, ...]) -> Message:
    """`advice`, and a play that shows what is meant."""
    several = len(graph.scenario.variants) > 1
    values = {"advice": advice, "variant": graph.variant, "play": ", ".join(play)}
    if several and play:
        return Message(N_("{advice} To see it, in the variant `{variant}`: {play}."), values)
    if several:
        return Message(N_("{advice} To see it: at the start of the variant `{variant}`."), values)
    if play:
        return Message(N_("{advice} To see it: {play}."), values)
    return Message(N_("{advice} To see it: at the start of the call."), values)


def said_of(advice: Message, graph: Graph) -> Message:
    """`advice`, and the variant whose figures are given where there are several."""
    if len(graph.scenario.variants) == 1:
        return advice
    return Message(N_("{advice} The figures are those of `{variant}`."), {"advice": advice, "variant": graph.variant})


def most_of(amounts: dict[str, float]) -> tuple[Message, ...]:
    """The three states with the highest amounts above 0, highest first, each with its points of the score."""
    most = sorted((state for state in amounts if amounts[state] > TIE), key=lambda state: -amounts[state])[:NAMED]
    return tuple(Message(N_("`{state}` ({points})"), {"state": one, "points": amounts[one]}) for one in most)


def leads_to(scenario: Scenario, target: str) -> Iterator[tuple[str, str]]:
    """What has a `goto` that names `target`: choices and silences by their state, rules as `always` and a number."""
    for state in scenario.states.values():
        for choice in state.choices:
            if any(route.goto == target for route in choice.routes):
                yield state.id, choice.id
        if state.silence is not None and state.silence.goto == target:
            yield state.id, SILENCE
    for number, rule in enumerate(scenario.always, start=1):
        if rule.goto == target:
            yield "always", str(number)


def choices(scenario: Scenario) -> Iterator[tuple[State, Choice]]:
    """Every choice of the file, in its order."""
    for state in scenario.states.values():
        for choice in state.choices:
            yield state, choice


def lines(scenario: Scenario) -> Iterator[tuple[Place, Line]]:
    """Every line that is spoken on the other end, opening or reply, with its place in the document."""
    for state in scenario.states.values():
        place: Place = ("states", state.id)
        spoken = [((*place, "says"), state.says)]
        if state.silence is not None:
            spoken.append(((*place, SILENCE, "reply"), state.silence.reply))
        spoken += [((*place, "choices", choice.id, "reply"), choice.reply) for choice in state.choices]
        for where, said in spoken:
            yield from (((*where, number), line) for number, line in enumerate(said))
