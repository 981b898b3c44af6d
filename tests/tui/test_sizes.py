"""Terminals of every size: what is too small says so, what changes its size goes on."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from simulator.tui.sizes import HEIGHTS, LEAST, WIDTHS, classes_for, is_too_small
from simulator.tui.widgets.choices import Choices
from tests.tui.stage import Stage


@pytest.mark.parametrize("size", [(40, 10), (120, 5), (20, 50), (1, 1)])
async def test_a_terminal_that_is_too_small_says_so_and_takes_no_answer(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.call() as seen:
        before = seen.text
        await seen.resize(*size)
        if size > (10, 5):
            assert "This terminal is too small." in seen.flat
        await seen.press("1", "enter", "escape", "c")
        assert seen.name == "CallScreen"
        await seen.resize(80, 24)
        assert seen.text == before
        await seen.press("enter")
        assert seen.text != before, "the keys are back where they were"


async def test_a_terminal_that_is_too_small_can_be_left(stage: Stage) -> None:
    async with stage.show(size=(40, 10)) as seen:
        assert "This terminal is too small." in seen.flat
        await seen.press("ctrl+q")
        assert not seen.app.is_running


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40), (100, 15), (50, 50)])
async def test_the_newest_words_and_the_first_choice_are_in_sight_at_any_size(
    stage: Stage, size: tuple[int, int]
) -> None:
    async with stage.show(stage.shipped("prelevement-rejete"), mode="practice", size=size) as seen:
        await seen.press("enter", "1", "1", "1")
        newest = list(seen.screen.query(".heard"))[-1]
        transcript = seen.screen.query_one("#transcript")
        assert newest.region.bottom <= transcript.region.bottom or newest.region.y == transcript.region.y
        choices = seen.one(Choices)
        assert choices.region.bottom <= size[1] - 1
        assert choices.scroll_offset.y == 0
        assert all(widget.region.right <= size[0] for widget in seen.screen.query("*"))


async def test_a_call_goes_on_while_the_terminal_changes(stage: Stage) -> None:
    async with stage.call("guided") as seen:
        for width, height in ((60, 20), (140, 40), (50, 15), (300, 90), (80, 24)):
            await seen.resize(width, height)
        await seen.answer("ask")
        await seen.press("c")
        await seen.resize(140, 40)
        await seen.press("escape")
        assert seen.screen.has_class("-wide"), "a screen below a sheet follows too"
        await seen.answer("on", "courier", "facts")
        await seen.press("enter")
        await seen.resize(60, 20)
        await seen.press("escape")
        await seen.resize(50, 15)
        await seen.resize(140, 40)
        assert "100 of 100" in seen.flat


def test_every_size_has_one_width_and_one_height() -> None:
    for width in range(0, 200, 7):
        for height in range(0, 60, 5):
            classes = classes_for(Size(width, height))
            assert sum(classes[name] for name in WIDTHS) == 1
            assert sum(classes[name] for name in HEIGHTS) == 1
    assert is_too_small(Size(40, 10))
    assert not is_too_small(LEAST)
