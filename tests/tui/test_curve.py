"""The curve of a debrief fits where there is room for it, falls where the score fell, and needs no colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.css.styles import Styles
from textual.style import Style
from textual.visual import RenderOptions

from scoring.evidence import Verdict
from simulator.record import open_record
from simulator.session import Debrief
from simulator.tui.widgets.curve import AXIS, ROWS, Curve
from tests.session.desk import begin, parcel, play

OPTIONS = RenderOptions(lambda _name: None, Styles().get_rules())  # type: ignore[arg-type, return-value]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Debrief]:
    """A debrief to take others from."""
    path = tmp_path_factory.mktemp("curve") / "rolecall.db"
    with open_record(str(path)) as record:
        yield play(begin(record, parcel(), variant="gift"), "ask", "on", "courier", "facts").debrief("en")


def falling(told: Debrief, costs: list[int], mark: int = 70) -> Debrief:
    """A debrief whose decisions cost that much."""
    rows, reachable = [], 100
    for number, cost in enumerate(costs, start=1):
        reachable -= cost
        verdict = Verdict.MISTAKE if cost else Verdict.BEST
        rows.append(replace(told.decisions[0], number=number, shown_cost=cost, reachable=reachable, verdict=verdict))
    return replace(told, decisions=tuple(rows), pass_mark=mark)


def lines(debrief: Debrief, width: int) -> list[str]:
    """The lines of the curve."""
    return [strip.text for strip in Curve(debrief).render_strips(width, None, Style(), OPTIONS)]


def test_it_falls_where_the_score_fell(told: Debrief) -> None:
    assert [line.rstrip() for line in lines(falling(told, [0, 20, 0, 50]), 60)] == [
        "100 ███",
        " 70 ███╌╌███╌╌███╌╌╌╌╌╌╌",
        "    ███  ███  ███",
        "    ███  ███  ███  ▄▄▄",
        "    ███  ███  ███  ███",
        "    =    ?    =    ?",
        "    1    2    3    4",
        "         −20       −50",
    ]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60), st.integers(44, 130), st.integers(1, 100))
def test_it_fits_wherever_it_stands(told: Debrief, costs: list[int], width: int, mark: int) -> None:
    debrief = falling(told, costs, mark)
    curve = Curve(debrief)
    shown = lines(debrief, width)
    assert len(shown) == curve.get_height(Styles().get_rules(), width)
    assert len(shown) in (ROWS + 1, ROWS + 3)
    if len(costs) + AXIS <= width:
        assert all(len(line.rstrip()) <= width for line in shown)
    assert curve.get_optimal_width(Styles().get_rules(), width) <= width
