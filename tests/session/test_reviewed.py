"""A session is reviewed: notes, corrected points, sign-off, and what its trainee says; the machine's score stays."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from scoring.review import Correction
from simulator.engine.version import ENGINE_VERSION
from simulator.model.mode import Mode
from simulator.model.reviews import Corrected, SignedOff
from simulator.record import Checked, Record, RecordError, Verdict
from simulator.session import ReviewedSession, SessionError, debrief_of, rescore, reviewed_of
from simulator.session.review_writing import acknowledge, answer, correct, dispute, note, sign
from simulator.session.reviewed import Said
from simulator.session.whole import missing
from simulator.words import say
from tests.memory import CACHE
from tests.session.desk import TRAINEE, begin, parcel, play, play_at_random, random_call, world

TRAINER = "Claire Petit"
CLOCK = world()


def exam(record: Record, *choices: str) -> str:
    """A call of the small scenario, over and seen by trainers; the session's id."""
    call = play(begin(record, parcel(), Mode.EXAM, variant="gift"), *(choices or ("ask", "on", "wait", "nothing")))
    call.debrief("en")
    return call.session


def told(record: Record, session: str, language: str = "en") -> ReviewedSession:
    return reviewed_of(record, session, language, cache=CACHE)


def given_points(record: Record, session: str, decision: int, points: int, criterion: str = "care") -> None:
    one = Correction(decision, criterion, points)
    correct(record, session, TRAINER, one, f"It was worth {points}.", cache=CACHE, world=CLOCK)


def test_a_session_nobody_has_reviewed_is_the_machine_s(record: Record) -> None:
    session = exam(record)
    found = told(record, session)
    assert (found.is_reviewed, found.is_corrected, found.signed, found.dispute) == (False, False, None, None)
    assert (found.reviewed.score, found.reviewed.passed) == (found.debrief.score, found.debrief.passed)
    assert [one.shown_cost for one in found.reviewed.decisions] == [row.shown_cost for row in found.debrief.decisions]
    assert [(one.machine, one.shown) for one in found.reviewed.criteria] == [
        (row.shown, row.shown) for row in found.debrief.criteria
    ]


def test_notes_stand_at_their_decision_with_who_and_when(record: Record) -> None:
    session = exam(record)
    note(record, session, TRAINER, " Well asked. ", 1, world=CLOCK)
    note(record, session, TRAINER, "A good call.", world=CLOCK)
    found = told(record, session)
    assert [(one.by, one.words) for one in found.notes_on(1)] == [(TRAINER, "Well asked.")]
    assert [one.words for one in found.notes_on(0)] == ["A good call."]
    assert found.is_reviewed


def test_corrected_points_stand_beside_the_machine_s(record: Record) -> None:
    session = exam(record)
    before = told(record, session)
    points = {one.criterion: one.machine for one in before.reviewed.decisions[2].points}
    given_points(record, session, 3, points["care"] + 1)
    found = told(record, session)
    (one,) = found.corrections_of(3)
    assert (one.by, one.before, one.points, one.holds) == (TRAINER, points["care"], points["care"] + 1, True)
    assert one.reason == f"It was worth {one.points}."
    assert found.is_corrected
    assert found.reviewed.score > before.reviewed.score
    assert found.debrief == debrief_of(record, session, "en", cache=CACHE)
    assert found.debrief.score == before.debrief.score
    summary = record.summary(session)
    assert summary is not None
    assert summary.score == before.debrief.score


def test_a_later_correction_goes_before_an_earlier_one_and_both_are_kept(record: Record) -> None:
    session = exam(record)
    for points in (2, -1):
        given_points(record, session, 3, points)
    found = told(record, session)
    assert [(one.points, one.holds) for one in found.corrections] == [(2, False), (-1, True)]
    assert [one.now for one in found.reviewed.decisions[2].points if one.criterion == "care"] == [-1]


def test_what_is_recorded_with_a_correction_is_what_it_comes_to(record: Record) -> None:
    session = exam(record)
    given_points(record, session, 3, 2)
    recorded = record.reviews(session)[-1].review
    assert isinstance(recorded, Corrected)
    found = told(record, session).reviewed
    assert (recorded.score, recorded.passed) == (found.score, found.passed)


def test_a_sign_off_holds_until_something_else_is_corrected(record: Record) -> None:
    session = exam(record)
    given_points(record, session, 3, 2)
    sign(record, session, TRAINER, "Agreed.", cache=CACHE, world=CLOCK)
    found = told(record, session)
    assert found.signed is not None
    assert (found.signed.by, found.signed.score, found.signed.words) == (TRAINER, found.reviewed.score, "Agreed.")
    given_points(record, session, 1, 1)
    assert told(record, session).signed is None
    sign(record, session, "Somebody Else", cache=CACHE, world=CLOCK)
    found = told(record, session)
    assert [one.holds for one in found.sign_offs] == [False, True]
    assert [checked.verdict for checked in record.verify(session)] == [Verdict.RIGHT]


