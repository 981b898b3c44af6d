"""What calls of a variant are worth that start anywhere, and why some have no value."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from scoring.rubric import Rubric
from simulator.analysis.checks import (
    e404_list_runs_out,
    e405_no_choice_left,
    e406_endless_loop,
    e412_too_many_positions,
    e414_no_way_back,
)
from simulator.analysis.checks.ground import Ground
from simulator.analysis.explorer import explore
from simulator.analysis.graph import Graph
from simulator.analysis.measure import values_by, values_of
from simulator.analysis.valuation import Unsound, Values
from simulator.model.message import N_, Message
from simulator.model.position import Position

AT_ALL: Final = N_("This call cannot be measured. {headline} {help}")
FROM_THERE: Final = N_("A call that starts there need not come to an end. {headline} {help}")

_NEVER_ENDS = (
    e405_no_choice_left.find,
    e406_endless_loop.find,
    e412_too_many_positions.find,
    e414_no_way_back.find,
    e404_list_runs_out.find,
)
"""The checks that say why a graph has no values."""


class NoWayOn(Unsound):
    """Not every call comes to an end, or there are too many positions to tell; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def values_if_sound(graph: Graph, rubric: Rubric, limit: int) -> Values:
    """The values of a variant that was explored up to `limit` positions. Raises NoWayOn."""
    if not graph.sound:
        raise NoWayOn(_why(AT_ALL, graph, rubric, limit))
    return values_of(graph, rubric)


def values_from(start: Position, whole: Graph, rubric: Rubric, limit: int) -> tuple[Graph, Values]:
    """The calls of a variant from `start` on, measured by the yardsticks of the whole call.

    The best of them scores 100: a call that lost nothing before. Raises NoWayOn, for the whole variant as well.
    """
    yardsticks = values_if_sound(whole, rubric, limit).yardsticks
    graph = explore(whole.scenario, whole.variant, limit, start)
    if not graph.sound:
        raise NoWayOn(_why(FROM_THERE, graph, rubric, limit))
    values = values_by(graph, yardsticks)
    best = values.table.best[0]
    return graph, replace(values, yardsticks=replace(yardsticks, best=best, blind=best - yardsticks.spread))


def _why(text: str, graph: Graph, rubric: Rubric, limit: int) -> Message:
    ground = Ground(graph.scenario, rubric, limit, (graph,), (None,), graph.coverage)
    finding = next(finding for find in _NEVER_ENDS for finding in find(ground))
    return Message(text, {"headline": finding.headline, "help": finding.help})
