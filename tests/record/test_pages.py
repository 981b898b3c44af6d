"""The trainer's table: every order, every filter, from either end, page by page, in a file and on a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from simulator.model.bare import bare
from simulator.model.mode import Mode
from simulator.record import Column, Listed, Order, Record, Standing, Summary, Wanted, open_record, paging
from simulator.record.address import locate
from simulator.record.codec import time_text
from simulator.record.database import Store
from simulator.record.filing import NAMELESS
from simulator.record.paging import Pages
from tests.record.many import NAMES, TITLES, TRAINEES, fill, final_of, is_shared, standing_of
from tests.record.sample import begin, chose, ended, finish, minute, play, session_id, started

COUNT, SIZE = 50, 12
ORDERS = [Order(column, descending) for column in Column for descending in (False, True)]
NAMED = dict(zip(TRAINEES, NAMES, strict=False))


class Row(NamedTuple):
    """A session as the table should show it, worked out without any database."""

    number: int
    summary: Summary
    final: float
    passed: bool

    @property
    def name(self) -> str:
        return NAMED.get(self.summary.trainee, "")

    @property
    def is_open(self) -> bool:
        return self.summary.mode is Mode.EXAM or is_shared(self.number)

    def key(self, column: Column) -> tuple[object, str]:
        """What the row is sorted by."""
        one = self.summary
        keys: dict[Column, object] = {
            Column.STARTED: time_text(one.started),
            Column.TRAINEE: bare(self.name) or NAMELESS,
            Column.CALL: bare(one.title),
            Column.MODE: str(one.mode),
            Column.SCORE: one.score,
            Column.FINAL: self.final,
            Column.PASSED: self.passed,
            Column.CRITICAL: bool(one.critical),
            Column.REVIEWED: int(standing_of(self.number)),
        }
        return keys[column], one.session


class Table(NamedTuple):
    """A database with sessions, and what should be in it."""

    store: Store
    rows: tuple[Row, ...]

    def expected(self, order: Order, fits: Callable[[Row], bool]) -> list[str]:
        """The ids of the sessions that fit, in order."""
        rows = sorted(filter(fits, self.rows), key=lambda row: row.key(order.column), reverse=order.descending)
        return [row.summary.session for row in rows]


@pytest.fixture
def table(any_url: str) -> Iterator[Table]:
    """Sessions of every kind."""
    open_record(any_url).close()
    store = Store(locate(any_url))
    found = fill(store, COUNT)
    yield Table(store, tuple(Row(number, one, *final_of(one, number)) for number, one in enumerate(found, start=1)))
    store.close()


def forwards(pages: Pages) -> list[Listed]:
    """All rows, from the first page on."""
    found, page = list[Listed](), pages.first(SIZE)
    while page:
        assert len(page) <= SIZE
        found += page
        page = pages.after(page[-1].mark, SIZE)
    return found


def backwards(pages: Pages) -> list[Listed]:
    """All rows, from the last page back."""
    found, page = list[Listed](), pages.last(SIZE)
    while page:
        found = [*page, *found]
        page = pages.before(page[0].mark, SIZE)
    return found


FILTERS: list[tuple[Wanted, Callable[[Row], bool]]] = [
    (Wanted(), lambda _: True),
    (Wanted(trainee=TRAINEES[1]), lambda row: row.summary.trainee == TRAINEES[1]),
    (Wanted(trainees=frozenset(TRAINEES[:3])), lambda row: row.summary.trainee in TRAINEES[:3]),
    (Wanted(trainees=frozenset()), lambda _: False),
    (Wanted(scenario="late-parcel"), lambda row: row.summary.scenario == "late-parcel"),
    (Wanted(role="technical", language="fr"), lambda row: row.summary.role == "technical"),
    (Wanted(mode=Mode.EXAM), lambda row: row.summary.mode is Mode.EXAM),
    (Wanted(passed=True), lambda row: row.passed),
    (Wanted(critical=True, passed=True), lambda row: bool(row.summary.critical) and row.passed),
    (Wanted(reviewed=False), lambda row: standing_of(row.number) is Standing.OPEN),
    (Wanted(reviewed=True), lambda row: standing_of(row.number) is not Standing.OPEN),
    (Wanted(least=40, most=60), lambda row: 40 <= row.final <= 60),
    (Wanted(since=minute(5), until=minute(20)), lambda row: minute(5) <= row.summary.started < minute(20)),
    (Wanted(text="ERIC"), lambda row: "eric" in bare(row.name)),
    (Wanted(text="étag zoe"), lambda row: "etag" in bare(row.summary.title) and "zoe" in bare(row.name)),
    (Wanted(text="% é"), lambda row: "%" in row.name and "e" in bare(row.summary.title + row.name)),
    (Wanted(text="nobody"), lambda _: False),
    (Wanted(viewer=TRAINEES[0]), lambda row: row.is_open or row.summary.trainee == TRAINEES[0]),
    (Wanted(viewer="", passed=False), lambda row: row.is_open and not row.passed),
    (
        Wanted(viewer=TRAINEES[0], trainee=TRAINEES[2]),
        lambda row: row.is_open and row.summary.trainee == TRAINEES[2],
    ),
]


@pytest.mark.parametrize("few", [0, 20_000], ids=["walked", "looked up"])
def test_every_filter_in_every_order_from_either_end(table: Table, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "FEW", few)
    for place, (wanted, fits) in enumerate(FILTERS):
        # A filter is tried in a few orders, each in turn; the empty one in all.
        for order in ORDERS if place == 0 else ORDERS[place % 9 :: 9]:
            pages = Pages(table.store, wanted, order)
            expected = table.expected(order, fits)
            assert [row.summary.session for row in forwards(pages)] == expected, (wanted, order)
            assert [row.summary.session for row in backwards(pages)] == expected, (wanted, order)
            assert pages.count() == len(expected)


def test_a_word_in_many_names_and_titles_is_found_as_well(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.record.searching._NAMED", 0)
    for text in ("eric", "50%", "li\\w", "rejete zo", "_"):
        words = bare(text).split()
        expected = table.expected(Order(), lambda row: has_all(row, words))  # noqa: B023 - called at once
        assert [row.summary.session for row in forwards(Pages(table.store, Wanted(text=text), Order()))] == expected


def has_all(row: Row, words: Sequence[str]) -> bool:
    """Whether each word stands in the title or the name."""
    return all(word in bare(row.name) or word in bare(row.summary.title) for word in words)


def test_a_row_says_whose_it_is_and_what_stands_of_it(table: Table) -> None:
    for listed in forwards(Pages(table.store, Wanted(), Order())):
        row = next(one for one in table.rows if one.summary.session == listed.summary.session)
        assert (listed.summary, listed.name, listed.final, listed.passed) == (
            row.summary,
            row.name,
            row.final,
            row.passed,
        )
        assert listed.standing is standing_of(row.number)


def test_a_table_of_nothing_has_no_page(any_record: Record) -> None:
    pages = any_record.pages()
    assert (pages.first(), pages.last(), pages.count()) == ((), (), 0)
    assert any_record.pages(Wanted(text="anything")).count() == 0


def test_what_happens_to_a_session_is_seen_in_the_table(any_record: Record) -> None:
    trainee = any_record.people.id_for("Émile Zola")
    practice = play(any_record, 1, trainee=trainee)
    begun = begin(any_record, started(2, trainee=trainee), chose(1))
    list(any_record.export([begun]))
    finish(any_record, begun, ended(50.0, passed=False, critical=("undue-fees",)))
    assert [row.summary.session for row in any_record.pages(Wanted(viewer="")).first()] == [begun], "it was exported"
    any_record.share(practice)
    assert any_record.pages(Wanted(viewer="")).count() == 2
    assert any_record.pages(Wanted(text="emile")).count() == 2
    assert [row.name for row in any_record.pages(Wanted(critical=True)).first()] == ["Émile Zola"]
    any_record.people.erase("Émile Zola")
    assert any_record.pages(Wanted(text="emile")).count() == 0
    (first, second) = any_record.pages(order=Order(Column.TRAINEE, descending=False)).first()
    assert (first.name, first.mark.value) == (second.name, second.mark.value) == ("", NAMELESS)
    any_record.purge(minute(60), everything=True)
    assert any_record.pages().count() == 0


def test_imported_sessions_are_in_the_table(any_record: Record, tmp_path: Path) -> None:
    with open_record(str(tmp_path / "other.db")) as other:
        trainee = other.people.id_for("Émile Zola")
        nameless = list(other.export([play(other, 1, trainee=trainee)], people=False))
        named = list(other.export([play(other, 2, trainee=trainee)]))
    by_name = any_record.pages(Wanted(viewer=""), Order(Column.TRAINEE))
    any_record.import_(nameless)
    assert [(row.name, row.mark.value) for row in by_name.first()] == [("", NAMELESS)]
    any_record.import_(named)
    assert [(row.name, row.mark.value) for row in by_name.first()] == [("Émile Zola", "emile zola")] * 2


def test_a_title_is_looked_up_bare(any_record: Record) -> None:
    play(any_record, 1)
    assert any_record.pages(Wanted(text="PRELEVEMENT")).count() == 1
    assert {bare(title) for title, _ in TITLES.values()} >= {"prelevement rejete"}
    assert [row.summary.session for row in any_record.pages(Wanted(text="rejeté")).first()] == [session_id(1)]
