"""Everything that is said of a scenario, variant by variant, from where its calls start or from anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.rubric import Rubric
from simulator.analysis.chance import Chance, chance_of
from simulator.analysis.checks.figures import Figures
from simulator.analysis.explorer import PLAYABLE, explore
from simulator.analysis.following import blindly
from simulator.analysis.graph import Graph
from simulator.analysis.report.criteria import CriterionReach, criteria_of
from simulator.analysis.report.decisions import StateDecisions, decisions_of
from simulator.analysis.report.elsewhere import values_from, values_if_sound
from simulator.analysis.report.fares import Fare, bots_fare, second_best_fares
from simulator.analysis.report.gauges import GaugeRange, gauges_of
from simulator.analysis.report.ideal import IdealStep, ideal_call
from simulator.analysis.report.scores import Spread, spread_of
from simulator.analysis.report.size import Statistics, size_of
from simulator.analysis.valuation import Values
from simulator.engine import compiled_of
from simulator.model.position import Position
from simulator.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class VariantAnalysis:
    """One variant. Scores and costs are in points of the score.

    Where the analysis starts elsewhere they are those of a call that lost nothing before, by the yardsticks of the
    whole call: a choice costs what it costs in the debrief.
    """

    variant: str
    start: str
    """The state in which the calls start."""
    best: float
    """The value of the best call; a score of 100."""
    blind: float
    """The value that blind clicking earns; a score of 0 in a whole call."""
    blind_score: float
    """The expected score of blind clicking."""
    spread_in_points: float
    """How far best and blind are apart in the whole call, in points of the mean weight."""
    decisions: float
    """The expected number of decisions of a blind call."""
    chance: Chance
    """That blind clicking passes."""
    criteria: tuple[CriterionReach, ...]
    """What each criterion weighs; none where the analysis starts elsewhere."""
    scores: Spread
    bots: tuple[Fare, ...]
    second_best: Fare
    gauges: tuple[GaugeRange, ...]
    facts: dict[str, str]
    """The facts as the calls start, by id."""
    by_state: tuple[StateDecisions, ...]
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


def analyse(
    scenario: Scenario, rubric: Rubric, limit: int = PLAYABLE, starts: Mapping[str, Position | None] | None = None
) -> Analysis:
    """Analyse every variant, up to `limit` positions each.

    With `starts` only the variants that it names, each from that position on; None is where its calls start.
    Raises NoWayOn where a variant has no values, or where its calls need not come to an end from there.
    """
    wanted = dict.fromkeys(variant.id for variant in scenario.variants) if starts is None else starts
    variants = []
    for variant, start in wanted.items():
        graph = explore(scenario, variant, limit)
        variants.append(analyse_variant(graph, rubric, limit) if start is None else _from(start, graph, rubric, limit))
    return Analysis(scenario.id, rubric.id, rubric.pass_mark, tuple(variants))


def analyse_variant(graph: Graph, rubric: Rubric, limit: int = PLAYABLE) -> VariantAnalysis:
    """Analyse one explored variant. Raises NoWayOn where it has no values."""
    values = values_if_sound(graph, rubric, limit)
    whole = _analysed(graph, values, rubric, compiled_of(graph.scenario).start(graph.variant))
    return replace(whole, criteria=criteria_of(values.yardsticks))


def _from(start: Position, whole: Graph, rubric: Rubric, limit: int) -> VariantAnalysis:
    """Analyse the calls of a variant from `start` on."""
    graph, values = values_from(start, whole, rubric, limit)
    return _analysed(graph, values, rubric, start)


def _analysed(graph: Graph, values: Values, rubric: Rubric, start: Position) -> VariantAnalysis:
    figures = Figures(graph, values)
    ideal, ending = ideal_call(values, start)
    blind = sum(times * worth for times, worth in zip(figures.chances.moves, figures.worth, strict=True))
    return VariantAnalysis(
        variant=graph.variant,
        start=start.state,
        best=values.yardsticks.best,
        blind=blind,
        blind_score=figures.score(blind),
        spread_in_points=values.yardsticks.spread_in_points,
        decisions=figures.chances.decisions,
        chance=chance_of(blindly(graph.futures), figures.earnings, rubric),
        criteria=(),
        scores=spread_of(figures.earnings),
        bots=bots_fare(figures, rubric),
        second_best=second_best_fares(figures, rubric),
        gauges=gauges_of(graph, start),
        facts=_facts(graph.scenario, start),
        by_state=decisions_of(figures),
        ideal=ideal,
        ending=ending,
        statistics=size_of(graph, figures.chances.reach),
    )


def _facts(scenario: Scenario, position: Position) -> dict[str, str]:
    values = position.values[len(scenario.gauges) :]
    return {fact.id: fact.values[value] for fact, value in zip(scenario.facts, values, strict=True)}