def test_verify_finds_a_signed_score_that_the_corrections_do_not_make(record: Record) -> None:
    session = exam(record)
    given_points(record, session, 3, 2)
    sign(record, session, TRAINER, cache=CACHE, world=CLOCK)

    def checked() -> Checked:
        (found,) = record.verify(session, engine=ENGINE_VERSION, rescore=rescore)
        return found

    assert checked().verdict is Verdict.RIGHT
    covers = tuple(one.hash for one in told(record, session).holding)
    record.review(session, SignedOff(99.0, True, covers), "", by=record.people.id_for(TRAINER), at=CLOCK.at)
    assert checked().verdict is Verdict.WRONG
    assert "99.0 was signed off" in say(checked().problems[0])


def test_the_trainee_disputes_and_the_trainer_answers(record: Record) -> None:
    session = exam(record)
    note(record, session, TRAINER, "Too fast.", 2, world=CLOCK)
    dispute(record, session, TRAINEE, "The caller was in a hurry.", world=CLOCK)
    found = told(record, session)
    assert found.dispute is not None
    assert found.dispute.words == "The caller was in a hurry."
    answer(record, session, TRAINER, "So it seemed.", world=CLOCK)
    acknowledge(record, session, TRAINEE, world=CLOCK)
    found = told(record, session)
    assert [one.said for one in found.replies] == [Said.DISPUTED, Said.ANSWERED, Said.ACKNOWLEDGED]
    assert found.dispute is None


def test_what_makes_no_sense_is_refused_in_a_sentence(record: Record) -> None:
    session = exam(record)
    refused: list[tuple[Callable[[], None], str]] = [
        (lambda: note(record, session, TRAINER, "  "), "without a word"),
        (lambda: note(record, session, TRAINER, "Well.", 5), "no decision"),
        (lambda: note(record, session, TRAINER, "Well.", -1), "no decision"),
        (lambda: given_points(record, session, 9, 1), "no decision"),
        (lambda: given_points(record, session, 0, 1), "no decision"),
        (lambda: given_points(record, session, 1, 1, "charm"), "no criterion"),
        (lambda: given_points(record, session, 1, 3), "Give from"),
        (lambda: correct(record, session, TRAINER, Correction(1, "care", 1), " "), "needs a reason"),
        (lambda: acknowledge(record, session, TRAINEE), "Nobody has reviewed"),
        (lambda: dispute(record, session, TRAINEE, ""), "do not agree"),
        (lambda: answer(record, session, TRAINER, "Why?"), "nothing to answer"),
    ]
    for deed, sentence in refused:
        with pytest.raises(SessionError, match=sentence):
            deed()
    assert record.reviews(session) == ()


def test_nobody_reviews_their_own_call(record: Record) -> None:
    session = exam(record)
    own = Correction(1, "care", 2)
    deeds: list[Callable[[], None]] = [
        lambda: note(record, session, TRAINEE, "Well done me.", 1),
        lambda: correct(record, session, TRAINEE, own, "I earned it.", cache=CACHE),
        lambda: sign(record, session, TRAINEE, cache=CACHE),
    ]
    for deed in deeds:
        with pytest.raises(RecordError, match="your own"):
            deed()


def test_erased_words_and_names_are_told_as_such(record: Record) -> None:
    session = exam(record)
    given_points(record, session, 3, 2)
    record.people.erase(TRAINER)
    (one,) = told(record, session).corrections
    assert (one.by, one.reason, one.holds) == ("", None, True)


def test_hints_and_articles_are_told_at_their_decision(record: Record) -> None:
    call = begin(record, parcel(), Mode.GUIDED, variant="gift")
    call.hint("en")
    call.hint("en")
    article = call.articles[0]
    call.look_up(article.id)
    play(call, "ask", "on", "courier", "facts")
    first, second, *_rest = call.debrief("en").decisions
    assert (first.hints, first.looked_up) == (2, (article.title,))
    assert (second.hints, second.looked_up) == (0, ())


@pytest.mark.parametrize("seed", range(12))
def test_the_reviewed_figures_add_up_in_any_call(record: Record, seed: int) -> None:
    dice = random.Random(seed)
    call = play_at_random(begin(record, random_call(seed), Mode.EXAM), dice)
    machine = call.debrief("en")
    for _time in range(4):
        decision = dice.randrange(len(machine.decisions)) + 1
        given_points(record, call.session, decision, dice.randint(-2, 2), dice.choice(machine.criteria).id)
    found = told(record, call.session)
    assert found.debrief.score == machine.score
    assert sum(one.shown_cost for one in found.reviewed.decisions) == missing(found.reviewed.score)
    for one in found.holding:
        points = found.reviewed.decisions[one.decision - 1].points
        assert [(p.machine, p.now) for p in points if p.criterion == one.criterion] == [(one.before, one.points)]
    untouched = [d for d in found.reviewed.decisions if not found.corrections_of(d.number)]
    assert [d.verdict for d in untouched] == [machine.decision(d.number).verdict for d in untouched]
