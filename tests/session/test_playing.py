"""A call as it is played: what is shown, what an answer brings, what each mode allows, what the record keeps."""

from __future__ import annotations

from datetime import date as Date

import pytest

from scoring.evidence import Verdict
from simulator.engine import shuffled
from simulator.library import Loaded
from simulator.model.events import Abandoned, Chose, Ended, Hinted, LookedUp, Paused, Resumed, Started, Undone
from simulator.model.heard import Kind
from simulator.model.mode import Mode
from simulator.model.reaction import Reaction
from simulator.record import Reason, Record, RecordError
from simulator.session import OutOfTurn, SessionError, briefing_of, choose_variant, emphasis_of, open_call
from simulator.words import say
from tests.memory import CACHE
from tests.session.desk import TRAINEE, begin, play, shipped, world


def events(record: Record, session: str) -> list[object]:
    return [one.event for one in record.events(session)]


def test_a_call_begins_with_what_the_caller_says(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel)
    (line,) = call.transcript
    assert (line.kind, line.text, line.mood) == (Kind.OPENING, "Is that Ana? My parcel is late.", "wary")
    assert (call.decision, call.over, call.ending, call.mood, call.caller) == (1, False, None, "wary", "Mo Reed")
    assert (call.view.state, call.view.phase, call.view.speaks) == ("hello", "greeting", True)
    assert [(gauge.label, gauge.value, gauge.max) for gauge in call.view.gauges] == [("Patience", 3, 5)]


def test_the_record_knows_how_a_session_began(record: Record, parcel: Loaded) -> None:
    call = open_call(
        record, parcel, TRAINEE, Mode.PRACTICE, seed=7, variant="illness", silence=True, time_factor=1.33, world=world()
    )
    (started,) = events(record, call.session)
    assert isinstance(started, Started)
    assert record.people.name(started.trainee) == TRAINEE
    assert (started.scenario, started.rubric, started.variant) == ("parcel", "little", "illness")
    assert (started.mode, started.seed, started.silence, started.time_factor) == (Mode.PRACTICE, 7, True, 1.33)
    assert (started.language, started.branch_of) == ("en", None)
    assert record.text(started.scenario_hash) == parcel.scenario_text
    assert record.text(started.rubric_hash) == parcel.rubric_text


def test_texts_are_filled_with_the_card_of_the_variant(record: Record, parcel: Loaded) -> None:
    gift, illness = begin(record, parcel), begin(record, parcel, variant="illness", seed=2)
    assert gift.card == (("Parcel", "of Monday"),)
    assert illness.card == (("Parcel", "of Friday"),)
    assert "What was in the parcel of Friday?" in [offered.text for offered in illness.shown]
    assert gift.articles[0].text == "A parcel is late after 3 days, Mo Reed knows."


def test_an_answer_brings_the_reply_and_what_comes_next(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel)
    turn = call.choose("ask", 2_500)
    assert [(heard.kind, heard.text) for heard in turn.heard] == [
        (Kind.CHOICE, "What was in the parcel of Monday?"),
        (Kind.REPLY, "A birthday present."),
    ]
    assert (turn.decision, turn.over, call.decision) == (1, False, 2)
    assert call.transcript[-2:] == turn.heard
    play(call, "on", "courier", "facts")
    assert call.over
    assert call.ending is not None
    assert (call.ending.title, call.ending.text) == ("Helped", "Mo Reed is helped.")
    assert call.shown == ()
    assert [type(event) for event in events(record, call.session)] == [Started, *[Chose] * 4, Ended]


def test_choices_are_shuffled_by_the_seed_and_recorded_as_shown(record: Record, parcel: Loaded) -> None:
    orders = set()
    for seed in range(12):
        call = begin(record, parcel, seed=seed)
        shown = tuple(offered.id for offered in call.shown)
        assert shown == shuffled([choice.id for choice in parcel.scenario.states["hello"].choices], seed, 1)
        assert call.view.offered == call.shown
        orders.add(shown)
        call.choose("on", 5)
        chose = events(record, call.session)[-1]
        assert chose == Chose(1, "hello", "on", 5, shown)
    assert len(orders) > 3


