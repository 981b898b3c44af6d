"""The numbers of positions, written as a text, are those of a plain table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.placed import Placed, written
from simulator.model.position import Position

STATES, BACKS = ["hello", "ask", "a state; of 7, it is"], ["", "hello"]
POSITIONS = st.builds(
    Position,
    st.sampled_from(STATES),
    st.lists(st.integers(0, 200), max_size=4).map(tuple),
    st.integers(0, 2**70),
    st.sampled_from(BACKS),
)


@given(st.lists(POSITIONS, unique=True, min_size=1, max_size=20), POSITIONS)
def test_each_has_the_number_of_its_place(positions: list[Position], other: Position) -> None:
    plain = {position: number for number, position in enumerate(positions)}
    found = Placed(written(positions, STATES, BACKS), STATES, BACKS)
    assert dict(found.items()) == plain
    assert list(found) == positions
    assert found.get(other) == plain.get(other)


def test_what_is_not_there_is_not_found() -> None:
    found = Placed(written([Position("hello", (1, 2))], STATES, BACKS), STATES, BACKS)
    assert Position("nowhere", (1, 2)) not in found
    assert Position("hello", (1, 2), 0, "nowhere") not in found
    with pytest.raises(KeyError):
        found[Position("hello", (12,))]


def test_a_position_is_there_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        Placed(written([Position("hello", (1,)), Position("hello", (1,))], STATES, BACKS), STATES, BACKS)


@pytest.mark.parametrize(("states", "backs"), [([], BACKS), (STATES[:1], BACKS), (STATES, [])])
def test_every_name_is_there(states: list[str], backs: list[str]) -> None:
    text = written([Position("hello", (1,)), Position("ask", (1,))], STATES, BACKS)
    with pytest.raises(ValueError, match="no name"):
        Placed(text, states, backs)
