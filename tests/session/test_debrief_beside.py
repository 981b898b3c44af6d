"""What stands in a debrief beside the call: the trainee's own word, what was typed first, the last try, the lessons."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from math import floor

import pytest

from scoring.evidence import Verdict
from simulator.analysis.transcript import transcript
from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.record import Record, RecordError
from simulator.session import Debrief, LastTry, Reflection, branch_call, debrief_of, reflect
from tests.memory import CACHE
from tests.session.desk import begin, parcel, play, play_at_random, random_call, world

WELL, CHANGE = Question.WENT_WELL, Question.WOULD_CHANGE
GOOD, POOR = ("ask", "on", "courier", "facts"), ("hurry", "tell-all", "refund", "nothing")


def played(record: Record, *choices: str, seed: int = 1, mode: Mode = Mode.PRACTICE) -> Debrief:
    return play(begin(record, parcel(), mode, variant="gift", seed=seed), *choices).debrief("en")


def test_what_the_trainee_says_to_themselves_is_kept(record: Record) -> None:
    told = played(record, *POOR)
    assert told.reflections == ()
    answers = {CHANGE: "  Ask first. ", WELL: " "}
    kept = reflect(record, told.session, answers, world=world())
    assert kept == (Reflection(CHANGE, "Ask first."),)
    again = debrief_of(record, told.session, "en", cache=CACHE)
    assert again.reflections == kept
    assert (again.score, again.code, again.decisions) == (told.score, told.code, told.decisions)


def test_what_was_erased_is_not_told(record: Record) -> None:
    told = played(record, *POOR)
    reflect(record, told.session, {WELL: "The end."})
    record.people.erase("Ana")
    assert debrief_of(record, told.session, "en", cache=CACHE).reflections == ()


def test_the_lessons_are_critical_errors_then_what_cost_most(record: Record) -> None:
    told = played(record, *POOR)
    assert told.decisions[1].verdict is Verdict.CRITICAL
    others = [row for row in told.decisions if not row.critical]
    dearest = max(others, key=lambda row: row.cost)
    assert told.lessons == (2, dearest.number)
    assert played(record, *GOOD, seed=2).lessons == ()


def test_what_was_typed_first_stands_with_the_choice_taken(record: Record) -> None:
    call = begin(record, parcel(), variant="gift", say_first=True)
    call.say("May I ask what was in it?")
    play(call, "hurry")
    call.undo()
    play(call, GOOD[0])
    for choice in GOOD[1:]:
        if call.asks_words:
            call.say("")
        play(call, choice)
    told = call.debrief("en")
    assert [row.typed for row in told.decisions] == ["May I ask what was in it?", "", "", ""]
    record.people.erase("Ana")
    assert debrief_of(record, told.session, "en", cache=CACHE).decisions[0].typed == ""


def test_the_last_try_stands_beside(record: Record) -> None:
    first = played(record, *POOR, seed=1)
    assert (first.last_try, {row.before for row in first.criteria}) == (None, {None})
    second = played(record, *GOOD, seed=2)
    begun = record.events(first.session)[0].at
    assert second.last_try == LastTry(first.session, begun, first.shown, first.passed)
    assert [row.before for row in second.criteria] == [row.shown for row in first.criteria]
    assert debrief_of(record, first.session, "en", cache=CACHE).last_try is None


def test_a_retry_is_laid_beside_what_it_was_made_from(record: Record) -> None:
    first = played(record, *POOR, seed=1)
    played(record, *GOOD, seed=2)
    retry = branch_call(record, first.session, 2, world=world(3), cache=CACHE)
    again = play(retry, "on", "refund", "facts").debrief("en")
    assert again.last_try is not None
    assert again.last_try.session == first.session
    later = played(record, *POOR, seed=4)
    assert later.last_try is not None
    assert later.last_try.session != again.session, "a retry is nobody's last try"
    record.delete(first.session)
    assert debrief_of(record, again.session, "en", cache=CACHE).last_try is None


def test_a_retry_leaves_the_first_result_untouched(record: Record) -> None:
    first = played(record, *POOR, mode=Mode.EXAM)
    before = record.events(first.session), record.summary(first.session), record.code(first.session)
    counting = [*record.sessions(counts=True)]
    for decision in (1, 3):
        retry = branch_call(record, first.session, decision, world=world(10 + decision), cache=CACHE)
        play(retry, *(GOOD if decision == 1 else ("refund", "facts"))).debrief("en")
    assert (record.events(first.session), record.summary(first.session), record.code(first.session)) == before
    assert [*record.sessions(counts=True)] == counting
    assert debrief_of(record, first.session, "en", cache=CACHE) == first
    assert [summary.branched for summary in record.sessions()].count(True) == 2


def test_a_debrief_is_told_even_where_the_rest_cannot_be_read(record: Record, database: str) -> None:
    call = play(begin(record, parcel(), variant="gift"), *GOOD)
    with closing(sqlite3.connect(database)) as other:
        other.execute("DROP TABLE review_words")
    assert call.debrief("en").shown == 100
    with pytest.raises(RecordError):
        record.reviews(call.session)


@pytest.mark.parametrize("block", range(20))
def test_the_figures_are_those_of_the_analysis(record: Record, block: int) -> None:
    """Ten random calls in each block."""
    for seed in range(block * 10, block * 10 + 10):
        dice = random.Random(seed)
        loaded = random_call(seed)
        variant = dice.choice(loaded.scenario.variants).id
        call = play_at_random(begin(record, loaded, Mode.EXAM, seed=seed, variant=variant), dice)
        told = call.debrief("en")
        values = CACHE.values(loaded.scenario, loaded.rubric, variant)
        analysed = transcript(loaded.rubric, values, [row.choice for row in told.decisions])
        assert analysed.card is not None
        assert (told.score, told.shown, told.passed) == (
            analysed.card.score,
            analysed.card.shown,
            analysed.card.passed,
        )
        assert [(row.cost, row.verdict, row.risky) for row in told.decisions] == [
            (turn.marks.cost, turn.marks.verdict, turn.marks.risky) for turn in analysed.turns
        ]
        assert [(row.id, row.shown, row.points_lost) for row in told.criteria] == [
            (one.id, one.shown, one.points_lost) for one in analysed.card.criteria
        ]
        assert {error.id for error in told.critical} == set(analysed.card.critical)
        _adds_up(told)


def _adds_up(told: Debrief) -> None:
    whole = floor(told.score + 1e-9)
    assert told.lost == 100 - whole
    reached = 100
    for row in told.decisions:
        reached -= row.shown_cost
        assert row.reachable == reached
        assert [one.shown_cost for one in row.offered if one.chosen] in ([], [row.shown_cost])
        ranked = sorted(row.offered, key=lambda one: one.cost)
        taken = next((one for one in ranked if one.chosen), None)
        for one in ranked if taken else ():
            assert (one.cost >= taken.cost) <= (one.shown_cost >= taken.shown_cost)  # type: ignore[union-attr]
            assert (one.cost <= taken.cost) <= (one.shown_cost <= taken.shown_cost)  # type: ignore[union-attr]
    assert reached == whole
    assert len(told.lessons) <= 2
    assert all(told.decision(number).number == number for number in told.lessons)
