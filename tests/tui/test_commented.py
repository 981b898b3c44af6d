"""The commented call on the screen: each step asks before it answers, and nothing of it is recorded."""

from __future__ import annotations

import pytest

from simulator.record import open_record
from tests.tui.stage import WIDE, Stage

ASKS = "What would you say?"


async def test_each_step_asks_before_it_answers(stage: Stage) -> None:
    async with stage.show(stage.load(), variant="gift", size=WIDE) as seen:
        assert "c Commented call" in seen.footer
        await seen.press("c")
        assert seen.name == "CommentedScreen"
        assert "an exam of the same call says less about you" in seen.flat
        assert "Is that Ana? My parcel is late." in seen.flat
        assert ASKS in seen.flat
        assert "What was in the parcel" not in seen.flat
        assert "Previous" not in seen.footer
        await seen.press("n")
        assert "You What was in the parcel of Monday? You learn what matters." in seen.flat
        assert "Technique: Open question. Asking." in seen.flat
        assert "Not Your neighbour took it, at number 12. That is not for you to tell." in seen.flat
        assert ASKS not in seen.flat
        await seen.press("enter")
        assert ASKS in seen.flat
        await seen.press("p", "p")
        assert "What was in the parcel" not in seen.flat
    with open_record(stage.database) as record:
        assert stage.sessions(record) == []


async def test_it_goes_to_the_end_and_no_further(stage: Stage) -> None:
    async with stage.show(stage.load(), variant="gift", size=WIDE) as seen:
        await seen.press("c", *["n"] * 20)
        assert "Helped (success)" in seen.flat
        assert "Next" not in seen.footer
        await seen.press(*["p"] * 20)
        assert "1 greeting" in seen.flat
        assert "2 greeting" not in seen.flat
        await seen.press("escape")
        assert seen.name == "BriefingScreen"


async def test_it_is_the_call_of_the_variant_that_is_shown(stage: Stage) -> None:
    async with stage.show(stage.load(), variant="illness", size=WIDE) as seen:
        await seen.press("c", *["n"] * 20)
        assert "My medicine." in seen.flat


@pytest.mark.parametrize("mode", ["exam", "practice"])
async def test_whoever_takes_an_exam_is_shown_no_answers(stage: Stage, mode: str) -> None:
    async with stage.show(stage.load(), mode=mode) as seen:
        await seen.press("e")
        assert "Commented call" not in seen.footer
        await seen.press("c")
        assert seen.name == "BriefingScreen"
        await seen.press("g")
        assert ("Commented call" in seen.footer) is (mode == "practice")


async def test_whoever_has_a_call_to_go_on_with_is_shown_no_answers(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.press("escape")
        assert seen.name == "BriefingScreen"
        assert "Commented call" not in seen.footer
        await seen.press("g", "c")
        assert seen.name == "BriefingScreen"


async def test_it_is_read_by_the_page(stage: Stage) -> None:
    async with stage.show(stage.load(), variant="gift") as seen:
        await seen.press("c", *["n"] * 8)
        before = seen.text
        await seen.press("pageup")
        assert seen.text != before
        await seen.press("pagedown")
        assert seen.text == before
