"""What groups are told by, as the record has counted it, is what reading session by session comes to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import Connection, delete, update

from simulator.groups.results import Results, TraineeCriteria
from simulator.record import Reason, Record, RecordError, open_record
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.record.tables import summaries, tallies
from simulator.record.tallied import tries_statement
from tests.record.many import TRAINEES, fill

ASKED: Mapping[str, Mapping[str, Any]] = {
    "all": {},
    "what everybody may see": {"viewer": ""},
    "what a trainee may see": {"viewer": TRAINEES[0]},
    "a group": {"viewer": TRAINEES[0], "trainees": [TRAINEES[0], TRAINEES[3], "unknown"]},
    "one call": {"viewer": "", "scenario": "late-parcel"},
    "one call of a group": {"viewer": TRAINEES[2], "trainees": TRAINEES[:3], "scenario": "refused-debit"},
    "nobody": {"trainees": []},
    "no such call": {"scenario": "none"},
}


@pytest.fixture
def store(any_url: str) -> Iterator[Store]:
    """Many sessions in each kind of database, two of which began at the same moment."""
    yield from _many(any_url)


@pytest.fixture(scope="module")
def counted(shared_url: str) -> Iterator[Record]:
    """The record of them, only to be read."""
    for _store in _many(shared_url):
        with open_record(shared_url) as record:
            yield record


def _many(url: str) -> Iterator[Store]:
    open_record(url).close()
    found = Store(locate(url))
    same = [one.session for one in fill(found, 150)[10:14]]
    with found.writing() as connection:
        values = {
            "started": "2026-03-02T09:05:00.000Z",
            "trainee": TRAINEES[0],
            "scenario": "late-parcel",
            "mode": "exam",
        }
        for number, session in enumerate(same):
            wanted = update(summaries).where(summaries.c.session == session)
            connection.execute(wanted.values(**values, title=f"Title {number}", counts=True))
    yield found
    found.close()


@pytest.fixture
def filled(store: Store, any_url: str) -> Iterator[Record]:
    """The record of them."""
    assert store.place
    with open_record(any_url) as record:
        yield record


def read(record: Record, trainees: Collection[str] | None = None, **asked: Any) -> Results:
    """The oracle: every session is read."""
    found = record.sessions(counts=True, **asked)
    return Results(one for one in found if trainees is None or one.trainee in trainees)


def means(found: tuple[TraineeCriteria, ...]) -> dict[tuple[str, str], tuple[float, int]]:
    """By trainee and criterion, as exactly as points are counted."""
    return {
        (one.trainee, name): (round(mean.value, 8), mean.calls)
        for one in found
        for name, mean in ({"": one.score} | dict(one.criteria)).items()
    }


@pytest.mark.parametrize("asked", ASKED)
def test_it_comes_to_the_same(counted: Record, asked: str) -> None:
    found, oracle = Results.of(counted.tallies(**ASKED[asked])), read(counted, **ASKED[asked])
    assert (found.calls, found.titles) == (oracle.calls, oracle.titles)
    assert means(found.criteria_by_trainee()) == means(oracle.criteria_by_trainee())
    assert found.pass_rates() == oracle.pass_rates()
    assert found.first_and_latest() == oracle.first_and_latest()
    assert found.first_tries() == oracle.first_tries()
    assert (found.calls == 0) == (asked in ("nobody", "no such call"))


def test_a_first_try_is_found_in_an_index_alone(store: Store) -> None:
    """Nothing is read of the sessions between the first one and the latest."""
    with store.reading() as connection:
        plan = _plan(connection)
    assert plan.count("ix_summaries_tries") == (6 if store.is_file else 2)
    assert "SCAN summaries" not in plan
    assert "Seq Scan on summaries" not in plan


def _plan(connection: Connection) -> str:
    of_file = connection.dialect.name == "sqlite"
    asked = tries_statement((), of_file=of_file)
    statement = str(asked.compile(connection, compile_kwargs={"literal_binds": True}))
    if of_file:
        return " | ".join(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}"))
    for way in ("seqscan", "bitmapscan", "sort"):
        connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
    return " | ".join(row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}"))


def test_what_was_tampered_with_is_no_traceback(store: Store, filled: Record) -> None:
    with store.writing() as connection:
        connection.execute(delete(tallies).where(tallies.c.trainee == TRAINEES[1]))
        connection.exec_driver_sql("INSERT INTO tallies VALUES ('nobody', '', 'late-parcel', true, 1, 1, 1)")
    assert filled.tallies().trainees["nobody", ""].calls == 1
    assert ("late-parcel", "nobody") not in filled.tallies().tries
    with store.writing() as connection:
        connection.execute(update(summaries).values(started="yesterday"))
    with pytest.raises(RecordError) as caught:
        filled.tallies()
    assert caught.value.reason is Reason.CORRUPT


def test_names_of_many_are_read_at_once(any_record: Record) -> None:
    known = {any_record.people.id_for(f"Trainee {number}"): f"Trainee {number}" for number in range(450)}
    assert any_record.people.names([*known, "unknown"]) == {**known, "unknown": ""}
    erased = next(iter(known))
    any_record.people.erase(erased)
    assert any_record.people.names([erased]) == {erased: ""}
    assert any_record.people.names([]) == {}
