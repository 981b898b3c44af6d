"""The debrief: the result, the criteria, the decisions, and trying again from one of them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from simulator import words
from simulator.model.events import Started
from simulator.model.mode import Mode
from simulator.model.reviews import Question, Reflected
from simulator.record import open_record
from simulator.report.debrief_words import sum_words
from simulator.session import Call, Debrief, debrief_of
from tests.memory import CACHE
from tests.session.desk import begin, parcel, play
from tests.tui.stage import NARROW, WIDE, Seen, Stage

POOR = ("hurry", "tell-all", "refund", "nothing")
SPENT = ("hurry", "tell-all", "wait")


@asynccontextmanager
async def debriefed(stage: Stage, *choices: str, **wishes: object) -> AsyncIterator[Seen]:
    async with stage.call(**wishes) as seen:  # type: ignore[arg-type]
        await seen.answer(*choices)
        await seen.press("enter", "escape")
        assert seen.name == "DebriefScreen"
        yield seen


async def read(seen: Seen) -> str:
    """All there is to read, page by page."""
    told, page = "", None
    while seen.flat != page:
        page = seen.flat
        told += page
        await seen.press("pagedown")
    return told


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
        ("fr", "Décision par décision · Règles de droit au 1er septembre 2026"),
    ],
)
async def test_the_day_of_the_law_stands_over_the_decisions(
    stage: Stage, size: tuple[int, int], language: str, said: str
) -> None:
    words.use(language)
    async with debriefed(stage, *POOR, size=size) as seen:
        assert said in await read(seen)


async def test_a_call_that_cites_no_law_shows_no_day(stage: Stage) -> None:
    stage.call_file.write_text(
        re.sub(r"law_as_of:.*\n", "", stage.call_file.read_text(encoding="utf-8")), encoding="utf-8"
    )
    async with stage.show(stage.load(), variant="gift", size=WIDE) as seen:
        assert "Law as of" not in seen.flat
        await seen.press("enter")
        await seen.answer(*POOR)
        await seen.press("enter", "escape")
        told = await read(seen)
        assert "Decision by decision" in told
        assert "Law as of" not in told


async def test_trying_again_from_an_exam_is_practice_and_said_to_be(stage: Stage) -> None:
    async with debriefed(stage, *POOR, mode="exam") as seen:
        assert "n To the decisions" in seen.footer
        await seen.press("n")
        assert "n Next" in seen.footer
        await seen.press("r")
        assert seen.name == "QuestionScreen"
        assert "Trying again is practice, and no exam" in seen.flat
        await seen.press("enter")
        assert seen.name == "DebriefScreen", "nothing is begun by Enter alone"
        await seen.press("r", "escape")
        assert seen.name == "DebriefScreen"
        await seen.press("r", "down", "enter")
        assert seen.name == "CallScreen"
        assert "practice" in seen.text.splitlines()[0]
    with open_record(stage.database) as record:
        modes = {record.started(session).mode for session in stage.sessions(record)}
    assert modes == {Mode.EXAM, Mode.PRACTICE}


async def test_success_and_not_passed_are_told_apart(stage: Stage) -> None:
    async with debriefed(stage, "on", "wait", "nothing") as seen:
        assert "✗ Not passed" in seen.flat
        assert "For the customer Helped (success)" in seen.flat
        assert "the score is about how you led the call, and it is too low to pass." in seen.flat


async def test_lessons_and_decisions_are_walked_and_tried_again(stage: Stage) -> None:
    async with debriefed(stage, *POOR) as seen:
        assert "Try again" not in seen.footer
        await seen.press("r", "o", "p")
        assert seen.name == "DebriefScreen"
        await seen.press("n")
        assert "Decision 2 X critical error" in seen.flat
        assert "Say What was in the parcel of Monday?" in seen.flat
        assert "Technique: Open question. Asking." in seen.flat
        await seen.press("n", "n", "n")
        assert "2 X critical error" in seen.flat
        assert "Better" in seen.flat
        assert "It would have gone on like this:" in seen.flat
        await seen.press("o")
        assert "Decision 2: all answers" in seen.flat
        assert "your answer" in seen.flat
        await seen.press("o", "r")
        assert seen.name == "CallScreen"
        assert "Excuse me?" in seen.flat
        assert "Your neighbour took it" not in "".join(seen.text.splitlines()[:12])
        await seen.answer("ask", "on", "courier", "facts")
        await seen.press("enter")
        assert seen.name == "DebriefScreen", "who tries again was asked before"
        assert "tried again from decision 2" in seen.flat
        assert "not counted" in seen.flat
    with open_record(stage.database) as record:
        branches = [record.started(session) for session in stage.sessions(record)]
    assert sorted(isinstance(b, Started) and b.branch_of is not None for b in branches) == [False, True]


async def test_one_tries_again_from_a_lesson(stage: Stage) -> None:
    async with debriefed(stage, *POOR) as seen:
        await seen.press("n", "r")
        assert seen.name == "CallScreen"
        assert "Excuse me?" in seen.flat


async def test_before_the_first_lesson_is_the_result(stage: Stage) -> None:
    async with debriefed(stage, *POOR) as seen:
        before = seen.text
        await seen.press(*["n"] * 8)
        assert "4 ?" in seen.flat or "4 !" in seen.flat or "4 ~" in seen.flat
        await seen.press(*["p"] * 6)
        assert seen.text == before


async def test_the_curve_and_the_sentence_say_where_the_score_was_lost(stage: Stage) -> None:
    async with debriefed(stage, *POOR, size=(100, 60)) as seen:
        (debrief,) = debriefs(stage)
        columns = [line for line in seen.text.splitlines() if "█" in line or "▇" in line]
        assert len(columns) >= 1
        told = await read(seen)
        for row in debrief.decisions:
            assert f"−{row.shown_cost}" in told or row.shown_cost <= 0
        assert sum_words(debrief).replace("\u00a0", " ") in told
        assert "From decision 2 on the call could no longer be passed." in told


def debriefs(stage: Stage) -> list[Debrief]:
    with open_record(stage.database) as record:
        return [debrief_of(record, one.session, "en", cache=CACHE) for one in record.sessions()]


async def test_two_questions_come_before_any_figure_and_are_kept(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        await seen.answer(*POOR)
        await seen.press("enter")
        assert seen.name == "ReflectScreen"
        assert "What went well?" in seen.flat
        assert not re.search(r"of 100|[Pp]assed|blunder|mistake", seen.flat)
        await seen.type("I kept calm")
        await seen.press("enter")
        await seen.type("Ask")
        await seen.press("tab")
        await seen.type("!")
        await seen.press("tab", "enter")
        assert seen.name == "DebriefScreen"
        told = await read(seen)
        assert "What you said before you saw this" in told
        assert "I kept calm!" in told
    with open_record(stage.database) as record:
        (summary,) = record.sessions()
        reviews = record.reviews(summary.session)
        kept = [(one.review.question, one.words) for one in reviews if isinstance(one.review, Reflected)]
        assert kept == [(Question.WENT_WELL, "I kept calm!"), (Question.WOULD_CHANGE, "Ask")]
        assert len(record.events(summary.session)) == 6


async def test_what_was_answered_is_shown_as_text(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer(*POOR)
        await seen.press("enter")
        await seen.type("[red]x[/]{y}")
        await seen.press("enter", "enter")
        assert "[red]x[/]{y}" in await read(seen)


async def test_the_questions_are_skipped_and_nothing_is_kept(stage: Stage) -> None:
    async with stage.call() as seen:
        await seen.answer(*POOR)
        await seen.press("enter")
        await seen.type("no")
        await seen.press("escape")
        assert seen.name == "DebriefScreen"
        assert "What you said" not in await read(seen)
    with open_record(stage.database) as record:
        (summary,) = record.sessions()
        assert record.reviews(summary.session) == ()


async def test_it_is_kept_as_a_page(stage: Stage) -> None:
    folder = stage.folder / "home" / "documents"
    async with debriefed(stage, *POOR) as seen:
        await seen.press("f")
        assert "Kept as a page to read and print" in seen.flat
        (file,) = folder.iterdir()
        assert file.name in "".join(notice.message for notice in seen.app._notifications)
        assert "<!doctype html>" in file.read_text(encoding="utf-8")


async def test_a_page_that_cannot_be_written_is_told(stage: Stage) -> None:
    (stage.folder / "home").mkdir(exist_ok=True)
    (stage.folder / "home" / "documents").write_text("in the way", encoding="utf-8")
    async with debriefed(stage, *POOR) as seen:
        await seen.press("f")
        assert "The page cannot be written to" in " ".join(seen.flat.replace("▌", " ").split())
        assert seen.name == "DebriefScreen"


async def test_the_last_try_stands_beside_the_criteria(stage: Stage) -> None:
    first = play(begin_at(stage), "ask", "on", "courier", "facts")
    first.debrief("en")
    async with debriefed(stage, *POOR, size=WIDE) as seen:
        told = await read(seen)
        assert "Last try, 23 November 2026: 100 of 100, passed." in told
        assert "score, last try, points lost, weight" in told
        assert re.search(r"Listening ━+ 0 100 −", told)


def begin_at(stage: Stage) -> Call:
    return begin(stage.open_record(), parcel(), variant="gift")


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
