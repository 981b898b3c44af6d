"""The analysis of a scenario as plain values: what `rolecall analyse` prints."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.evidence import Verdict
from scoring.rubric import Rubric
from simulator.analysis.chance import Chance, pass_chance
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.graph import Graph
from simulator.analysis.measure import values_of
from simulator.analysis.passes import blind
from simulator.analysis.valuation import Values
from simulator.engine import compiled_of, evidence
from simulator.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ChoicePrice:
    """A choice on offer at a decision of the ideal call, and what it would have cost."""

    choice: str
    text: str
    cost: float
    """Points of the score."""
    verdict: Verdict
    critical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdealStep:
    """One decision of the ideal call."""

    state: str
    choice: str
    prices: tuple[ChoicePrice, ...]
    """Every choice on offer, in the file's order."""


@dataclass(frozen=True, slots=True)
class CriterionReach:
    """What one criterion weighs in this call."""

    id: str
    nominal: float
    """Its share by the rubric's weights, as a fraction of 1."""
    effective: float
    """Its share in this call, as a fraction of 1."""
    assessed: bool
    """Whether the call gives it a score of its own."""
    range: float
    """The most points it alone can earn, above blind clicking."""
    blind_lost: float
    """The points that blind clicking loses on it."""


@dataclass(frozen=True, slots=True)
class EndingReach:
    """An ending, and how often blind clicking gets there."""

    id: str
    outcome: str
    blind: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """How large a call is. Decisions are choices; silences count for positions alone."""

    positions: int
    edges: int
    """Choices on offer, over all positions."""
    calls: int
    """Complete calls."""
    shortest: int
    """Decisions of the shortest complete call."""
    longest: int
    endings: tuple[EndingReach, ...]


@dataclass(frozen=True, slots=True)
class VariantAnalysis:
    """One variant."""

    variant: str
    best: float
    """The value of the best call; a score of 100."""
    blind: float
    """The value that blind clicking earns; a score of 0."""
    spread_in_points: float
    """How far the two are apart, in points of the mean weight."""
    decisions: float
    """The expected number of decisions of a blind call."""
    chance: Chance
    """That blind clicking passes."""
    criteria: tuple[CriterionReach, ...]
    ideal: tuple[IdealStep, ...]
    ending: str
    """Where the ideal call ends."""
    statistics: Statistics


@dataclass(frozen=True, slots=True)
class Analysis:
    """A scenario, variant by variant."""

    scenario: str
    rubric: str
    pass_mark: int
    variants: tuple[VariantAnalysis, ...]


def analyse(scenario: Scenario, rubric: Rubric, limit: int = PLAYABLE) -> Analysis:
    """Analyse every variant, up to `limit` positions each. Raises Unsound where a variant has no values."""
    variants = tuple(analyse_variant(explore(scenario, variant.id, limit), rubric) for variant in scenario.variants)
    return Analysis(scenario.id, rubric.id, rubric.pass_mark, variants)


def analyse_variant(graph: Graph, rubric: Rubric) -> VariantAnalysis:
    """Analyse one explored variant. Raises Unsound where it has no values."""
    values = values_of(graph, rubric)
    yardsticks = values.yardsticks
    ideal, ending = _ideal(values)
    return VariantAnalysis(
        variant=graph.variant,
        best=yardsticks.best,
        blind=yardsticks.blind,
        spread_in_points=yardsticks.spread_in_points,
        decisions=yardsticks.decisions,
        chance=pass_chance(graph, values, rubric),
        criteria=_criteria(values),
        ideal=ideal,
        ending=ending,
        statistics=_statistics(graph),
    )


def _ideal(values: Values) -> tuple[tuple[IdealStep, ...], str]:
    compiled = compiled_of(values.scenario)
    position, steps = compiled.start(values.variant), list[IdealStep]()
    for choice_id in values.ideal:
        prices = []
        for choice, marks in values.marks(position).items():
            found = evidence(values.scenario, position, choice, compiled.take(position, choice))
            text = values.scenario.states[position.state].choice(choice).text
            prices.append(ChoicePrice(choice, text, marks.cost, marks.verdict, found.critical))
        steps.append(IdealStep(position.state, choice_id, tuple(prices)))
        position = compiled.take(position, choice_id).position
    return tuple(steps), position.state


def _criteria(values: Values) -> tuple[CriterionReach, ...]:
    yardsticks = values.yardsticks
    return tuple(
        CriterionReach(
            id=criterion,
            nominal=yardsticks.nominal[place],
            effective=yardsticks.effective_weights[place],
            assessed=yardsticks.assessed(place),
            range=yardsticks.ranges[place],
            blind_lost=yardsticks.blind_lost[place],
        )
        for place, criterion in enumerate(yardsticks.criteria)
    )


def _statistics(graph: Graph) -> Statistics:
    size = len(graph.positions)
    calls, shortest, longest = [1] * size, [0] * size, [0] * size
    for position in reversed(graph.order):
        after = [graph.targets[edge] for edge in graph.edges(position)]
        if after:
            calls[position] = sum(calls[target] for target in after)
            shortest[position] = 1 + min(shortest[target] for target in after)
            longest[position] = 1 + max(longest[target] for target in after)
    return Statistics(size, len(graph.targets), calls[0], shortest[0], longest[0], _endings(graph))


def _endings(graph: Graph) -> tuple[EndingReach, ...]:
    reach = blind(graph).reach
    chances = dict.fromkeys(graph.scenario.endings, 0.0)
    for number, position in enumerate(graph.positions):
        if position.state in chances:
            chances[position.state] += reach[number]
    return tuple(EndingReach(e.id, e.outcome, chances[e.id]) for e in graph.scenario.endings.values())