def test_what_is_not_on_offer_is_refused_and_not_recorded(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel)
    for choice in ("courier", "facts", "nonsense", "", "silence"):
        with pytest.raises(OutOfTurn):
            call.choose(choice, 1)
    play(call, "on")
    with pytest.raises(OutOfTurn):
        call.choose("courier", 1)
    assert len(events(record, call.session)) == 2


def test_an_answer_meant_for_another_moment_is_refused(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel)
    call.choose("ask", 1, decision=1)
    with pytest.raises(OutOfTurn):
        call.choose("hurry", 1, decision=1)
    call.choose("hurry", 1, decision=2)
    assert call.decision == 3


def test_nothing_can_be_answered_after_the_end(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel), "on", "refund", "facts")
    recorded = events(record, call.session)
    for late in (lambda: call.choose("facts", 1), lambda: call.keep_silent(1), call.undo):
        with pytest.raises(OutOfTurn):
            late()
    call.pause()
    call.look_up("delays")
    call.abandon()
    assert events(record, call.session) == recorded
    assert not call.may_undo


def test_the_end_is_recorded_with_the_score(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel), "ask", "on", "courier", "facts")
    ended = events(record, call.session)[-1]
    assert ended == Ended("helped", "success", 100.0, True, (), 4)
    summary = record.summary(call.session)
    assert summary is not None
    assert (summary.title, summary.role, summary.counts) == ("The parcel of Mo Reed", "satisfaction", True)
    assert summary.criteria["calm"] is None
    assert summary.criteria["care"] == 100.0


def test_an_article_can_be_looked_up_without_changing_the_call(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel)
    before = call.view
    assert call.look_up("delays").title == "Delays"
    assert call.view == before
    assert events(record, call.session)[-1] == LookedUp(1, "delays")
    with pytest.raises(KeyError):
        call.look_up("nothing")


def test_pausing_and_coming_back_are_recorded(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel), "on")
    call.pause()
    call.resume()
    assert events(record, call.session)[-2:] == [Paused(2), Resumed(2)]
    play(call, "refund", "facts")
    assert call.over


def test_an_abandoned_session_takes_nothing_more(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel), "on")
    call.abandon()
    assert events(record, call.session)[-1] == Abandoned(2)
    with pytest.raises(OutOfTurn):
        call.choose("refund", 1)
    assert not call.may_undo
    assert record.all_unfinished() == ()


def test_an_answer_can_be_taken_back_in_practice(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel)
    before = (call.view, call.transcript, call.decision)
    assert not call.may_undo
    with pytest.raises(OutOfTurn):
        call.undo()
    play(call, "hurry")
    assert call.may_undo
    call.undo()
    assert (call.view, call.transcript, call.decision) == before
    play(call, "on", "wait")
    call.undo()
    call.undo()
    assert (call.view, call.transcript, call.decision) == before
    assert events(record, call.session)[-1] == Undone(1)
    play(call, "ask", "on", "courier", "facts")
    summary = record.summary(call.session)
    assert summary is not None
    assert (summary.undone, summary.counts, summary.decisions, summary.score) == (True, False, 4, 100.0)


def test_an_exam_gives_no_help(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel, Mode.EXAM), "ask")
    allowed = (call.show_gauges, call.may_undo, call.gives_feedback, call.gives_hints, call.silence_counts)
    assert allowed == (False, False, False, False, True)
    assert call.last_marks() is None
    for help_ in (call.undo, call.hint):
        with pytest.raises(OutOfTurn):
            help_()


def test_practice_shows_gauges_and_keeps_feedback_for_the_end(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel), "ask")
    allowed = (call.show_gauges, call.may_undo, call.gives_feedback, call.gives_hints, call.silence_counts)
    assert allowed == (True, True, False, False, False)
    assert call.last_marks() is None


def test_guided_mode_comments_each_answer(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, Mode.GUIDED)
    assert call.gives_feedback
    assert call.last_marks() is None
    play(call, "ask")
    good = call.last_marks("fr")
    assert good is not None
    assert (good.decision, good.choice, good.verdict, good.cost) == (1, "ask", Verdict.BEST, 0)
    assert [(move.id, move.label) for move in good.techniques] == [("open-question", "Question ouverte")]
    assert good.why == "You learn what matters."
    play(call, "hurry")
    bad = call.last_marks()
    assert bad is not None
    assert bad.cost > 0
    assert bad.see is not None
    assert bad.see.id == "delays"
    play(call, "tell-all")
    worst = call.last_marks("en")
    assert worst is not None
    assert (worst.verdict, [error.label for error in worst.critical]) == (Verdict.CRITICAL, ["Told others"])


