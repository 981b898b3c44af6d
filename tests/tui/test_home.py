"""Home: the library, what each call is about, and the way to it."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.library.little import put
from tests.tui.stage import WIDE, Stage


@pytest.fixture
def library(stage: Stage) -> Stage:
    """A library with three calls and a file that is none."""
    put(
        stage.library_folder, "second.yaml", id="id: second", title='title: "A second call"', **{"level: 2": "level: 3"}
    )
    put(
        stage.library_folder,
        "french.yaml",
        id="id: third",
        title='title: "Un colis"',
        **{"language: en": "language: fr"},
    )
    put(stage.library_folder, "broken.yaml", id="id: [", title="title: oops")
    return stage


async def test_the_library_is_a_table(library: Stage) -> None:
    async with library.show() as seen:
        assert "4 calls" in seen.flat
        heads, *rows = [line for line in seen.text.splitlines() if "●" in line or "Min." in line]
        assert heads.split() == ["Call", "Role", "Level", "Min.", "Best", "Tries", "Redo", "on"]
        assert [row.split()[0] for row in rows] == ["The", "A", "Un"]
        assert "●●●" in rows[1]
        assert rows[2].split()[-5:] == ["●●○", "FR", "3", "–", "0"]
        assert "! broken.yaml" in seen.text


async def test_the_call_that_is_pointed_at_is_told_of(library: Stage) -> None:
    async with library.show() as seen:
        assert "A parcel did not come." in seen.flat
        assert "Mo Reed Waits for a parcel." in seen.flat
        await seen.press("down")
        assert "A second call" in "".join(seen.text.splitlines()[-12:])


async def test_a_file_that_cannot_be_played_says_why(library: Stage) -> None:
    async with library.show() as seen:
        await seen.press("end")
        assert "`rolecall check` shows everything" in seen.flat
        await seen.press("enter")
        assert seen.name == "HomeScreen"
        assert "That did not work" in seen.flat


@pytest.mark.parametrize(
    ("typed", "count"), [("second", 1), ("french", 1), ("crisis", 1), ("satisf", 3), ("parcel second", 0), ("zzz", 0)]
)
async def test_calls_are_searched_by_what_the_table_says(library: Stage, typed: str, count: int) -> None:
    async with library.show() as seen:
        await seen.press("/")
        seen.one(Input).value = typed
        await seen.settle()
        assert f"{count} call" in seen.text.splitlines()[0]
        assert ("No call fits your search." in seen.flat) == (count == 0)


async def test_a_search_is_typed_looked_through_and_put_away(library: Stage) -> None:
    async with library.show() as seen:
        await seen.press("/")
        await seen.type("second")
        await seen.press("down")
        assert "Open" in seen.footer
        await seen.press("enter")
        assert seen.name == "BriefingScreen"
        await seen.press("escape")
        assert "1 call " in seen.text.splitlines()[0]
        await seen.press("escape")
        assert "4 calls" in seen.text.splitlines()[0]
        await seen.press("/", "q", "enter")
        assert seen.name == "HomeScreen", "letters are for the search while it is typed"


async def test_the_best_score_is_there_after_a_call(library: Stage) -> None:
    async with library.show(variant="gift") as seen:
        await seen.press("enter", "p", "enter")
        await seen.answer("ask", "on", "courier", "facts")
        await seen.press("enter", "escape", "escape")
        assert seen.name == "HomeScreen"
        row = next(line for line in seen.text.splitlines() if "The parcel of" in line)
        score, tries, *again = row.split()[-4:]
        assert (score, tries) == ("100", "1")
        assert again == ["1", "Dec"], "passed so well that it comes back in eight days"


async def test_a_library_without_calls_says_so(stage: Stage) -> None:
    for file in stage.library_folder.iterdir():
        file.unlink()
    async with stage.show() as seen:
        assert "There is no call in the library." in seen.flat
        await seen.press("enter")
        assert seen.name == "HomeScreen"


async def test_a_wide_terminal_shows_more_at_once(library: Stage) -> None:
    async with library.show(size=WIDE) as seen:
        assert "customer satisfaction" in seen.text
        assert "Find out why Mo Reed needs it" in seen.flat


async def test_one_leaves_with_q(stage: Stage) -> None:
    async with stage.show() as seen:
        await seen.press("q")
        assert not seen.app.is_running
        assert seen.app.return_code == 0
