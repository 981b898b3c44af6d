"""Positions and the whole numbers that they are packed into stand for each other."""

from __future__ import annotations

import pytest

from simulator.engine import Marks, Packing, compiled_of, reduced, reducer_of
from simulator.model.position import Position
from simulator.model.scenario import Scenario
from tests.oracle.beside import full_position
from tests.oracle.positions import reachable
from tests.strategies.scenarios import MOST_POSITIONS, seeded


def full_positions(scenario: Scenario) -> set[Position]:
    """Every position of every variant, nothing left out of it."""
    marks = Marks(scenario)
    found = [reachable(scenario, variant.id, MOST_POSITIONS) for variant in scenario.variants]
    return {full_position(scenario, marks, reached.now) for positions in found for reached in positions.values()}


@pytest.mark.parametrize("seed", range(60))
def test_a_position_is_what_its_number_says(seed: int) -> None:
    """Full ones too: one that was packed as it is must not be taken for another."""
    scenario = seeded(seed).scenario
    packing = Packing(scenario, compiled_of(scenario).marks, reducer_of(scenario))
    for position in full_positions(scenario):
        state = packing.number[position.state]
        assert packing.unpack(state, packing.pack(position)) == position
        alike = reduced(scenario, position)
        assert packing.pack(alike) & ~packing.kept[state] == 0
        assert packing.pack_reduced(position) == packing.pack(alike)
        assert reduced(scenario, alike) == alike
