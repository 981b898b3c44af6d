"""Who has the floor: the caller until the words are said, the trainee's own words where they say it first, choices."""

from __future__ import annotations

import asyncio

import pytest

from simulator.model.events import Chose, LookedUp, Paused, Resumed, Started, Typed
from simulator.record import open_record
from simulator.tui.desk import Pace
from simulator.tui.screens.call import CallScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.saying import Saying
from simulator.tui.widgets.transcript import Transcript
from tests.library.little import put
from tests.tui.stage import Seen, Stage

WORDS = "Is that Ana? My parcel is late."


async def until_speaking(seen: Seen) -> None:
    """Take the call of the briefing; stop while the caller has hardly begun."""
    seen.strike("enter")
    while not (isinstance(seen.screen, CallScreen) and seen.screen.query(Choices)):
        await seen.pilot.pause(0)
    while not seen.one(Transcript).is_speaking:
        await seen.pilot.pause(0)


async def until_silent(seen: Seen) -> None:
    """Hear the caller out."""
    while seen.one(Transcript).is_speaking or "is speaking" in seen.text:
        await seen.pilot.pause(0)
    await seen.settle()


@pytest.fixture
def slow(stage: Stage) -> Stage:
    """A stage on which the caller would speak for a quarter of an hour."""
    stage.pace = Pace(stage.clock, settle=0, speech=0.05)
    return stage


async def test_the_caller_speaks_before_there_is_anything_to_answer(slow: Stage) -> None:
    async with slow.show(slow.load(), mode="exam", variant="gift") as seen:
        await until_speaking(seen)
        await asyncio.sleep(0)
        assert WORDS not in seen.flat
        assert "Let me find it." not in seen.text
        assert "Mo Reed is speaking… any key shows all of it" in seen.flat
        assert "answer within" not in seen.flat, "nobody waits for an answer yet"


@pytest.mark.parametrize("key", ["1", "enter", "down", "space", "x"])
async def test_a_key_that_hears_the_caller_out_does_nothing_else(slow: Stage, key: str) -> None:
    async with slow.show(slow.load(), mode="exam", variant="gift") as seen:
        await until_speaking(seen)
        await seen.press(key)
        assert WORDS in seen.flat
        assert "Let me find it." in seen.text
        assert "answer within 18 s" in seen.flat
        assert seen.one(Choices).highlighted == 0
        await seen.press("c")
        assert seen.name == "SheetScreen"
    assert not [event for event in slow.events() if isinstance(event, Chose)]


async def test_the_mouse_hears_the_caller_out_and_answers_nothing(slow: Stage) -> None:
    async with slow.show(slow.load(), mode="practice", variant="gift") as seen:
        await until_speaking(seen)
        await seen.pilot.click(Choices, offset=(5, 2))
        await seen.settle()
        assert WORDS in seen.flat
        assert "Let me find it." in seen.text
        await seen.pilot.click(Choices, offset=(5, 2))
        await seen.settle()
    assert len([event for event in slow.events() if isinstance(event, Chose)]) == 1


async def test_a_key_of_the_footer_does_what_it_says_while_the_caller_speaks(slow: Stage) -> None:
    async with slow.show(slow.load(), mode="practice", variant="gift") as seen:
        await until_speaking(seen)
        await seen.press("c")
        assert "of Monday" in seen.text
        await seen.press("escape")
        assert WORDS in seen.flat
        await seen.answer("on")
        assert seen.one(Transcript).is_speaking
        await seen.press("escape")
        assert seen.name == "BriefingScreen"


async def test_words_that_are_said_to_their_end_open_the_choices(stage: Stage) -> None:
    stage.pace = Pace(stage.clock, settle=0, speech=2_000)
    async with stage.call("practice") as seen:
        for answer, brought in (("on", "I pay it back now."), ("refund", "What you enter in the CRM")):
            await until_silent(seen)
            assert WORDS in seen.flat
            await seen.answer(answer)
            await until_silent(seen)
            assert brought in seen.text


async def test_nothing_is_said_slowly_where_things_should_not_move(slow: Stage) -> None:
    (slow.folder / "home").mkdir(exist_ok=True)
    (slow.folder / "home" / "config.toml").write_text('motion = "reduced"\n')
    async with slow.call("practice") as seen:
        assert WORDS in seen.flat
        assert "Let me find it." in seen.text


