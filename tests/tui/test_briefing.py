"""The briefing: what is known before the call, in which mode it is taken, and the call that was left."""

from __future__ import annotations

import pytest

from simulator.model.events import Started
from simulator.model.mode import Mode
from simulator.tui.widgets.modes import Modes
from tests.tui.stage import NARROW, WIDE, Stage


@pytest.mark.parametrize("size", [(60, 20), NARROW, (100, 34), WIDE], ids=str)
async def test_every_mode_says_what_it_means(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.show(stage.load(), size=size) as seen:
        for words in ("Guided a word on each answer", "Practice feedback at the end", "Exam no help"):
            assert words in seen.flat


async def test_everything_is_known_before_the_call(stage: Stage) -> None:
    async with stage.show(stage.load(), size=WIDE) as seen:
        for said in (
            "The parcel of Mo Reed",
            "customer satisfaction · level 2, tense · about 3 minutes · 60 to pass",
            "You are Ana. It is about the parcel of Monday.",
            "Find out why Mo Reed needs it",
            "This call tests most",
            "Waits for a parcel.",
            "Delays",
            "Law as of 1 September 2026",
        ):
            assert said in seen.flat


@pytest.mark.parametrize("mode", ["guided", "practice", "exam"])
async def test_the_mode_is_pointed_at_by_its_letter(stage: Stage, mode: str) -> None:
    async with stage.show(stage.load()) as seen:
        await seen.press(mode[0], "enter")
        assert mode in seen.text.splitlines()[0]
    (started,) = [event for event in stage.events() if isinstance(event, Started)]
    assert started.mode is Mode(mode)


async def test_the_mode_that_was_wished_for_is_pointed_at(stage: Stage) -> None:
    async with stage.show(stage.load(), mode=Mode.EXAM) as seen:
        assert seen.one(Modes).pointed_at == Mode.EXAM
    async with stage.show(stage.load(), variant="gift") as seen:
        assert seen.one(Modes).pointed_at == Mode.GUIDED, "who has never played is guided"
        await seen.press("enter")
        await seen.answer("ask", "on", "courier", "facts")
        await seen.press("enter", "escape", "escape")
        assert seen.name == "HomeScreen"
        await seen.press("enter")
        assert seen.one(Modes).pointed_at == Mode.PRACTICE


async def test_the_card_is_that_of_the_variant_that_comes_next(stage: Stage) -> None:
    async with stage.show(stage.load(), size=WIDE) as seen:
        assert "of Monday" in seen.text
        await seen.press("enter", "escape")
        assert seen.one(Modes).pointed_at == "resume"
        assert ("of Monday" in seen.text, "of Friday" in seen.text) == (True, False), "the one of the call that waits"
        await seen.press("p")
        assert ("of Monday" in seen.text, "of Friday" in seen.text) == (False, True), "the one that was played least"
        await seen.press("enter", "escape")
        assert ("of Monday" in seen.text, "of Friday" in seen.text) == (False, True), "the one of the call that waits"
        await seen.press("p")
        assert ("of Monday" in seen.text, "of Friday" in seen.text) == (True, False), "the first of those played once"


async def test_nothing_is_begun_before_it_is_known_whether_a_call_waits(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer("on")
    async with stage.show() as seen:
        seen.strike("enter")
        seen.strike("enter")
        await seen.settle()
        assert seen.name == "BriefingScreen"
        assert seen.one(Modes).pointed_at == "resume"
        await seen.press("enter")
        assert "So what now?" in seen.flat


async def test_a_call_that_waits_is_not_offered_where_a_new_one_is_wished(stage: Stage) -> None:
    async with stage.call():
        pass
    async with stage.show(stage.load(), resume=False) as seen:
        assert "the call that you left" not in seen.flat


async def test_there_may_be_nothing_to_go_on_with(stage: Stage) -> None:
    async with stage.show(stage.load(), resume=True) as seen:
        assert seen.name == "BriefingScreen"
        assert "There is no call to go on with." in seen.flat


async def test_a_long_briefing_is_read_on_with_the_page_keys(stage: Stage) -> None:
    async with stage.show(stage.shipped("prelevement-rejete")) as seen:
        assert "Read on" in seen.footer
        before = seen.text
        await seen.press("pagedown")
        assert seen.text != before
        await seen.press("pageup")
        assert seen.text == before


async def test_from_the_briefing_one_goes_home(stage: Stage) -> None:
    async with stage.show(stage.load()) as seen:
        await seen.press("escape")
        assert seen.name == "HomeScreen"
        await seen.press("q")
        assert not seen.app.is_running


async def test_what_was_wished_for_one_call_holds_for_no_other(stage: Stage) -> None:
    async with stage.show(stage.load(), mode=Mode.EXAM, variant="illness", seed=5) as seen:
        await seen.press("escape", "enter")
        assert seen.one(Modes).pointed_at == Mode.GUIDED
        assert seen.app.desk.wish.variant is None
        assert seen.app.desk.wish.seed is None
