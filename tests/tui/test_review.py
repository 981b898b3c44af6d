"""One session under review: the call stepped through as it was played, and what a trainer says of it."""

from __future__ import annotations

import random

import pytest

from scoring.review import Correction
from simulator.engine.version import ENGINE_VERSION
from simulator.model.mode import Mode
from simulator.record import Verdict, open_record
from simulator.session import ReviewedSession, rescore, reviewed_of
from simulator.session.review_writing import correct, dispute, note
from simulator.tui.running import LONGEST, READ, SHORTEST, seconds_of
from simulator.tui.screens.review import ReviewScreen
from tests.memory import CACHE
from tests.session import desk as calls
from tests.tui.review_stage import BEFORE, POOR, TRAINER, WELL, reviewing, taken
from tests.tui.stage import NARROW, SMALL, WIDE, Seen, Stage

KEYS = (
    *"1234nnpxrttccssabk+-", "enter", "enter", "escape", "up", "down", "left", "right", "home", "end", "tab", "space",
    "pageup", "pagedown", "f1", "backspace",
)  # fmt: skip


def reviewed(stage: Stage, session: str) -> ReviewedSession:
    """What is recorded of it."""
    with open_record(stage.database) as record:
        return reviewed_of(record, session, "en", cache=CACHE)


async def test_the_whole_call_comes_first(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        assert "Ana · exam · 0" in seen.text.splitlines()[0]
        assert "Nobody has reviewed this session yet." in seen.flat
        assert "Points lost: 14 at decision 1" in seen.flat
        await seen.press("pagedown")
        assert "✗ Critical error: Told others, decision 2" in seen.flat


async def test_a_decision_is_told_as_the_trainee_had_it(stage: Stage) -> None:
    session = taken(stage, *POOR)
    shown = [row.text for row in reviewed(stage, session).debrief.decision(1).offered]
    async with reviewing(stage, session) as seen:
        await seen.press("n")
        lines = [line.strip() for line in seen.text.splitlines()]
        assert "1/3  ~ could be better  −14  greeting · Listening" in lines
        places = [next(n for n, line in enumerate(lines) if text in line) for text in shown]
        assert places == sorted(places)
        assert any(line.startswith("▸ 2 ~  Parcels are late") for line in lines)
        assert "Answered after 1 s." in seen.flat
        assert "Excuse me?" in seen.flat, "what came of it"


async def test_one_steps_and_jumps(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        for key, place in (("n", 1), ("right", 2), ("p", 1), ("end", 3), ("n", 3), ("2", 2), ("x", 3), ("x", 1)):
            await seen.press(key)
            assert f"{place}/3" in seen.text, key
        await seen.press("home")
        assert "Nobody has reviewed" in seen.flat


async def test_a_replay_asks_then_answers_until_it_is_over(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        await seen.press("space")
        for place in (1, 2, 3):
            assert seen.text.startswith(" ▶ ×1"), place
            assert f"{place}/3" in seen.text
            assert "▸" not in seen.text
            assert "Answered after" not in seen.text
            await beat(seen)
            assert "▸" in seen.text
            await beat(seen)
        assert "▶" not in seen.text
        await seen.press("space")
        assert "1/3" in seen.text, "from the first one again"


async def test_a_replay_runs_faster_and_stops(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        await seen.press("+")
        assert "▶" not in seen.text
        await seen.press("space", "plus", "plus")
        assert seen.text.startswith(" ▶ ×4")
        await seen.press("minus")
        assert seen.text.startswith(" ▶ ×2")
        await seen.press("space")
        assert "▶" not in seen.text
        assert "▸" in seen.text


def test_a_replay_waits_as_the_trainee_did_within_reason() -> None:
    assert seconds_of(4_000) == 4
    assert seconds_of(10) == SHORTEST
    assert seconds_of(3_600_000) == LONGEST
    assert seconds_of(None) == READ


async def beat(seen: Seen) -> None:
    """The next beat of the replay."""
    assert isinstance(seen.screen, ReviewScreen)
    seen.screen.beat()
    await seen.settle()


async def test_a_note_stands_at_its_decision(stage: Stage) -> None:
    session = taken(stage, *POOR)
    async with reviewing(stage, session) as seen:
        await seen.press("2", "t")
        await seen.press("enter")
        assert seen.name == "WordingScreen", "nothing was written"
        await seen.type("Not hers.")
        await seen.press("enter")
        assert "Note Not hers. (Claire, 23 Nov 2026 09:00)" in seen.flat
        await seen.press("1")
        assert "Not hers." not in seen.flat
    assert [(one.by, one.words) for one in reviewed(stage, session).notes_on(2)] == [(TRAINER, "Not hers.")]


async def test_corrected_points_show_beside_the_machine_s(stage: Stage) -> None:
    session = taken(stage, *POOR)
    async with reviewing(stage, session) as seen:
        await seen.press("1", "c", "down", "right", "enter")
        assert seen.name == "WordingScreen"
        await seen.type("Warm.")
        await seen.press("enter")
        assert "~ could be better −14 → 0" in seen.flat
        assert "Corrected Care: 1 point instead of 0. Warm. (Claire, " in seen.flat
        await seen.press("home")
        assert "Reviewed, not signed off." in seen.flat
        await seen.press("s", "enter")
        assert "Signed off by Claire" in seen.flat
        assert "Reviewed and signed off." in seen.flat
    found = reviewed(stage, session)
    (one,) = found.corrections
    assert (one.decision, one.criterion, one.points) == (1, "care", 1)
    assert found.signed is not None


async def test_both_scores_stand_on_top_where_they_differ(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *WELL)) as seen:
        assert seen.text.splitlines()[0].endswith("Ana · exam · 100")
        await seen.press("1", "c", "left", "enter", "1", "enter")
        top = seen.text.splitlines()[0]
        assert "Ana · exam · 100 → " in top
        assert not top.endswith("→ 100")


async def test_what_is_left_as_it_was_is_no_correction(stage: Stage) -> None:
    session = taken(stage, *POOR)
    async with reviewing(stage, session) as seen:
        await seen.press("c")
        assert seen.name == "ReviewScreen", "there are no points of the whole call"
        await seen.press("1", "c", "right", "left", "enter")
        assert seen.name == "ReviewScreen"
        await seen.press("c", "right", "enter", "escape")
    assert not reviewed(stage, session).is_reviewed


async def test_points_stop_at_both_ends(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        await seen.press("1", "c", *["right"] * 9)
        assert "[+2]" in seen.text
        await seen.press(*["left"] * 9)
        assert "[−2]" in seen.text


async def test_a_dispute_is_answered(stage: Stage) -> None:
    session = taken(stage, *POOR)
    with open_record(stage.database) as record:
        note(record, session, TRAINER, "Not hers.", 2, world=BEFORE)
        dispute(record, session, "Ana", "I did not know.", world=BEFORE)
    async with reviewing(stage, session) as seen:
        assert "waits for an answer" in seen.flat
        await seen.press("a")
        await seen.type("Ask.")
        await seen.press("enter")
        assert "Claire answered" in seen.flat
        assert "Reviewed, not signed off." in seen.flat


async def test_nobody_reviews_their_own_call(stage: Stage) -> None:
    async with reviewing(stage, taken(stage, *POOR), who="ana") as seen:
        await seen.press("1", "t", "c", "s", "a")
        assert seen.name == "ReviewScreen"
        assert "Sign off" not in seen.footer


async def test_two_tries_stand_side_by_side_where_there_is_room(stage: Stage) -> None:
    better, session = taken(stage, *WELL, seed=2), taken(stage, *POOR)
    assert better != session
    async with reviewing(stage, session, size=WIDE) as seen:
        await seen.press("b")
        assert "1/3" in seen.text
        assert "1/4" in seen.text
        await seen.press("end")
        assert "3/3" in seen.text
        assert "4/4" in seen.text
        await seen.press("b")
        assert "4/4" not in seen.text


async def test_two_tries_take_turns_where_there_is_not(stage: Stage) -> None:
    taken(stage, *WELL, seed=2)
    async with reviewing(stage, taken(stage, *POOR), size=NARROW) as seen:
        await seen.press("b")
        assert "1/3" in seen.text
        assert "1/4" not in seen.text
        await seen.press("tab")
        assert "1/4" in seen.text
        assert "1/3" not in seen.text
        await seen.press("tab")
        assert "1/3" in seen.text


async def test_without_another_try_that_one_may_see_there_is_none(stage: Stage) -> None:
    with open_record(stage.database) as record:
        private = calls.play(calls.begin(record, calls.parcel(), Mode.PRACTICE, variant="gift", seed=3), *WELL)
        private.debrief("en")
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        await seen.press("b")
        assert "There is no other try at this call that you may see." in seen.flat


async def test_what_is_not_there_is_said_and_can_be_left(stage: Stage) -> None:
    async with reviewing(stage, "nowhere") as seen:
        assert "There is no session nowhere." in seen.flat
        await seen.press("n", "space", "t", "escape")
        assert not seen.app.is_running


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE], ids=["60x20", "80x24", "140x40"])
async def test_it_follows_the_terminal(stage: Stage, size: tuple[int, int]) -> None:
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        await seen.press("2")
        await seen.resize(*size)
        assert "2/3" in seen.text


async def test_the_trainee_reads_the_review_in_the_debrief_and_replies(stage: Stage) -> None:
    session = taken(stage, *POOR)
    with open_record(stage.database) as record:
        note(record, session, TRAINER, "Not hers.", 2, world=BEFORE)
        correct(record, session, TRAINER, Correction(1, "care", 1), "Warm.", cache=CACHE, world=BEFORE)
    async with stage.show() as seen:
        await seen.press("h")
        assert "reviewed" in seen.text
        assert "Reviewed: its debrief says what your trainer thinks of it." in seen.flat
        await seen.press("enter")
        assert seen.name == "DebriefScreen"
        assert "Reviewed score: 0 of 100, not passed; by the machine 0." in seen.flat
        await seen.press("n", "n", "n")
        assert "Corrected Care: 1 point instead of 0. Warm." in seen.flat
        await seen.press("n")
        assert "Note Not hers. (Claire, " in seen.flat
        await seen.press("x", "enter")
        assert seen.name == "WordingScreen", "a dispute needs words"
        await seen.type("I asked.")
        await seen.press("enter")
        assert "Ana does not agree" in seen.flat
        await seen.press("a", "enter")
        assert "Ana has read the review" in seen.flat
    assert [reply.words for reply in reviewed(stage, session).replies] == ["I asked.", ""]


async def test_a_call_that_nobody_reviewed_has_nothing_to_reply_to(stage: Stage) -> None:
    taken(stage, *POOR)
    async with stage.show() as seen:
        await seen.press("h", "enter", "a", "x")
        assert seen.name == "DebriefScreen"
        assert "Disagree" not in seen.footer


@pytest.mark.parametrize("seed", range(3))
async def test_random_keys_break_nothing(stage: Stage, seed: int) -> None:
    taken(stage, *WELL, seed=2)
    dice = random.Random(seed)
    async with reviewing(stage, taken(stage, *POOR)) as seen:
        for _ in range(20):
            for _ in range(6):
                seen.strike(dice.choice(KEYS))
            await seen.pilot.pause(0)
            if isinstance(seen.screen, ReviewScreen) and seen.screen.is_mounted:
                seen.screen.beat()
            if not seen.app.is_running:
                break
        if seen.app.is_running:
            await seen.settle()
    with open_record(stage.database) as record:
        assert {checked.verdict for checked in record.verify(rescore=rescore, engine=ENGINE_VERSION)} == {Verdict.RIGHT}
