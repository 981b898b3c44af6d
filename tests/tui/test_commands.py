"""The palette and the sheet of keys: everything that can be done here, by name, in the language in use."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from simulator import words
from simulator.settings import Options, read_settings
from simulator.tui.keys import working_keys
from tests.tui.stage import Stage


async def test_the_palette_does_what_the_keys_do(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.press("ctrl+p")
        assert "Take back" not in seen.text
        await seen.type("card")
        await seen.press("enter")
        assert "of Monday" in seen.text
        assert seen.name == "SheetScreen"


async def test_commands_are_found_by_their_words(stage: Stage) -> None:
    async with stage.show() as seen:
        await seen.press("ctrl+p", "up")
        assert "Colours" in seen.text
        seen.one(Input).value = "quit role"
        await seen.settle()
        assert "Quit RoleCall" in seen.text
        assert "Search" not in "".join(seen.text.splitlines()[3:-1])
        seen.one(Input).value = "xyz"
        await seen.settle()
        assert "Nothing is called that." in seen.text
        await seen.press("enter", "down", "escape")
        assert seen.name == "HomeScreen"


async def test_the_palette_quits(stage: Stage) -> None:
    async with stage.show() as seen:
        await seen.press("ctrl+p")
        await seen.type("quit")
        await seen.press("enter")
        assert not seen.app.is_running


async def test_a_theme_is_chosen_and_kept(stage: Stage) -> None:
    async with stage.show() as seen:
        await seen.press("ctrl+p")
        await seen.type("colours")
        await seen.press("enter")
        await seen.type("light")
        await seen.press("enter")
        assert seen.app.theme == "rolecall-light"
    assert read_settings(Options()).theme.value == "rolecall-light"
    async with stage.show() as seen:
        assert seen.app.theme == "rolecall-light"


async def test_an_unknown_theme_is_our_own(stage: Stage) -> None:
    stage.options = Options(theme="no-such-theme")
    async with stage.show() as seen:
        assert seen.app.theme == "rolecall-dark"


@pytest.mark.parametrize("key", ["f1", "?"])
async def test_the_keys_are_told(stage: Stage, key: str) -> None:
    async with stage.call("guided") as seen:
        expected = [(key.written, key.does) for key in working_keys(seen.screen)]
        await seen.press(key)
        lines = [" ".join(line.strip(" │").split()) for line in seen.text.splitlines()]
        for written, does in expected:
            assert f"{written} {does}" in lines
        assert ("Enter 1-9", "Answer") in expected
        await seen.press(key)
        assert seen.name in ("CallScreen", "KeysSheet")


async def test_keys_and_commands_are_told_in_french(stage: Stage) -> None:
    words.use("fr")
    async with stage.show() as seen:
        assert seen.footer.split()[:2] == ["Entrée", "Ouvrir"]
        await seen.press("f1")
        assert "Touches" in seen.text
        await seen.press("escape", "ctrl+p")
        assert "Chercher une commande" in seen.text
