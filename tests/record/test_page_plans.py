"""How the databases read a page of the trainer's table: by an index, without sorting or counting through the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Select

from simulator.model.mode import Mode
from simulator.record import Column, Mark, Order, Wanted, open_record
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.record.filters import without_index
from simulator.record.paging import search_of
from simulator.record.query import sessions_statement
from simulator.record.tables import order_index
from simulator.record.walking import SORTED_BY, Page, Search, count_statement, page_statement, walks
from tests.record.many import TRAINEES, fill
from tests.record.sample import minute

VALUES: dict[Column, str | float | bool] = {
    Column.STARTED: "2026-03-02T09:10:00.000Z",
    Column.TRAINEE: "eric dubois",
    Column.CALL: "prelevement rejete",
    Column.MODE: "guided",
    Column.SCORE: 50.0,
    Column.FINAL: 50.0,
    Column.PASSED: False,
    Column.CRITICAL: False,
    Column.REVIEWED: 0,
}
DENSE = (
    Wanted(),
    Wanted(mode=Mode.EXAM, passed=True, critical=True, reviewed=False),
    Wanted(trainees=frozenset(TRAINEES[:3]), role="sales", language="fr", scenario="late-parcel"),
    Wanted(least=10, most=90, since=minute(1), until=minute(10_000)),
)
"""Filters that leave many sessions each, which a page then meets soon."""
SPARSE = (
    (Wanted(trainee=TRAINEES[0]), "trainee_started"),
    (Wanted(trainees=frozenset(TRAINEES[:2]), passed=True), "trainee_started"),
    (Wanted(scenario="late-parcel", least=0), "scenario_started"),
    (Wanted(since=minute(3), until=minute(5)), "started_session"),
    (Wanted(least=20, most=24), "open_final_score"),
    (Wanted(text="étagère"), "open_called"),
    (Wanted(text="zoé"), "trainee_started"),
)
"""Filters that leave few sessions, and the index that finds them."""


@pytest.fixture(scope="module")
def file_store(shared_file: Path) -> Iterator[Store]:
    """Sessions in a file."""
    yield from _filled(str(shared_file))


@pytest.fixture(scope="module")
def server_store(shared_postgres_url: str) -> Iterator[Store]:
    """Sessions on a server."""
    yield from _filled(shared_postgres_url)


def _filled(url: str) -> Iterator[Store]:
    open_record(url).close()
    store = Store(locate(url))
    fill(store, 60)
    yield store
    store.close()


def pages(column: Column) -> Iterator[Page]:
    """Pages from both ends and from the middle, in both directions."""
    for descending in (False, True):
        for forward in (False, True):
            for mark in (None, Mark(VALUES[column], "019cadc7-0000-7000-8000-000000000000")):
                yield Page(Order(column, descending), mark, 100, forward)


def written(statement: Select[Any], connection: Connection) -> str:
    """The statement as it is sent, its values in it."""
    return str(statement.compile(connection, compile_kwargs={"literal_binds": True}))


def file_plan(connection: Connection, statement: Select[Any]) -> list[str]:
    """What SQLite does, step by step."""
    rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + written(statement, connection))
    return [row[3] for row in rows]


def server_plan(connection: Connection, statement: Select[Any]) -> list[dict[str, Any]]:
    """What PostgreSQL does where reading and sorting all would cost too much: every step, the outermost first."""
    for way in ("seqscan", "sort", "bitmapscan"):
        connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
    told = connection.exec_driver_sql("EXPLAIN (FORMAT JSON) " + written(statement, connection)).scalar_one()
    steps = [(json.loads(told) if isinstance(told, str) else told)[0]["Plan"]]
    for step in steps:
        steps.extend(step.get("Plans", ()))
    return steps


@pytest.mark.parametrize("column", Column)
def test_a_file_walks_the_index_that_sorts(file_store: Store, column: Column) -> None:
    index = order_index(SORTED_BY[column].name)
    with file_store.reading() as connection:
        aside = without_index(connection)
        for wanted in DENSE:
            for page in pages(column):
                for walk in walks(Search(wanted), page, aside):
                    steps = file_plan(connection, walk)
                    assert len(steps) == 1, (steps, wanted, page)
                    assert steps[0].startswith(f"SEARCH summaries USING INDEX {index} (open=?"), steps


@pytest.mark.parametrize("column", Column)
def test_a_server_walks_an_index_and_sorts_nothing(server_store: Store, column: Column) -> None:
    index = order_index(SORTED_BY[column].name)
    with server_store.reading() as connection:
        for wanted in DENSE[:2]:
            for page in pages(column):
                for walk in walks(Search(wanted), page, without_index(connection)):
                    limit, scan = server_plan(connection, walk)
                    assert (limit["Node Type"], scan["Node Type"]) == ("Limit", "Index Scan")
                    # One kind of session alone is in order in any index that can be narrowed to it.
                    assert scan["Index Name"] == index or wanted.mode is not None, (wanted, page)


@pytest.mark.parametrize("column", Column)
def test_somebodys_own_practice_is_looked_up_beside_the_walk(file_store: Store, column: Column) -> None:
    with file_store.reading() as connection:
        aside = without_index(connection)
        for page in pages(column):
            shown, own = (
                file_plan(connection, walk) for walk in walks(Search(Wanted(viewer=TRAINEES[0])), page, aside)
            )
            assert len(shown) == 1
            assert own[0].startswith("SEARCH summaries USING INDEX ix_summaries_trainee_started (trainee=?"), own


@pytest.mark.parametrize(("wanted", "index"), SPARSE)
def test_few_sessions_are_looked_up_by_what_leaves_few(file_store: Store, wanted: Wanted, index: str) -> None:
    with file_store.reading() as connection:
        search, aside = search_of(connection, wanted), without_index(connection)
        assert search.few is not None
        for column in Column:
            for page in pages(column):
                plan = " | ".join(file_plan(connection, page_statement(search, page, aside)))
                assert f"ix_summaries_{index} (" in plan, plan
                assert "SCAN summaries" not in plan, plan
        assert "SCAN summaries" not in " | ".join(file_plan(connection, count_statement(search, aside)))


def test_a_server_finds_the_few_before_it_sorts(server_store: Store) -> None:
    with server_store.reading() as connection:
        for wanted, _index in SPARSE:
            search = search_of(connection, wanted)
            page = Page(Order(Column.SCORE), None, 100, forward=True)
            steps = server_plan(connection, page_statement(search, page, without_index(connection)))
            assert any(step.get("Subplan Name") == "CTE few" for step in steps)
            assert not any(step.get("Index Name") == order_index("score") for step in steps)


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(viewer="", passed=True, reviewed=False, mode=Mode.EXAM)])
def test_a_file_counts_in_an_index_alone(file_store: Store, wanted: Wanted) -> None:
    with file_store.reading() as connection:
        plan = file_plan(connection, count_statement(Search(wanted), without_index(connection)))
        counted = [step for step in plan if "summaries" in step]
        assert counted
        assert all("COVERING INDEX" in step or "trainee_started" in step for step in counted), plan


@pytest.mark.parametrize("last", [None, ("2026-03-02T09:10:00.000Z", "019cadc7-0000-7000-8000-000000000000")])
def test_a_file_walks_all_sessions_by_their_time(file_store: Store, last: tuple[str, str] | None) -> None:
    with file_store.reading() as connection:
        for wanted in (Wanted(viewer=""), Wanted(viewer=TRAINEES[0], counts=True)):
            steps = file_plan(connection, sessions_statement(wanted, 200, last, without_index(connection)))
            assert len(steps) == 1, steps
            assert "USING INDEX ix_summaries_started_session" in steps[0]
