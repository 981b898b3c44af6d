"""A training room on one server: what each login can do there, tried, and a whole call under the roles."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from simulator.groups.results import Results
from simulator.record import AnchorKind, Reason, RecordError, apply_roles, open_record, role_statements
from simulator.record.role_rules import RULES
from simulator.record.tables import metadata
from tests.record.forbidden import (
    REFUSED_TO_TRAINEES,
    REFUSED_TO_TRAINERS,
    UNSEEN_BY_TRAINEES,
    UNSEEN_BY_TRAINERS,
)
from tests.record.room import OWNER, STRANGER, WORDS, Room, furnished, live, review, room
from tests.record.sample import RUBRIC, SCENARIO, chose, minute, started, wrong

TABLES = sorted([*metadata.tables, "rolecall_version"])


@pytest.fixture
def empty_room(postgres: str) -> Iterator[Room]:
    """A room in which nobody has played yet."""
    with room(postgres) as found:
        yield found


@pytest.fixture(scope="module")
def days_later(postgres: str) -> Iterator[Room]:
    """A room in which Ana and Ben have played; what tests do there is taken back."""
    with room(postgres) as found:
        yield furnished(found)


def filled(statement: str, found: Room) -> str:
    """A statement with the ids of the room in it."""
    s, p = found.sessions, found.people
    mine = {"own": s["ana private"], "shared": s["ana shared"], "exam": s["ana exam"], "open": s["ana open"]}
    his = {"ben": s["ben private"], "ben_shared": s["ben shared"], "ben_exam": s["ben exam"], "ben_open": s["ben open"]}
    private = ", ".join(f"'{s[one]}'" for one in ("ana private", "ana open", "ben private", "ben open"))
    return statement.format(**mine, **his, me=p["ana"], other=p["ben"], private=private)


def refused(found: Room, login: str, statement: str, values: dict[str, object] | None = None) -> str:
    """Try a statement that must fail; the state of the error."""
    with found.connect(login) as connection:
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(statement, values)
        connection.rollback()
    return caught.value.sqlstate or ""


@pytest.mark.parametrize("name", REFUSED_TO_TRAINEES)
def test_a_trainee_cannot(days_later: Room, name: str) -> None:
    state = refused(days_later, "ana", filled(REFUSED_TO_TRAINEES[name], days_later))
    assert state in ("42501", "0A000"), state


@pytest.mark.parametrize("name", UNSEEN_BY_TRAINEES)
def test_a_trainee_does_not_see(days_later: Room, name: str) -> None:
    with days_later.connect("ana") as connection:
        assert connection.execute(filled(UNSEEN_BY_TRAINEES[name], days_later)).fetchall() == []


@pytest.mark.parametrize("name", REFUSED_TO_TRAINERS)
def test_a_trainer_cannot(days_later: Room, name: str) -> None:
    state = refused(days_later, "eva", filled(REFUSED_TO_TRAINERS[name], days_later))
    assert state in ("42501", "0A000"), state


@pytest.mark.parametrize("name", UNSEEN_BY_TRAINERS)
def test_a_trainer_does_not_see(days_later: Room, name: str) -> None:
    with days_later.connect("eva") as connection:
        assert connection.execute(filled(UNSEEN_BY_TRAINERS[name], days_later)).fetchall() == []


def test_nobody_else_has_any_right(days_later: Room) -> None:
    everybody = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')"
    granted = f"{everybody} AND EXISTS (SELECT FROM aclexplode(relacl) WHERE grantee = 0)"
    with days_later.connect(OWNER) as connection:
        assert connection.execute(granted).fetchall() == []
        functions = connection.execute("SELECT proacl::text FROM pg_proc WHERE proname LIKE 'rolecall%'").fetchall()
        assert len(functions) == 3
        assert not any("{=" in rights or ",=" in rights for (rights,) in functions)


def test_every_table_is_guarded_even_from_its_keeper(days_later: Room) -> None:
    guarded = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
        "AND relrowsecurity AND relforcerowsecurity ORDER BY relname"
    )
    with days_later.connect(OWNER) as connection:
        assert [name for (name,) in connection.execute(guarded)] == TABLES
        assert connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = SESSION_USER").fetchone() == (False,)


def test_every_table_has_its_rules() -> None:
    """A new table needs a decision: who may read it, who may add to it. Without one it is its keeper's alone."""
    assert sorted({rule.table for rule in RULES}) == TABLES


def test_the_keeper_sees_everything_and_finds_nothing_wrong(days_later: Room) -> None:
    with days_later.record(OWNER) as record:
        assert len(record.seen_by("nobody")) == 4
        assert len(list(record.verify())) == 9
        assert wrong(record.verify()) == {}


