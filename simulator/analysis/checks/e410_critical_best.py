"""E410: a critical error among the best choices."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.best import BestSteps
from simulator.analysis.checks.ground import Finding, Ground, choice_place, seen_at
from simulator.model.message import N_, Message


def find(ground: Ground) -> Iterator[Finding]:
    """Every such choice, once for each variant, where a call comes to it soonest."""
    for figures in ground.figures():
        known: set[tuple[str, str]] = set()
        for position, move, _ in BestSteps(figures).everywhere(lambda move: bool(move.evidence.critical)):
            if (move.state, move.choice) not in known:
                known.add((move.state, move.choice))
                headline = Message(
                    N_("The choice `{choice}` is a critical error ({errors}) and among the best choices."),
                    {"choice": move.choice, "errors": move.evidence.critical},
                )
                advice = Message(N_("Take points off it, or give more to a choice that makes no critical error."))
                yield Finding(
                    "E410",
                    choice_place(move.state, move.choice),
                    headline,
                    seen_at(advice, figures.graph, position, move.choice),
                )