async def test_the_trainee_says_it_before_the_choices_appear(stage: Stage) -> None:
    async with stage.call("guided", say_first=True) as seen:
        assert "What would you say?" in seen.flat
        assert "Let me find it." not in seen.text
        await seen.type("Sorry ? 1 c k q")
        assert seen.one(Saying).text == "Sorry ? 1 c k q"
        assert seen.name == "CallScreen", "letters are letters there"
        await seen.press("enter")
        assert "You would say Sorry ? 1 c k q" in seen.flat
        assert "Let me find it." in seen.text
        await seen.answer("on")
        assert "You would say" not in seen.flat
        await seen.press("enter")
        assert "I pay it back now." in seen.flat
        await seen.answer("refund")
        assert "What you enter in the CRM" in seen.text, "there is nothing to say"
    with open_record(stage.database) as record:
        (session,) = stage.sessions(record)
        assert list(record.typed(session).values()) == ["Sorry ? 1 c k q", ""]


async def test_the_keys_of_the_desk_are_there_while_somebody_writes(stage: Stage) -> None:
    async with stage.call("guided", say_first=True) as seen:
        for key, told in (("F2", "Card"), ("F3", "Articles"), ("F4", "Hint"), ("F6", "Transcript"), ("F7", "Pause")):
            assert f"{key} {told}" in seen.footer
        await seen.press("f2")
        assert "of Monday" in seen.text
        await seen.press("escape", "f3", "enter", "escape", "escape", "f4")
        assert "What matters now" in seen.flat
        await seen.press("f6")
        assert "The call so far" in seen.text
        await seen.press("escape", "f7", "enter")
        await seen.type("Hm")
        assert seen.one(Saying).text == "Hm"
    assert [event for event in stage.events() if isinstance(event, LookedUp)] == [LookedUp(1, "delays")]


async def test_a_call_left_before_or_after_the_words_goes_on_there(stage: Stage) -> None:
    async with stage.call("practice", say_first=True) as seen:
        await seen.press("escape", "enter")
        assert "What would you say?" in seen.flat
        await seen.type("Hm")
        await seen.press("enter", "escape", "enter")
        assert "You would say" in seen.flat
        assert "Let me find it." in seen.text
    async with stage.show(stage.load(), resume=True) as seen:
        assert "What would you say?" not in seen.flat
        await seen.answer("on")
        assert "What would you say?" in seen.flat
    assert len([event for event in stage.events() if isinstance(event, Typed)]) == 1


async def test_words_that_were_not_said_wait_with_the_call(stage: Stage) -> None:
    async with stage.call("practice", say_first=True) as seen:
        await seen.type("I am so sorry")
        await seen.press("escape")
        assert seen.name == "BriefingScreen"
        await seen.press("enter")
        assert seen.one(Saying).text == "I am so sorry"
        await seen.type(", Mo")
        await seen.press("enter")
        assert "You would say I am so sorry, Mo" in seen.flat
        await seen.answer("on")
        await seen.press("escape", "enter")
        assert seen.one(Saying).text == "", "what was said is not asked for again"
        await seen.type("Never said")
        await seen.press("escape")
    with open_record(stage.database) as record:
        (session,) = stage.sessions(record)
        assert list(record.typed(session).values()) == ["I am so sorry, Mo"]


async def test_the_clock_runs_from_when_the_choices_are_there(stage: Stage) -> None:
    async with stage.call("exam", say_first=True) as seen:
        assert "answer within" not in seen.flat
        stage.clock.seconds += 60
        await seen.press("enter")
        assert "answer within 18 s" in seen.flat
        stage.clock.seconds += 2
        await seen.answer("on")
    (chose,) = [event for event in stage.events() if isinstance(event, Chose)]
    assert chose.took_ms == 2_000


