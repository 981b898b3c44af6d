"""The tables of the record. A change here goes with a migration and a new `REVISION`.

Times are texts (UTC, milliseconds), hashes 32 bytes. `events` and `reviews` alone are the truth: `sessions` and
`summaries` are read from events for lists, `tallies` from `summaries` for groups, and `verify` compares them. Names and
free texts stand apart, so that they can go; the bare name in `summaries`, by which lists are sorted, goes with them.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    text,
)

REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every form that the database has had, oldest first: the ids of the migrations."""
REVISION: Final = REVISIONS[-1]
VERSION_TABLE: Final = "rolecall_version"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

SORTED: Final = String().with_variant(String(collation="C"), "postgresql")
"""A text that is sorted the same on every server: by its characters, which are bare ones already."""

version = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32), primary_key=True))
"""Alembic's own table, under a name that no other program in the same database uses."""

texts = Table(
    "texts",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("trainee", String, nullable=False),
    Column("scenario", String, nullable=False),
    Column("scenario_hash", String(64), ForeignKey("texts.hash"), nullable=False),
    Column("rubric_hash", String(64), ForeignKey("texts.hash"), nullable=False),
    Column("variant", String, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("started", String(24), nullable=False),
    Column("last", String(24), nullable=False),
    Column("state", String(16), nullable=False),
    Column("events", Integer, nullable=False),
    Column("head", LargeBinary(32), nullable=False),
    Index(None, "started", "id"),
    Index(None, "trainee", "scenario", "started"),
    Index(None, "scenario_hash"),
    Index(None, "rubric_hash"),
)

events = Table(
    "events",
    metadata,
    Column("session", String(36), ForeignKey("sessions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
)

ORDERS: Final = ("started", "named", "called", "mode", "score", "final_score", "final_passed", "erred", "reviewed")
"""The columns that the trainer's table can be sorted by. Each has an index that a page is read from, row after row."""
_NARROWING: Final = ("mode", "final_passed", "erred", "reviewed")
"""What a page is often narrowed by: it stands in every such index, so that rows to be left out are not looked up."""
_ALSO: Final = {"called": ("scenario",), "score": ("final_score",)}
"""What goes with the column, and would lie far behind the first row if the index did not have it."""


def order_index(column: str) -> str:
    """The name of the index that sorts by `column`."""
    return f"ix_summaries_open_{column}"


def _order(column: str) -> Index:
    narrowing = (name for name in _NARROWING if name != column)
    return Index(order_index(column), "open", column, "session", *narrowing, *_ALSO.get(column, ()))


summaries = Table(
    "summaries",
    metadata,
    Column("session", String(36), ForeignKey("sessions.id"), primary_key=True),
    Column("trainee", String, nullable=False),
    Column("scenario", String, nullable=False),
    Column("title", String, nullable=False),
    Column("role", String, nullable=False),
    Column("language", String, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("variant", String, nullable=False),
    Column("started", String(24), nullable=False),
    Column("ended", String(24), nullable=False),
    Column("ending", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("score", Double, nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("critical", String, nullable=False),
    Column("decisions", Integer, nullable=False),
    Column("minutes", Double, nullable=False),
    Column("criteria", String, nullable=False),
    Column("hinted", Boolean, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("branched", Boolean, nullable=False),
    Column("counts", Boolean, nullable=False),
    # What follows is for the trainer's table: `filing` keeps it.
    Column("open", Boolean, nullable=False),
    Column("named", SORTED, nullable=False),
    Column("called", SORTED, nullable=False),
    Column("erred", Boolean, nullable=False),
    Column("reviewed", SmallInteger, nullable=False),
    Column("final_score", Double, nullable=False),
    Column("final_passed", Boolean, nullable=False),
    Index(None, "started", "session"),
    Index("ix_summaries_trainee_started", "trainee", "started", "called"),
    Index(None, "scenario", "started"),
    Index(
        "ix_summaries_tries",
        *("trainee", "scenario", "open", "started", "session", "score"),
        # Of those that count alone, lest it be taken for the other index of a trainee's sessions.
        sqlite_where=text("counts = 1"),
        postgresql_where=text("counts"),
    ),
    *(_order(column) for column in ORDERS),
)

tallies = Table(
    "tallies",
    metadata,
    Column("trainee", String, primary_key=True),
    Column("criterion", String, primary_key=True),
    Column("scenario", String, primary_key=True),
    Column("open", Boolean, primary_key=True),
    Column("calls", BigInteger, nullable=False),
    Column("points", BigInteger, nullable=False),
    Column("passed", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""How many sessions count, what they scored together and how many were passed; see `tallying`."""

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String),
    Column("key", String),
    Column("since", String(24), nullable=False),
    Column("erased", String(24)),
    Index(None, "key"),
)

typed = Table(
    "typed",
    metadata,
    Column("session", String(36), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("words", String, nullable=False),
    ForeignKeyConstraint(["session", "number"], ["events.session", "events.number"]),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("session", String(36), ForeignKey("sessions.id"), nullable=False),
    Column("by", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index(None, "session"),
)

review_words = Table(
    "review_words",
    metadata,
    Column("review", String(36), ForeignKey("reviews.id"), primary_key=True),
    Column("session", String(36), nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("words", String, nullable=False),
    Index(None, "session"),
)

calibrations = Table(
    "calibrations",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("key", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index(None, "key", unique=True),
)
"""Calls that several reviewers mark; `key` is the name to find one by, whatever its capitals."""

markings = Table(
    "markings",
    metadata,
    Column("calibration", String(36), ForeignKey("calibrations.id"), primary_key=True),
    Column("session", String(36), ForeignKey("sessions.id"), primary_key=True),
    Column("by", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index(None, "session"),
)

anchors = Table(
    "anchors",
    metadata,
    Column("session", String(36), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("at", String(24), nullable=False),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("session", String(36), primary_key=True),
    Column("hash", LargeBinary(32), nullable=False),
    Column("at", String(24), nullable=False),
)

logins = Table(
    "logins",
    metadata,
    Column("login", String(63), primary_key=True),
    Column("person", String, ForeignKey("people.id"), nullable=False),
    Column("since", String(24), nullable=False),
    Index(None, "person"),
)
"""Whose a login of the server is; in a file it stays empty."""

scorecards = Table(
    "scorecards",
    metadata,
    Column("session", String(36), ForeignKey("sessions.id"), primary_key=True),
    Column("scenario_hash", String(64), ForeignKey("texts.hash"), primary_key=True),
    Column("rubric_hash", String(64), ForeignKey("texts.hash"), primary_key=True),
    Column("engine", String, primary_key=True),
    Column("at", String(24), nullable=False),
    Column("ending", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("score", Double, nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("critical", String, nullable=False),
    Column("criteria", String, nullable=False),
    Index(None, "scenario_hash"),
    Index(None, "rubric_hash"),
)
"""What a session is worth by other texts than those that it was played with. The first scorecard is its summary."""
