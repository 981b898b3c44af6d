"""An event and its bytes stand for each other, one to one; nothing else is read."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.events import Chose, Ended, Event, Paused, Started
from simulator.record import Reason, RecordError
from simulator.record.codec import decode, decode_by_field, encode, read_time, time_text
from simulator.record.codec_quick import read_quickly
from simulator.record.envelope import Envelope
from simulator.record.fields import is_clean
from tests.record.sample import BEGIN, session_id, started
from tests.record.strategies import beginnings, closings, envelopes, happenings

TURNING = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""The characters that turn the direction of a line."""

PAUSED = encode(Envelope(session_id(1), 3, BEGIN, Paused(2)))


@given(envelopes())
def test_what_was_written_is_read(envelope: Envelope) -> None:
    assert decode(encode(envelope)) == envelope


@given(envelopes(), st.data())
def test_a_changed_byte_is_another_event_or_none(envelope: Envelope, data: st.DataObject) -> None:
    body = bytearray(encode(envelope))
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] ^= data.draw(st.integers(1, 255))
    try:
        found = decode(bytes(body))
    except RecordError:
        return
    assert encode(found) == bytes(body)


@given(envelopes(), st.data())
def test_what_is_read_quickly_is_what_is_read_field_by_field(envelope: Envelope, data: st.DataObject) -> None:
    """Of the bytes themselves, and of such as differ in one place."""
    body = encode(envelope)
    assert read_quickly(body) in (None, envelope)
    place = data.draw(st.integers(0, len(body)))
    other = body[:place] + data.draw(st.binary(max_size=2)) + body[data.draw(st.sampled_from((place, place + 1))) :]
    found = read_quickly(other)
    if found is not None:
        assert decode_by_field(other) == found


@pytest.mark.parametrize(
    "event",
    [
        Chose(3, "argued", "pull-me-up", 7_176, ("two-coffees", "pull-me-up")),
        Chose(1, "a b", "silence", 0, ()),
        Chose(1, "", "b", 10**17, ("", "b", "")),
        Ended("paid", "success", 87.25, True, (), 9),
        Ended("lost", "failure", -3.5, False, ("threat", "rude"), 0),
        replace(started(), seed=-(2**31), variant="angry", time_factor=0.0, silence=True),
    ],
)
def test_common_events_are_read_quickly(event: Event) -> None:
    session = event.session if isinstance(event, Started) else session_id(1)
    envelope = Envelope(session, 12, BEGIN, event)
    assert read_quickly(encode(envelope)) == envelope


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("7176", "07176"),
        ("7176", "-1"),
        ("09:00:00.000Z", "24:00:00.000Z"),
        ("2026-03-02", "2026-02-30"),
        ("2026-03-02", "0000-03-02"),
        ('"hold"]', '"hold" ]'),
        ('"shown":["hold"', '"shown":["' + '","'.join("x" * 201) + '"'),
        ('"choice":"hold"', '"choice":"' + "x" * 2_001 + '"'),
        ('"choice":"hold"', '"choice":"\x7f"'),
        ('"version":1', '"version":2'),
    ],
)
def test_what_looks_like_a_decision_and_is_none_is_refused(before: str, after: str) -> None:
    body = encode(Envelope(session_id(1), 3, BEGIN, Chose(1, "start", "hold", 7_176, ("hold",)))).decode()
    assert before in body
    other = body.replace(before, after).encode()
    assert read_quickly(other) is None
    with pytest.raises(RecordError):
        decode(other)


@pytest.mark.parametrize("score", ["87.250", "087.25", "-0.00", "87.2500000000000001", "1.0e1"])
def test_a_number_that_is_written_otherwise_is_refused(score: str) -> None:
    body = encode(Envelope(session_id(1), 3, BEGIN, Ended("paid", "success", 87.25, True, (), 9)))
    with pytest.raises(RecordError):
        decode(body.replace(b"87.25", score.encode()))


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text() | st.integers() | st.booleans(), st.lists).map(
        lambda value: json.dumps(value).encode()
    )
)
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(RecordError) as refused:
        decode(body)
    assert refused.value.reason is Reason.INVALID


def test_the_strategies_know_every_kind() -> None:
    built: set[object] = set()

    @given(beginnings | happenings | closings)
    def look(event: Event) -> None:
        built.add(type(event))

    look()
    assert built == set(get_args(Event))


def changed(**fields: object) -> bytes:
    """The bytes of a paused call with other fields in the envelope."""
    return json.dumps({**json.loads(PAUSED), **fields}, separators=(",", ":")).encode()


def event(**fields: object) -> bytes:
    """The bytes of an envelope around another event."""
    return changed(event=fields)


