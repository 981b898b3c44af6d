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
    """The largest gain in value of each state, and where it is had.

    What a silence gains depends on its move and on the futures before and after it: each such case is looked at once.
    """
    graph, best, worth = figures.graph, figures.best, figures.worth
    of, silences = figures.futures.of, graph.silences
    cases = {(of[position], move, of[target]): position for position, (target, move) in reversed([*silences.items()])}
    found = dict[str, tuple[float, int]]()
    for (before, move, after), position in sorted(cases.items(), key=lambda case: case[1]):
        gain = worth[move] + best[after] - best[before]
        state = graph.moves[move].state
        if gain > max(TIE, found.get(state, (0.0, 0))[0]):
            found[state] = (gain, position)
    return found
