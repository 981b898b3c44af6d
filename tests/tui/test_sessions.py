"""The trainer's table on the screen: it is read as one goes, sorted, narrowed, searched; a session opens from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator import words
from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.tui.widgets.paged import PAGE
from simulator.tui.widgets.window import MOST
from tests.record.many import is_shared
from tests.tui.stage import NARROW, SMALL, WIDE, Stage
from tests.tui.table_stage import TableStage, table

COUNT = 1_400


@pytest.fixture
def few(stage: Stage) -> TableStage:
    """Fewer sessions than a page holds."""
    return TableStage(stage, 40)


@pytest.fixture
def many(stage: Stage) -> TableStage:
    """More sessions than are held at once."""
    return TableStage(stage, COUNT)


def visible(stage: TableStage) -> list[str]:
    """The ids of what the trainer may see, the newest first."""
    found = [
        (one.started, one.session)
        for number, one in enumerate(stage.summaries, start=1)
        if one.mode is Mode.EXAM or is_shared(number)
    ]
    return [session for _started, session in sorted(found, reverse=True)]


async def test_the_table_is_read_as_one_goes(many: TableStage) -> None:
    sessions = visible(many)
    assert len(sessions) > MOST
    async with many.show() as seen:
        rows = table(seen)
        assert rows.count == PAGE
        assert f"session 1 of {len(sessions)}" in seen.flat
        for place in range(0, len(sessions), 40):
            assert rows.taken is not None
            assert rows.taken.summary.session == sessions[place]
            assert f"session {place + 1} of" in seen.flat
            assert rows.count <= MOST
            rows.pointed += 40
            await seen.settle()
        await seen.press("end")
        assert rows.taken is not None
        assert rows.taken.summary.session == sessions[-1]
        assert f"session {len(sessions)} of {len(sessions)}" in seen.flat
        for place in range(len(sessions) - 1, 40, -40):
            assert rows.taken is not None
            assert rows.taken.summary.session == sessions[place]
            rows.pointed -= 40
            await seen.settle()
        await seen.press("home")
        assert rows.taken is not None
        assert rows.taken.summary.session == sessions[0]


async def test_what_is_drawn_does_not_move_when_more_is_read(many: TableStage) -> None:
    async with many.show() as seen:
        await seen.press("end", "up", "up")
        before = seen.text
        rows = table(seen)
        held = rows.count
        rows.pointed -= 45
        await seen.settle()
        assert rows.count > held, "it was read back"
        rows.pointed += 45
        await seen.settle()
        assert seen.text.splitlines()[-2:] == before.splitlines()[-2:]


async def test_the_table_is_sorted_by_any_column_in_both_directions(few: TableStage) -> None:
    async with few.show() as seen:
        await seen.press("s")
        await seen.type("score")
        await seen.press("enter")
        rows = table(seen)
        scores = [row.summary.score for row in rows.window.rows]
        assert scores == sorted(scores, reverse=True)
        assert "Score ▼" in seen.text
        await seen.press("r")
        assert [row.summary.score for row in rows.window.rows] == sorted(scores)
        assert "Score ▲" in seen.text
        for column in range(9):
            await seen.press("s", *["down"] * column, "enter")
            assert rows.count == len(visible(few))


async def test_the_table_is_narrowed_and_shown_whole_again(few: TableStage) -> None:
    count = len(visible(few))
    async with few.show() as seen:
        rows = table(seen)
        await seen.press("f")
        await seen.type("not passed")
        await seen.press("enter")
        assert rows.count
        assert not any(row.passed for row in rows.window.rows)
        await seen.press("f")
        await seen.type("exam")
        await seen.press("enter")
        assert all(row.summary.mode is Mode.EXAM and not row.passed for row in rows.window.rows)
        assert "exam · not passed" in seen.flat
        await seen.press("escape")
        assert rows.count == count
        await seen.press("f", "enter")
        name = rows.window.rows[0].name
        assert {row.name for row in rows.window.rows} == {name}
        assert name in seen.text.splitlines()[0]


async def test_names_and_titles_are_searched(few: TableStage) -> None:
    count = len(visible(few))
    async with few.show() as seen:
        await seen.press("/")
        await seen.type("eric")
        rows = table(seen)
        assert {row.name for row in rows.window.rows} == {"Éric Dubois", "eric dubois"}
        await seen.press("enter")
        assert rows.has_focus
        await seen.press("/")
        await seen.type(" nobody")
        assert "No session fits." in seen.flat
        assert "Open" not in seen.footer
        await seen.press("escape")
        assert rows.count == count


async def test_a_session_opens_and_one_comes_back_to_its_row(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        await seen.answer("ask", "on", "courier", "facts")
        await seen.press("enter", "escape")
    async with TableStage(stage, 3).show() as seen:
        await seen.press("enter")
        assert "Score: 100 of 100, passed." in seen.flat
        await seen.press("n")
        assert "Try again" not in seen.footer
        await seen.press("escape")
        assert seen.name == "SessionsScreen"
        await seen.press("q")
        assert not seen.app.is_running


async def test_a_row_shows_what_its_review_has_made_of_it(stage: Stage) -> None:
    async with stage.call("exam") as seen:
        await seen.answer("ask", "on", "courier", "facts")
        await seen.press("enter", "escape")
    async with TableStage(stage, 3).show() as seen:
        row = next(line for line in seen.text.splitlines() if "Ana" in line and "parcel" in line)
        assert "–" in row
        await seen.press("enter", "1", "c", "left", "enter", "1", "enter", "s", "enter", "escape")
        assert "after review" in seen.flat
        row = next(line for line in seen.text.splitlines() if "Ana" in line and "parcel" in line)
        assert "–" not in row
        assert "✓" in row


async def test_a_session_that_cannot_be_told_says_so(few: TableStage) -> None:
    async with few.show() as seen:
        await seen.press("enter")
        assert seen.name == "SessionsScreen"
        assert "That did not work" in seen.flat
        await seen.press("down")
        assert table(seen).pointed == 1


async def test_a_filter_is_kept_used_and_forgotten(few: TableStage) -> None:
    async with few.show() as seen:
        rows = table(seen)
        await seen.press("f")
        await seen.type("exam")
        await seen.press("enter", "s")
        await seen.type("trainee")
        await seen.press("enter")
        shown = rows.window.rows
        await seen.press("f")
        await seen.type("keep this")
        await seen.press("enter")
        await seen.type("my exams")
        await seen.press("enter", "escape", "s", "enter")
        assert rows.window.rows != shown
        await seen.press("f", "enter")
        assert rows.window.rows == shown
        await seen.press("f")
        await seen.type("forget")
        await seen.press("enter", "f")
        await seen.type("my exams")
        assert "Nothing is called that." in seen.flat


@pytest.mark.parametrize(("pick", "line"), [("scores", "forty"), ("days from", "2026-13-01"), ("group", "nowhere.csv")])
async def test_what_is_no_range_or_file_is_said(few: TableStage, pick: str, line: str) -> None:
    async with few.show() as seen:
        count = table(seen).count
        await seen.press("f")
        await seen.type(pick)
        await seen.press("enter")
        await seen.type(line)
        await seen.press("enter")
        assert "That did not work" in seen.flat
        assert table(seen).count == count


async def test_the_table_is_narrowed_to_scores_days_and_a_group(few: TableStage, tmp_path: Path) -> None:
    team = tmp_path / "team.csv"
    team.write_text("Zoé Aubert\nNobody Else\n", encoding="utf-8")
    async with few.show() as seen:
        rows = table(seen)

        async def narrow(pick: str, line: str) -> None:
            await seen.press("f")
            await seen.type(pick)
            await seen.press("enter")
            await seen.type(line)
            await seen.press("enter")

        await narrow("scores", "40..60")
        assert rows.count
        assert all(40 <= row.final <= 60 for row in rows.window.rows)
        assert "score 40 to 60" in seen.flat
        await seen.press("escape")
        await narrow("days from", "2026-03-03..")
        assert "No session fits." in seen.flat
        await seen.press("escape")
        await narrow("group", str(team))
        assert {row.name for row in rows.window.rows} == {"Zoé Aubert"}
        assert "Nothing is recorded of: Nobody Else." in seen.flat


async def test_a_table_of_nothing_says_so(stage: Stage) -> None:
    open_record(stage.database).close()
    async with TableStage(stage, 0).show() as seen:
        assert "0 sessions" in seen.flat
        assert "No session fits." in seen.flat
        await seen.press("end", "home", "pagedown", "s", "enter", "r")
        assert seen.name == "SessionsScreen"


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE], ids=["60x20", "80x24", "140x40"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_table_reads_as_it_was_approved(
    few: TableStage, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    words.use(language)
    async with few.show(size) as seen:
        assert seen.text == snapshot(name="table")
        await seen.press("s")
        assert seen.text == snapshot(name="sort")
        await seen.press("escape", "f")
        assert seen.text == snapshot(name="filter")
        await seen.press("down", "down", "enter")
        assert seen.text == snapshot(name="narrowed")