async def test_a_pause_hides_the_call_and_stops_the_clock(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        stage.clock.seconds += 4
        await seen.press("p")
        assert "The call is paused" in seen.text
        assert "parcel" not in seen.text.casefold()
        stage.clock.seconds += 600
        await seen.press("1", "f1", "ctrl+p")
        assert seen.name == "PauseScreen"
        await seen.press("enter")
        assert "answer within 14 s" in seen.flat
        assert "0:04" in seen.text
        stage.clock.seconds += 5
        await seen.answer("on")
    kinds = [type(event) for event in stage.events()]
    assert kinds[1:4] == [Paused, Resumed, Chose]
    (chose,) = [event for event in stage.events() if isinstance(event, Chose)]
    assert chose.took_ms == 9_000


async def test_what_was_paused_can_be_killed_and_goes_on(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("ask")
        await seen.press("p")
        await seen.pilot.press("ctrl+q")
    async with stage.show(stage.load(), resume=True) as seen:
        assert "A birthday present." in seen.flat


@pytest.mark.parametrize("bell", [True, False])
async def test_a_caller_who_hangs_up_is_told_and_rung(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, bell: bool
) -> None:
    rung: list[bool] = []
    (stage.folder / "home").mkdir(exist_ok=True)
    (stage.folder / "home" / "config.toml").write_text(f"bell = {str(bell).lower()}\n")
    async with stage.call() as seen:
        monkeypatch.setattr(seen.app, "bell", lambda: rung.append(True))
        await seen.answer("hurry", "on", "wait")
        assert "The caller has hung up." in seen.flat
        assert rung == [True] * bell
        await seen.press("enter")
        assert seen.name == "ReflectScreen"


async def test_who_was_helped_does_not_hang_up(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("on", "refund", "facts")
        assert "The call is over" in seen.text
        assert "hung up" not in seen.flat


async def test_the_whole_call_can_be_read_from_its_end(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("ask", "hurry", "on", "refund", "facts")
        await seen.press("t")
        assert "Mo Reed is helped." in seen.flat
        assert "A birthday present." in seen.flat


async def test_what_is_done_does_not_look_like_what_is_said(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("on", "refund", "facts")
        line = next(line for line in seen.text.splitlines() if "What happened" in line)
        assert "CRM entry" in line
        assert "You" not in line


async def test_bars_move_to_where_they_belong(slow: Stage) -> None:
    async with slow.show(slow.load(), mode="practice", variant="gift") as seen:
        await until_speaking(seen)
        await seen.press("x")
        assert "Patience ━━━━━ 3/5" in seen.flat
        await seen.answer("hurry")
        while seen.one(Gauges).is_moving:
            await seen.pilot.pause(0)
        await seen.settle()
        assert "Patience ━╌╌━━ 1/5 −2" in seen.flat


async def test_silence_does_not_run_while_the_caller_speaks(slow: Stage) -> None:
    async with slow.show(slow.load(), mode="exam", variant="gift") as seen:
        await until_speaking(seen)
        slow.clock.seconds += 100
        seen.one(Clock).up()
        await seen.press("x")
        assert "answer within 18 s" in seen.flat
    assert not [event for event in slow.events() if isinstance(event, Chose)]


async def test_the_briefing_turns_saying_it_first_on_and_keeps_it(stage: Stage) -> None:
    async with stage.show(stage.load(), mode="practice", variant="gift") as seen:
        assert "say it first (s): no" in seen.flat
        await seen.press("s")
        assert "say it first (s): yes" in seen.flat
        await seen.press("enter")
        assert "What would you say?" in seen.flat
    assert "say_first = true" in (stage.folder / "home" / "config.toml").read_text()
    started = stage.events()[0]
    assert isinstance(started, Started)
    assert started.say_first


async def test_a_sheet_over_the_call_shows_how_long_there_is(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        for keys in (["c"], ["t"], ["k"], ["k", "enter"]):
            await seen.press(*keys)
            assert seen.flat.count("answer within 18 s") == 2, "above, and on the sheet"
            await seen.press(*["escape"] * len(keys))
    async with stage.call("practice", resume=False) as seen:
        await seen.press("c")
        assert "answer within" not in seen.flat


async def test_a_call_that_is_over_is_left_for_its_debrief(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("on", "refund", "facts")
        assert "Leave" not in seen.footer
        await seen.press("escape")
        assert seen.name == "ReflectScreen"


async def test_who_speaks_is_named_whoever_it_is(slow: Stage) -> None:
    line = 'say: "Is that {agent}? My parcel is late."'
    put(slow.library_folder, **{line: f"{line}\n        speaker: Zoé Reed"})
    async with slow.show(slow.load(), mode="practice", variant="gift") as seen:
        await until_speaking(seen)
        assert "Zoé Reed is speaking…" in seen.flat
