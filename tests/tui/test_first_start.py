"""The first start: a language and a name, in the language that is pointed at."""

from __future__ import annotations

import pytest

from simulator import words
from simulator.settings import Options, read_settings
from tests.tui.stage import Stage


@pytest.mark.parametrize(
    ("keys", "language", "said"), [([], "en", "Your name"), (["shift+tab", "down", "tab"], "fr", "Votre nom")]
)
async def test_a_language_and_a_name_are_kept(stage: Stage, keys: list[str], language: str, said: str) -> None:
    async with stage.show(trainee="") as seen:
        assert seen.name == "FirstStartScreen"
        await seen.press(*keys)
        assert said in seen.flat
        await seen.type("Léa")
        await seen.press("space", "space", "M", "enter")
        assert seen.name == "HomeScreen"
        assert "Léa M" in seen.text.splitlines()[0]
    kept = read_settings(Options())
    assert (kept.name.value, kept.language.value) == ("Léa M", language)
    assert words.language() == language


async def test_a_language_can_be_taken_with_enter(stage: Stage) -> None:
    async with stage.show(trainee="") as seen:
        await seen.press("shift+tab", "down", "enter")
        assert seen.screen.focused is not None
        assert seen.screen.focused.id == "name"


async def test_a_name_is_needed(stage: Stage) -> None:
    async with stage.show(trainee="") as seen:
        await seen.press("enter")
        assert "Type your name or staff number first." in seen.flat
        await seen.press("space", "enter")
        assert seen.name == "FirstStartScreen"


async def test_one_may_leave_without_a_name(stage: Stage) -> None:
    async with stage.show(trainee="") as seen:
        await seen.press("escape")
        assert not seen.app.is_running
    assert read_settings(Options()).needs_first_start


async def test_settings_that_cannot_be_written_keep_nobody_from_a_call(stage: Stage) -> None:
    (stage.folder / "home").write_text("a file where the folder should be")
    async with stage.show(trainee="") as seen:
        await seen.type("Ana")
        await seen.press("enter")
        assert "cannot be saved" in seen.flat
        assert seen.name == "HomeScreen"


async def test_a_call_that_was_asked_for_comes_after_the_name(stage: Stage) -> None:
    async with stage.show(stage.load(), trainee="") as seen:
        await seen.type("Ana")
        await seen.press("enter")
        assert seen.name == "BriefingScreen"
