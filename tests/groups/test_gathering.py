"""A group read from the record: the decisions are those of the debrief, with words in which nobody is named."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.groups.gathering import Group, Wanted, gather
from simulator.model.mode import Mode
from simulator.record import Record, open_record
from simulator.session import debrief_of
from tests.memory import CACHE
from tests.session.desk import TRAINEE, begin, parcel, play_at_random

CALLS = 6


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Exams, one call of practice that was not shared and one with help."""
    with open_record(str(tmp_path / "rolecall.db")) as opened:
        modes = [Mode.EXAM] * CALLS + [Mode.PRACTICE, Mode.GUIDED]
        for seed, mode in enumerate(modes, start=1):
            play_at_random(begin(opened, parcel(), mode, seed=seed), random.Random(seed)).debrief("en")
        yield opened


def told(record: Record, viewer: str = "", latest: int = 100) -> Group:
    return gather(record, Wanted(None, viewer, None, latest), "en", CACHE, lambda _done, _all: None)


def test_the_decisions_are_those_of_the_debriefs(record: Record) -> None:
    group = told(record)
    exams = [one.session for one in record.sessions(mode=Mode.EXAM)]
    debriefs = [debrief_of(record, session, "en", cache=CACHE) for session in exams]
    rows = [(row.state, row.choice, row.cost) for debrief in debriefs for row in debrief.decisions]
    assert [(row.state, row.choice, row.cost) for row in group.read.rows] == rows
    rests = [debrief.score + row.cost for debrief in debriefs for row in debrief.decisions]
    assert [row.rest for row in group.read.rows] == pytest.approx(rests)
    assert (group.calls, group.read_from, group.read.untold) == (CALLS, CALLS, 0)
    assert group.trainees[0].score.calls == CALLS


def test_of_others_only_what_they_shared_is_there(record: Record) -> None:
    own = record.people.id_of(TRAINEE) or ""
    assert told(record, own).calls == CALLS + 1
    assert told(record, "somebody else").calls == CALLS


def test_words_come_from_the_call_and_name_no_trainee(record: Record) -> None:
    group = told(record)
    assert group.read.said["parcel", "hello"] == "Is that …? My parcel is late."
    assert group.read.choices["parcel", "hello", "ask"].startswith("What was in the parcel")
    assert [group.label(one) for one in group.criteria] == ["Listening", "Care"]
    assert list(group.names.values()) == [TRAINEE]


def test_decisions_are_read_from_the_latest_calls(record: Record) -> None:
    group = told(record, latest=2)
    assert (group.calls, group.read_from) == (CALLS, 2)
    assert sum(row.first for row in group.read.rows) == 0, "the first try is not among them"
    assert sum(row.first for row in told(record).read.rows) > 0


def test_an_empty_record_has_no_group(tmp_path: Path) -> None:
    with open_record(str(tmp_path / "other.db")) as empty:
        group = told(empty)
    assert (group.calls, group.trainees, group.passes, group.tries, group.decisions) == (0, (), (), (), ())