def test_feedback_says_how_the_caller_took_the_answer(record: Record, parcel: Loaded) -> None:
    call = play(begin(record, parcel, Mode.GUIDED), "hurry")
    marks = call.last_marks("en")
    assert marks is not None
    (moved,) = marks.reaction.moved
    assert (moved.gauge.label, moved.by, moved.gauge.value) == ("Patience", -2, 1)
    assert (marks.reaction.was, marks.reaction.mood) == ("wary", "angry")
    assert marks.reaction.because == (), "facts are never shown to the trainee"
    play(call, "on")
    marks = call.last_marks("en")
    assert marks is not None
    assert marks.reaction == Reaction((), None, "angry", ())


def test_feedback_names_the_gauges_that_the_callers_words_depended_on(record: Record) -> None:
    call = begin(record, shipped("prelevement-rejete"), Mode.GUIDED)
    seen = set()
    while not call.over:
        play(call, call.shown[0].id)
        marks = call.last_marks()
        assert marks is not None
        levels = {level.id: level for level in call.view.gauges}
        assert all(level == levels[level.id] for level in marks.reaction.because)
        seen |= {level.id for level in marks.reaction.because}
    assert seen


def test_who_hangs_up_is_told_by_what_ended_the_call(record: Record, parcel: Loaded) -> None:
    angry = play(begin(record, parcel), "hurry", "on", "wait")
    assert (angry.over, angry.hung_up) == (True, True)
    shown_out = play(begin(record, parcel, seed=2, variant="illness"), "tell-all")
    assert (shown_out.over, shown_out.hung_up) == (True, False)
    helped = play(begin(record, parcel, seed=3), "on", "refund", "facts")
    assert (helped.over, helped.hung_up) == (True, False)


def test_feedback_gives_the_reason_of_the_way_that_was_taken(record: Record, parcel: Loaded) -> None:
    gift = play(begin(record, parcel, Mode.GUIDED), "tell-all").last_marks()
    illness = play(begin(record, parcel, Mode.GUIDED, seed=2, variant="illness"), "tell-all").last_marks()
    assert gift is not None
    assert illness is not None
    assert (gift.why, illness.why) == ("That is not for you to tell.", "And the medicine is gone.")


def test_a_hint_names_the_skill_and_then_the_answer_to_avoid_and_is_recorded(record: Record, parcel: Loaded) -> None:
    call = begin(record, parcel, Mode.GUIDED)
    hint = call.hint("fr")
    assert hint is not None
    assert (hint.kind, hint.id, hint.label, hint.text) == ("criterion", "listening", "Écoute", "Entendre.")
    assert events(record, call.session)[-1] == Hinted(1, "listening")
    for _ in range(2):
        avoid = call.hint("fr")
        assert avoid is not None
        assert (avoid.kind, avoid.id) == ("avoid", "tell-all")
        assert avoid.label == call.shown[avoid.number - 1].text
    assert events(record, call.session)[-1] == Hinted(1, "avoid:tell-all")
    play(call, "ask", "on")
    skill = call.hint("en")
    assert skill is not None
    assert (skill.kind, skill.label) == ("criterion", "Care")
    play(call, "courier", "facts")
    summary = record.summary(call.session)
    assert summary is not None
    assert (summary.hinted, summary.counts) == (True, False)


