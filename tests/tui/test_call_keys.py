"""The keys of a call: each one in the footer does what it says, however fast they come and wherever one leaves."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from simulator import words
from simulator.model.events import Chose, Undone
from simulator.record import open_record
from simulator.tui.desk import Pace
from simulator.tui.keys import working_keys
from simulator.tui.screens.call import CallScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.keyline import KeyLine
from tests.tui.stage import WIDE, Seen, Stage

WHOLE = ("ask", "hurry", "on", "refund", "facts")
"""A call through every state, with a stay in the first."""

BRINGS = {
    "Card": "SheetScreen", "Articles": "ArticlesScreen", "Transcript": "SheetScreen", "Keys": "KeysSheet",
    "Pause": "PauseScreen", "Leave": "BriefingScreen", "See the debrief": "ReflectScreen",
}  # fmt: skip
"""The screen that each key opens."""
CHANGES = {"Hint": "What matters now", "Take back": "Is that Ana?", "Say it": "Let me find it."}
"""What is to be read after each of the others."""
ELSEWHERE = {"Answer", "Quit RoleCall", "Commands", "Read back", "Read on"}
"""What other tests press."""


async def moments(stage: Stage, **wishes: object) -> AsyncIterator[Seen]:
    """A guided call, at each moment that has other keys."""
    async with stage.call("guided", **wishes) as seen:
        yield seen
        if seen.screen.query("#saying") and not seen.one(Choices).display:
            await seen.press("enter")
        await seen.answer("hurry")
        yield seen
    async with Stage(stage.folder / "another").call("guided") as seen:
        await seen.answer("on", "refund", "facts")
        yield seen


@pytest.mark.parametrize("say_first", [False, True])
async def test_every_key_that_is_shown_does_what_it_says(stage: Stage, say_first: bool) -> None:
    tried = set()
    async for seen in moments(stage, **({"say_first": True} if say_first else {})):
        keys = sorted(working_keys(seen.screen), key=lambda key: key.does == "Say it")
        for key in keys:
            if key.does in ELSEWHERE or key.does in ("Leave", "See the debrief"):
                continue
            await seen.press(key.key)
            if key.does in BRINGS:
                assert seen.name == BRINGS[key.does], key
                await seen.press("escape")
            else:
                assert CHANGES[key.does] in seen.flat, key
            if key.does == "Take back":
                await seen.answer("hurry")
            tried.add(key.does)
            assert seen.name == "CallScreen"
    assert tried >= {"Card", "Articles", "Transcript", "Keys", "Pause", "Hint", "Take back"}


@pytest.mark.parametrize(("answers", "brings"), [((), "BriefingScreen"), (WHOLE, "ReflectScreen")])
async def test_the_way_out_is_the_one_that_is_shown(stage: Stage, answers: tuple[str, ...], brings: str) -> None:
    async with stage.call() as seen:
        await seen.answer(*answers)
        (key,) = [key for key in working_keys(seen.screen) if "Esc" in key.written.split()]
        assert BRINGS[key.does] == brings
        await seen.press("escape")
        assert seen.name == brings


@pytest.mark.parametrize("say_first", [False, True])
async def test_a_call_is_left_and_gone_on_with_at_every_state(stage: Stage, say_first: bool) -> None:
    async with stage.call("practice", say_first=say_first, size=WIDE) as seen:
        for answer in WHOLE:
            for _ in range(1 + (say_first and answer != "facts")):
                before = without_movement(seen.text)
                await seen.press("escape")
                assert seen.name == "BriefingScreen"
                await seen.press("enter")
                assert without_movement(seen.text) == before
                if seen.screen.query("#saying") and not seen.one(Choices).display:
                    await seen.type("Hm")
                    await seen.press("enter")
            await seen.answer(answer)
        await seen.press("enter")
        assert seen.name == "ReflectScreen"


def without_movement(text: str) -> str:
    """What is to be read of a call, without what the last answer did to a gauge."""
    return "\n".join(line.replace(" −2", "   ").replace("╌", "━").rstrip() for line in text.splitlines())


async def test_the_word_on_the_last_answer_is_there_when_a_call_goes_on(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        await seen.answer("ask")
        assert "You learn what matters." in seen.flat
        await seen.press("escape", "enter")
        assert "You learn what matters." in seen.flat


async def test_a_key_that_is_struck_twice_answers_once(stage: Stage) -> None:
    stage.pace = Pace(stage.clock, settle=0.25, speech=0)
    async with stage.call() as seen:
        stage.clock.seconds += 1
        for _ in range(5):
            stage.clock.seconds += 0.001
            seen.strike("1")
        await seen.settle()
        assert seen.screen.call.decision == 2  # type: ignore[attr-defined]
    assert len([event for event in stage.events() if isinstance(event, Chose)]) == 1


async def test_keys_a_millisecond_apart_leave_a_call_that_fits_its_record(stage: Stage) -> None:
    stage.pace = Pace(stage.clock, settle=0, speech=200)
    async with stage.call("guided") as seen:
        for key in "1h1u2c\x1b1uup2\r1k\x1b3t\x1b1":
            stage.clock.seconds += 0.001
            seen.strike({"\x1b": "escape", "\r": "enter"}.get(key, key))
        await seen.settle()
    with open_record(stage.database) as record:
        events = [one.event for one in record.events(stage.sessions(record)[0])]
    answers = 0
    for event in events:
        answers += isinstance(event, Chose) - isinstance(event, Undone)
        if isinstance(event, Chose):
            assert event.decision == answers


async def test_the_terminal_may_change_at_every_moment_of_a_call(stage: Stage) -> None:
    stage.pace = Pace(stage.clock, settle=0, speech=0.05)
    async with stage.call("guided", say_first=True) as seen:
        assert isinstance(seen.screen, CallScreen)
        for size in ((60, 20), (140, 40), (50, 15), (80, 24)):
            await seen.resize(*size)
        await seen.press("x")
        for size in ((60, 20), (140, 40), (80, 24)):
            await seen.resize(*size)
            await seen.type("Hm")
        await seen.press("enter")
        assert "HmHmHm" in seen.text
        await seen.press("p")
        await seen.resize(60, 20)
        assert "The call is paused" in seen.text
        await seen.press("enter")
        await seen.resize(80, 24)
        await seen.answer("on")
        assert "You would say" not in seen.text


@pytest.mark.parametrize(("language", "last"), [("en", "Esc Leave"), ("fr", "Échap Quitter")])
async def test_no_key_is_cut_and_the_way_out_is_always_there(stage: Stage, language: str, last: str) -> None:
    words.use(language)
    async with stage.call("guided", say_first=True) as seen:
        for keys in ((), ("enter", "1")):
            await seen.press(*keys)
            for width in (50, 60, 66, 72, 80, 100):
                await seen.resize(width, 24)
                assert last in seen.footer, (width, seen.footer)


async def test_a_key_of_the_line_can_be_clicked(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        await seen.pilot.click(KeyLine, offset=(seen.footer.index("Card"), 0))
        await seen.settle()
        assert seen.name == "SheetScreen"
        await seen.press("escape")
        await seen.pilot.click(KeyLine, offset=(seen.footer.index("Leave"), 0))
        await seen.settle()
        assert seen.name == "BriefingScreen"
