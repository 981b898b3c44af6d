"""The debrief tells the whole call, in either language, and its figures add up."""

from __future__ import annotations

import random
from datetime import date as Date
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import Verdict
from simulator.model.heard import Kind
from simulator.model.mode import Mode
from simulator.model.scenario import SILENCE, Outcome
from simulator.record import AnchorKind, Record
from simulator.session import Debrief, DecisionRow, GaugeSpent, HiddenFact, OutOfTurn, SessionError, debrief_of
from simulator.session.whole import missing, whole_parts
from simulator.words import say
from tests.memory import CACHE
from tests.session.desk import begin, parcel, play, play_at_random, random_call, shipped


def debrief(record: Record, *choices: str, variant: str = "gift", language: str = "en", seed: int = 1) -> Debrief:
    call = play(begin(record, parcel(), variant=variant, silence=True, seed=seed), *choices)
    return call.debrief(language)


def test_the_best_call_is_worth_a_hundred(record: Record) -> None:
    told = debrief(record, "ask", "on", "courier", "facts")
    assert (told.score, told.shown, told.passed, told.struck_out, told.band) == (100.0, 100, True, False, "Well done")
    assert (told.outcome, told.ending_title, told.ending_text) == (Outcome.SUCCESS, "Helped", "Mo Reed is helped.")
    assert [row.verdict for row in told.decisions] == [Verdict.BEST] * 4
    assert [row.best_leads_to for row in told.decisions] == [()] * 4
    assert [(objective.text, objective.met) for objective in told.objectives] == [
        ("Find out why Mo Reed needs it", True),
        ("Keep the caller on the line", True),
    ]
    assert (told.critical, told.never_learned, told.gauges_ended) == ((), (), ())
    assert (told.trainee, told.title, told.pass_mark, told.rubric_title) == (
        "Ana", "The parcel of Mo Reed", 60, "Little rubric",
    )  # fmt: skip
    assert told.law_as_of == Date(2026, 9, 1)


def test_a_decision_is_told_with_what_was_on_offer_and_what_was_better(record: Record) -> None:
    told = debrief(record, "ask", "on", "wait", "nothing")
    row = told.decisions[2]
    assert (row.number, row.state, row.phase, row.choice, row.took_ms) == (3, "solve", "proposal", "wait", 1_000)
    assert (row.text, row.action, row.silence) == ("It will come, some day.", None, False)
    assert [heard.text for heard in row.said] == ["So what now?"]
    assert [heard.text for heard in row.heard] == ["The line is quiet. Note the reason:"]
    assert {choice.id for choice in row.offered} == {"courier", "wait", "refund"}
    assert [choice.id for choice in row.offered if choice.chosen] == ["wait"]
    assert [choice.id for choice in row.offered if choice.best] == ["courier"]
    assert (row.why, row.cost) == ("Nothing is done.", next(c.cost for c in row.offered if c.chosen))
    (best,) = row.best
    assert (best.id, best.text, best.why) == ("courier", "A courier brings another one today.", "It fits the need.")
    assert [(heard.kind, heard.text) for heard in row.best_leads_to] == [
        (Kind.CHOICE, "A courier brings another one today."),
        (Kind.SCENE, "The line is quiet. Note the reason:"),
        (Kind.CHOICE, "What happened"),
        (Kind.ENDING, "Mo Reed is helped."),
    ]
    note = told.decisions[3]
    assert (note.action, note.text) == ("crm", "Nothing")


def test_choices_are_listed_as_they_were_shown(record: Record) -> None:
    call = begin(record, parcel(), seed=3)
    shown = tuple(offered.id for offered in call.shown)
    told = play(call, "on", "refund", "facts").debrief("en")
    assert tuple(choice.id for choice in told.decisions[0].offered) == shown


def test_a_critical_error_strikes_the_score_out_and_says_where(record: Record) -> None:
    told = debrief(record, "ask", "tell-all", "courier", "facts", language="fr")
    assert (told.passed, told.struck_out) == (False, True)
    (error,) = told.critical
    assert (error.id, error.label, error.about, error.decisions) == (
        "told-others",
        "Dit à d'autres",
        "Un secret.",
        (2,),
    )
    row = told.decisions[1]
    assert (row.verdict, row.critical) == (Verdict.CRITICAL, ("told-others",))


def test_a_gauge_that_ended_the_call_is_named_with_what_spent_it(record: Record) -> None:
    told = debrief(record, SILENCE, "ask", "hurry")
    assert (told.ending_id, told.outcome, told.passed) == ("gone", Outcome.FAILURE, False)
    spent = GaugeSpent("patience", "Patience", ((1, 1), (3, 2)))
    assert told.gauges_ended == (spent,)
    assert told.decisions[2].ended_by == (spent,)
    assert told.decisions[2].verdict is Verdict.ENDED_THE_CALL
    assert told.decisions[2].see is not None
    assert told.decisions[2].see.text == "A parcel is late after 3 days, Mo Reed knows."
    assert [objective.met for objective in told.objectives] == [True, False]


def test_a_silence_is_told_as_one(record: Record) -> None:
    told = debrief(record, SILENCE, "on", "refund", "facts")
    row = told.decisions[0]
    assert (row.silence, row.choice, row.text, row.why) == (True, SILENCE, "", None)
    assert [heard.text for heard in row.heard] == ["Hello?"]
    assert not any(choice.chosen for choice in row.offered)
    assert "ask" in [choice.id for choice in row.best]


