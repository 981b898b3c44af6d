"""What is said of a session after its end: kept beside its chain, erased without harm, and passed around with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.reviews import (
    Acknowledged,
    Answered,
    Corrected,
    Disputed,
    Noted,
    Question,
    Reflected,
    SignedOff,
)
from simulator.record import Reason, Record, RecordError, open_record
from simulator.record.fields import MAX_WHOLE
from simulator.record.review_codec import ReviewEnvelope, decode_review, encode_review
from tests.record.sample import (
    BEGIN,
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
from tests.record.strategies import decisions, hashes, ids, scores, times, words

OTHER_QUESTION = "CAST(replace(CAST(body AS TEXT), 'went-well', 'would-change') AS BLOB)"
WELL, CHANGE = Question.WENT_WELL, Question.WOULD_CHANGE
said_of_it = st.one_of(
    st.builds(Reflected, st.sampled_from(Question), hashes),
    st.builds(Noted, st.integers(0, MAX_WHOLE), hashes),
    st.builds(Corrected, decisions, words, st.integers(-100, 100), scores, st.booleans(), hashes),
    st.builds(SignedOff, scores, st.booleans(), st.lists(hashes, max_size=4).map(tuple), hashes),
    *(st.builds(kind, hashes) for kind in (Acknowledged, Disputed, Answered)),
)
envelopes = st.builds(ReviewEnvelope, ids, ids, times, words, said_of_it)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Record]:
    """A second record, on another computer so to say."""
    with open_record(str(tmp_path / "elsewhere.db")) as opened:
        yield opened


def said(record: Record, session: str) -> list[tuple[Question, str | None]]:
    """The answers to the questions, in the order given."""
    found = record.reviews(session)
    return [(one.review.question, one.words) for one in found if isinstance(one.review, Reflected)]


def test_an_answer_is_kept_and_changes_nothing_of_the_session(any_record: Record) -> None:
    session = play(any_record)
    events, code, summary = any_record.events(session), any_record.code(session), any_record.summary(session)
    any_record.reflect(session, WELL, "I asked why.", at=minute(11))
    any_record.reflect(session, CHANGE, "Slower.\nMuch.", at=minute(12))
    assert said(any_record, session) == [(WELL, "I asked why."), (CHANGE, "Slower.\nMuch.")]
    first = any_record.reviews(session)[0]
    assert (first.at, first.by) == (minute(11), TRAINEE)
    assert (any_record.events(session), any_record.code(session), any_record.summary(session)) == (
        events,
        code,
        summary,
    )
    assert wrong(any_record.verify()) == {}


def test_a_second_answer_overwrites_nothing(any_record: Record) -> None:
    session = play(any_record)
    for number, text in enumerate(("One.", "Two.")):
        any_record.reflect(session, WELL, text, at=minute(20 + number))
    assert said(any_record, session) == [(WELL, "One."), (WELL, "Two.")]


def test_there_is_nothing_to_say_before_the_end(any_record: Record) -> None:
    session = begin(any_record, started(), chose(1))
    with pytest.raises(RecordError, match="has not ended") as caught:
        any_record.reflect(session, WELL, "All of it.")
    assert caught.value.reason is Reason.REFUSED
    any_record.abandon(session, 2)
    with pytest.raises(RecordError, match="has not ended"):
        any_record.reflect(session, WELL, "All of it.")
    assert any_record.reviews(session) == ()
    for call in (any_record.reviews, lambda one: any_record.reflect(one, WELL, "")):
        with pytest.raises(RecordError, match="There is no session"):
            call(session_id(9))


def test_erasing_a_person_takes_the_words_alone(any_record: Record) -> None:
    session, other = play(any_record, 1), play(any_record, 2, trainee=any_record.people.id_for("Paul"))
    for one in (session, other):
        any_record.reflect(one, WELL, "I asked why.")
    assert any_record.people.erase(TRAINEE).texts == 1
    assert said(any_record, session) == [(WELL, None)]
    assert said(any_record, other) == [(WELL, "I asked why.")]
    assert wrong(any_record.verify()) == {}


def test_no_byte_of_erased_words_stays_in_the_file(record: Record, file: Path) -> None:
    session = play(record)
    record.reflect(session, WELL, "Vandermeulen was kind. " * 100)
    assert b"Vandermeulen" in bytes_on_disk(file)
    record.people.erase(TRAINEE)
    assert b"Vandermeulen" not in bytes_on_disk(file)


def test_answers_go_with_their_session(any_record: Record) -> None:
    session = play(any_record)
    any_record.reflect(session, WELL, "I asked why.")
    any_record.delete(session)
    with pytest.raises(RecordError, match="There is no session"):
        any_record.reviews(session)
    assert wrong(any_record.verify()) == {}


def test_they_are_part_of_what_a_person_gets(any_record: Record) -> None:
    session = play(any_record)
    any_record.reflect(session, WELL, "I asked why.")
    lines = [json.loads(line) for line in any_record.people.export(TRAINEE)]
    assert [line["line"] for line in lines][-3:] == ["summary", "review", "words"]
    assert lines[-1]["words"] == "I asked why."


def test_answers_given_in_two_places_come_together(any_record: Record, elsewhere: Record) -> None:
    session = play(any_record)
    elsewhere.import_(any_record.export())
    any_record.reflect(session, WELL, "Here.", at=minute(21))
    elsewhere.reflect(session, CHANGE, "There.", at=minute(22))
    assert any_record.import_(elsewhere.export()).extended == (session,)
    assert any_record.import_(elsewhere.export()).known == (session,)
    assert said(any_record, session) == [(WELL, "Here."), (CHANGE, "There.")]
    assert wrong(any_record.verify()) == {}


def test_erased_words_do_not_come_back(any_record: Record, elsewhere: Record) -> None:
    session = play(elsewhere)
    any_record.import_(elsewhere.export())
    any_record.people.erase(TRAINEE)
    elsewhere.reflect(session, WELL, "I asked why.")
    any_record.import_(elsewhere.export())
    assert said(any_record, session) == [(WELL, None)]
    assert wrong(any_record.verify()) == {}


def test_a_doctored_answer_gets_nowhere(record: Record, elsewhere: Record) -> None:
    session = play(elsewhere)
    elsewhere.reflect(session, WELL, "I asked why.")
    lines = list(elsewhere.export())
    other = [line.replace(b"went-well", b"would-change") for line in lines]
    assert "was changed" in record.import_(other).refused[0].text
    with pytest.raises(RecordError, match="There is no session"):
        record.events(session)
    untrue = [line.replace(b"I asked why", b"I asked not") for line in lines]
    assert record.import_(untrue).added == (session,)
    assert said(record, session) == [(WELL, None)]


def test_an_answer_to_a_call_that_goes_on_is_refused(record: Record, elsewhere: Record) -> None:
    session = play(elsewhere)
    elsewhere.reflect(session, WELL, "I asked why.")
    lines = [line for line in elsewhere.export() if b'"kind":"ended"' not in line and b'"summary"' not in line]
    assert record.import_(lines).refused


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (f"UPDATE reviews SET body = {OTHER_QUESTION}", "was changed after"),
        ("UPDATE reviews SET body = 'x'", "cannot be read"),
        ("UPDATE reviews SET by = 'someone'", "cannot be read"),
        ("UPDATE reviews SET hash = zeroblob(32)", "was changed after"),
        ("UPDATE review_words SET words = 'Not at all.'", "words of a review"),
        ("UPDATE review_words SET salt = 'x'", "words of a review"),
    ],
)
def test_what_was_changed_is_found(record: Record, file: Path, statement: str, found: str) -> None:
    session = play(record)
    record.reflect(session, WELL, "I asked why.")
    record.close()
    tamper(file, statement)
    (problem,) = wrong(record.verify())[session]
    assert found in problem.text


@given(envelopes)
def test_what_was_written_is_read(envelope: ReviewEnvelope) -> None:
    assert decode_review(encode_review(envelope)) == envelope


@given(envelopes, st.data())
def test_a_changed_byte_is_another_review_or_none(envelope: ReviewEnvelope, data: st.DataObject) -> None:
    body = bytearray(encode_review(envelope))
    body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        found = decode_review(bytes(body))
    except RecordError:
        return
    assert encode_review(found) == bytes(body)


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"version":1}'])
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(RecordError):
        decode_review(body)


def test_a_newer_review_is_refused_in_a_sentence() -> None:
    envelope = ReviewEnvelope(session_id(1), session_id(2), BEGIN, TRAINEE, Reflected(WELL, "0" * 64))
    with pytest.raises(RecordError, match="newer RoleCall"):
        decode_review(encode_review(envelope).replace(b'"version":1', b'"version":3'))
