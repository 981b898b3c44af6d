"""A training room on one server: trainees Ana and Ben, the trainers Eva and Max, and what was played there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import psycopg
from psycopg import sql

from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.record import Record, apply_roles, new_session_id, open_record
from simulator.record.chain import words_digest
from tests.record.sample import CRITERIA, RUBRIC, SCENARIO, chose, ended, session_id, started

TRAINEES = ("ana", "ben")
TRAINERS = ("eva",)
BOTH = ("max",)
"""A trainer who takes calls as well."""
WORDS = (b"salt", "Well listened.")
"""What is said in a review."""
STRANGER = "tom"
"""A trainee's login that nobody was linked to."""
OWNER = "keeper"
_number = count(1)


@dataclass(frozen=True)
class Room:
    """A database with roles in force, and the ids in it by name."""

    url: str
    """The keeper's."""
    people: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)

    def url_of(self, login: str) -> str:
        """The database as somebody else opens it."""
        return self.url.replace(f"{OWNER}@", f"{login}@")

    def record(self, login: str) -> Record:
        """The record as `login` opens it."""
        return open_record(self.url_of(login), create=False)

    def connect(self, login: str) -> psycopg.Connection[Any]:
        """The server as `login` reaches it without RoleCall."""
        return psycopg.connect(self.url_of(login))


@contextmanager
def room(server: str) -> Iterator[Room]:
    """An empty database with roles in force, everybody linked but the stranger."""
    name = f"room_{next(_number)}"
    with psycopg.connect(server, autocommit=True) as admin:
        _login(admin, OWNER, "CREATEROLE")
        admin.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER)))
        found = Room(server.replace("rolecall@", f"{OWNER}@").removesuffix("postgres") + name)
        try:
            open_record(found.url).close()
            apply_roles(found.url)
            for login in (*TRAINEES, *BOTH, STRANGER):
                _login(admin, login, "IN ROLE rolecall_trainee")
            for login in TRAINERS:
                _login(admin, login, "IN ROLE rolecall_trainer")
            for login in BOTH:
                admin.execute(sql.SQL("GRANT rolecall_trainer TO {}").format(sql.Identifier(login)))
            with open_record(found.url) as record:
                for login in (*TRAINEES, *TRAINERS, *BOTH):
                    found.people[login] = record.people.link(login, login.title())
            yield found
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def furnished(empty: Room) -> Room:
    """The room after some days: practice kept private, shared and not ended, and an exam, for each trainee."""
    for number, login in enumerate(TRAINEES):
        with empty.record(login) as record:
            for place, kind in enumerate(("private", "shared", "exam", "open")):
                mode = Mode.EXAM if kind == "exam" else Mode.PRACTICE
                session = live(record, 10 * number + place + 1, empty.people[login], mode=mode, end=kind != "open")
                empty.sessions[f"{login} {kind}"] = session
            record.share(empty.sessions[f"{login} shared"])
    return empty


def live(record: Record, number: int, trainee: str, *, mode: Mode = Mode.PRACTICE, end: bool = True) -> str:
    """A session as the program records it, by the server's clock, with typed words and an answer to oneself."""
    session = session_id(number)
    record.start(started(number, trainee=trainee, mode=mode), SCENARIO, RUBRIC)
    record.append_typed(session, 1, f"Secret of {trainee}")
    record.append(session, chose(1))
    if end:
        record.end(session, ended(), title="Prélèvement rejeté", role="collections", criteria=CRITERIA)
        record.reflect(session, Question.WENT_WELL, f"Thought of {trainee}")
    return session


def review(room: Room, session: str, by: str, kind: str = "noted", **changes: object) -> tuple[str, dict[str, object]]:
    """An INSERT of a review of `WORDS` as it must be, but for `changes` of its columns."""
    with psycopg.connect(room.url) as keeper:
        row = keeper.execute("SELECT head, clock_timestamp() FROM sessions WHERE id = %s", (session,)).fetchone()
        assert row is not None
        head, now = bytes(row[0]), row[1]
    at = f"{now.astimezone(tz=None):%Y-%m-%dT%H:%M:%S%z}"
    own = new_session_id()
    said = {"id": own, "session": session, "at": at, "by": by, "review": {"kind": kind, "digest": words_digest(*WORDS)}}
    body = json.dumps(said).encode()
    values = {"id": own, "session": session, "by": by, "body": body, "hash": hashlib.sha256(head + body).digest()}
    statement = (
        'INSERT INTO reviews (id, session, "by", body, hash) VALUES (%(id)s, %(session)s, %(by)s, %(body)s, %(hash)s)'
    )
    return statement, {**values, **changes}


def _login(admin: psycopg.Connection[Any], name: str, more: str) -> None:
    known = admin.execute("SELECT FROM pg_roles WHERE rolname = %s", (name,)).fetchone()
    if known is None:
        admin.execute(sql.SQL("CREATE ROLE {} LOGIN " + more).format(sql.Identifier(name)))