@pytest.mark.parametrize(
    ("variant", "value", "line"), [("gift", "birthday", "A birthday present."), ("illness", "medicine", "My medicine.")]
)
def test_what_was_never_learned_is_told_as_the_caller_would_have(
    record: Record, variant: str, value: str, line: str
) -> None:
    told = debrief(record, "on", "refund", "facts", variant=variant)
    asked = f"What was in the parcel of {'Monday' if variant == 'gift' else 'Friday'}?"
    assert told.never_learned == (HiddenFact("reason", value, line, asked),)
    assert debrief(record, "ask", "on", "refund", "facts", variant=variant, seed=2).never_learned == ()


def test_criteria_have_scores_levels_and_shares(record: Record) -> None:
    told = debrief(record, "ask", "on", "wait", "nothing", language="fr")
    assert [row.label for row in told.criteria] == ["Écoute", "Soin", "Calme"]
    listening, care, calm = told.criteria
    assert listening.shown is not None
    assert care.shown is not None
    assert listening.shown > care.shown
    assert (listening.level, listening.level_words) == (3, "Un peu")
    assert (care.level, care.level_words) == (1, "Non")
    assert (calm.shown, calm.level, calm.level_words, calm.points_lost) == (None, None, None, 0)
    assert told.other is not None
    assert told.other.labels == ("Calme",)
    assert sum(row.effective_weight for row in told.criteria) == pytest.approx(1)
    assert told.band == "À revoir"


def test_answers_taken_back_are_counted_and_keep_the_session_out_of_statistics(record: Record) -> None:
    call = play(begin(record, parcel()), "hurry")
    call.undo()
    play(call, "on")
    call.undo()
    told = play(call, "ask", "on", "courier", "facts").debrief("en")
    assert [row.undone for row in told.decisions] == [2, 0, 0, 0]
    assert not told.counts


@pytest.mark.parametrize(("mode", "counts"), [(Mode.EXAM, True), (Mode.PRACTICE, True), (Mode.GUIDED, False)])
def test_what_counts_depends_on_the_mode(record: Record, mode: Mode, counts: bool) -> None:
    told = play(begin(record, parcel(), mode), "on", "refund", "facts").debrief("en")
    assert (told.counts, told.mode) == (counts, mode)


def test_the_code_on_the_end_screen_is_anchored(record: Record) -> None:
    call = play(begin(record, parcel()), "on", "refund", "facts")
    assert record.anchors(call.session) == ()
    told = call.debrief("en")
    assert told.code == record.code(call.session)
    assert [anchor.kind for anchor in record.anchors(call.session)] == [AnchorKind.SHOWN]
    assert call.debrief("fr").code == told.code
    assert len(record.anchors(call.session)) == 1


def test_there_is_no_debrief_before_the_end(record: Record) -> None:
    call = play(begin(record, parcel()), "on")
    with pytest.raises(OutOfTurn):
        call.debrief("en")
    with pytest.raises(SessionError) as caught:
        debrief_of(record, call.session, "en", cache=CACHE)
    assert say(caught.value.message) == "This call has not come to its end; there is nothing to debrief yet."


@pytest.mark.parametrize("seed", range(40))
def test_the_figures_of_any_call_add_up(record: Record, seed: int) -> None:
    dice = random.Random(seed)
    loaded = shipped("prelevement-rejete") if seed % 4 == 0 else random_call(seed)
    variant = dice.choice(loaded.scenario.variants).id
    call = play_at_random(begin(record, loaded, Mode.EXAM, seed=seed, variant=variant), dice)
    told = call.debrief("fr")
    lost = [row.points_lost for row in told.criteria]
    assert sum(row.cost for row in told.decisions) == pytest.approx(100 - told.score, abs=1e-9)
    assert sum(lost) == pytest.approx(100 - told.score, abs=1e-9)
    whole = 100 - floor(told.score + 1e-9)
    assert sum(row.shown_cost for row in told.decisions) == whole
    shown_lost = sum(row.shown_lost for row in told.criteria) + (told.other.shown_lost if told.other else 0)
    assert shown_lost == whole
    for row in told.decisions:
        check(row)


def check(row: DecisionRow) -> None:
    """What holds of every decision of a debrief."""
    chosen = [choice for choice in row.offered if choice.chosen]
    assert [choice.id for choice in chosen] == ([] if row.silence else [row.choice])
    assert all(choice.cost == row.cost and choice.why == row.why for choice in chosen)
    assert all(choice.best == (choice.cost == 0) for choice in row.offered)
    assert any(choice.best for choice in row.offered)
    assert row.choice not in [choice.id for choice in row.best]
    assert bool(row.best_leads_to) == (row.cost > 0)
    assert sum(points for _, points in row.lost) == pytest.approx(row.cost, abs=1e-9)
    kinds = [heard.kind for heard in (*row.said, *row.heard)]
    assert Kind.CHOICE not in kinds


@given(st.lists(st.integers(-5_000, 5_000), max_size=12))
def test_whole_parts_add_up_and_stay_near(hundredths: list[int]) -> None:
    parts = [number / 100 for number in hundredths]
    total = -(-sum(hundredths) // 100)
    whole = whole_parts(parts, total)
    assert sum(whole) == total
    assert all(abs(number - part) < 1 for number, part in zip(whole, parts, strict=True))
    assert all(number == 0 for number, part in zip(whole, parts, strict=True) if part == 0)


def test_what_costs_nothing_is_shown_as_nothing() -> None:
    assert whole_parts([0.0, 0.4, 0.0, 0.4], 1) == (0, 1, 0, 0)
    assert whole_parts([2.9999999999, 3.0000000001], 6) == (3, 3)
    assert whole_parts([-0.5, 1.6], 2) == (0, 2)
    assert whole_parts([-0.5, 1.5], 1) == (0, 1)
    assert (missing(70.0), missing(69.9999999999), missing(69.4), missing(-3.2)) == (30, 30, 31, 104)
