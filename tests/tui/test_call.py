"""A call on the screen: what is heard, what is chosen, what is at hand, and what is recorded of it."""

from __future__ import annotations

import pytest

from simulator.model.events import Chose, Ended, Hinted, LookedUp, Paused, Resumed, Undone
from simulator.model.scenario import SILENCE
from simulator.tui.widgets.clock import Clock
from tests.tui.stage import Stage

pytestmark = pytest.mark.usefixtures("stage")


async def test_practice_goes_from_the_briefing_to_the_debrief_and_home(stage: Stage) -> None:
    async with stage.show(stage.load(), mode="practice", variant="gift") as seen:
        assert seen.name == "BriefingScreen"
        assert "You are Ana. It is about the parcel of Monday." in seen.flat
        await seen.press("enter")
        assert seen.name == "CallScreen"
        assert "Is that Ana? My parcel is late." in seen.flat
        await seen.answer("ask", "on", "courier", "facts")
        assert "The call is over" in seen.text
        assert "Mo Reed is helped." in seen.flat
        await seen.press("enter")
        assert seen.name == "ReflectScreen"
        await seen.press("escape")
        assert seen.name == "DebriefScreen"
        assert "100 of 100" in seen.flat
        await seen.press("escape")
        assert seen.name == "HomeScreen"
    assert [type(event).__name__ for event in stage.events()] == ["Started", *["Chose"] * 4, "Ended"]


async def test_guided_mode_says_after_each_answer_what_it_was_worth(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        await seen.answer("hurry")
        assert "You wave it away." in seen.flat
        assert "Worth reading: Delays" in seen.flat
        lines = seen.text.splitlines()
        comment = next(place for place, line in enumerate(lines) if "You wave it away." in line)
        reply = next(place for place, line in enumerate(lines) if "Excuse me?" in line)
        assert comment < reply, "the caller's words are the newest"


async def test_hints_are_given_in_two_steps_until_the_next_answer(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        await seen.press("h")
        assert "What matters now: Listening Hearing." in seen.flat
        assert "Avoid" not in seen.flat
        await seen.press("h", "h")
        assert "There is no further hint here." in seen.flat
        assert seen.flat.count("What matters now") == 1
        assert seen.flat.count("Avoid answer 1 Your neighbour took it") == 1
        await seen.answer("on")
        assert "What matters now" not in seen.flat
        assert "Avoid answer" not in seen.flat
    hints = [event.hint for event in stage.events() if isinstance(event, Hinted)]
    assert hints == ["listening", "avoid:tell-all", "avoid:tell-all"]


async def test_guided_mode_says_how_the_caller_took_it(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        await seen.answer("hurry")
        assert "Reaction: Patience −2 (1 of 5). Mood: angry (before: wary)." in seen.flat
        assert ":[ angry" in seen.text.splitlines()[0]


async def test_an_exam_hides_gauges_and_gives_no_help(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        assert "Patience" not in seen.text
        await seen.answer("on")
        await seen.press("u", "h")
        assert seen.one(Clock).took_ms == 0
        assert "So what now?" in seen.flat
        assert "Take back" not in seen.footer
        assert "Hint" not in seen.footer
    assert not [event for event in stage.events() if isinstance(event, Undone | Hinted)]


async def test_in_an_exam_silence_is_an_answer(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        assert "answer within 18 s" in seen.flat
        await seen.press("c")
        stage.clock.seconds += 10
        seen.app.screen_stack[-2].query_one(Clock).up()
        await seen.settle()
        assert seen.name == "CallScreen", "what lay over the call made way"
        assert "you say nothing" in seen.flat
        assert "Hello?" in seen.flat
    (chose,) = [event for event in stage.events() if isinstance(event, Chose)]
    assert (chose.choice, chose.took_ms) == (SILENCE, 10_000)


@pytest.mark.parametrize(("factor", "said"), [(2.0, "answer within 36 s"), (1.33, "answer within 24 s"), (0.0, "")])
async def test_the_clock_runs_as_the_settings_say(stage: Stage, factor: float, said: str) -> None:
    async with stage.call("exam", time_factor=factor) as seen:
        assert ("answer within" in seen.flat) == bool(said)
        assert said in seen.flat


async def test_silence_counts_in_practice_where_it_is_wished(stage: Stage) -> None:
    async with stage.call("practice", silence=True) as seen:
        assert "answer within 18 s" in seen.flat
    async with stage.call("practice", resume=False) as seen:
        assert "answer within" not in seen.flat


async def test_the_countdown_follows_the_clock(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        stage.clock.seconds += 7
        seen.one(Clock).tick()
        await seen.settle()
        assert "answer within 11 s" in seen.flat
        assert "0:07" in seen.text


async def test_an_answer_is_taken_back(stage: Stage) -> None:
    async with stage.call() as seen:
        before = seen.text
        await seen.answer("hurry")
        assert "1/5 −2" in seen.flat
        await seen.press("u")
        assert seen.text == before
        await seen.press("u")
        assert seen.text == before
    assert [event for event in stage.events() if isinstance(event, Undone)] == [Undone(1)]


async def test_a_comment_goes_with_the_answer_that_is_taken_back(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        await seen.answer("ask", "hurry")
        await seen.press("u")
        assert "You wave it away." not in seen.flat
        assert "You learn what matters." in seen.flat


async def test_the_card_and_the_articles_lie_a_key_away(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.press("c")
        assert "of Monday" in seen.text
        await seen.press("c")
        assert seen.name == "CallScreen"
        await seen.press("k", "enter")
        assert "A parcel is late after 3 days, Mo Reed knows." in seen.flat
        await seen.press("escape")
        assert "Delays" in seen.text
        await seen.press("escape")
        assert seen.name == "CallScreen"
    assert [event for event in stage.events() if isinstance(event, LookedUp)] == [LookedUp(1, "delays")]


async def test_a_call_that_was_left_goes_on_where_it_stood(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("hurry")
        await seen.press("escape")
        assert seen.name == "BriefingScreen"
        assert "The call is kept" in seen.flat
        assert "with the call that you left" in seen.flat
        await seen.press("enter")
        assert "Excuse me?" in seen.flat
        await seen.answer("on")
        assert "So what now?" in seen.flat
    kinds = [type(event) for event in stage.events()]
    assert kinds.count(Paused) == 2
    assert kinds.count(Resumed) == 1


async def test_a_call_goes_on_in_another_run(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("ask", "on")
    async with stage.show(stage.load(), resume=True) as seen:
        assert seen.name == "CallScreen"
        assert "So what now?" in seen.flat
        await seen.press("escape")
        assert seen.name == "BriefingScreen", "it is resumed once, not for ever"
    async with stage.show(stage.load()) as seen:
        await seen.press("enter")
        await seen.answer("refund", "nothing")
        await seen.press("enter")
        assert seen.name == "ReflectScreen"
        await seen.press("escape")
        assert seen.name == "DebriefScreen"
    assert isinstance(stage.events()[-1], Ended)


async def test_where_nobody_speaks_there_is_a_form(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("on", "refund")
        assert "What you enter in the CRM" in seen.text
        assert "[CRM entry]" not in "".join(seen.text.splitlines()[-8:]), "said once, above all of them"


async def test_quitting_in_a_call_keeps_it(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("ask")
        await seen.pilot.press("ctrl+q")
    assert [type(event) for event in stage.events()][-2:] == [Chose, Paused]
