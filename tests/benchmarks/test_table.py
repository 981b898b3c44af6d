"""The trainer's table with a million sessions: first painted as with a thousand, narrowed and sorted at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import quantiles

import pytest

from simulator.model.mode import Mode
from simulator.record import Column, Order, Record, Wanted, open_record
from tests.benchmarks.places import FEW, ROLECALL, Place, Places
from tests.benchmarks.ratios import compared
from tests.benchmarks.terminal import seconds_until
from tests.million.crowd import crowd
from tests.million.generate import TRAINEES
from tests.million.sessions import BEGIN, YEARS

pytestmark = pytest.mark.long

PAINTED_AT_MOST = 1.2
SECONDS_AT_P95 = 0.3
ROUNDS = 9


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    """A million sessions in a file, and on a server."""
    with open_record(places.many.database) as opened:
        yield opened


def filters() -> Iterator[Wanted]:
    """What a trainer narrows the table to: much, little, nothing at all, and several things at once."""
    somebody, *others = crowd(TRAINEES, 1)[:150]
    middle, month = BEGIN + YEARS / 2, YEARS / 48
    yield Wanted()
    yield Wanted(trainee=somebody.id)
    yield Wanted(trainees=frozenset(one.id for one in others))
    yield Wanted(scenario="prelevement-rejete")
    yield Wanted(mode=Mode.EXAM, passed=False)
    yield Wanted(critical=True, passed=True)
    yield Wanted(reviewed=False, critical=True, role="sales")
    yield Wanted(least=40, most=60)
    yield Wanted(least=99.9)
    yield Wanted(since=middle, until=middle + month)
    yield Wanted(since=middle, scenario="prelevement-rejete", reviewed=True)
    yield Wanted(text=somebody.name)
    yield Wanted(text="zoé prélèvement")
    yield Wanted(text="nobody at all")


def test_the_first_page_is_painted_as_fast_as_with_a_thousand(places: Places) -> None:
    """exec to the frame that shows the first rows."""

    def painted(place: Place) -> float:
        return seconds_until([ROLECALL, "review"], "session 1", place.environment)

    found = compared(lambda: painted(places.many), lambda: painted(places.few), ROUNDS)
    print(f"\nthe table with a million sessions against {FEW}: {found}")
    assert found.ratio <= PAINTED_AT_MOST, str(found)


def test_the_table_is_narrowed_and_sorted_by_any_column_at_once(record: Record) -> None:
    """From what is asked for to its first page, as whoever trains sees it; every filter by every column, both ways."""
    taken: dict[tuple[int, Order], float] = {}
    for number, wanted in enumerate(filters()):
        for column in Column:
            for descending in (False, True):
                order = Order(column, descending)
                begun = time.perf_counter()
                record.pages(replace(wanted, viewer=""), order).first()
                taken[number, order] = time.perf_counter() - begun
    *_, p95 = quantiles(taken.values(), n=20)
    slowest = max(taken, key=taken.__getitem__)
    print(f"\n{len(taken)} tables: p95 {p95 * 1000:.0f} ms, slowest {taken[slowest] * 1000:.0f} ms {slowest}")
    assert p95 < SECONDS_AT_P95


def test_a_page_in_the_middle_costs_what_the_first_one_costs(record: Record) -> None:
    pages = record.pages(Wanted(viewer=""), Order(Column.SCORE))
    mark = pages.first()[-1].mark
    for _page in range(200):
        mark = pages.after(mark)[-1].mark

    def timed(first: bool) -> float:
        begun = time.perf_counter()
        pages.first() if first else pages.after(mark)
        return time.perf_counter() - begun

    found = compared(lambda: timed(False), lambda: timed(True), rounds=21)
    print(f"\npage 200 against the first one: {found}")
    assert found.ratio <= 2.0, str(found)
