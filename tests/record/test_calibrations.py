"""Calls that several reviewers mark: kept for good, hidden from who has not marked, and every change is found."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.calibration import MOST_CALLS, Calibration, Marking
from simulator.model.mode import Mode
from simulator.record import Reason, Record, RecordError, open_record
from simulator.record.calibration_codec import decode_calibration, decode_marking, encode_calibration, encode_marking
from simulator.words import say
from tests.record.sample import (
    TRAINEE,
    begin,
    bytes_on_disk,
    chose,
    minute,
    play,
    session_id,
    started,
    tamper,
    wrong,
)
from tests.record.strategies import ids, times, words

CRITERIA = ("empathy", "clarity")
NAMES = st.lists(words, max_size=4, unique=True).map(tuple)
LEVEL = st.one_of(st.none(), st.integers(1, 5))


def made(record: Record, *numbers: int, name: str = "March") -> Calibration:
    """A calibration of exams, played now."""
    played = [play(record, number, mode=Mode.EXAM) for number in numbers or (1, 2)]
    return record.calibrations.new(name, played, CRITERIA, record.people.id_for("Paul"), at=minute(60))


def reviewer(record: Record, name: str, calibration: Calibration, *marks: tuple[int | None, int | None]) -> str:
    """A reviewer who has given these marks, call by call; their id."""
    by = record.people.id_for(name)
    for session, given_marks in zip(calibration.sessions, marks, strict=False):
        record.calibrations.mark(calibration, session, by, dict(zip(CRITERIA, given_marks, strict=True)))
    return by


def refused(call: Callable[[], object], part: str, reason: Reason = Reason.REFUSED) -> None:
    """The call is refused in a sentence with that part."""
    with pytest.raises(RecordError, match=part) as caught:
        call()
    assert caught.value.reason is reason


def test_marks_are_kept_as_they_were_given(any_record: Record) -> None:
    calibration = made(any_record)
    assert any_record.calibrations.find(" MARCH") == calibration
    assert any_record.calibrations.list() == (calibration,)
    anna = reviewer(any_record, "Anna", calibration, (1, 5), (3, None))
    told = [(one.by, one.session, dict(one.marks)) for one in any_record.calibrations.markings(calibration, anna)]
    assert told == [
        (anna, session_id(1), {"empathy": 1, "clarity": 5}),
        (anna, session_id(2), {"empathy": 3, "clarity": None}),
    ]
    assert wrong(any_record.verify()) == {}


def test_marks_are_hidden_from_whoever_has_not_marked_everything(any_record: Record) -> None:
    calibration = made(any_record)
    anna = reviewer(any_record, "Anna", calibration, (1, 5), (3, 3))
    ben = reviewer(any_record, "Ben", calibration, (1, 5))
    nobody = any_record.people.id_for("Nobody")
    for viewer, left in ((ben, 1), (nobody, 2)):
        refused(lambda viewer=viewer: any_record.calibrations.markings(calibration, viewer), "stay hidden")  # type: ignore[misc]
        assert len(any_record.calibrations.to_mark(calibration, viewer)) == left
    assert any_record.calibrations.progress(calibration) == {anna: 2, ben: 1}
    assert len(any_record.calibrations.markings(calibration, anna)) == 3


def test_nothing_is_marked_twice(any_record: Record) -> None:
    calibration = made(any_record)
    anna = reviewer(any_record, "Anna", calibration, (1, 5))
    again: Mapping[str, int | None] = {"empathy": 2, "clarity": 2}
    refused(lambda: any_record.calibrations.mark(calibration, session_id(1), anna, again), "already")
    refused(lambda: any_record.calibrations.mark(calibration, session_id(9), anna, again), "not there")


@pytest.mark.parametrize(
    "marks", [{}, {"empathy": 1}, {"empathy": 1, "clarity": 1, "tact": 1}, {"empathy": 0, "clarity": 1},
              {"empathy": 6, "clarity": 1}]
)  # fmt: skip
def test_a_call_is_marked_on_every_criterion_from_1_to_5(record: Record, marks: dict[str, int | None]) -> None:
    calibration = made(record)
    by = record.people.id_for("Anna")
    refused(lambda: record.calibrations.mark(calibration, session_id(1), by, marks), "mark", Reason.INVALID)
    assert record.calibrations.progress(calibration) == {}


def test_who_took_a_call_cannot_mark_it(record: Record) -> None:
    calibration = made(record)
    for call in (record.calibrations.to_mark, record.calibrations.markings):
        refused(lambda call=call: call(calibration, TRAINEE), "a call of yours")  # type: ignore[misc]


def test_only_ended_calls_that_everybody_may_see_are_put_before_reviewers(any_record: Record) -> None:
    private, shared = play(any_record, 1), play(any_record, 2)
    any_record.share(shared)
    waiting = begin(any_record, started(3, mode=Mode.EXAM), chose(1))
    make = any_record.calibrations.new
    refused(lambda: make("One", [shared, private], CRITERIA, "me"), "not shared")
    refused(lambda: make("One", [waiting], CRITERIA, "me"), "has not ended")
    refused(lambda: make("One", [session_id(9)], CRITERIA, "me"), "There is no session", Reason.MISSING)
    assert make("One", [shared, shared], CRITERIA, "me").sessions == (shared,)


@pytest.mark.parametrize("name", ["", " ", "a\x1b[2J", "x" * 201])
def test_a_name_is_a_line_of_text(record: Record, name: str) -> None:
    refused(lambda: record.calibrations.new(name, [play(record)], CRITERIA, "me"), "name", Reason.INVALID)
    refused(lambda: record.calibrations.find(name), "no calibration", Reason.MISSING)


def test_a_name_is_given_once_and_a_calibration_has_calls(record: Record) -> None:
    made(record)
    refused(lambda: record.calibrations.new("march", [session_id(1)], CRITERIA, "me"), "already")
    for chosen in ([], [session_id(number) for number in range(MOST_CALLS + 1)]):
        refused(lambda chosen=chosen: record.calibrations.new("May", chosen, CRITERIA, "me"), "from 1", Reason.INVALID)  # type: ignore[misc]


def test_a_purged_call_goes_with_its_marks_and_the_rest_holds(any_record: Record) -> None:
    calibration = made(any_record, 1, 2000)
    anna = reviewer(any_record, "Anna", calibration, (1, 5), (2, 2))
    assert any_record.purge(minute(1000), everything=True) == (session_id(1),)
    assert [one.session for one in any_record.calibrations.markings(calibration, anna)] == [session_id(2000)]
    assert any_record.calibrations.to_mark(calibration, any_record.people.id_for("Ben")) == (session_id(2000),)
    assert wrong(any_record.verify()) == {}


def test_who_is_erased_leaves_marks_without_a_name(record: Record, file: Path) -> None:
    calibration = made(record)
    reviewer(record, "Vandermeulen", calibration, (1, 5), (2, 2))
    anna = reviewer(record, "Anna", calibration, (1, 5), (2, 2))
    record.people.erase("Vandermeulen")
    assert len(record.calibrations.markings(calibration, anna)) == 4
    assert b"Vandermeulen" not in bytes_on_disk(file)
    assert wrong(record.verify()) == {}


def test_marks_are_part_of_what_reviewer_and_trainee_get(any_record: Record, tmp_path: Path) -> None:
    calibration = made(any_record)
    anna = reviewer(any_record, "Anna", calibration, (1, 5), (2, 2))
    reviewer(any_record, "Ben", calibration, (3, 3))
    for person, marked in ((anna, ["Anna", "Anna"]), (TRAINEE, ["Anna", "Ben", "Anna"])):
        lines = [json.loads(line) for line in any_record.people.export(person)]
        kinds = [line["line"] for line in lines]
        assert kinds[-1 - len(marked) :] == ["calibration"] + ["marking"] * len(marked)
        given = [any_record.people.name(line["marking"]["by"]) for line in lines if line["line"] == "marking"]
        assert sorted(given) == sorted(marked)
    with open_record(str(tmp_path / "elsewhere.db")) as elsewhere:
        report = elsewhere.import_(any_record.people.export(TRAINEE))
        assert (len(report.added), report.refused) == (2, ())
        assert elsewhere.calibrations.list() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE markings SET body = CAST(replace(CAST(body AS TEXT), '\"empathy\":1', '\"empathy\":4') AS BLOB)",
        "UPDATE markings SET by = 'someone'",
        "UPDATE markings SET body = 'nothing'",
        "UPDATE calibrations SET body = CAST(replace(CAST(body AS TEXT), 'March', 'April') AS BLOB), key = 'april'",
        "UPDATE calibrations SET key = 'april'",
        "UPDATE calibrations SET body = 'nothing'",
    ],
)
def test_what_was_changed_afterwards_is_found(statement: str, record: Record, file: Path) -> None:
    reviewer(record, "Anna", made(record), (1, 5), (2, 2))
    assert wrong(record.verify()) == {}
    tamper(file, statement)
    (problem,) = wrong(record.verify())[""]
    assert "changed after" in problem.text


@given(st.builds(Calibration, ids, words, times, words, st.lists(ids, max_size=4).map(tuple), NAMES))
def test_a_calibration_is_read_as_it_was_written(calibration: Calibration) -> None:
    assert decode_calibration(encode_calibration(calibration)) == calibration


@given(st.builds(Marking, ids, ids, times, words, st.dictionaries(words, LEVEL, max_size=4)))
def test_marks_are_read_as_they_were_written(marking: Marking) -> None:
    assert decode_marking(encode_marking(marking)) == marking


@pytest.mark.parametrize("mark", ["0", "6", "1.0", "true", '"1"', "[1]"])
def test_marks_that_are_none_are_refused(mark: str) -> None:
    whole = encode_marking(Marking(session_id(1), session_id(2), minute(1), "me", {"empathy": 3}))
    with pytest.raises(RecordError, match="no part of a calibration"):
        decode_marking(whole.replace(b'"empathy":3', b'"empathy":' + mark.encode()))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Record]:
    """A second record, on another computer so to say."""
    with open_record(str(tmp_path / "elsewhere.db")) as opened:
        yield opened


def test_a_calibration_goes_to_reviewers_elsewhere_and_its_marks_come_back(
    any_record: Record, elsewhere: Record
) -> None:
    calibration = made(any_record)
    anna = reviewer(any_record, "Anna", calibration, (1, 5))
    nobody = [*any_record.calibrations.export(calibration, any_record.people.id_for("Lise"))]
    assert not [line for line in nobody if b'"line":"marking"' in line]
    report = elsewhere.calibrations.import_(nobody)
    assert (len(report.sessions.added), report.added, report.marked, report.refused) == (2, ("March",), 0, ())
    there = elsewhere.calibrations.find("march")
    assert there == calibration
    ben = reviewer(elsewhere, "Ben", there, (2, 2), (3, None))
    back = [*elsewhere.calibrations.export(there, ben)]
    for marks in (2, 0):
        report = any_record.calibrations.import_(back)
        assert (report.added, report.marked, report.refused) == ((), marks, ())
        assert len(report.sessions.known) == 2
    assert any_record.people.name(ben) == "Ben"
    assert any_record.calibrations.progress(calibration) == {anna: 1, ben: 2}
    assert len(any_record.calibrations.to_mark(calibration, anna)) == 1
    refused(lambda: any_record.calibrations.markings(calibration, anna), "stay hidden")
    assert len(any_record.calibrations.markings(calibration, ben)) == 3
    assert wrong(any_record.verify()) == wrong(elsewhere.verify()) == {}


def test_a_file_has_the_marks_that_its_writer_may_see(record: Record) -> None:
    calibration = made(record)
    anna = reviewer(record, "Anna", calibration, (1, 5), (3, 3))
    ben = reviewer(record, "Ben", calibration, (1, 5))

    def whose(viewer: str) -> list[str]:
        lines = [json.loads(line) for line in record.calibrations.export(calibration, viewer)]
        return [line["marking"]["by"] for line in lines if line["line"] == "marking"]

    assert sorted(whose(anna)) == sorted((anna, anna, ben))
    assert whose(ben) == [ben]
    assert whose(TRAINEE) == []
    nameless = b"".join(record.calibrations.export(calibration, anna, people=False))
    assert b"Anna" not in nameless
    assert b"Paul" not in nameless


def exported(record: Record) -> list[bytes]:
    """The lines of a file with a calibration that Anna has marked."""
    calibration = made(record)
    return [*record.calibrations.export(calibration, reviewer(record, "Anna", calibration, (1, 5), (3, 3)))]


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        (b'"name":"March","at"', b'"name":"April","at"', "was changed after it was made"),
        (b'"empathy":1', b'"empathy":4', "changed after they were given"),
        (b'"criteria":["empathy","clarity"]', b'"criteria":["empathy"]', "was changed after it was made"),
    ],
)
def test_a_file_that_was_changed_is_refused(
    record: Record, elsewhere: Record, before: bytes, after: bytes, part: str
) -> None:
    lines = exported(record)
    assert any(before in line for line in lines)
    report = elsewhere.calibrations.import_([line.replace(before, after) for line in lines])
    assert part in say(report.refused[0])
    assert wrong(elsewhere.verify()) == {}


def test_calls_that_are_missing_and_names_that_are_taken_are_said(record: Record, elsewhere: Record) -> None:
    lines = exported(record)
    without = [line for line in lines if session_id(2).encode() not in line or b'"line":"calibration"' in line]
    report = elsewhere.calibrations.import_(without)
    assert [say(one) for one in report.refused] == [
        "Calls of the calibration “March” are missing from the file.",
        "The file has marks of a calibration that is not here.",
    ]
    made(elsewhere, 7, name="MARCH")
    report = elsewhere.calibrations.import_(lines)
    assert say(report.refused[0]) == "There is another calibration “March” here; the one in the file is not taken in."
    assert len(elsewhere.calibrations.list()) == 1


def test_nothing_that_is_here_is_overwritten(record: Record, elsewhere: Record) -> None:
    lines = exported(record)
    blind = [line for line in lines if b'"line":"marking"' not in line]
    elsewhere.calibrations.import_(blind)
    there = elsewhere.calibrations.find("March")
    (anna,) = record.calibrations.progress(there)
    marks: Mapping[str, int | None] = {"empathy": 2, "clarity": 2}
    elsewhere.calibrations.mark(there, session_id(1), anna, marks, at=minute(70))
    report = elsewhere.calibrations.import_(lines)
    assert (report.added, report.marked) == ((), 1)
    (told,) = report.refused
    assert say(told) == "The file has other marks of a call of “March” than the same reviewer gave it here."
    found = {one.session: one.marks for one in elsewhere.calibrations.markings(there, anna)}
    assert found[session_id(1)] == marks


def test_marks_of_a_call_that_was_deleted_are_passed_over(record: Record, elsewhere: Record) -> None:
    lines = exported(record)
    blind = [line for line in lines if b'"line":"marking"' not in line]
    elsewhere.calibrations.import_(blind)
    elsewhere.purge(minute(5_000), everything=True)
    report = elsewhere.calibrations.import_(lines)
    assert (report.added, report.marked, report.refused) == ((), 0, ())
    assert len(report.sessions.refused) == 2
