"""The tables of an export and their columns: name, kind of value, meaning. The one place that knows them.

`docs/EXPORTS.md` is made from here. Names of columns and values are ids and stay as they are in every language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from simulator.model.message import N_


class Kind(StrEnum):
    """What a column holds. A value that is not there is an empty cell in CSV and null in JSON."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    TIME = "time"
    DAY = "day"
    LIST = "list"


KINDS: Final = {
    Kind.TEXT: N_("text"),
    Kind.WHOLE: N_("whole number"),
    Kind.NUMBER: N_("number, with a decimal point"),
    Kind.FLAG: N_("true or false"),
    Kind.TIME: N_("time in UTC, such as 2026-11-23T09:00:00.000Z"),
    Kind.DAY: N_("day, such as 2026-11-23"),
    Kind.LIST: N_("list of ids; in CSV with spaces between them"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `meaning` is a message of the catalogues."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, and its columns in their order."""

    name: str
    row: str
    columns: tuple[Column, ...]


_SESSION: Final = Column("session", Kind.TEXT, N_("Id of the session (UUID)"))
_TRAINEE: Final = Column("trainee", Kind.TEXT, N_("Opaque id of the trainee"))
_NAME: Final = Column(
    "name", Kind.TEXT, N_("The trainee's name or staff number; empty where it was erased or left out")
)
_SCENARIO: Final = Column("scenario", Kind.TEXT, N_("Id of the call"))
_VARIANT: Final = Column("variant", Kind.TEXT, N_("Id of the variant"))
_STARTED: Final = Column("started", Kind.TIME, N_("When the session began"))
_DECISION: Final = Column("decision", Kind.WHOLE, N_("Number of the decision, from 1"))

SESSIONS: Final = Table(
    "sessions",
    N_("One session that came to its end."),
    (
        _SESSION,
        Column(
            "code", Kind.TEXT, N_("Short code of the record's last hash for the session, as the end screen shows it")
        ),
        _TRAINEE,
        _NAME,
        _SCENARIO,
        Column("title", Kind.TEXT, N_("Title of the call")),
        Column("role", Kind.TEXT, N_("Role: reception, sales, technical, collections, satisfaction")),
        Column("language", Kind.TEXT, N_("Language of the call: fr or en")),
        _VARIANT,
        Column("mode", Kind.TEXT, N_("Mode: guided, practice or exam")),
        Column("counts", Kind.FLAG, N_("Whether it counts for skills and statistics: not guided, no help, no retry")),
        _STARTED,
        Column("ended", Kind.TIME, N_("When it ended")),
        Column("minutes", Kind.NUMBER, N_("Minutes that it took, without the time in which the trainee was away")),
        Column("decisions", Kind.WHOLE, N_("How many decisions were taken")),
        Column("ending", Kind.TEXT, N_("Id of the ending")),
        Column("outcome", Kind.TEXT, N_("Outcome: success, partial or failure")),
        Column(
            "score",
            Kind.NUMBER,
            N_("The machine's score, exact: 100 is the best call, 0 blind clicking, less is worse"),
        ),
        Column("passed", Kind.FLAG, N_("Whether the call was passed, by the machine's score")),
        Column("reviewed_score", Kind.NUMBER, N_("The score as a trainer's review has it; empty where there is none")),
        Column("reviewed_passed", Kind.FLAG, N_("Whether the call was passed, by the reviewed score")),
        Column("critical", Kind.LIST, N_("Critical errors in the order made")),
        Column("hinted", Kind.FLAG, N_("Whether a hint was asked for")),
        Column("undone", Kind.FLAG, N_("Whether an answer was taken back")),
        Column("branched", Kind.FLAG, N_("Whether it is a retry from a decision of another session")),
    ),
)

CRITERIA: Final = Table(
    "criteria",
    N_("One criterion in one session that came to its end; criteria that the call does not assess have no row."),
    (
        _SESSION,
        _TRAINEE,
        _NAME,
        _SCENARIO,
        _STARTED,
        Column("criterion", Kind.TEXT, N_("Id of the criterion")),
        Column("score", Kind.NUMBER, N_("The machine's score on this criterion, exact: 100 is the best call")),
    ),
)

DECISIONS: Final = Table(
    "decisions",
    N_("One decision of a session that came to its end, as it stood at the end; what was taken back is only counted."),
    (
        _SESSION,
        _TRAINEE,
        _NAME,
        _SCENARIO,
        _VARIANT,
        _DECISION,
        Column("state", Kind.TEXT, N_("Id of the state in which the trainee had to answer")),
        Column("choice", Kind.TEXT, N_("Id of the choice, or “silence”")),
        Column("offered", Kind.LIST, N_("Ids of the choices on offer, in the order shown")),
        Column("at", Kind.TIME, N_("When the answer was recorded")),
        Column("took_ms", Kind.WHOLE, N_("Milliseconds from when the choices could be read to the answer")),
        Column(
            "cost", Kind.NUMBER, N_("Points of the score that it lost; empty where the call cannot be played any more")
        ),
        Column(
            "verdict",
            Kind.TEXT,
            N_("Verdict: best, good, fair, mistake, blunder, critical, ended-the-call; empty where the cost is"),
        ),
        Column("critical", Kind.LIST, N_("Critical errors made here")),
        Column("hints", Kind.WHOLE, N_("How many hints were asked for here")),
        Column("looked_up", Kind.LIST, N_("Ids of the articles that were opened here")),
        Column("undone", Kind.WHOLE, N_("How often an answer was taken back here")),
        Column("typed", Kind.TEXT, N_("What the trainee would have said; empty where not asked, erased or left out")),
    ),
)

REVIEWS: Final = Table(
    "reviews",
    N_(
        "One thing that was said of a session after its end; nothing is overwritten, later rows go before earlier ones."
    ),
    (
        Column("review", Kind.TEXT, N_("Id of the review")),
        _SESSION,
        _TRAINEE,
        Column("at", Kind.TIME, N_("When it was said")),
        Column("by", Kind.TEXT, N_("Opaque id of who said it")),
        Column("by_name", Kind.TEXT, N_("Their name; empty where it was erased or left out")),
        Column(
            "kind",
            Kind.TEXT,
            N_("Kind: reflected, noted, corrected, signed-off, acknowledged, disputed or answered"),
        ),
        Column(
            "question", Kind.TEXT, N_("The question that the trainee answered to themselves: went-well, would-change")
        ),
        Column("decision", Kind.WHOLE, N_("The decision that it is about; 0 for the whole call")),
        Column("criterion", Kind.TEXT, N_("The criterion on which points were corrected")),
        Column("points", Kind.WHOLE, N_("The corrected points, from -2 to 2")),
        Column("score", Kind.NUMBER, N_("The score that the session came to with it")),
        Column("passed", Kind.FLAG, N_("Whether the call was passed with it")),
        Column("words", Kind.TEXT, N_("The words; empty where they were erased or left out")),
    ),
)

MINUTES: Final = Table(
    "minutes",
    N_("One person on one day with a session that came to its end."),
    (
        Column("day", Kind.DAY, N_("The day on which the sessions began, by the clock of the machine that exports")),
        _TRAINEE,
        _NAME,
        Column("sessions", Kind.WHOLE, N_("How many sessions")),
        Column("minutes", Kind.NUMBER, N_("Minutes trained, without the time in which the trainee was away")),
        Column("exam_minutes", Kind.NUMBER, N_("Those in exams")),
    ),
)

TABLES: Final = {table.name: table for table in (SESSIONS, CRITERIA, DECISIONS, REVIEWS, MINUTES)}
"""Every table by its name, in the order in which they are listed."""
