"""W310: a call that fails within a few decisions still scores."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeVar

from scoring.yardsticks import TIE
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, shown_by
from simulator.model.message import N_, Message
from simulator.model.scenario import Outcome

EARLY: Final = 3
"""Decisions within which a failure is early."""

MOST_POINTS: Final = 10.0
"""Points of the score that it may earn."""

Key = TypeVar("Key", int, str)


class _Way(NamedTuple):
    """A play and the value that it has earned."""

    value: float
    play: tuple[str, ...]


def find(ground: Ground) -> Iterator[Finding]:
    """Every ending that is a failure and so soon worth so much; of several plays the one that earns most."""
    for figures in ground.figures():
        for ending, way in _failures(figures).items():
            score = figures.score(way.value)
            if score > MOST_POINTS + TIE:
                headline = Message(
                    N_("A call that fails after {count} decision scores {score} points."),
                    {"score": score},
                    N_("A call that fails after {count} decisions scores {score} points."),
                    len(way.play),
                )
                advice = Message(
                    N_("Failing early must not pay: take points off what leads there, or off the ending `{ending}`."),
                    {"ending": ending},
                )
                yield Finding("W310", ("endings", ending), headline, shown_by(advice, figures.graph, way.play))


def _failures(figures: Figures) -> dict[str, _Way]:
    """For each ending that is a failure the early play that earns most."""
    futures, worth, endings = figures.futures, figures.worth, figures.graph.scenario.endings
    ways, failures = {0: _Way(0.0, ())}, dict[str, _Way]()
    for _ in range(EARLY):
        further = dict[int, _Way]()
        for future, way in ways.items():
            for edge in futures.edges(future):
                number = futures.edge_moves[edge]
                move = futures.moves[number]
                longer = _Way(way.value + worth[number], (*way.play, move.choice))
                if not move.ending:
                    _keep(further, futures.targets[edge], longer)
                elif endings[move.ending].outcome is Outcome.FAILURE:
                    _keep(failures, move.ending, longer)
        ways = further
    return failures


def _keep(known: dict[Key, _Way], key: Key, way: _Way) -> None:
    if key not in known or known[key].value < way.value - TIE:
        known[key] = way