@pytest.mark.parametrize(
    "body",
    [
        changed(version=0),
        changed(version=True),
        changed(version="1"),
        changed(version=2),
        changed(session="../../etc"),
        changed(session=session_id(1).upper()),
        changed(number=0),
        changed(number=2**63),
        changed(number=10**400),
        changed(at="2026-03-02T09:00:00Z"),
        changed(at="2026-03-02T09:00:00.000+00:00"),
        changed(at="2026-13-02T09:00:00.000Z"),
        changed(at="yesterday"),
        changed(more=1),
        changed(event=None),
        changed(event=[]),
        event(kind="paused"),
        event(kind="paused", decision=0),
        event(kind="paused", decision=1.0),
        event(kind="paused", decision=2, more=True),
        event(kind="danced", decision=2),
        event(kind=None, decision=2),
        event(decision=2, kind="paused"),
        event(kind="looked_up", decision=1, article="\x1b[2J"),
        event(kind="looked_up", decision=1, article="\u202egnp"),
        event(kind="looked_up", decision=1, article="x" * 2_001),
        event(kind="typed", decision=1, digest="0" * 63),
        event(kind="typed", decision=1, digest="Z" * 64),
        event(kind="chose", decision=1, state="a", choice="b", took_ms=-1, shown=[]),
        event(kind="chose", decision=1, state="a", choice="b", took_ms=1, shown="b"),
        event(kind="chose", decision=1, state="a", choice="b", took_ms=1, shown=[1]),
        event(kind="chose", decision=1, state="a", choice="b", took_ms=1, shown=["b"] * 201),
        event(kind="ended", ending="a", outcome="b", score=70, passed=True, critical=[], decisions=1),
        event(kind="ended", ending="a", outcome="b", score=10**400, passed=True, critical=[], decisions=1),
        event(kind="ended", ending="a", outcome="b", score=float("nan"), passed=True, critical=[], decisions=1),
        event(kind="ended", ending="a", outcome="b", score=1.0, passed=1, critical=[], decisions=1),
        PAUSED + b" ",
        PAUSED.replace(b",", b", "),
        PAUSED.replace(b'"number":3', b'"number":2,"number":3'),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 100_000,
        b"\xff\xfe",
        b"",
    ],
)
def test_an_impossible_event_is_refused(body: bytes) -> None:
    with pytest.raises(RecordError) as refused:
        decode(body)
    assert refused.value.reason is Reason.INVALID


def test_a_newer_version_is_refused_in_a_sentence() -> None:
    with pytest.raises(RecordError, match=r"newer RoleCall \(log version 3, .* up to 2\)\. Update") as refused:
        decode(changed(version=3))
    assert refused.value.reason is Reason.NEWER


def test_an_event_is_written_in_the_oldest_version_that_can_tell_it() -> None:
    plain, asked = started(), replace(started(), say_first=True)
    assert b'"version":1' in encode(Envelope(plain.session, 1, BEGIN, plain))
    assert b"say_first" not in encode(Envelope(plain.session, 1, BEGIN, plain))
    body = encode(Envelope(asked.session, 1, BEGIN, asked))
    assert b'"version":2' in body
    assert body.endswith(b'"branch_of":null,"say_first":true}}')
    for other in (body.replace(b'"version":2', b'"version":1'), body.replace(b"true}}", b"false}}")):
        with pytest.raises(RecordError) as refused:
            decode(other)
        assert refused.value.reason is Reason.INVALID


def test_whole_numbers_become_scores() -> None:
    beginning = started()
    envelope = Envelope(beginning.session, 1, BEGIN, beginning)
    assert b'"time_factor":1.0' in encode(envelope)


def test_a_time_is_universal_and_of_whole_milliseconds() -> None:
    there = datetime(2026, 3, 2, 10, 30, 0, 123_999, tzinfo=timezone(timedelta(hours=1, minutes=30)))
    assert time_text(there) == "2026-03-02T09:00:00.123Z"
    assert read_time("2026-03-02T09:00:00.123Z") == datetime(2026, 3, 2, 9, 0, 0, 123_000, tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_written_times_sort_like_times(one: datetime, other: datetime) -> None:
    if one <= other:
        assert time_text(one) <= time_text(other)
    else:
        assert time_text(one) >= time_text(other)


def test_the_bytes_of_an_event_do_not_change_with_python() -> None:
    body = encode(Envelope(session_id(1), 2, BEGIN, Chose(1, "réclamation", "listen", 4_200, ("listen", "argue"))))
    assert (
        body
        == (
            '{"version":1,"session":"019cadc7-84e0-7000-8000-000000000001","number":2,"at":"2026-03-02T09:00:00.000Z",'
            '"event":{"kind":"chose","decision":1,"state":"réclamation","choice":"listen","took_ms":4200,'
            '"shown":["listen","argue"]}}'
        ).encode()
    )


def test_clean_text_has_no_control_character_and_nothing_that_turns_a_line() -> None:
    unclean = {code for code in range(0x3000) if not is_clean(chr(code)) or not is_clean(f"é{chr(code)}")}
    controls = {code for code in range(0x3000) if unicodedata.category(chr(code)) in ("Cc", "Zl", "Zp")}
    assert unclean == controls | TURNING
