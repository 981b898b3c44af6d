"""History on the screens: what was played, who may see it, and what may be done with it."""

from __future__ import annotations

import pytest

from simulator.record import open_record
from simulator.tui.widgets.rows import Rows
from tests.practice.seasoned import season
from tests.tui.stage import WIDE, Stage

BEST = ("ask", "on", "courier", "facts")


@pytest.fixture
def past(stage: Stage) -> Stage:
    """A trainee with a dozen sessions behind them."""
    with open_record(stage.database) as record:
        season(record, stage.library, "Ana", 12)
    return stage


async def test_sessions_calls_and_skills_are_three_views(past: Stage) -> None:
    async with past.show() as seen:
        await seen.press("h")
        assert seen.name == "HistoryScreen"
        assert "History: sessions 12 sessions" in seen.flat
        assert "Begun" in seen.text
        await seen.press("v")
        assert "History: calls" in seen.flat
        assert "First Highest Latest" in seen.flat
        row = next(line for line in seen.text.splitlines() if "The parcel of" in line)
        assert row.split()[5] == "12", "tries"
        await seen.press("tab")
        assert "History: skills" in seen.flat
        assert "Open" not in seen.footer
        assert "Empathy" in seen.text
        await seen.press("v")
        assert "History: sessions" in seen.flat


async def test_a_call_leads_to_its_sessions_and_back(past: Stage) -> None:
    async with past.show() as seen:
        await seen.press("h", "v", "enter")
        assert "12 sessions · The parcel of Mo Reed" in seen.flat
        await seen.press("escape")
        assert "History: calls" in seen.flat
        await seen.press("escape")
        assert seen.name == "HomeScreen"


async def test_a_debrief_is_opened_again_and_tried_from(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer(*BEST)
        await seen.press("enter", "escape", "escape", "h", "enter")
        assert seen.name == "DebriefScreen"
        assert "100 of 100" in seen.flat
        await seen.press("n", "r")
        assert seen.name == "CallScreen"
        while not seen.screen.call.over:  # type: ignore[attr-defined]
            await seen.press("1")
        await seen.press("enter")
        assert "tried again from decision" in seen.flat
        await seen.press("escape")
        assert seen.name == "HistoryScreen"
        assert "2 sessions" in seen.flat
        assert "It does not count for your skills" in seen.flat


async def test_practice_is_deleted_only_after_a_question(past: Stage) -> None:
    async with past.show() as seen:
        await seen.press("h", "down", "down", "d")
        assert "Delete this session?" in seen.flat
        assert "tombstone" in seen.flat
        await seen.press("enter")
        assert "12 sessions" in seen.flat, "what does nothing is pointed at first"
        await seen.press("d", "escape", "d", "down", "enter")
        assert "11 sessions" in seen.flat
        await seen.press("v")
        assert "Played 11 times." in seen.flat, "what is told of a call and a skill follows"
    with open_record(past.database) as record:
        assert len(list(record.sessions())) == 11


async def test_practice_is_shared_only_after_a_question(past: Stage) -> None:
    async with past.show() as seen:
        await seen.press("h", "down", "down")
        assert "Private: trainers do not see it." in seen.flat
        await seen.press("s")
        assert "Trainers will see this session, and you can no longer delete it." in seen.flat
        await seen.press("down", "enter")
        assert "Shared: trainers see it." in seen.flat
        assert seen.one(Rows).pointed == 2
        assert "Share" not in seen.footer
        assert "Delete" not in seen.footer
        await seen.press("s", "d")
        assert seen.name == "HistoryScreen"


async def test_an_exam_is_neither_shared_nor_deleted(past: Stage) -> None:
    async with past.show() as seen:
        await seen.press("h", "down")
        assert "An exam: trainers see it." in seen.flat
        await seen.press("s", "d", "delete")
        assert seen.name == "HistoryScreen"
        await seen.press("up")
        assert "Share" in seen.footer


async def test_a_session_that_cannot_be_told_again_says_so(past: Stage) -> None:
    async with past.show() as seen:
        await seen.press("h", "enter")
        assert seen.name == "HistoryScreen"
        assert "That did not work" in seen.flat
        await seen.press("down", "enter")
        assert seen.name == "HistoryScreen"


async def test_where_nothing_was_played_it_says_so(stage: Stage) -> None:
    async with stage.show() as seen:
        await seen.press("h")
        assert "You have not played a call to its end yet." in seen.flat
        assert "Share" not in seen.footer
        for _ in range(3):
            await seen.press("v", "enter", "d", "s")
        await seen.press("q")
        assert seen.name == "HomeScreen"


async def test_a_wide_terminal_shows_the_criteria_of_a_session(past: Stage) -> None:
    async with past.show(size=WIDE) as seen:
        await seen.press("h")
        assert "Adaptability" in seen.text
        await seen.resize(80, 24)
        assert "Adaptability" not in seen.text
        assert "Private: trainers do not see it." in seen.flat


async def test_the_small_terminal_still_has_everything(past: Stage) -> None:
    async with past.show(size=(60, 20)) as seen:
        await seen.press("h")
        assert "only you" in seen.text
        for key in ("v", "v"):
            await seen.press(key)
            assert all(len(line) <= 60 for line in seen.text.splitlines())