def test_each_sees_their_own_sessions_and_trainers_what_they_were_given(days_later: Room) -> None:
    ids = days_later.sessions
    with days_later.record("ana") as record:
        assert {one.session for one in record.sessions()} == {ids["ana private"], ids["ana shared"], ids["ana exam"]}
        assert [one.session for one in record.all_unfinished()] == [ids["ana open"]]
        assert [person.name for person in record.people.list()] == ["Ana"]
        assert wrong(record.verify()) == {}
        assert len(record.typed(ids["ana private"])) == len(record.reviews(ids["ana private"])) == 1
    given = {ids[f"{who} {what}"] for who in ("ana", "ben") for what in ("shared", "exam")}
    with days_later.record("eva") as record:
        assert {one.session for one in record.sessions()} == given
        assert [person.name for person in record.people.list()] == ["Ana", "Ben", "Eva"]
        assert record.all_unfinished() == ()
        assert wrong(record.verify()) == {}
        assert len(record.typed(ids["ben exam"])) == len(record.events(ids["ben exam"])) - 3 == 1
    with days_later.record("max") as record:
        assert {one.session for one in record.sessions()} == given
        assert record.shared(days_later.people["max"]) == frozenset()


def test_who_sits_here_is_said_by_the_login(days_later: Room) -> None:
    with days_later.record("ana") as record:
        assert record.people.id_for("Ben") == record.people.id_of("Ben") == days_later.people["ana"]
    with days_later.record("eva") as record:
        assert record.people.id_of("Ana") == days_later.people["eva"]
        assert [person.id for person in record.people.find("Ana")] == [days_later.people["ana"]]


@pytest.mark.parametrize("login", ["ana", "eva", "max", OWNER, STRANGER])
def test_each_is_told_of_a_group_what_they_see(days_later: Room, login: str) -> None:
    viewer = days_later.people.get(login, "")
    with days_later.record(login) as record:
        counted, oracle = Results.of(record.tallies(viewer=viewer)), Results(record.sessions(viewer=viewer))
        assert record.verify_whole().problems == ()
    assert counted.calls == oracle.calls == {"ana": 3, STRANGER: 0}.get(login, 4)
    assert (counted.first_tries(), counted.titles) == (oracle.first_tries(), oracle.titles)
    assert counted.pass_rates() == oracle.pass_rates()


def test_a_login_that_is_nobodys_is_told_what_to_do(days_later: Room) -> None:
    with days_later.record(STRANGER) as record:
        assert record.people.id_of("Tom") is None
        with pytest.raises(RecordError, match="rolecall people login NAME tom"):
            record.people.id_for("Tom")
        assert list(record.sessions()) == []


def test_the_clock_is_the_servers(days_later: Room) -> None:
    with days_later.record("ana") as record, pytest.raises(RecordError) as caught:
        record.start(started(77, trainee=days_later.people["ana"]), SCENARIO, RUBRIC, at=minute(1))
    assert caught.value.reason is Reason.REFUSED
    assert "may not do this" in str(caught.value)


def test_another_trainee_is_refused_by_the_record(days_later: Room) -> None:
    private = days_later.sessions["ben private"]
    with days_later.record("ana") as record:
        for attempt in (
            lambda: record.events(private),
            lambda: record.append(private, chose(1)),
            lambda: record.share(private),
            lambda: record.delete(private),
            lambda: list(record.export([private])),
        ):
            with pytest.raises(RecordError) as caught:
                attempt()
            assert caught.value.reason is Reason.MISSING
        with pytest.raises(RecordError, match="may not do this"):
            record.people.erase("Ana")


def test_a_trainee_purges_no_more_than_they_may_delete(empty_room: Room) -> None:
    ids = furnished(empty_room).sessions
    with empty_room.record("ana") as record:
        assert set(record.purge(minute(10_000_000))) == {ids["ana private"], ids["ana open"]}
        with pytest.raises(RecordError, match="may not do this"):
            record.purge(minute(10_000_000), everything=True)
    with empty_room.record(OWNER) as record:
        assert len(record.seen_by(empty_room.people["ben"])) == 4 + 2
        assert wrong(record.verify()) == {}


def test_a_trainee_deletes_their_own_practice_whole(empty_room: Room) -> None:
    with empty_room.record("ana") as record:
        private = live(record, 1, empty_room.people["ana"])
        waiting = live(record, 2, empty_room.people["ana"], end=False)
        record.delete(private)
        record.delete(waiting, trainee=empty_room.people["ana"])
        assert list(record.sessions()) == []
    with empty_room.connect(OWNER) as connection:
        left = {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() for table in TABLES}
    assert {table for table, found in left.items() if found != (0,)} == {
        "logins",
        "people",
        "rolecall_version",
        "tombstones",
    }
    with empty_room.record(OWNER) as record:
        assert wrong(record.verify()) == {}
        assert wrong(record.verify(codes={private: "0000-0000"})).keys() == {private}


