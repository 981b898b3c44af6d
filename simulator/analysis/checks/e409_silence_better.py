"""E409: saying nothing is worth more than the best choice."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, seen_at
from simulator.model.message import N_, Message
from simulator.model.scenario import SILENCE


def find(ground: Ground) -> Iterator[Finding]:
    """Every state with such a silence, where it gains most."""
    for figures in ground.figures():
        for state, (gain, position) in _gains(figures).items():
            yield Finding(
                "E409",
                ("states", state, SILENCE),
                Message(
                    N_("In the state `{state}` saying nothing is worth {points} points more than the best choice."),
                    {"state": state, "points": gain * figures.yardsticks.scale},
                ),
                seen_at(
                    Message(N_("Let the silence lower a gauge, or lead it to a worse place.")),
                    figures.graph,
                    position,
                    SILENCE,
                ),
            )


def _gains(figures: Figures) -> dict[str, tuple[float, int]]:
    """The largest gain in value of each state, and where it is had first."""
    graph, worth, best = figures.graph, figures.worth, figures.values.table.best
    gains = [
        (position, gain, move)
        for position, (target, move) in graph.silences.items()
        if (gain := worth[move] + best[target] - best[position]) > TIE
    ]
    found = dict[str, tuple[float, int]]()
    for position, gain, move in sorted(gains):
        state = graph.moves[move].state
        if gain > found.get(state, (0.0, 0))[0]:
            found[state] = (gain, position)
    return found
