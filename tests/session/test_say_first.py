"""What a trainee would say is asked for before the choices appear, kept beside the choice, and can be erased."""

from __future__ import annotations

import random

import pytest

from simulator.engine.version import ENGINE_VERSION
from simulator.library import Loaded
from simulator.model.events import Chose, Started, Typed
from simulator.model.mode import Mode
from simulator.record import Reason, Record, RecordError
from simulator.record.chain import words_digest
from simulator.session import Call, OutOfTurn, branch_call, debrief_of, rescore, resume_call
from simulator.session.call import WORDS_MOST
from tests.memory import CACHE
from tests.session.desk import begin, play, play_at_random


def typed(record: Record, session: str) -> list[str]:
    """What was typed, in order."""
    return list(record.typed(session).values())


def test_there_are_no_choices_before_the_words(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, silence=True, say_first=True)
    assert (call.asks_words, call.shown, call.view.silence_after) == (True, (), None)
    with pytest.raises(OutOfTurn):
        call.choose("ask", 1)
    with pytest.raises(OutOfTurn):
        call.keep_silent(1)
    call.say("  What was\tin it? ", decision=1)
    assert (call.asks_words, call.typed, call.view.silence_after) == (False, "What was in it?", 18)
    with pytest.raises(OutOfTurn):
        call.say("Once more")
    play(call, "ask")
    assert (call.asks_words, call.typed, call.decision) == (True, "", 2)
    kinds = [type(one.event) for one in record.events(call.session)]
    assert kinds == [Started, Typed, Chose]


def test_words_are_asked_for_only_where_there_is_something_to_say(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, say_first=True)
    for choice in ("on", "refund"):
        call.say("")
        play(call, choice)
    assert call.view.state == "note"
    assert not call.asks_words
    assert [offered.action for offered in call.shown] == ["crm", "crm"]
    with pytest.raises(OutOfTurn):
        begin(record, parcel, seed=2).say("Nobody asked.")


def test_what_was_typed_stands_beside_the_choice(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, say_first=True)
    call.say("I am sorry, what was in it?")
    play(call, "ask")
    call.say("")
    play(call, "on")
    call.say("x" * 2 * WORDS_MOST)
    play(call, "courier", "facts")
    said = ["I am sorry, what was in it?", "", "x" * WORDS_MOST, ""]
    assert [row.typed for row in call.debrief("en").decisions] == said
    assert [row.typed for row in debrief_of(record, call.session, "en", cache=CACHE).decisions] == said
    assert all(checked.verdict.value == "right" for checked in record.verify(engine=ENGINE_VERSION, rescore=rescore))


def test_an_answer_taken_back_is_given_again_without_asking_anew(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, say_first=True)
    call.say("Well…")
    play(call, "hurry")
    assert call.asks_words
    call.undo()
    assert (call.asks_words, call.typed) == (False, "Well…")
    assert resume_call(record, call.session, cache=CACHE).typed == "Well…"


def test_what_was_typed_twice_into_a_failing_record_is_there_once(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, say_first=True)
    record.append_typed(call.session, 1, "It came in after all.")
    call.say("It came in after all.")
    assert typed(record, call.session) == ["It came in after all."]
    other = begin(record, parcel, seed=2, say_first=True)
    record.append_typed(other.session, 1, "Another window.")
    with pytest.raises(RecordError) as refused:
        other.say("This window.")
    assert refused.value.reason is Reason.OVERTAKEN


def test_erased_words_leave_a_call_that_goes_on_and_is_told(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, say_first=True)
    call.say("My secret.")
    event = record.events(call.session)[-1].event
    assert isinstance(event, Typed)
    assert event.digest != words_digest(b"", "My secret."), "nobody can guess words from the chain"
    record.people.erase("Ana")
    again = resume_call(record, call.session, cache=CACHE)
    assert (again.asks_words, again.typed) == (False, "")
    play(again, "on")
    again.say("")
    play(again, "refund", "facts")
    assert {row.typed for row in again.debrief("en").decisions} == {""}


def test_a_retry_asks_as_the_call_did(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, say_first=True)
    for choice in ("on", "refund"):
        call.say("Well…")
        play(call, choice)
    play(call, "facts")
    again = branch_call(record, call.session, 2, cache=CACHE)
    assert again.asks_words
    assert typed(record, again.session) == []


def test_hints_keep_quiet_about_answers_that_are_not_seen_yet(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, Mode.GUIDED, say_first=True)
    kinds = []
    for _ in range(2):
        hint = call.hint()
        kinds.append(hint.kind if hint else None)
    call.say("")
    hint = call.hint()
    assert [*kinds, hint.kind if hint else None] == ["criterion", "criterion", "avoid"]


@pytest.mark.parametrize("seed", range(4))
def test_a_call_dropped_before_and_after_the_words_goes_on_where_it_was(
    record: Record, parcel: Loaded, seed: int
) -> None:
    def again(call: Call) -> Call:
        other = resume_call(record, call.session, cache=CACHE)
        assert (other.view, other.asks_words, other.typed) == (call.view, call.asks_words, call.typed)
        assert other.transcript == call.transcript
        return other

    def drop(call: Call) -> Call:
        call = again(call)
        if call.asks_words:
            call.say(f"Decision {call.decision}")
        return again(call)

    call = play_at_random(begin(record, parcel, silence=True, say_first=True, seed=seed), random.Random(seed), drop)
    for row in call.debrief("en").decisions:
        asked = any(one.action is None for one in row.offered)
        assert row.typed == (f"Decision {row.number}" if asked else "")
