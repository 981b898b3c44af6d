"""What is counted for groups is what the sessions say, whatever happens to them, in both databases."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, delete, select, text, update

from simulator.record import Record, open_record, schema
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.record.tables import summaries, tallies, version
from simulator.record.tallying import POINT, TRIGGERS, tallies_of
from tests.record.many import TRAINEES, fill
from tests.record.sample import minute, play, session_id, wrong

Counted = dict[tuple[str, str, str, bool], tuple[int, int, int]]
GARBAGE = ("", "no JSON", "[1, 2]", "7", '{"empathy": "high", "listening": {}, "": 3, "clarity": 12.5}', '{"a": 1')
"""What somebody may have put where criteria are; of one of them one criterion can be read."""


@pytest.fixture
def store(any_url: str) -> Iterator[Store]:
    """Sessions in each kind of database."""
    open_record(any_url).close()
    found = Store(locate(any_url))
    fill(found, 60)
    yield found
    found.close()


def recounted(connection: Connection) -> Counted:
    """The same, session by session."""
    found: dict[tuple[str, str, str, bool], list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in connection.execute(select(summaries).where(summaries.c.counts)).mappings():
        for criterion, score in ({"": row["score"]} | scores(row["criteria"])).items():
            one = found[row["trainee"], criterion, row["scenario"], row["open"]]
            more = (1, round(min(100.0, max(0.0, score)) * POINT), int(row["passed"]))
            one[:] = [before + added for before, added in zip(one, more, strict=True)]
    return {key: (calls, points, passed) for key, (calls, points, passed) in found.items()}


def scores(written: str) -> dict[str, float]:
    """The criteria that have a score and a name."""
    try:
        found = json.loads(written)
    except ValueError:
        return {}
    every = found.items() if isinstance(found, dict) else ()
    return {name: float(score) for name, score in every if name and isinstance(score, int | float)}


def counted(connection: Connection) -> Counted:
    """What is in the table."""
    return {
        (row.trainee, row.criterion, row.scenario, row.open): (row.calls, row.points, row.passed)
        for row in connection.execute(select(tallies))
    }


def change(connection: Connection, dice: random.Random) -> None:
    """Do something to a session that somebody may do, with or without RoleCall."""
    every = list(connection.execute(select(summaries.c.session).order_by(summaries.c.session)).scalars())
    this = summaries.c.session == dice.choice(every)
    ways: list[dict[str, Any]] = [
        {"open": dice.random() < 0.5},
        {"counts": dice.random() < 0.5},
        {"score": dice.randrange(-400, 1200) / 8},
        {"passed": dice.random() < 0.5},
        {"trainee": dice.choice(TRAINEES)},
        {"scenario": "late-parcel"},
        {"criteria": json.dumps({"empathy": dice.randrange(-400, 1200) / 8, "listening": None, "clarity": 5})},
        {"criteria": dice.choice(GARBAGE)},
        {"title": "Another title", "reviewed": 2, "final_score": 3.0},
    ]
    way = dice.choice([*ways, None])
    connection.execute(delete(summaries).where(this) if way is None else update(summaries).where(this).values(way))


@pytest.mark.parametrize("seed", range(3))
def test_it_is_what_the_sessions_say_after_every_change(store: Store, seed: int) -> None:
    dice = random.Random(seed)
    with store.writing() as connection:
        assert counted(connection) == recounted(connection)
        for _ in range(60):
            change(connection, dice)
            assert counted(connection) == recounted(connection)
        assert list(tallies_of(connection)) == []


def test_of_sessions_that_are_gone_nothing_stays(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(delete(summaries))
        assert counted(connection) == {}


def test_whatever_the_record_does_is_counted(any_record: Record, any_url: str) -> None:
    """Calls that end, are shared, given away in a file, deleted and purged."""
    for number in (1, 2, 3):
        play(any_record, number)
    play(any_record, 4, hinted=True)
    assert totals(any_url) == {False: 3}
    any_record.share(session_id(1))
    list(any_record.export([session_id(2), session_id(4)]))
    assert totals(any_url) == {False: 1, True: 2}
    any_record.delete(session_id(3))
    assert totals(any_url) == {True: 2}
    assert wrong(any_record.verify()) == {}
    any_record.purge(minute(10_000_000), everything=True)
    assert totals(any_url) == {}


def test_what_a_file_brings_is_counted(any_record: Record, any_url: str, tmp_path: Path) -> None:
    with open_record(str(tmp_path / "other.db")) as other:
        play(other)
        lines = list(other.export())
    for _twice in range(2):
        any_record.import_(lines)
        assert totals(any_url) == {True: 1}


def totals(url: str) -> dict[bool, int]:
    """How many sessions count, by whether trainers see them."""
    store = Store(locate(url))
    try:
        with store.reading() as connection:
            whole = select(tallies.c.open, tallies.c.calls).where(tallies.c.criterion == "")
            return {row.open: row.calls for row in connection.execute(whole)}
    finally:
        store.close()


@pytest.mark.parametrize(
    "changed",
    [
        "UPDATE tallies SET points = points + 1 WHERE trainee = 'trainee-0' AND scenario = 'late-parcel'",
        "DELETE FROM tallies WHERE trainee = 'trainee-0' AND scenario = 'late-parcel' AND criterion = 'empathy'",
        "INSERT INTO tallies VALUES ('trainee-0', 'clarity', 'late-parcel', true, 0, 0, 0)",
    ],
)
def test_what_is_counted_otherwise_is_named(store: Store, changed: str) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql(changed)
        (found,) = tallies_of(connection)
        assert found.values == {"trainee": "trainee-0", "scenario": "late-parcel"}
        connection.execute(delete(tallies))
        assert len(list(tallies_of(connection))) == 10, "the first of many"


def test_an_older_database_is_counted_when_it_is_brought_up(store: Store) -> None:
    with store.writing() as connection:
        before = counted(connection)
        change(connection, random.Random(1))
        connection.execute(update(summaries).where(summaries.c.trainee == TRAINEES[0]).values(criteria=GARBAGE[4]))
        for name in TRIGGERS[connection.dialect.name]:
            connection.exec_driver_sql(f"DROP TRIGGER {name}" + ("" if store.is_file else " ON summaries"))
        tallies.drop(connection)
        connection.exec_driver_sql("DROP INDEX ix_summaries_tries")
        connection.execute(version.update().values(version_num="0005"))
    schema.upgrade(store)
    with store.writing() as connection:
        assert counted(connection) == recounted(connection) != before
        change(connection, random.Random(2))
        assert counted(connection) == recounted(connection)


_MOVED = "UPDATE summaries SET trainee = 'x' WHERE {other}"
TOGETHER = {
    "both add to one": ("UPDATE summaries SET score = 10 WHERE {one}", "UPDATE summaries SET score = 20 WHERE {other}"),
    "both begin one": ("UPDATE summaries SET trainee = 'x' WHERE {one}", _MOVED),
    "one empties, one adds": ("DELETE FROM summaries WHERE {one}", "UPDATE summaries SET score = 20 WHERE {other}"),
    "one empties, one begins": ("DELETE FROM summaries", "INSERT INTO summaries SELECT * FROM kept WHERE {other}"),
}


@pytest.mark.parametrize("what", TOGETHER)
def test_of_two_who_change_the_same_at_once_both_are_counted(postgres_url: str, what: str) -> None:
    open_record(postgres_url).close()
    store = Store(locate(postgres_url))
    one, other = (f"session = '{found.session}'" for found in fill(store, 2))
    first, second = (statement.format(one=one, other=other) for statement in TOGETHER[what])
    with psycopg.connect(postgres_url) as sooner, psycopg.connect(postgres_url) as later:
        sooner.execute("UPDATE summaries SET trainee = 'y', scenario = 'z', open = true, counts = true")
        sooner.execute("CREATE TABLE kept AS SELECT * FROM summaries")
        if "kept" in second:
            sooner.execute(f"DELETE FROM summaries WHERE {other}")
        sooner.commit()
        sooner.execute(first)
        waiting = Thread(target=later.execute, args=(second,))
        waiting.start()
        while waiting.is_alive() and not is_waiting(store):
            pass
        assert waiting.is_alive(), "it waits for the first one"
        sooner.commit()
        waiting.join()
    with store.reading() as connection:
        assert counted(connection) == recounted(connection) != {}
    store.close()


def is_waiting(store: Store) -> bool:
    """Whether somebody waits for a lock."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    with store.reading() as connection:
        return bool(connection.execute(text(waiting)).scalar())
