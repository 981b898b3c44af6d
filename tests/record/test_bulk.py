"""What is asked of many sessions at once is what is asked of each."""

from __future__ import annotations

import pytest

from simulator.model.reviews import Question
from simulator.record import Reason, Record, RecordError
from tests.record.sample import minute, play


def test_many_at_once_say_what_each_says(any_record: Record) -> None:
    every = [play(any_record, number) for number in range(1, 6)]
    any_record.reflect(every[0], Question.WENT_WELL, "I asked.", at=minute(30))
    any_record.reflect(every[0], Question.WOULD_CHANGE, "Slower.", at=minute(20))
    any_record.reflect(every[3], Question.WENT_WELL, "Calm.", at=minute(40))
    assert any_record.codes(every) == {session: any_record.code(session) for session in every}
    said = any_record.reviews_of(every)
    assert said == {session: any_record.reviews(session) for session in (every[0], every[3])}
    assert [one.words for one in said[every[0]]] == ["Slower.", "I asked."]


def test_what_is_not_there_is_left_out(any_record: Record) -> None:
    session = play(any_record)
    unknown = ["00000000-0000-7000-8000-000000000000"] * 500
    assert set(any_record.codes([session, *unknown])) == {session}
    assert any_record.reviews_of(unknown) == {}
    assert any_record.codes([]) == {}


def test_events_of_many_come_in_the_order_asked_for(any_record: Record) -> None:
    every = [play(any_record, number) for number in (3, 1, 2)]
    assert list(any_record.events_of(every)) == [(session, any_record.events(session)) for session in every]
    assert list(any_record.events_of([])) == []
    with pytest.raises(RecordError) as caught:
        list(any_record.events_of([every[0], "unknown"]))
    assert caught.value.reason is Reason.MISSING
