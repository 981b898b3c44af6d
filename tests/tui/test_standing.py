"""Home tells where the trainee stands: skills, the next call, what is due; and shows only what was picked."""

from __future__ import annotations

import pytest

from simulator.record import open_record
from simulator.tui.widgets.rows import Rows
from tests.library.little import put
from tests.practice.seasoned import season
from tests.tui.stage import WIDE, Stage


@pytest.fixture
def library(stage: Stage) -> Stage:
    """A library with three calls of different kinds."""
    put(stage.library_folder, "hard.yaml", id="id: hard", title='title: "Hard one"', **{"level: 2": "level: 3"})
    put(
        stage.library_folder,
        "french.yaml",
        id="id: colis",
        title='title: "Un colis"',
        **{"language: en": "language: fr", "role: satisfaction": "role: reception", "level: 2": "level: 1"},
    )
    return stage


@pytest.fixture
def past(library: Stage) -> Stage:
    """A trainee with two dozen sessions behind them."""
    with open_record(library.database) as record:
        season(record, library.library, "Ana", 24)
    return library


async def test_somebody_new_is_welcomed_and_led_to_a_first_call(library: Stage) -> None:
    async with library.show() as seen:
        assert "Welcome. Your skills show here once you have played a first call without help." in seen.flat
        assert "Next call: The parcel of Mo Reed" in seen.flat
        assert "A good call to begin with" in seen.flat
        await seen.press("n")
        assert seen.name == "BriefingScreen"
        assert "The parcel of Mo Reed" in seen.text.splitlines()[0]


async def test_skills_show_value_uncertainty_and_trend_in_signs_and_words(past: Stage) -> None:
    async with past.show() as seen:
        assert "Skills from 18 calls (± likely range)" in seen.flat
        line = next(line for line in seen.text.splitlines() if "Empathy" in line)
        assert "━" in line
        assert "±" in line
        assert any(sign in line for sign in "↗→↘")
        assert any(word in seen.flat for word in ("↗ rising", "→ steady", "↘ falling"))


async def test_the_next_call_says_why(past: Stage) -> None:
    async with past.show(size=WIDE) as seen:
        assert "“Listening” is one of your lowest skills so far, and this call tests it." in seen.flat
        (title,) = [line for line in seen.text.splitlines() if "Next call:" in line]
        await seen.press("n")
        assert seen.name == "BriefingScreen"
        assert seen.text.splitlines()[0].split("  ")[0].strip() in title


async def test_the_table_says_how_often_and_when_again(past: Stage) -> None:
    async with past.show() as seen:
        row = next(line for line in seen.text.splitlines() if "The parcel of" in line and "●" in line)
        assert row.split()[-2:] == ["8", "due"]
        assert "Played 8 times. Suggested again today." in seen.flat


async def test_calls_are_filtered_by_role_level_and_language(library: Stage) -> None:
    async with library.show() as seen:
        await seen.press("f")
        assert "Level 3: crisis" in seen.flat
        await seen.type("level 3")
        await seen.press("enter")
        assert "1 call · level 3, crisis" in seen.text.splitlines()[0]
        assert seen.one(Rows).count == 1
        await seen.press("f")
        await seen.type("french")
        assert "0 calls" in seen.flat
        await seen.press("enter")
        assert "No call fits your search." in seen.flat
        await seen.press("f")
        await seen.type("all roles")
        await seen.press("enter")
        assert "3 calls" in seen.text.splitlines()[0]


async def test_a_filter_and_a_search_hold_together_and_go_together(library: Stage) -> None:
    async with library.show() as seen:
        await seen.press("f")
        await seen.type("english")
        await seen.press("enter", "/")
        await seen.type("hard")
        assert "1 call · English" in seen.text.splitlines()[0]
        await seen.press("escape")
        assert "3 calls" in seen.text.splitlines()[0]
        assert "Show all calls" not in seen.footer


async def test_a_filter_that_is_left_changes_nothing(library: Stage) -> None:
    async with library.show() as seen:
        await seen.press("f", "escape")
        assert "3 calls" in seen.text.splitlines()[0]


async def test_the_language_in_use_comes_first(library: Stage) -> None:
    from simulator import words

    words.use("fr")
    async with library.show() as seen:
        rows = [line for line in seen.text.splitlines() if "●" in line]
        assert rows[0].split()[:2] == ["Un", "colis"]


async def test_the_mouse_takes_a_call(library: Stage) -> None:
    async with library.show() as seen:
        await seen.pilot.click("#calls", offset=(10, 1))
        await seen.settle()
        assert seen.name == "BriefingScreen"
        assert "Hard one" in seen.text.splitlines()[0]


async def test_keys_move_in_a_long_list_and_stay_in_it(stage: Stage) -> None:
    for number in range(40):
        put(stage.library_folder, f"call-{number}.yaml", id=f"id: call-{number}", title=f'title: "Call {number:02}"')
    async with stage.show() as seen:
        calls = seen.one(Rows)
        assert calls.count == 41
        page = calls.size.height - 1
        places = {"up": 0, "down": 1, "end": 40, "right": 40, "home": 0, "pagedown": page, "pageup": 0}
        for key, place in places.items():
            await seen.press(key)
            assert calls.pointed == place
        await seen.press("end")
        assert "The parcel of" in seen.text
        assert calls.scroll_offset.y == 41 - calls.size.height
        await seen.resize(140, 40)
        assert calls.pointed == 40


async def test_the_library_stands_as_it_was_before_it_is_read(library: Stage) -> None:
    async with library.show() as seen:
        assert "3 calls" in seen.flat
    (library.library_folder / "hard.yaml").unlink()
    assert library.library.last_listing() is not None
    async with library.show() as seen:
        assert "2 calls" in seen.text.splitlines()[0]
