"""W315: variants with the same best choices, so that a second try is the first by heart."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.best import BestSteps
from simulator.analysis.checks.ground import Finding, Ground
from simulator.model.message import N_, Message


def find(ground: Ground) -> Iterator[Finding]:
    """Every variant of which the calls that cost nothing have the same choices as those of a variant before it."""
    known: dict[frozenset[tuple[str, str]], str] = {}
    for figures in ground.figures():
        best = frozenset((step.move.state, step.move.choice) for step in BestSteps(figures).ideal())
        first = known.setdefault(best, figures.graph.variant)
        if first != figures.graph.variant:
            yield Finding(
                "W315",
                ("variants", figures.graph.variant),
                Message(
                    N_("The variant `{variant}` has the same best choices as `{first}`, all {count} of them."),
                    {"variant": figures.graph.variant, "first": first, "count": len(best)},
                ),
                Message(
                    N_(
                        "A second try is the first by heart. Let what the variant sets decide somewhere which choice "
                        "is best: in the `when` of an item of a `goto`, with a `score` of its own."
                    )
                ),
            )
