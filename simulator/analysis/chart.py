"""A call as a chart: its states, the choices as arrows with their price, its endings; what diagrams are drawn from.

Only what calls of the variants shown come by is on it. Texts still have their braces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.evidence import Verdict, verdict_of_cost
from scoring.rubric import Rubric
from simulator.analysis.checks.figures import Figures
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.graph import Coverage, Graph, Move
from simulator.analysis.measure import values_of
from simulator.analysis.report.decisions import decisions_of
from simulator.analysis.report.size import size_of
from simulator.model.conditions import in_words
from simulator.model.scenario import BACK, SILENCE, Choice, Ending, Scenario, State


@dataclass(frozen=True, slots=True)
class Arrow:
    """One choice of a state."""

    choice: Choice
    targets: tuple[str, ...]
    """The states and endings that it leads to, by its own ways; the state itself where the call goes back to it."""
    stays: bool
    """Whether the call may go on in the state without entering it anew."""
    cost: float | None
    """What it costs a blind caller on average, in points of the score; None where only a silence leads to it."""
    verdict: Verdict | None
    """What a decision of that cost is called; critical where the choice always makes a critical error."""


@dataclass(frozen=True, slots=True)
class Silent:
    """What the clock leads to in a state."""

    after: int
    """Seconds."""
    targets: tuple[str, ...]
    """Empty where the call goes on in the state."""


@dataclass(frozen=True, slots=True)
class Card:
    """One state."""

    state: State
    arrows: tuple[Arrow, ...]
    silence: Silent | None


@dataclass(frozen=True, slots=True)
class FiredRule:
    """An `always` rule that fires in some call: its number (from 1), its condition as written, where it leads."""

    number: int
    when: str
    target: str


@dataclass(frozen=True, slots=True)
class Finish:
    """An ending, and the share of blind calls that end there."""

    ending: Ending
    share: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole call, in the order of the file."""

    scenario: Scenario
    variants: tuple[str, ...]
    cards: tuple[Card, ...]
    finishes: tuple[Finish, ...]
    rules: tuple[FiredRule, ...]


def chart(scenario: Scenario, rubric: Rubric, variant: str | None = None, limit: int = PLAYABLE) -> Chart:
    """The chart of one variant, or of all together. Raises KeyError for an unknown variant, Unsound."""
    variants = [scenario.variant(variant).id] if variant is not None else [one.id for one in scenario.variants]
    traffic = _Traffic(scenario)
    for one in variants:
        graph = explore(scenario, one, limit)
        traffic.add(Figures(graph, values_of(graph, rubric)))
    return _Drawing(scenario, traffic, len(variants)).chart(tuple(variants))


class _Traffic:
    """What calls of several variants come by, added up; costs and endings are those of blind callers."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.coverage = Coverage()
        self.targets: dict[tuple[str, str], dict[str | None, None]] = {}
        """Where each choice, or silence, leads: None where the call stays."""
        self.costs: dict[tuple[str, str], tuple[float, float]] = {}
        """For each choice how often it was offered, and what that cost in sum."""
        self.endings: dict[str, float] = {}
        self.decisions = 0.0

    def add(self, figures: Figures) -> None:
        """Count in the calls of one variant."""
        graph = figures.graph
        self.coverage.add(graph.coverage)
        self.decisions += figures.yardsticks.decisions
        for ending in size_of(graph, figures.chances.reach).endings:
            self.endings[ending.id] = self.endings.get(ending.id, 0.0) + ending.blind
        for state in decisions_of(figures):
            for choice in state.choices:
                weight, total = self.costs.get((state.state, choice.choice), (0.0, 0.0))
                here = choice.offered * state.times * state.share
                self.costs[state.state, choice.choice] = (weight + here, total + here * choice.mean)
        for number, place in _led(graph):
            self._leads(graph.moves[number], graph.names[place])

    def cost(self, state: str, choice: str) -> float | None:
        """What a choice costs on average; None where blind callers are never offered it."""
        weight, total = self.costs.get((state, choice), (0.0, 0.0))
        return total / weight if weight else None

    def _leads(self, move: Move, name: str) -> None:
        """Note where a choice or a silence leads by a way of its own; where a rule led is the rule's."""
        found = self.targets.setdefault((move.state, move.choice), {})
        state = self._scenario.states[move.state]
        if move.choice == SILENCE:
            goto = state.silence.goto if state.silence else None
        elif move.route >= 0:
            goto = state.choice(move.choice).routes[move.route].goto
        else:
            return
        if goto in (BACK, name):
            found[name] = None
        elif goto is None and name == move.state:
            found[None] = None


def _led(graph: Graph) -> Iterator[tuple[int, int]]:
    """Each move with each state or ending, by its number, that it leads to."""
    state_of = graph.state_of
    yield from dict.fromkeys((move, state_of[t]) for move, t in zip(graph.edge_moves, graph.targets, strict=True))
    yield from dict.fromkeys((move, state_of[t]) for t, move in graph.silences.values())


class _Drawing:
    """Puts the figures beside what the file says."""

    def __init__(self, scenario: Scenario, traffic: _Traffic, variants: int) -> None:
        self._scenario = scenario
        self._traffic = traffic
        self._variants = variants

    def chart(self, variants: tuple[str, ...]) -> Chart:
        """The chart."""
        scenario, coverage = self._scenario, self._traffic.coverage
        return Chart(
            scenario=scenario,
            variants=variants,
            cards=tuple(self._card(state) for state in scenario.states.values() if state.id in coverage.states),
            finishes=tuple(
                Finish(ending, self._traffic.endings[ending.id] / self._variants)
                for ending in scenario.endings.values()
                if ending.id in coverage.endings
            ),
            rules=tuple(
                FiredRule(place + 1, in_words(rule.when), rule.goto)
                for place, rule in enumerate(scenario.always)
                if place in coverage.rules
            ),
        )

    def _card(self, state: State) -> Card:
        offered = self._traffic.coverage.choices
        arrows = tuple(self._arrow(state, choice) for choice in state.choices if (state.id, choice.id) in offered)
        return Card(state, arrows, self._silence(state))

    def _arrow(self, state: State, choice: Choice) -> Arrow:
        targets, cost = self._traffic.targets[state.id, choice.id], self._traffic.cost(state.id, choice.id)
        return Arrow(
            choice=choice,
            targets=tuple(target for target in targets if target is not None),
            stays=None in targets,
            cost=cost,
            verdict=self._verdict(choice, cost),
        )

    def _verdict(self, choice: Choice, cost: float | None) -> Verdict | None:
        if choice.critical:
            return Verdict.CRITICAL
        return None if cost is None else verdict_of_cost(cost, self._traffic.decisions / self._variants)

    def _silence(self, state: State) -> Silent | None:
        targets = self._traffic.targets.get((state.id, SILENCE))
        if state.silence is None or targets is None:
            return None
        return Silent(state.silence.after, tuple(target for target in targets if target is not None))
