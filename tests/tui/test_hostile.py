"""Texts of files are shown and never obeyed, wherever they appear."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from simulator.model.unseen import UNSEEN
from simulator.tui.markdown import inline
from simulator.tui.text import lines, plain
from tests.library.little import put
from tests.tui.stage import Stage
from tests.tui.walk import walk

MARKUP = "[bold red]R[/] [@click=app.quit]Q[/] [link=x]L[/link] \\\\[b] <script> ![x](file:/etc) ``` 🧨🧨"
CHANGED = (
    "A parcel did not come.",
    "Find out why",
    "It is about the parcel",
    "Waits for a parcel.",
    "of Monday",
    "A parcel is late after",
    "My parcel is late.",
    "Parcels are late, that is how it is.",
    "Excuse me?",
    "You wave it away.",
    "Nothing is done.",
    "Nobody will know.",
    "The line is quiet.",
    "What happened",
)
BRIEF = ("Find out why", "of Monday", "What happened")
"""Texts that may not be long."""


async def test_a_whole_call_of_markup_is_shown_as_it_stands(stage: Stage) -> None:
    put(stage.library_folder, **{words: f"{words} {MARKUP}" for words in CHANGED})
    async with stage.show(variant="gift") as seen:
        told = ""
        async for name in walk(seen):
            told += seen.flat
            assert seen.app.is_running, name
        assert told.count("[bold red]R[/]") > 10
        assert told.count("<script>") > 5


async def test_a_long_word_and_a_long_text_break_no_screen(stage: Stage) -> None:
    long, short = f"{'x' * 3000} {'word ' * 500}", f"{'x' * 150} {'word ' * 15}"
    put(stage.library_folder, **{words: f"{words} {short if words in BRIEF else long}" for words in CHANGED})
    async with stage.show(variant="gift") as seen:
        async for _name in walk(seen):
            pass


async def test_a_name_is_only_a_name(stage: Stage) -> None:
    async with stage.show(stage.load(), trainee="[red]A[/]{name}") as seen:
        assert "[red]A[/]{name}" in seen.text
        await seen.press("enter")
        assert "Is that [red]A[/]{name}?" in seen.flat


@given(st.text())
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    assert not UNSEEN.search(plain(text).plain)
    assert "\n" not in plain(text).plain
    assert not UNSEEN.search(lines(text).plain)
    assert not UNSEEN.search(inline(text).plain)


@given(st.text(alphabet="[]/@=()bold red\\click"))
def test_no_text_is_markup(text: str) -> None:
    assert plain(text).plain == text
    assert plain(text).spans == Content(text).spans
