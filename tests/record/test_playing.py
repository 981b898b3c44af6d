"""A call is recorded event by event, and read back, the same in a file and on a server."""

from __future__ import annotations

import threading

import pytest

from simulator.model.events import Abandoned, BranchOf, Ended, LookedUp, Paused, Resumed, Started, Typed, Undone
from simulator.model.mode import Mode
from simulator.model.source import text_hash
from simulator.record import AnchorKind, Reason, Record, RecordError, database, open_record, short_code
from tests.record.sample import (
    BEGIN,
    CRITERIA,
    RUBRIC,
    SCENARIO,
    TRAINEE,
    begin,
    chose,
    ended,
    finish,
    minute,
    play,
    session_id,
    started,
    wrong,
)


def test_events_come_back_as_they_went_in(any_record: Record) -> None:
    beginning = started()
    happened = (chose(1), LookedUp(2, "fees"), Paused(2), Resumed(2), chose(2), Undone(2), chose(2))
    session = begin(any_record, beginning, *happened)
    found = any_record.events(session)
    assert [event.event for event in found] == [beginning, *happened]
    assert [event.number for event in found] == list(range(1, 9))
    assert [event.at for event in found] == [minute(1 + count) for count in range(8)]
    assert any_record.started(session) == beginning


def test_an_event_has_its_number_when_it_is_durable(any_record: Record) -> None:
    assert any_record.start(started(), SCENARIO, RUBRIC) == 1
    assert any_record.append(session_id(1), chose(1)) == 2
    assert any_record.append_typed(session_id(1), 2, "Je comprends.") == 3
    assert any_record.abandon(session_id(1), 2) == 4


def test_an_ended_session_has_a_summary(any_record: Record) -> None:
    session = begin(any_record, started(), chose(1), Paused(2), Resumed(2))
    assert any_record.summary(session) is None
    finish(any_record, session, ended(-3.5, passed=False, critical=("undue-fees", "false-threat")))
    summary = any_record.summary(session)
    assert summary is not None
    assert (summary.session, summary.trainee, summary.scenario) == (session, TRAINEE, "refused-debit")
    assert (summary.title, summary.role, summary.language) == ("Prélèvement rejeté", "collections", "fr")
    assert (summary.mode, summary.variant) == (Mode.PRACTICE, "first")
    assert (summary.ending, summary.outcome, summary.score, summary.passed) == ("agreement", "failure", -3.5, False)
    assert (summary.critical, summary.decisions) == (("undue-fees", "false-threat"), 3)
    assert summary.criteria == CRITERIA
    assert (summary.started, summary.ended) == (minute(1), minute(11))
    assert summary.minutes == pytest.approx(9.0)  # ten, without the one before the trainee came back
    assert summary.counts


def test_a_score_keeps_its_last_digit(any_record: Record) -> None:
    play(any_record, end=ended(0.1 + 0.2))
    assert [summary.score for summary in any_record.sessions()] == [0.1 + 0.2]


@pytest.mark.parametrize("close", ["end", "abandon"])
def test_nothing_comes_after_the_end(any_record: Record, close: str) -> None:
    session = begin(any_record, started(), chose(1))
    if close == "end":
        finish(any_record, session, ended())
    else:
        any_record.abandon(session, 2)
    count = len(any_record.events(session))
    attempts = (
        lambda: any_record.append(session, chose(2)),
        lambda: any_record.append_typed(session, 2, "Allô ?"),
        lambda: any_record.abandon(session, 2),
        lambda: finish(any_record, session, ended()),
    )
    for attempt in attempts:
        with pytest.raises(RecordError) as refused:
            attempt()
        assert refused.value.reason is Reason.CLOSED
    assert len(any_record.events(session)) == count
    assert wrong(any_record.verify()) == {}


def test_a_session_cannot_go_on_in_two_windows(any_record: Record) -> None:
    session = begin(any_record, started())
    assert any_record.append(session, chose(1), after=1) == 2
    with pytest.raises(RecordError) as refused:
        any_record.append(session, chose(1), after=1)
    assert refused.value.reason is Reason.OVERTAKEN
    assert any_record.append(session, chose(2), after=2) == 3


def test_what_ends_a_session_has_a_way_of_its_own(record: Record) -> None:
    session = begin(record, started())
    for event in (started(2), ended(), Abandoned(1), Typed(1, "0" * 64)):
        with pytest.raises(ValueError, match="a way of its own"):
            record.append(session, event)


