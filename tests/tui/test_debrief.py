"""The debrief: the result, the criteria, the decisions, and trying again from one of them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from simulator import words
from simulator.model.events import Started
from simulator.record import open_record
from tests.tui.stage import NARROW, WIDE, Seen, Stage

POOR = ("hurry", "tell-all", "refund", "nothing")
SPENT = ("hurry", "tell-all", "wait")


@asynccontextmanager
async def debriefed(stage: Stage, *choices: str, **wishes: object) -> AsyncIterator[Seen]:
    async with stage.call(**wishes) as seen:  # type: ignore[arg-type]
        await seen.answer(*choices)
        await seen.press("enter")
        assert seen.name == "DebriefScreen"
        yield seen


async def test_the_result_comes_first(stage: Stage) -> None:
    async with debriefed(stage, "ask", "on", "courier", "facts") as seen:
        lines = seen.text.splitlines()
        assert "1 =" in lines[1].replace("\u00a0", " "), "the whole call at a glance"
        assert lines[3].split()[:2] == ["✓", "Passed"]
        assert "100 of 100" in lines[3]
        assert "Helped (success)" in seen.flat


async def test_a_critical_error_fails_the_call_and_is_named(stage: Stage) -> None:
    async with debriefed(stage, *POOR, size=WIDE) as seen:
        assert "✗ Not passed" in seen.flat
        assert "Critical error: Told others, decision 2" in seen.flat
        assert "✗ Find out why Mo Reed needs it" in seen.flat
        assert "A birthday present." in seen.flat, "what was never learned"


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Decision by decision · Law as of 1 September 2026"),
        ("fr", "Décision par décision · Droit au 1er septembre 2026"),
    ],
)
async def test_the_day_of_the_law_stands_over_the_decisions(
    stage: Stage, size: tuple[int, int], language: str, said: str
) -> None:
    words.use(language)
    async with debriefed(stage, *POOR, size=size) as seen:
        if size == NARROW:
            await seen.press("pagedown")
        assert said in seen.flat


async def test_a_call_that_cites_no_law_shows_no_day(stage: Stage) -> None:
    stage.call_file.write_text(
        re.sub(r"law_as_of:.*\n", "", stage.call_file.read_text(encoding="utf-8")), encoding="utf-8"
    )
    async with stage.show(stage.load(), variant="gift", size=WIDE) as seen:
        assert "Law as of" not in seen.flat
        await seen.press("enter")
        await seen.answer(*POOR)
        await seen.press("enter")
        assert "Decision by decision" in seen.flat
        assert "Law as of" not in seen.flat


async def test_decisions_are_walked_and_tried_again(stage: Stage) -> None:
    async with debriefed(stage, *POOR) as seen:
        assert "Try again" not in seen.footer
        await seen.press("r", "o", "p")
        assert seen.name == "DebriefScreen"
        await seen.press("n", "n")
        assert "2 X critical error" in seen.flat
        assert "Better" in seen.flat
        await seen.press("o")
        assert "Decision 2: all answers" in seen.flat
        assert "your answer" in seen.flat
        await seen.press("o", "r")
        assert seen.name == "CallScreen"
        assert "Excuse me?" in seen.flat
        assert "Your neighbour took it" not in "".join(seen.text.splitlines()[:12])
        await seen.answer("ask", "on", "courier", "facts")
        await seen.press("enter")
        assert "tried again from decision 2" in seen.flat
        assert "not counted" in seen.flat
    with open_record(stage.database) as record:
        branches = [record.started(session) for session in stage.sessions(record)]
    assert sorted(isinstance(b, Started) and b.branch_of is not None for b in branches) == [False, True]


async def test_before_the_first_decision_is_the_result(stage: Stage) -> None:
    async with debriefed(stage, *POOR) as seen:
        before = seen.text
        await seen.press("n", "n", "n", "n", "n", "n")
        assert "4 ?" in seen.flat or "4 !" in seen.flat or "4 ~" in seen.flat
        await seen.press("p", "p", "p", "p")
        assert seen.text == before


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_it_is_read_on_with_the_page_keys(stage: Stage, size: tuple[int, int]) -> None:
    async with debriefed(stage, *POOR, size=size) as seen:
        before = seen.text
        await seen.press("pagedown")
        assert seen.text != before
        await seen.press("pageup")
        assert seen.text == before


async def test_the_code_of_the_record_is_at_the_end(stage: Stage) -> None:
    async with debriefed(stage, *POOR, size=WIDE) as seen:
        for _ in range(6):
            await seen.press("pagedown")
        with open_record(stage.database) as record:
            (summary,) = record.sessions()
            assert record.code(summary.session) in seen.text


async def test_a_gauge_that_ran_out_is_told_with_what_spent_it(stage: Stage) -> None:
    async with debriefed(stage, *SPENT) as seen:
        assert "Gone (failure)" in seen.flat
        assert "Patience ran out; it was spent at decisions 1 and 3." in seen.flat


async def test_a_guided_call_does_not_count(stage: Stage) -> None:
    async with debriefed(stage, "on", "refund", "facts", mode="guided") as seen:
        assert "guided · not counted" in seen.flat
