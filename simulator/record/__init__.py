"""The durable log of sessions. Importing this package loads no database; `open_record` does.

    record = open_record(None)                  # the user's own SQLite file; or a URL, or a path to a file
    record = open_record(url, create=False)     # refuses where there is none

Every call below raises `RecordError(reason, message)` for whatever a person can meet (locked, full, corrupt,
newer, closed, ...) and leaves what was acknowledged as it was. A `Record` may be used from any thread; calls wait
for each other. Every time is UTC; `at` is for tests and defaults to now (to the server's clock on PostgreSQL).

One call
    new_session_id() -> str                                  UUIDv7
    record.start(started, scenario_text, rubric_text, *, at=None) -> int            number 1
    record.append(session, event, *, after=None, at=None) -> int                    the event's number; durable
        `after`: the number of the last event one knows; refused (OVERTAKEN) if the session has gone on elsewhere
    record.append_typed(session, decision, text, *, after=None, at=None) -> int     the words and their `Typed` event
    record.end(session, ended, *, title, role, criteria, after=None, at=None) -> Summary
    record.abandon(session, decision, *, after=None, at=None) -> int
    record.anchor(session, AnchorKind.SHOWN) -> str          writes the head down; the code to show, "7K3M-9QXD"
    record.code(session) -> str                              the same code without writing anything down
What was recorded
    record.events(session) -> tuple[Recorded, ...]           Recorded(number, at, event, hash)
    record.started(session) -> Started
    record.summary(session) -> Summary | None                None while it has not ended
    record.text(hash) -> str                                 a scenario's or rubric's text, checked against its hash
    record.typed(session) -> Mapping[int, str]               event number -> words; erased ones are not in it
    record.matching(part) -> tuple[str, ...]                 the ids that begin or end with `part`
    record.unfinished(trainee, scenario) -> Unfinished | None  the newest session to resume
    record.all_unfinished(*, trainee=None) -> tuple[Unfinished, ...]
    record.sessions(*, trainee=None, scenario=None, role=None, language=None, mode=None, passed=None, critical=None,
                    counts=None, since=None, until=None, viewer=None, limit=None) -> Iterator[Summary]
        Newest first. `viewer`: the id of whoever looks; without others' practice that was not shared
    record.pages(wanted=EVERY, order=NEWEST) -> Pages        a table: `Wanted` says which, `Order` by which column
        .first(size) .last(size) .after(mark, size) .before(mark, size) -> tuple[Listed, ...]    at once, wherever
        .count() -> int                                      may take a second or two where there are a million
    record.tallies(*, trainees=None, scenario=None, viewer=None) -> Tallies        of what counts; never read one by one
    record.best(trainee) -> Mapping[str, float]              scenario -> best exact score among those that count
    record.times_played(trainee, scenario) -> Mapping[str, int]                    variant -> sessions started
After the end
    record.reflect(session, question, text, *, at=None) -> str     the trainee's own word on an ended session; its id
    record.review(session, said, text, *, by, at=None) -> str      a trainer's or the trainee's word; a sign-off anchors
        `said`: a value of `simulator.model.reviews`; the digest of the text is filled in. `by`: the id of who says it
    record.reviewed(trainee) -> frozenset[str]               the trainee's sessions that others have said something of
    record.reviews(session) -> tuple[Reviewed, ...]    Reviewed(id, at, by, review, words, hash); erased words are None
    record.reviews(session) -> tuple[Reviewed, ...]          Reviewed(id, at, by, review, words); erased words are None
Scored anew
    record.rubric_hashes() -> tuple[str, ...]                of the rubrics that ended sessions were scored with
    record.ended_with(*, scenario=None, rubrics=None) -> tuple[str, ...]     ids, in order of their calls
    record.publish(new: Iterable[NewScore], engine, *, at=None) -> None      beside the summaries, each once
    record.scorecards(session) -> tuple[Scored, ...]         what was added so
People
    record.codes(sessions) -> Mapping[str, str]              the codes of many at once, by session
    record.events_of(sessions) -> Iterator[tuple[str, tuple[Recorded, ...]]]       of many at once, one after the other
    record.reviews_of(sessions) -> Mapping[str, tuple[Reviewed, ...]]              what was said of many at once
    record.people.id_for(name) -> str                        the id behind a name, made when it is new
    record.people.id_for(name) -> str                        the id of who sits here, made when the name is new
    record.people.find(name_or_id) -> tuple[Person, ...]     .name(id) -> str   .list() -> tuple[Person, ...]
    record.people.names(ids) -> Mapping[str, str]            the names of many at once; empty where one was erased
    record.people.id_of(name_or_id) -> str | None            who sits here: by login, else of several the oldest
    record.people.link(login, name_or_id) -> str             whose a server's login is; the person's id
    record.people.logins() -> Mapping[str, str]              login -> the person's id
    record.people.rename(name_or_id, name) -> None           the id stays
    record.people.erase(name_or_id) -> Erased                names and free texts are gone, chains stay whole
    record.people.export(name_or_id) -> Iterator[bytes]      lines of JSON: all that is kept about a person
Calibration
    record.calibrations.new(name, sessions, criteria, by) -> Calibration            of calls that everybody may see
    record.calibrations.list() -> tuple[Calibration, ...]    .find(name) -> Calibration
    record.calibrations.to_mark(calibration, by) -> tuple[str, ...]                 what a reviewer has still to mark
    record.calibrations.mark(calibration, session, by, marks) -> None               once and for all
    record.calibrations.progress(calibration) -> Mapping[str, int]                  reviewer -> calls marked
    record.calibrations.markings(calibration, viewer) -> tuple[Marking, ...]        for who has marked everything
    record.calibrations.export(calibration, viewer) -> Iterator[bytes]              with its calls, and one's own marks
    record.calibrations.import_(lines) -> CalibrationReport
Trust
    record.verify(session=None, *, engine="", rescore=None, codes={}) -> Iterator[Checked]
        `rescore`: plays an ended session again, Replay -> Rescored | Message; skipped as "other rules" where the
        session's engine version is not `engine`. `codes`: session -> a code or head hash written down elsewhere.
        Without `session` the first result, with an empty session, is about the database as a whole
    record.verifiable(*, since=None) -> tuple[str, ...]      the ids that `verify` goes through, by call
    record.verify_whole() -> Checked                         the first result alone
    record.anchors(session) -> tuple[Anchor, ...]
Files
    record.export(sessions=None, *, people=True) -> Iterator[bytes]                lines of JSON, anchored as exported
    record.import_(lines: Iterable[bytes]) -> ImportReport   may be given the same file twice
Sharing
    record.share(session, *, trainee=None) -> str            practice that trainers may see; it can no longer be deleted
    record.shared(trainee) -> frozenset[str]                 what others were given: shared, exported, imported, signed
    record.seen_by(viewer) -> tuple[str, ...]                their own, exams, and what was shared; ended or not
Removing
    record.delete(session, *, trainee=None) -> None          practice that was not shared; a tombstone stays
    record.purge(older_than: datetime, *, everything=False) -> tuple[str, ...]
Else
    record.place -> str      where it is, without a password        record.close()      also a context manager
    upgrade(url) -> bool     brings a server's database to this version; False where there was nothing to do
    state_of(url) -> State   its form, whether it is whole, its size, the room left, the rules in force
    backup(url, target) -> None      a whole copy of a file, while it is used
    dump_command(url) -> str | None  the line that copies a server's database; None for a file
    role_statements(trainee=..., trainer=...) -> tuple[str, ...]   the SQL of a server's two roles and their rules
    apply_roles(url, *, trainee=..., trainer=...) -> None          runs it
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.record.chain import same_code, short_code
from simulator.record.errors import Reason, RecordError
from simulator.record.ids import new_session_id
from simulator.record.listing import EVERY, NEWEST, Column, Listed, Mark, Order, Standing, Wanted
from simulator.record.values import (
    Anchor,
    AnchorKind,
    CalibrationReport,
    Checked,
    Erased,
    ImportReport,
    NewScore,
    Person,
    Recorded,
    Replay,
    Rescore,
    Rescored,
    Reviewed,
    Scored,
    Summary,
    Tallies,
    Tally,
    Tries,
    Try,
    Unfinished,
    Verdict,
)

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.record.facade import Record
    from simulator.record.keeping import State
    from simulator.record.paging import Pages

__all__ = [
    "EVERY",
    "NEWEST",
    "TRAINEE_ROLE",
    "TRAINER_ROLE",
    "Anchor",
    "AnchorKind",
    "CalibrationReport",
    "Checked",
    "Column",
    "Erased",
    "ImportReport",
    "Listed",
    "Mark",
    "NewScore",
    "Order",
    "Pages",
    "Person",
    "Reason",
    "Record",
    "RecordError",
    "Recorded",
    "Replay",
    "Rescore",
    "Rescored",
    "Reviewed",
    "Scored",
    "Standing",
    "Summary",
    "Tallies",
    "Tally",
    "Tries",
    "Try",
    "Unfinished",
    "Verdict",
    "Wanted",
    "apply_roles",
    "backup",
    "dump_command",
    "new_session_id",
    "open_record",
    "role_statements",
    "same_code",
    "short_code",
    "state_of",
    "upgrade",
]


def open_record(url: str | None = None, *, create: bool = True) -> Record:
    """The record at `url` (a database URL or a file's path), or the user's own.

    `create` makes a missing database (never a missing folder, but for the user's own). Raises RecordError.
    """
    from simulator.record.facade import Record

    return Record.open(url, create=create)


def upgrade(url: str | None = None) -> bool:
    """Bring the database at `url` to the form that this version writes. False where it has it already."""
    from simulator.record.facade import upgrade as run

    return run(url)


TRAINEE_ROLE: Final = "rolecall_trainee"
TRAINER_ROLE: Final = "rolecall_trainer"
"""What a server's roles are called unless somebody wants it otherwise."""


def role_statements(*, trainee: str = TRAINEE_ROLE, trainer: str = TRAINER_ROLE) -> tuple[str, ...]:
    """The SQL that makes the two roles of a PostgreSQL server and their rules. Raises RecordError for a name."""
    from simulator.record.roles import statements

    return statements(trainee, trainer)


def apply_roles(url: str | None = None, *, trainee: str = TRAINEE_ROLE, trainer: str = TRAINER_ROLE) -> None:
    """Make the roles of the server at `url` and their rules, or make them anew. Raises RecordError."""
    from simulator.record.facade import apply_roles as run

    run(url, trainee, trainer)


def state_of(url: str | None = None) -> State:
    """In what state the database at `url` is; an older form is only looked at. Raises RecordError."""
    from simulator.record.facade import state_of as run

    return run(url)


def backup(url: str | None, target: Path) -> None:
    """Copy the record in a file to `target`, whole, while others go on. Raises RecordError, and OSError."""
    from simulator.record.facade import backup as run

    run(url, target)


def dump_command(url: str | None = None) -> str | None:
    """The line that copies a server's database, without a password; None where the record is a file."""
    from simulator.record.keeping import dump_command as of

    return of(url)


def __getattr__(name: str) -> object:
    """`Record` and `Pages` are loaded, with their database library, when they are first asked for."""
    if name == "Record":
        from simulator.record.facade import Record

        return Record
    if name == "Pages":
        from simulator.record.paging import Pages

        return Pages
    raise AttributeError(name)
