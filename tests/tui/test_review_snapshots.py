"""A session under review as text, in both languages, at two sizes, as it was approved; and pictures of it."""

from __future__ import annotations

from contextlib import aclosing

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator import words
from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.session.review_writing import note
from tests.session import desk as calls
from tests.tui.review_stage import BEFORE, POOR, REVIEWED, TRAINER, WELL, reviewing, taken, walk_review
from tests.tui.stage import NARROW, WIDE, Stage
from tests.tui.test_french import english_words
from tests.tui.test_snapshots import Picture, without_code, without_ids

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])


@SIZES
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_review_reads_as_it_was_approved(
    stage: Stage, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    taken(stage, *WELL, seed=2)
    session = taken(stage, *POOR)
    words.use(language)
    async with reviewing(stage, session, size=size) as seen, aclosing(walk_review(seen)) as stops:
        stopped = []
        async for name in stops:
            stopped.append(name)
            assert without_code(seen.text) == snapshot(name=name)
    assert tuple(stopped) == REVIEWED


@SIZES
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_trainee_s_side_reads_as_it_was_approved(
    stage: Stage, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    session = taken(stage, *POOR)
    with open_record(stage.database) as record:
        note(record, session, TRAINER, "Not hers.", 2, world=BEFORE)
        note(record, session, TRAINER, "A hard one.", world=BEFORE)
    words.use(language)
    async with stage.show(size=size) as seen:
        await seen.press("h", "enter")
        assert without_code(seen.text) == snapshot(name="debrief")
        await seen.press("n", "n", "n", "n")
        assert without_code(seen.text) == snapshot(name="decision")
        await seen.press("x")
        assert without_code(seen.text) == snapshot(name="dispute")


@pytest.mark.parametrize("name", ["corrected", "beside"])
async def test_a_review_looks_as_it_was_approved(stage: Stage, snapshot: SnapshotAssertion, name: str) -> None:
    taken(stage, *WELL, seed=2)
    async with reviewing(stage, taken(stage, *POOR), size=WIDE) as seen, aclosing(walk_review(seen)) as stops:
        async for stop in stops:
            if stop == name:
                assert without_ids(seen.app.export_screenshot(simplify=True)) == snapshot(extension_class=Picture)
                break


async def test_in_french_a_review_speaks_no_english(stage: Stage) -> None:
    words.use("fr")
    with open_record(stage.database) as record:
        for seed in (1, 2):
            call = calls.begin(record, calls.shipped("prelevement-rejete"), Mode.EXAM, seed=seed)
            while not call.over:
                calls.play(call, call.shown[-1].id)
            call.debrief("fr")
    wanted = english_words()
    async with reviewing(stage, call.session) as seen, aclosing(walk_review(seen)) as stops:
        said = {name: found async for name in stops if (found := wanted.findall(seen.flat))}
    assert said == {}
