"""Analyses a made-up call of almost as many positions as may be analysed, in a process of its own.

It prints how many positions there were, and the most memory that the process took, in bytes.
"""

from __future__ import annotations

import resource
import sys
from typing import Final

from simulator.analysis import ANALYSABLE, analyse
from simulator.cli.main import collect_seldom
from simulator.library import find_rubric
from tests.benchmarks.synthetic import scenario

STATES: Final = 360
"""With two or three more there would be too many positions."""


def main() -> None:
    """Analyse it as `rolecall analyse --large` does."""
    collect_seldom()
    rubric = find_rubric(None)("customer-relations")
    assert rubric is not None
    analysis = analyse(scenario(STATES), rubric, ANALYSABLE)
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(analysis.variants[0].statistics.positions, taken if sys.platform == "darwin" else taken * 1024)


if __name__ == "__main__":
    main()
