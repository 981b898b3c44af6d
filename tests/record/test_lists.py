"""What lists, best scores and the choice of a variant read, the same in a file and on a server."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.model.events import BranchOf, Undone
from simulator.model.mode import Mode
from simulator.record import Reason, Record, RecordError, open_record
from tests.record.sample import TRAINEE, begin, chose, ended, finish, minute, play, session_id, started, tamper

OTHER = "0b6f1c3e-6f8e-4d55-9a60-2d6f1a6d0002"


@pytest.fixture
def full(any_record: Record) -> Record:
    """Seven sessions that differ, and two that are not over."""
    return filled(any_record)


@pytest.fixture(scope="module")
def listed(shared_url: str) -> Iterator[Record]:
    """The same, only to be read."""
    with open_record(shared_url) as record:
        yield filled(record)


def filled(any_record: Record) -> Record:
    play(any_record, 1, end=ended(60.0, passed=False))
    play(any_record, 2, end=ended(75.0))
    play(any_record, 3, hinted=True, end=ended(99.0))
    play(any_record, 4, mode=Mode.GUIDED, end=ended(98.0))
    play(any_record, 5, mode=Mode.EXAM, variant="second", end=ended(74.0, passed=False, critical=("undue-fees",)))
    play(any_record, 6, trainee=OTHER, end=ended(91.0))
    play(any_record, 7, scenario="broken-router", branch_of=BranchOf(session_id(1), 2), end=ended(97.0))
    begin(any_record, started(8), chose(1))
    begin(any_record, started(9, variant="second"), chose(1), Undone(1))
    return any_record


def numbers(record: Record, **wanted: object) -> list[int]:
    """The sessions that a filter lets through, by their numbers above."""
    by_id = {session_id(number): number for number in range(1, 10)}
    return [by_id[summary.session] for summary in record.sessions(**wanted)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [7, 6, 5, 4, 3, 2, 1]),
        ({"limit": 2}, [7, 6]),
        ({"limit": 0}, []),
        ({"trainee": OTHER}, [6]),
        ({"trainee": "nobody"}, []),
        ({"scenario": "broken-router"}, [7]),
        ({"mode": Mode.EXAM}, [5]),
        ({"passed": False}, [5, 1]),
        ({"passed": True, "trainee": TRAINEE, "scenario": "refused-debit"}, [4, 3, 2]),
        ({"critical": True}, [5]),
        ({"critical": False, "passed": False}, [1]),
        ({"counts": True}, [6, 5, 2, 1]),
        ({"counts": False}, [7, 4, 3]),
        ({"since": minute(6)}, [7, 6]),
        ({"until": minute(3)}, [2, 1]),
        ({"role": "sales"}, []),
        ({"language": "fr", "limit": 1}, [7]),
    ],
)
def test_a_list_shows_what_was_asked_for(listed: Record, wanted: dict[str, object], found: list[int]) -> None:
    assert numbers(listed, **wanted) == found


def test_a_long_list_is_read_in_pages_without_gaps(record: Record) -> None:
    for number in range(1, 451):
        session = begin(record, started(number))
        finish(record, session, ended(float(number)))
    found = [summary.score for summary in record.sessions()]
    assert found == [float(number) for number in range(450, 0, -1)]
    assert [summary.score for summary in record.sessions(limit=201)] == found[:201]
    assert all(one > other for one, other in pairwise(found))


def test_what_counts_leaves_out_help(full: Record) -> None:
    def best(trainee: str) -> float:
        return max((one.score for one in full.sessions(trainee=trainee, counts=True)), default=0.0)

    assert (best(TRAINEE), best(OTHER), best("nobody")) == (75.0, 91.0, 0.0)


def test_help_is_noted(full: Record) -> None:
    flags = {s.session: (s.hinted, s.undone, s.branched, s.counts) for s in full.sessions()}
    assert flags[session_id(3)] == (True, False, False, False)
    assert flags[session_id(7)] == (False, False, True, False)
    assert flags[session_id(4)] == (False, False, False, False)
    finish(full, session_id(9), ended())
    undone = full.summary(session_id(9))
    assert undone is not None
    assert (undone.undone, undone.counts) == (True, False)


def test_variants_are_counted_from_the_first_moment(full: Record) -> None:
    assert full.times_played(TRAINEE, "refused-debit") == {"first": 5, "second": 2}
    assert full.times_played(TRAINEE, "unknown") == {}


def resumable(record: Record) -> str | None:
    """The id of the session to resume."""
    found = record.unfinished(TRAINEE, "refused-debit")
    return found.session if found else None


def test_the_newest_open_session_is_the_one_to_resume(full: Record) -> None:
    assert resumable(full) == session_id(9)
    assert full.unfinished(TRAINEE, "broken-router") is None
    assert full.unfinished(OTHER, "refused-debit") is None
    full.abandon(session_id(9), 1)
    assert resumable(full) == session_id(8)
    finish(full, session_id(8), ended())
    assert full.unfinished(TRAINEE, "refused-debit") is None


def test_open_sessions_say_how_far_they_came(full: Record) -> None:
    last, first = full.all_unfinished()
    assert (first.session, first.variant, first.mode, first.events) == (session_id(8), "first", Mode.PRACTICE, 2)
    assert (first.started, first.last) == (minute(8), minute(9))
    assert (last.session, last.events) == (session_id(9), 3)
    assert full.all_unfinished(trainee=OTHER) == ()


def test_a_summary_that_was_tampered_with_is_a_sentence(record: Record, file: Path) -> None:
    session = play(record)
    tamper(file, "UPDATE summaries SET criteria = '['")
    for attempt in (lambda: list(record.sessions()), lambda: record.summary(session)):
        with pytest.raises(RecordError, match="cannot be read") as refused:
            attempt()
        assert refused.value.reason is Reason.CORRUPT
