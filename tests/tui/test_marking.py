"""Marking calls on the screen: number keys give levels, nothing is kept unasked, and no score is seen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator import words
from simulator.model.calibration import Calibration
from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.session import new_calibration
from tests.memory import CACHE
from tests.session.desk import begin, parcel, play
from tests.tui.stage import NARROW, SMALL, WIDE, Seen, Stage

CALLS = (("ask", "on", "courier", "facts"), ("hurry", "tell-all", "refund", "nothing"))


@pytest.fixture
def march(stage: Stage) -> Calibration:
    """Two exams of Ana, put before reviewers."""
    with open_record(stage.database) as record:
        calls = [begin(record, parcel(), Mode.EXAM, seed=seed) for seed in (1, 2)]
        for call, choices in zip(calls, CALLS, strict=True):
            play(call, *choices).debrief("en")
        by = record.people.id_for("Paul")
        return new_calibration(record, "March", [call.session for call in calls], by, cache=CACHE)


@asynccontextmanager
async def marking(
    stage: Stage, name: str = "March", reviewer: str = "Paul", size: tuple[int, int] = NARROW
) -> AsyncIterator[Seen]:
    async with stage.show(size=size, trainee=reviewer, marking=name) as seen:
        yield seen


def kept(stage: Stage, calibration: Calibration, name: str = "Paul") -> list[dict[str, int | None]]:
    """The marks of the reviewer, for somebody who has marked everything."""
    with open_record(stage.database) as record:
        found = record.calibrations.markings(calibration, record.people.id_for(name))
    return [dict(one.marks) for one in found]


async def test_number_keys_mark_and_a_yes_keeps(stage: Stage, march: Calibration) -> None:
    async with marking(stage) as seen:
        assert seen.name == "MarkingScreen"
        assert "Call 1 of 2" in seen.flat
        assert "▸ Listening ·" in seen.flat
        await seen.press("4", "2")
        assert "Listening 4 Care 2 ▸ Calm ·" in seen.flat
        await seen.press("minus")
        assert "Keep these marks?" in seen.flat
        await seen.press("down", "enter")
        assert "Call 2 of 2" in seen.flat
        await seen.press("1", "1", "1", "down", "enter")
        assert not seen.app.is_running
    assert kept(stage, march) == [{"listening": 4, "care": 2, "calm": None}, {"listening": 1, "care": 1, "calm": 1}]


async def test_marks_can_be_looked_at_again_until_they_are_kept(stage: Stage, march: Calibration) -> None:
    async with marking(stage) as seen:
        assert "Keep" not in seen.footer
        await seen.press("4", "4", "4", "escape")
        assert "k Keep" in seen.footer
        await seen.press("right", "5", "escape")
        assert "▸ Listening 5" in seen.flat
        await seen.press("k", "enter", "left", "up", "enter", "down", "enter")
        assert "Call 2 of 2" in seen.flat
        await seen.press("escape")
    with open_record(stage.database) as record:
        assert record.calibrations.progress(march) == {record.people.id_for("Paul"): 1}


async def test_no_score_is_seen(stage: Stage, march: Calibration) -> None:
    del march
    async with marking(stage, size=WIDE) as seen:
        text = seen.flat
        assert "My parcel is late." in text
        assert "2 between 1 and 3" in text
        for word in ("point", "score", "mistake", "best", "passed"):
            assert word not in text.lower()


async def test_the_call_is_read_by_the_page(stage: Stage, march: Calibration) -> None:
    del march
    async with marking(stage, size=SMALL) as seen:
        before = seen.text
        await seen.press("pagedown")
        assert seen.text != before
        await seen.press("pageup")
        assert seen.text == before


@pytest.mark.parametrize(
    ("name", "reviewer", "said"), [("May", "Paul", "no calibration"), ("March", "Ana", "of yours")]
)
async def test_what_cannot_be_marked_is_said(
    stage: Stage, march: Calibration, name: str, reviewer: str, said: str
) -> None:
    del march
    async with marking(stage, name, reviewer) as seen:
        assert said in seen.flat
        await seen.press("1", "minus", "right", "k", "enter", "pagedown")
        await seen.press("escape")
        assert not seen.app.is_running


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE], ids=["60x20", "80x24", "140x40"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_it_reads_as_it_was_approved(
    stage: Stage, march: Calibration, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    del march
    words.use(language)
    async with marking(stage, size=size) as seen:
        await seen.press("3")
        assert seen.text == snapshot
