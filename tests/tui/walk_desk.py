"""A walk through the screens of trainers and authors: the table, a review, a calibration, the preview."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from simulator.record import open_record
from simulator.session import new_calibration
from tests.memory import CACHE
from tests.tui.preview_stage import PreviewStage, walk_preview
from tests.tui.review_stage import POOR, WELL, reviewing, taken, walk_review
from tests.tui.stage import Seen, Stage
from tests.tui.table_stage import TableStage

SESSIONS = 40
"""In the table."""


async def walk_desk(stage: Stage, size: tuple[int, int]) -> AsyncGenerator[tuple[str, Seen], None]:
    """Each of these screens, with what a trainer does on it."""
    first, session = taken(stage, *WELL, seed=2), taken(stage, *POOR)
    async with reviewing(stage, session, size=size) as seen:
        async for name in walk_review(seen):
            yield f"review: {name}", seen
    with open_record(stage.database) as record:
        new_calibration(record, "March", [first, session], record.people.id_for("Paul"), cache=CACHE)
    async with stage.show(size=size, trainee="Paul", marking="March") as seen:
        await seen.press("3")
        yield "marking", seen
    async with TableStage(stage, SESSIONS).show(size) as seen:
        for keys, name in (("", "sessions"), ("s", "sessions: sort"), ("f", "sessions: filter")):
            await seen.press(*keys)
            yield name, seen
            await seen.press("escape")
    stage = Stage(stage.folder / "author")
    writing = PreviewStage(stage)
    async with writing.show(size=size) as previewed:
        async for name in walk_preview(previewed, writing):
            yield f"preview: {name}", previewed