def test_texts_must_be_those_that_the_event_names(record: Record) -> None:
    with pytest.raises(ValueError, match="not those"):
        record.start(started(), SCENARIO + "#", RUBRIC)


def test_a_text_is_kept_once_and_with_plain_line_ends(any_record: Record) -> None:
    any_record.start(started(1), SCENARIO.replace("\n", "\r\n"), RUBRIC)
    any_record.start(started(2), SCENARIO, RUBRIC)
    assert any_record.text(text_hash(SCENARIO)) == SCENARIO
    assert any_record.text(text_hash(RUBRIC)) == RUBRIC


def test_a_session_begins_once(any_record: Record) -> None:
    begin(any_record, started(), chose(1))
    with pytest.raises(RecordError) as refused:
        any_record.start(started(), SCENARIO, RUBRIC)
    assert refused.value.reason is Reason.REFUSED
    assert len(any_record.events(session_id(1))) == 2


def test_a_session_that_is_not_there_is_named(any_record: Record) -> None:
    nobody = session_id(9)
    attempts = (
        lambda: any_record.events(nobody),
        lambda: any_record.started(nobody),
        lambda: any_record.summary(nobody),
        lambda: any_record.typed(nobody),
        lambda: any_record.code(nobody),
        lambda: any_record.append(nobody, chose(1)),
        lambda: any_record.delete(nobody),
        lambda: list(any_record.verify(nobody)),
        lambda: list(any_record.export([nobody])),
    )
    for attempt in attempts:
        with pytest.raises(RecordError, match="There is no session") as refused:
            attempt()
        assert refused.value.reason is Reason.MISSING


def test_an_event_that_could_not_be_read_again_is_not_written(any_record: Record) -> None:
    session = begin(any_record, started())
    endless = Ended("agreement", "success", float("inf"), True, (), 1)
    attempts = (
        lambda: any_record.end(session, endless, title="", role="", criteria={}),
        lambda: any_record.append(session, LookedUp(1, "fees\x1b[2J")),
        lambda: any_record.append(session, LookedUp(1, "\ud800")),
    )
    for attempt in attempts:
        with pytest.raises(RecordError) as refused:
            attempt()
        assert refused.value.reason is Reason.INVALID
    assert len(any_record.events(session)) == 1
    assert any_record.append(session, chose(1)) == 2


def test_the_code_on_the_screen_is_the_head_of_the_chain(any_record: Record) -> None:
    session = play(any_record)
    head = any_record.events(session)[-1].hash
    code = any_record.anchor(session, AnchorKind.SHOWN, at=minute(12))
    assert code == short_code(head) == any_record.code(session)
    assert any_record.anchor(session, AnchorKind.SHOWN) == code
    (anchor,) = any_record.anchors(session)
    assert (anchor.hash, anchor.number, anchor.kind, anchor.at) == (head, 5, AnchorKind.SHOWN, minute(12))


def test_threads_wait_for_each_other(any_record: Record) -> None:
    sessions = [begin(any_record, started(number)) for number in range(1, 5)]
    failures: list[BaseException] = []

    def talk(session: str) -> None:
        try:
            for decision in range(1, 11):
                any_record.append(session, chose(decision), after=decision)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=talk, args=(session,)) for session in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [len(any_record.events(session)) for session in sessions] == [11] * 4
    assert wrong(any_record.verify()) == {}


def test_times_are_the_clocks_when_none_is_given(any_record: Record) -> None:
    any_record.start(started(), SCENARIO, RUBRIC)
    any_record.append(session_id(1), chose(1))
    first, second = any_record.events(session_id(1))
    assert BEGIN < first.at <= second.at


def test_a_servers_own_clock_is_read(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(postgres_url) as record:
        with monkeypatch.context() as clock:
            clock.setattr(database, "datetime", None)  # the clock of this computer, which a trainee can set
            record.start(started(), SCENARIO, RUBRIC)
        assert record.events(session_id(1))[0].at > BEGIN


def test_a_retry_knows_where_it_comes_from(any_record: Record) -> None:
    beginning = started(2, branch_of=BranchOf(session_id(1), 2))
    session = begin(any_record, beginning)
    found = any_record.started(session)
    assert isinstance(found, Started)
    assert found.branch_of == BranchOf(session_id(1), 2)