def test_a_text_that_others_need_stays(empty_room: Room) -> None:
    with empty_room.record("ben") as record:
        other = live(record, 1, empty_room.people["ben"])
    with empty_room.record("ana") as record:
        record.delete(live(record, 2, empty_room.people["ana"]))
    with empty_room.record("ben") as record:
        assert record.text(record.started(other).scenario_hash)


def test_a_trainer_reviews_what_they_were_given(days_later: Room) -> None:
    eva, exam = days_later.people["eva"], days_later.sessions["ana exam"]
    with days_later.connect("eva") as connection:
        statement, values = review(days_later, exam, eva)
        connection.execute("SELECT 1 FROM sessions WHERE id = %s FOR UPDATE", (exam,))
        connection.execute(statement, values)
        words = "INSERT INTO review_words VALUES (%s, %s, %s, %s)"
        connection.execute(words, (values["id"], exam, *WORDS))
        with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
            connection.execute(words, (values["id"], exam, WORDS[0], "Something else."))
        connection.rollback()
    with days_later.record("eva") as record:
        record.anchor(exam, AnchorKind.SIGNED)
        assert AnchorKind.SIGNED in {anchor.kind for anchor in record.anchors(exam)}


@pytest.mark.parametrize("fault", ["another's name", "another hash", "a trainee's word", "private", "own exam"])
def test_a_review_is_refused_for(days_later: Room, fault: str) -> None:
    people, ids = days_later.people, days_later.sessions
    how = {
        "another's name": ("eva", ids["ana exam"], people["max"], "noted", {}),
        "another hash": ("eva", ids["ana exam"], people["eva"], "noted", {"hash": bytes(32)}),
        "a trainee's word": ("eva", ids["ana exam"], people["eva"], "disputed", {}),
        "private": ("eva", ids["ana private"], people["eva"], "noted", {}),
        "own exam": ("ana", ids["ana exam"], people["ana"], "signed_off", {}),
    }
    login, session, by, kind, changes = how[fault]
    statement, values = review(days_later, session, by, kind, **changes)
    assert refused(days_later, login, statement, values) == "42501"


def test_rules_are_made_anew_without_harm(empty_room: Room) -> None:
    with empty_room.record("ana") as record:
        session = live(record, 1, empty_room.people["ana"])
    apply_roles(empty_room.url)
    with empty_room.record("ana") as record:
        assert wrong(record.verify(session)) == {}
        record.delete(session)
        assert list(record.sessions()) == []


def test_a_file_has_no_roles_and_no_logins(any_url: str) -> None:
    with open_record(any_url) as record:
        with pytest.raises(RecordError, match=r"is a file and has no logins|has no login"):
            record.people.link("nobody", "Ana")
        assert record.people.list() == ()
    if "://" not in any_url:
        with pytest.raises(RecordError, match="is a file and has no roles"):
            apply_roles(any_url)


@pytest.mark.parametrize(("trainee", "trainer"), [("", "x"), ("x" * 64, "x"), ("a\nb", "x"), ("same", "same")])
def test_not_everything_is_the_name_of_a_role(trainee: str, trainer: str) -> None:
    with pytest.raises(RecordError) as caught:
        role_statements(trainee=trainee, trainer=trainer)
    assert caught.value.reason is Reason.INVALID


def test_the_name_of_a_role_is_only_a_name(postgres_url: str) -> None:
    open_record(postgres_url).close()
    hostile = "x\"; DROP TABLE events; --'$rolecall$"
    apply_roles(postgres_url, trainee=hostile, trainer="eva's")
    with psycopg.connect(postgres_url) as connection:
        found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (hostile,)).fetchone()
        assert found == (1,)
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (0,)
        connection.execute("DROP OWNED BY " + _quoted(hostile) + ', "eva\'s"')
        connection.execute("DROP ROLE " + _quoted(hostile) + ', "eva\'s"')


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def test_erasing_a_person_forgets_their_login(empty_room: Room) -> None:
    with empty_room.record(OWNER) as record:
        assert record.people.logins()["ana"] == empty_room.people["ana"]
        record.people.erase("Ana")
        assert "ana" not in record.people.logins()
    with empty_room.record("ana") as record, pytest.raises(RecordError, match="people login"):
        record.people.id_for("Ana")
