"""What was decided, as tables and statistics read it: the same as the debrief, help and second thoughts counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.model.mode import Mode
from simulator.model.scenario import SILENCE
from simulator.record import Record
from simulator.session import debrief_of
from simulator.session.decided import Decided, decided_of
from tests.memory import CACHE
from tests.record import sample
from tests.session.desk import begin, parcel, play


def decided(record: Record, session: str) -> tuple[Decided, ...]:
    """The decisions of a session."""
    return decided_of(record, session, CACHE)


@pytest.mark.parametrize("choices", [("ask", "on", "courier", "facts"), ("hurry", "tell-all", "refund", "nothing")])
def test_it_says_what_the_debrief_says(record: Record, choices: tuple[str, ...]) -> None:
    call = begin(record, parcel(), Mode.EXAM)
    play(call, *choices).debrief("en")
    told = debrief_of(record, call.session, "en", cache=CACHE)
    found = decided(record, call.session)
    assert [one.choice for one in found] == list(choices)
    for one, row in zip(found, told.decisions, strict=True):
        assert one.marks is not None
        assert (one.number, one.state, one.took_ms) == (row.number, row.state, row.took_ms)
        assert one.offered == tuple(offered.id for offered in row.offered)
        assert (one.marks.cost, one.marks.verdict, one.critical) == (row.cost, row.verdict, row.critical)


def test_help_and_second_thoughts_are_counted(record: Record) -> None:
    call = begin(record, parcel(), Mode.PRACTICE, say_first=True)
    call.look_up("delays")
    call.say("I would ask.")
    play(call, "hurry")
    call.undo()
    play(call, "ask")
    for choice in ("on", "courier", "facts"):
        if call.asks_words:
            call.say("")
        play(call, choice)
    call.debrief("en")
    first = decided(record, call.session)[0]
    assert (first.choice, first.undone, first.hints, first.looked_up) == ("ask", 1, 0, ("delays",))
    assert first.typed == "I would ask."


def test_a_silence_is_a_decision(record: Record) -> None:
    call = begin(record, parcel(), Mode.EXAM)
    play(call, SILENCE, "ask", "on", "courier", "facts").debrief("en")
    assert decided(record, call.session)[0].choice == SILENCE


def test_a_call_that_cannot_be_played_any_more_is_told_without_costs(record: Record) -> None:
    session = sample.play(record)
    found = decided(record, session)
    assert [one.choice for one in found] == ["listen"] * 3
    assert {one.marks for one in found} == {None}
    assert found[0] == replace(found[1], number=1, state="state-1", at=found[0].at)
