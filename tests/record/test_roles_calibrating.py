"""Calibrations under the roles of a server, which itself keeps marks from whoever has not marked everything."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from simulator.model.calibration import Calibration
from simulator.model.mode import Mode
from simulator.record import Reason, RecordError
from tests.record.room import OWNER, Room, live, room
from tests.record.sample import wrong

CRITERIA = ("empathy", "clarity")
MARKS: dict[str, int | None] = {"empathy": 2, "clarity": None}


@pytest.fixture(scope="module")
def days_later(postgres: str) -> Iterator[Room]:
    """A room in which Ana and Ben have taken an exam, and Ben has practised for himself."""
    with room(postgres) as found:
        for number, (login, mode) in enumerate((("ana", Mode.EXAM), ("ben", Mode.EXAM), ("ben", Mode.PRACTICE)), 1):
            with found.record(login) as record:
                kind = "exam" if mode is Mode.EXAM else "private"
                found.sessions[f"{login} {kind}"] = live(record, number, found.people[login], mode=mode)
        yield found


@pytest.fixture(scope="module")
def march(days_later: Room) -> Calibration:
    """Two exams that the trainer Eva put before reviewers; Max has marked both of them."""
    picked = [days_later.sessions["ana exam"], days_later.sessions["ben exam"]]
    with days_later.record("eva") as record:
        made = record.calibrations.new("March", picked, CRITERIA, days_later.people["eva"])
    with days_later.record("max") as record:
        assert record.calibrations.find("march") == made
        for session in picked:
            record.calibrations.mark(made, session, days_later.people["max"], MARKS)
    return made


def test_the_server_hides_marks_until_ones_own_are_there(days_later: Room, march: Calibration) -> None:
    eva = days_later.people["eva"]
    with days_later.record("eva") as record:
        for session in march.sessions:
            with days_later.connect("eva") as connection:
                assert connection.execute('SELECT FROM markings WHERE "by" <> %s', (eva,)).fetchall() == []
            record.calibrations.mark(march, session, eva, MARKS)
        assert len(record.calibrations.markings(march, eva)) == 4
        assert {one.by for one in record.calibrations.markings(march, eva)} == {eva, days_later.people["max"]}
        assert record.people.name(days_later.people["max"]) == "Max"
        assert wrong(record.verify()) == {}


def test_a_trainee_sees_the_marks_of_their_own_calls_and_gives_none(days_later: Room, march: Calibration) -> None:
    ana, exam = days_later.people["ana"], days_later.sessions["ana exam"]
    with days_later.connect("ana") as connection:
        seen = connection.execute("SELECT DISTINCT session FROM markings").fetchall()
        assert seen == [(exam,)]
    with days_later.record("ana") as record:
        kinds = [line.split(b'"')[3] for line in record.people.export(ana)]
        assert kinds.count(b"calibration") == 0, "whose calls were marked as well is not theirs to know"
        assert kinds.count(b"marking") >= 1
        assert wrong(record.verify()) == {}
        with pytest.raises(RecordError):
            record.calibrations.mark(march, days_later.sessions["ben exam"], ana, MARKS)
        with pytest.raises(RecordError) as caught:
            record.calibrations.mark(march, exam, ana, MARKS)
        assert caught.value.reason is Reason.REFUSED


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE markings SET "by" = 'me'""",
        "DELETE FROM markings",
        "DELETE FROM calibrations",
        "UPDATE calibrations SET key = 'april'",
        """INSERT INTO markings SELECT calibration, session, 'me', body, hash FROM markings""",
        "INSERT INTO calibrations SELECT left(id, 35) || 'x', 'april', body, hash FROM calibrations",
    ],
)
@pytest.mark.parametrize("login", ["ana", "max"])
def test_nothing_is_changed_and_nothing_forged(
    days_later: Room, march: Calibration, login: str, statement: str
) -> None:
    del march
    with days_later.connect(login) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)
        connection.rollback()


@pytest.mark.parametrize("name", ["somebody", "another hash", "own call", "private"])
def test_marks_are_refused_for(days_later: Room, march: Calibration, name: str) -> None:
    """What the record would write, but for one thing."""
    people, ids = days_later.people, days_later.sessions
    session = {"own call": ids["ana exam"], "private": ids["ben private"]}.get(name, march.sessions[0])
    login = "ana" if name == "own call" else "max"
    by = people["eva"] if name == "somebody" else people[login]
    body = f"""convert_to(json_build_object('version', 1, 'calibration', '{march.id}', 'session', '{session}',
      'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', '{by}',
      'marks', '{{}}'::json)::text, 'UTF8')"""
    with days_later.connect(OWNER) as keeper:
        row = keeper.execute(f"SELECT b, sha256(c.hash || b) FROM calibrations c, (SELECT {body} AS b) x").fetchone()
    assert row is not None
    digest = bytes(32) if name == "another hash" else row[1]
    with days_later.connect(login) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(
                "INSERT INTO markings VALUES (%s, %s, %s, %s, %s)", (march.id, session, by, row[0], digest)
            )
        connection.rollback()