@pytest.mark.parametrize(
    ("mode", "asked", "factor", "counts", "after"),
    [
        (Mode.EXAM, None, 1.0, True, 18),
        (Mode.EXAM, False, 1.33, True, 24),
        (Mode.EXAM, None, 0.0, False, None),
        (Mode.PRACTICE, None, 1.0, False, None),
        (Mode.PRACTICE, True, 2.0, True, 36),
        (Mode.GUIDED, True, 1.0, False, None),
    ],
)
def test_silence_counts_by_mode_wish_and_clock(
    record: Record, parcel: Loaded, mode: Mode, asked: bool | None, factor: float, counts: bool, after: int | None
) -> None:
    call = begin(record, parcel, mode, silence=asked, time_factor=factor)
    assert (call.silence_counts, call.view.silence_after) == (counts, after)
    if counts:
        turn = call.keep_silent(10_000)
        assert [heard.text for heard in turn.heard] == ["", "Hello?"]
        assert call.view.gauges[0].value == 2
        chose = events(record, call.session)[-1]
        assert isinstance(chose, Chose)
        assert (chose.choice, chose.took_ms) == ("silence", 10_000)
        assert call.view.silence_after is None
    with pytest.raises(OutOfTurn):
        call.keep_silent(1)


def test_an_exam_draws_the_variant_and_practice_takes_the_least_played(record: Record, parcel: Loaded) -> None:
    drawn = {choose_variant(record, parcel.scenario, TRAINEE, Mode.EXAM, world=world(seed)) for seed in range(20)}
    assert drawn == {"gift", "illness"}
    played = []
    for seed in range(4):
        expected = choose_variant(record, parcel.scenario, TRAINEE, Mode.PRACTICE)
        call = open_call(record, parcel, TRAINEE, Mode.PRACTICE, world=world(100 + seed), cache=CACHE)
        assert call.variant == expected
        played.append(call.variant)
    assert played == ["gift", "illness", "gift", "illness"]
    assert choose_variant(record, parcel.scenario, "Somebody else", Mode.GUIDED) == "gift"


def test_the_same_dice_give_the_same_call(record: Record, parcel: Loaded) -> None:
    first = open_call(record, parcel, TRAINEE, Mode.EXAM, world=world(5))
    again = world(5)
    with pytest.raises(RecordError) as caught:
        open_call(record, parcel, TRAINEE, Mode.EXAM, world=again)
    assert caught.value.reason is Reason.REFUSED  # the same id is drawn, too
    assert first.seed == open_call(record, parcel, TRAINEE, Mode.EXAM, world=again, seed=first.seed).seed


def test_an_unknown_variant_is_refused_before_anything_is_recorded(record: Record, parcel: Loaded) -> None:
    with pytest.raises(SessionError) as caught:
        open_call(record, parcel, TRAINEE, Mode.PRACTICE, variant="other")
    assert say(caught.value.message) == "This call has no variant other. There are: gift and illness."
    assert record.all_unfinished() == ()


def test_the_briefing_says_what_is_known_before(parcel: Loaded) -> None:
    shared = briefing_of(parcel, TRAINEE)
    assert shared.title == "The parcel of Mo Reed"
    assert shared.text == "You are **Ana**. It is about the parcel of Monday."
    assert shared.objectives == ("Find out why Mo Reed needs it", "Keep the caller on the line")
    assert (shared.caller, shared.sketch) == ("Mo Reed", "Waits for a parcel.")
    assert (shared.level, shared.minutes, shared.pass_mark, shared.role) == (2, 3, 60, "satisfaction")
    assert shared.law_as_of == Date(2026, 9, 1)
    assert [article.id for article in shared.articles] == ["delays"]
    tested = emphasis_of(parcel, "en", CACHE)
    assert [(row.id, row.label) for row in tested] == [("care", "Care"), ("listening", "Listening")]
    assert tested[0].weight >= tested[1].weight > 0
    illness = briefing_of(parcel, TRAINEE, variant="illness")
    assert illness.card == (("Parcel", "of Friday"),)
    assert {row.label for row in emphasis_of(parcel, "fr", CACHE, variant="illness")} <= {"Soin", "Écoute"}


def test_a_shipped_call_can_be_played_to_its_ideal_end(record: Record) -> None:
    loaded = shipped("prelevement-rejete")
    for number, variant in enumerate(loaded.scenario.variants):
        ideal = CACHE.values(loaded.scenario, loaded.rubric, variant.id).ideal
        call = begin(record, loaded, Mode.EXAM, seed=number, variant=variant.id)
        call.prepare_values()
        play(call, *ideal)
        assert call.over
        debrief = call.debrief("fr")
        assert (debrief.shown, debrief.passed) == (100, True)
