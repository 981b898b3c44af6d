"""Shares of passed calls, with the interval that so few calls leave open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.sampling import wilson
from simulator.record import Summary


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` of `tries`; there may be no try at all."""

    hits: int
    tries: int

    @property
    def share(self) -> float | None:
        """The share of hits, a fraction of 1; None where nothing was tried."""
        return self.hits / self.tries if self.tries else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share; None where nothing was tried."""
        return wilson(self.hits, self.tries) if self.tries else None


def pass_rate(sessions: Iterable[Summary]) -> Rate:
    """How many of the sessions that count were passed."""
    passed = [summary.passed for summary in sessions if summary.counts]
    return Rate(sum(passed), len(passed))
