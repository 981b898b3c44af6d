"""What every position is worth, against a walk over the same positions that finds out nothing about them."""

from __future__ import annotations

import time

import pytest

from simulator.analysis import ANALYSABLE, explore, values_of
from simulator.library import find_rubric
from tests.benchmarks.ratios import compared
from tests.benchmarks.synthetic import EDGES, POSITIONS, bare_walk, scenario

pytestmark = pytest.mark.benchmark

SLOWER_AT_MOST = 5.0
ALIKE = 1_287
EDGES_ALIKE = 3_901


def test_full_values_cost_at_most_five_times_a_bare_walk() -> None:
    """`V`, `U` and blind clicking, the graph included, against the packed walk of the measured facts.

    That walk is the fastest form with the standard library alone that keeps to a function for each state, called with
    the positions of a wave: gauges come from a table, what moves them from others, and what was seen is a byte.
    """
    call, rubric, walk = scenario(), find_rubric(None)("customer-relations"), bare_walk()
    assert rubric is not None

    def ours() -> float:
        begun = time.process_time()
        graph = explore(call, "default", ANALYSABLE)
        values_of(graph, rubric)
        spent = time.process_time() - begun
        # With the one of the ending, without those in which nothing tells a gauge at its end from one beside it.
        assert (len(graph.positions), len(graph.targets)) == (POSITIONS + 1 - ALIKE, EDGES - EDGES_ALIKE)
        return spent

    def reference() -> float:
        begun = time.process_time()
        assert walk() == (POSITIONS, EDGES)
        return time.process_time() - begun

    found = compared(ours, reference, rounds=7)
    print(f"\nfull values of {POSITIONS} positions against a bare packed walk: {found}")
    assert found.ratio <= SLOWER_AT_MOST, str(found)
