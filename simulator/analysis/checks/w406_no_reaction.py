"""W406: the caller reacts: a good part of what is heard depends on what the trainee did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.analysis.checks.ground import Finding, Ground
from simulator.analysis.reactions import reacting
from simulator.model.message import N_, Message

LEAST: Final = 1 / 3
"""The smallest share of the lines heard that must depend on what was done."""

_ADVICE: Final = N_(
    "Give choices replies of their own, and states several lines with a `when:`: how people are treated is to be heard."
)


def find(ground: Ground) -> Iterator[Finding]:
    """One finding where less of what blind callers hear depends on what they did, for the variant with least."""
    shares = ((reacting(figures.graph, figures.chances), figures.graph.variant) for figures in ground.figures())
    share, variant = min(((share, variant) for share, variant in shares if share is not None), default=(1.0, ""))
    if share < LEAST:
        headline = N_("The caller hardly reacts: {share}% of the lines heard depend on what was done.")
        if len(ground.scenario.variants) > 1:
            headline = N_("In the variant `{variant}` {share}% of the lines heard depend on what was done: too few.")
        values = {"share": round(100 * share), "variant": variant}
        yield Finding("W406", ("states",), Message(headline, values), Message(_ADVICE))
