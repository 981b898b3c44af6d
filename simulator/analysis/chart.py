"""A call as a chart: its states, the choices as arrows with their price, its endings; what diagrams are drawn from.

Only what calls of the variants shown come by is on it. Texts still have their braces.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scoring.evidence import Verdict, verdict_of_cost
from scoring.rubric import Rubric
from simulator.analysis.checks.figures import Figures
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.graph import Coverage, Graph
from simulator.analysis.measure import values_of
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
    cost: float
    """What it costs a blind caller on average, in points of the score."""
    verdict: Verdict
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
    traffic = _Traffic()
    for one in variants:
        graph = explore(scenario, one, limit)
        traffic.add(graph, Figures(graph, values_of(graph, rubric)))
    return _Drawing(scenario, traffic, len(variants)).chart(tuple(variants))


@dataclass(slots=True)
class _Flow:
    """How often blind callers are offered a choice, what it costs them, and where it led."""

    weight: float = 0.0
    cost: float = 0.0
    targets: dict[str, None] = field(default_factory=dict)
    stays: bool = False


class _Traffic:
    """What blind callers of several variants come by, added up."""

    def __init__(self) -> None:
        self.coverage = Coverage()
        self.flows: dict[tuple[str, str], _Flow] = {}
        self.endings: dict[str, float] = {}
        self.decisions = 0.0

    def add(self, graph: Graph, figures: Figures) -> None:
        """Count in the calls of one variant."""
        self.coverage.add(graph.coverage)
        self.decisions += figures.yardsticks.decisions
        for position, weight in enumerate(figures.blind.reach):
            name = graph.names[graph.state_of[position]]
            if name in graph.scenario.endings:
                self.endings[name] = self.endings.get(name, 0.0) + weight
            for edge in graph.edges(position):
                flow = self._flow(graph, graph.edge_moves[edge])
                flow.weight += weight
                flow.cost += weight * figures.cost(position, edge)
                self._leads(flow, graph, graph.edge_moves[edge], graph.targets[edge])
        for target, move in graph.silences.values():
            self._flow(graph, move).targets[graph.names[graph.state_of[target]]] = None

    def _flow(self, graph: Graph, move: int) -> _Flow:
        made = graph.moves[move]
        return self.flows.setdefault((made.state, made.choice), _Flow())

    def _leads(self, flow: _Flow, graph: Graph, move: int, target: int) -> None:
        """Note where a choice leads by a way of its own; what a rule does is the rule's."""
        made = graph.moves[move]
        if made.route < 0:
            return
        if graph.scenario.states[made.state].choice(made.choice).routes[made.route].goto is None:
            flow.stays = True
        else:
            flow.targets[graph.names[graph.state_of[target]]] = None


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
        flow = self._traffic.flows[state.id, choice.id]
        cost = flow.cost / flow.weight if flow.weight else 0.0
        by_cost = verdict_of_cost(cost, self._traffic.decisions / self._variants)
        return Arrow(
            choice=choice,
            targets=tuple(flow.targets),
            stays=flow.stays,
            cost=cost,
            verdict=Verdict.CRITICAL if choice.critical else by_cost,
        )

    def _silence(self, state: State) -> Silent | None:
        silence = state.silence
        flow = self._traffic.flows.get((state.id, SILENCE))
        if silence is None or flow is None:
            return None
        own = [target for target in flow.targets if silence.goto in (BACK, target)]
        return Silent(silence.after, tuple(own) if silence.goto is not None else ())
