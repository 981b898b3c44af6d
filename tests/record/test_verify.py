"""What was changed behind the record's back is found: every byte of a chain, and a new chain where a head is kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.message import Message
from simulator.model.reviews import Question
from simulator.model.source import text_hash
from simulator.record import AnchorKind, NewScore, Reason, Record, RecordError, Replay, Rescored, Verdict, open_record
from simulator.record.chain import GENESIS, link
from simulator.record.codec import decode, encode
from simulator.record.labels import part
from simulator.words import say
from tests.record.sample import (
    CRITERIA,
    RUBRIC,
    SCENARIO,
    begin,
    chose,
    ended,
    finish,
    minute,
    play,
    session_id,
    started,
    tamper,
    wrong,
)

ONE, TWO = session_id(1), session_id(2)
STRICTER = RUBRIC + "pass_mark: 99\n"
TIME = "2026-03-02T09:00:00.000Z"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an ended session, typed words in it, and an open one."""
    file = tmp_path_factory.mktemp("template") / "rolecall.db"
    with open_record(str(file)) as record:
        begin(record, started(1), chose(1))
        record.append_typed(ONE, 2, "Je comprends.", at=minute(3), salt=b"salt")
        record.append(ONE, chose(2), at=minute(4))
        finish(record, ONE, ended())
        begin(record, started(2), chose(1), chose(2))
    return file


@pytest.fixture
def copied(template: Path, file: Path) -> Path:
    """A copy of it, to spoil."""
    shutil.copy(template, file)
    return file


def faults(file: Path, **how: object) -> dict[str, tuple[Message, ...]]:
    """What `verify` finds in a file."""
    with open_record(str(file)) as record:
        return wrong(record.verify(**how))  # type: ignore[arg-type]


def test_nothing_is_wrong_with_what_nobody_touched(copied: Path) -> None:
    with open_record(str(copied)) as record:
        assert [(c.session, c.verdict) for c in record.verify()] == [
            ("", Verdict.RIGHT),
            (ONE, Verdict.RIGHT),
            (TWO, Verdict.RIGHT),
        ]


def bodies(file: Path, session: str) -> list[bytes]:
    """The stored bytes of a session's events."""
    with closing(sqlite3.connect(file)) as other:
        found = other.execute("SELECT body FROM events WHERE session = ? ORDER BY number", (session,))
        return [row[0] for row in found]


@pytest.fixture(scope="module")
def spoilt(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A copy that a property spoils and repairs again."""
    file = tmp_path_factory.mktemp("spoilt") / "rolecall.db"
    shutil.copy(template, file)
    with open_record(str(file)) as record:
        yield record


@given(data=st.data())
def test_one_flipped_bit_in_any_event_is_found(spoilt: Record, data: st.DataObject) -> None:
    file = Path(spoilt.place)
    session = data.draw(st.sampled_from([ONE, TWO]))
    stored = bodies(file, session)
    number = data.draw(st.integers(1, len(stored)))
    changed = bytearray(stored[number - 1])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    update = "UPDATE events SET body = ? WHERE session = ? AND number = ?"
    tamper(file, update, values=(bytes(changed), session, number))
    try:
        assert set(wrong(spoilt.verify())) == {session}
    finally:
        tamper(file, update, values=(stored[number - 1], session, number))
    assert wrong(spoilt.verify()) == {}


@given(data=st.data())
def test_one_flipped_bit_in_any_hash_is_found(spoilt: Record, data: st.DataObject) -> None:
    file, session = Path(spoilt.place), data.draw(st.sampled_from([ONE, TWO]))
    events = spoilt.events(session)
    stored = bytes.fromhex(data.draw(st.sampled_from(events)).hash)
    changed = bytearray(stored)
    changed[data.draw(st.integers(0, 31))] ^= 1 << data.draw(st.integers(0, 7))
    tamper(file, "UPDATE events SET hash = ? WHERE hash = ?", values=(bytes(changed), stored))
    try:
        assert set(wrong(spoilt.verify())) == {session}
    finally:
        tamper(file, "UPDATE events SET hash = ? WHERE hash = ?", values=(stored, bytes(changed)))


TAMPERING = {
    "an event is gone": f"DELETE FROM events WHERE session = '{ONE}' AND number = 2",
    "the last event is gone": f"DELETE FROM events WHERE session = '{ONE}' AND number = 5",
    "all events are gone": f"DELETE FROM events WHERE session = '{ONE}'",
    "an event is the other's": f"UPDATE events SET session = '{ONE}', number = 6 WHERE session = '{TWO}' AND number=3",
    "two events changed places": f"UPDATE events SET number = -number WHERE session = '{ONE}' AND number IN (2, 4);"
    f"UPDATE events SET number = 6 + number WHERE number < 0",
    "an event is a number": f"UPDATE events SET body = 7 WHERE session = '{ONE}' AND number = 2",
    "the head is another": f"UPDATE sessions SET head = zeroblob(32) WHERE id = '{ONE}'",
    "the count is another": f"UPDATE sessions SET events = 4 WHERE id = '{ONE}'",
    "the session is open again": f"UPDATE sessions SET state = 'open' WHERE id = '{ONE}'",
    "the trainee is another": f"UPDATE sessions SET trainee = 'someone' WHERE id = '{ONE}'",
    "the mode is another": f"UPDATE sessions SET mode = 'exam' WHERE id = '{ONE}'",
    "the session is gone from the list": f"DELETE FROM sessions WHERE id = '{ONE}'",
    "the score is better": "UPDATE summaries SET score = 99.0",
    "the summary is someone else's": "UPDATE summaries SET trainee = 'someone'",
    "the summary cannot be read": "UPDATE summaries SET critical = '{'",
    "the summary does not count": "UPDATE summaries SET counts = 0",
    "the summary is gone": "DELETE FROM summaries",
    "the words are others": "UPDATE typed SET words = 'Je m''en moque.'",
    "the salt is another": "UPDATE typed SET salt = 'pepper'",
    "the words are at another event": "UPDATE typed SET number = 2",
    "an anchor is another": f"INSERT INTO anchors VALUES ('{ONE}', 5, zeroblob(32), 'shown', '{TIME}')",
    "an anchor is of no known kind": f"INSERT INTO anchors VALUES ('{ONE}', 5, zeroblob(32), 'x', '{TIME}')",
    "an anchor is of no time": f"INSERT INTO anchors VALUES ('{ONE}', 5, zeroblob(32), 'shown', 'once')",
    "the session was deleted": f"INSERT INTO tombstones VALUES ('{ONE}', zeroblob(32), '{TIME}')",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING.keys())
def test_tampering_is_found(copied: Path, statement: str) -> None:
    tamper(copied, *statement.split(";"))
    assert ONE in faults(copied)


@pytest.mark.parametrize("text", [SCENARIO, RUBRIC])
def test_a_changed_or_missing_text_is_found(copied: Path, text: str) -> None:
    digest = text_hash(text)
    tamper(copied, "UPDATE texts SET body = ? WHERE hash = ?", values=(text.encode() + b"\xff", digest))
    assert set(faults(copied)) == {ONE, TWO}
    with open_record(str(copied)) as record, pytest.raises(RecordError, match="was changed") as refused:
        record.text(digest)
    assert refused.value.reason is Reason.CORRUPT
    tamper(copied, "DELETE FROM texts WHERE hash = ?", values=(digest,))
    assert set(faults(copied)) == {ONE, TWO}


def forge(file: Path, session: str, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Rewrite a session's events and compute the whole chain anew, as someone who knows the program would."""
    previous, rows = GENESIS, []
    for number, body in enumerate(change(bodies(file, session)), start=1):
        previous = link(previous, body)
        rows.append((session, number, body, previous))
    last = decode(rows[-1][2])
    with closing(sqlite3.connect(file)) as other:
        other.execute("DELETE FROM events WHERE session = ?", (session,))
        other.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", rows)
        other.execute("UPDATE sessions SET events = ?, head = ? WHERE id = ?", (len(rows), previous, session))
        state = last.event.kind if last.event.kind in ("ended", "abandoned") else "open"
        at = rows[-1][2].decode().split('"at":"')[1][:24]
        other.execute("UPDATE sessions SET state = ?, last = ? WHERE id = ?", (state, at, session))
        other.commit()


def another_choice(events: list[bytes]) -> list[bytes]:
    """The second event with a choice that was not made."""
    other = decode(events[1])._replace(event=replace(chose(1), choice="hold"))
    return [events[0], encode(other), *events[2:]]


def without_tail(events: list[bytes]) -> list[bytes]:
    """All but the last event."""
    return events[:-1]


def test_a_new_chain_is_found_only_against_a_head_that_is_kept(copied: Path) -> None:
    with open_record(str(copied)) as record:
        code, head = record.code(TWO), record.events(TWO)[-1].hash
    forge(copied, TWO, another_choice)
    assert faults(copied) == {}
    assert set(faults(copied, codes={TWO: code})) == {TWO}
    assert set(faults(copied, codes={TWO: head})) == {TWO}


@pytest.mark.parametrize("change", [another_choice, without_tail])
@pytest.mark.parametrize("session", [ONE, TWO])
def test_a_new_chain_is_found_against_an_anchor(
    copied: Path, session: str, change: Callable[[list[bytes]], list[bytes]]
) -> None:
    with open_record(str(copied)) as record:
        record.anchor(session, AnchorKind.SHOWN)
    forge(copied, session, change)
    if change is without_tail:
        tamper(copied, f"DELETE FROM summaries WHERE session = '{session}'")
    assert set(faults(copied)) == {session}


def test_a_new_chain_is_found_against_an_exported_file(copied: Path) -> None:
    with open_record(str(copied)) as record:
        lines = list(record.export([TWO]))
    tamper(copied, "DELETE FROM anchors")
    forge(copied, TWO, another_choice)
    with open_record(str(copied)) as record:
        assert "otherwise" in record.import_(lines).refused[0].text


def test_a_session_that_went_on_after_its_code_was_shown_is_right(copied: Path) -> None:
    with open_record(str(copied)) as record:
        code = record.anchor(TWO, AnchorKind.EXPORTED)
        record.append(TWO, chose(3))
        assert wrong(record.verify(codes={TWO: code})) == {}


def test_one_session_can_be_checked_alone(copied: Path) -> None:
    tamper(copied, TAMPERING["an event is gone"])
    with open_record(str(copied)) as record:
        (checked,) = record.verify(TWO)
        assert checked.verdict is Verdict.RIGHT
        (checked,) = record.verify(ONE)
        assert checked.verdict is Verdict.WRONG
        assert checked.problems[0].values == {"number": 2}


def test_a_code_of_a_session_that_is_not_there_is_said(copied: Path) -> None:
    with open_record(str(copied)) as record, pytest.raises(RecordError, match="There is no session"):
        list(record.verify(codes={session_id(9): "7K3M-9QXD"}))


RIGHT = Rescored("agreement", "success", 72.5, True, (), 3, CRITERIA)


def test_a_session_is_played_again_from_what_was_stored(any_record: Record) -> None:
    session = play(any_record)
    begin(any_record, started(2))
    seen: list[Replay] = []

    def again(replay: Replay) -> Rescored:
        seen.append(replay)
        any_record.summary(session)  # the record can be asked meanwhile
        return RIGHT

    assert wrong(any_record.verify(engine="1", rescore=again)) == {}
    assert seen == [Replay(any_record.events(session), SCENARIO, RUBRIC)]


@pytest.mark.parametrize(
    ("played", "named"),
    [
        (replace(RIGHT, score=72.5 + 1e-6), "score"),
        (replace(RIGHT, passed=False), "passed"),
        (replace(RIGHT, critical=("undue-fees",)), "critical"),
        (replace(RIGHT, ending="hung-up"), "ending"),
        (replace(RIGHT, decisions=4), "decisions"),
        (replace(RIGHT, criteria={**CRITERIA, "listening": 41.0}), "listening"),
        (replace(RIGHT, criteria={**CRITERIA, "creativity": 1.0}), "creativity"),
        (replace(RIGHT, criteria={}), "empathy"),
    ],
)
def test_what_comes_out_differently_is_named(any_record: Record, played: Rescored, named: str) -> None:
    session = play(any_record)
    problems = wrong(any_record.verify(engine="1", rescore=lambda _: played))[session]
    assert problems[0].values["what"] == part(named)


def test_a_tiny_difference_of_arithmetic_is_none(record: Record) -> None:
    play(record)
    assert wrong(record.verify(engine="1", rescore=lambda _: replace(RIGHT, score=72.5 + 1e-12))) == {}


def test_another_engine_means_other_rules(any_record: Record) -> None:
    session = play(any_record)
    checked = {found.session: found.verdict for found in any_record.verify(engine="2", rescore=lambda _: RIGHT)}
    assert checked == {"": Verdict.RIGHT, session: Verdict.OTHER_RULES}


def test_tampering_is_wrong_under_any_rules(copied: Path) -> None:
    tamper(copied, TAMPERING["the score is better"])
    assert set(faults(copied, engine="2", rescore=lambda _: RIGHT)) == {ONE}


def test_a_session_that_cannot_be_played_again_says_why(any_record: Record) -> None:
    session = play(any_record)
    why = Message("The scenario has no state {state}.", {"state": "x"})
    assert wrong(any_record.verify(engine="1", rescore=lambda _: why)) == {session: (why,)}


def test_damage_to_the_file_itself_is_found(copied: Path) -> None:
    raw = bytearray(copied.read_bytes())
    place = raw.find(b"ix_sessions_started_id")
    assert place > 0
    with closing(sqlite3.connect(copied)) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_sessions_started_id'").fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    raw[page * size - 120 : page * size] = bytes(120)
    copied.write_bytes(bytes(raw))
    assert "damaged" in faults(copied)[""][0].text


def test_what_was_reviewed_or_scored_anew_since_a_day_is_looked_at(any_record: Record) -> None:
    quiet, reviewed, scored = (play(any_record, number) for number in (1, 2, 3))
    later = minute(500)
    assert set(any_record.verifiable(since=minute(0))) == {quiet, reviewed, scored}
    assert any_record.verifiable(since=later) == ()
    any_record.reflect(reviewed, Question.WENT_WELL, "I asked why.", at=later)
    any_record.publish([NewScore(scored, RIGHT, SCENARIO, STRICTER)], "1", at=later)
    assert set(any_record.verifiable(since=later)) == {reviewed, scored}
    assert any_record.verifiable(since=minute(501)) == ()


def test_a_review_that_cannot_be_read_is_of_any_day(copied: Path) -> None:
    with open_record(str(copied)) as record:
        record.reflect(ONE, Question.WENT_WELL, "I asked why.", at=minute(20))
        tamper(copied, "UPDATE reviews SET body = x'00'")
        assert record.verifiable(since=minute(5_000)) == (ONE,)


def scored_anew(record: Record, session: str) -> Callable[[Replay], Rescored]:
    """Publish what a session is worth by a stricter rubric; what plays both again."""
    stricter = replace(RIGHT, score=60.0, passed=False)
    record.publish([NewScore(session, stricter, SCENARIO, STRICTER)], "1", at=minute(30))
    return lambda replay: replace(RIGHT, published=tuple(stricter for _texts in replay.published))


def test_scorecards_that_were_added_are_made_again_by_their_own_texts(any_record: Record) -> None:
    session = play(any_record)
    seen: list[Replay] = []
    right = scored_anew(any_record, session)

    def again(replay: Replay) -> Rescored:
        seen.append(replay)
        return right(replay)

    assert wrong(any_record.verify(engine="1", rescore=again)) == {}
    assert [replay.published for replay in seen] == [((SCENARIO, STRICTER),)]
    (problem,) = wrong(
        any_record.verify(engine="1", rescore=lambda replay: replace(right(replay), published=(RIGHT,)))
    )[session][:1]
    assert problem.values["rubric"] == text_hash(STRICTER)[:12]
    why = Message("The scenario has no state {state}.", {"state": "x"})
    (problem,) = wrong(any_record.verify(engine="1", rescore=lambda _: replace(RIGHT, published=(why,))))[session]
    assert problem.values["problem"] == why


@pytest.mark.parametrize(
    ("tampering", "named"),
    [
        ("UPDATE scorecards SET score = 99.0", "score"),
        ("UPDATE scorecards SET passed = 1", "passed"),
        ("UPDATE scorecards SET criteria = '{\"empathy\": 1.0}'", "empathy"),
        ("UPDATE scorecards SET critical = '{'", "cannot be read"),
        (f"DELETE FROM texts WHERE hash = '{text_hash(STRICTER)}'", "missing"),
        (f"UPDATE texts SET body = x'00' WHERE hash = '{text_hash(STRICTER)}'", "changed"),
    ],
)
def test_a_scorecard_that_was_changed_is_found(copied: Path, tampering: str, named: str) -> None:
    with open_record(str(copied)) as record:
        again = scored_anew(record, ONE)
        tamper(copied, tampering)
        found = wrong(record.verify(engine="1", rescore=again))
    assert set(found) == {ONE}
    assert named in say(found[ONE][0])


def test_a_scorecard_by_other_rules_is_not_made_again(copied: Path) -> None:
    with open_record(str(copied)) as record:
        again = scored_anew(record, ONE)
        tamper(copied, "UPDATE scorecards SET engine = '0', score = 99.0")
        assert wrong(record.verify(engine="1", rescore=again)) == {}
