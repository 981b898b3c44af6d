"""What goes wrong on the way: a disk that fails, keys faster than it, a fault of the program."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from textual.worker import WorkerFailed

from simulator.model.events import Chose
from simulator.record import Record
from simulator.tui.base import RoleScreen
from simulator.tui.fault import fault_of
from simulator.tui.screens.briefing import BriefingScreen
from simulator.words import say
from tests.tui.stage import Stage

IMPATIENT = 0.05
"""Seconds that these records wait for another program."""


@pytest.fixture
def impatient(stage: Stage) -> Stage:
    """A stage whose record gives up soon when another program holds the database."""
    stage.open_record = partial(Record.open, stage.database, busy_seconds=IMPATIENT)
    return stage


@contextmanager
def held(stage: Stage) -> Iterator[None]:
    """Another program writes to the database and does not let go."""
    other = sqlite3.connect(stage.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def full(stage: Stage) -> Iterator[None]:
    """Nothing more can be written."""
    with sqlite3.connect(stage.database) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'full'); END")
    other.close()
    yield
    with sqlite3.connect(stage.database) as other:
        other.execute("DROP TRIGGER full")
    other.close()


@pytest.mark.parametrize("trouble", [held, full])
async def test_an_answer_that_cannot_be_recorded_can_be_given_again(impatient: Stage, trouble: object) -> None:
    async with impatient.call() as seen:
        before = seen.text.splitlines()[-8:]
        with trouble(impatient):  # type: ignore[operator]
            await seen.answer("on")
            assert "That did not work" in seen.flat
            assert seen.text.splitlines()[-8:] == before, "the choices stay, and the message is not over them"
        await seen.answer("on")
        assert "So what now?" in seen.flat
    assert [event.choice for event in impatient.events() if isinstance(event, Chose)] == ["on"]


async def test_a_call_is_left_even_where_that_cannot_be_noted(impatient: Stage) -> None:
    async with impatient.call() as seen:
        with held(impatient):
            await seen.press("escape")
            assert seen.name == "BriefingScreen"
            assert "The call is kept" in seen.flat


async def test_a_call_that_cannot_be_begun_can_be_begun_later(impatient: Stage) -> None:
    async with impatient.show(impatient.load(), mode="practice") as seen:
        with held(impatient):
            await seen.press("enter")
            assert seen.name == "BriefingScreen"
            assert "That did not work" in seen.flat
        await seen.press("enter")
        assert seen.name == "CallScreen"


async def test_a_database_that_cannot_be_read_is_told_and_home_still_stands(stage: Stage) -> None:
    (stage.folder / "rolecall.db").write_bytes(b"no database at all" * 100)
    async with stage.show() as seen:
        assert "That did not work" in seen.flat
        assert "The parcel of" in seen.text


async def test_a_call_that_went_on_elsewhere_is_not_played_twice(stage: Stage) -> None:
    async with stage.call() as here:
        async with stage.show(stage.load(), resume=True) as there:
            await there.answer("ask")
        await here.answer("on")
        assert "That did not work" in here.flat
        await here.press("escape")
        assert here.name == "BriefingScreen"
    assert [event.choice for event in stage.events() if isinstance(event, Chose)] == ["ask"]


async def test_of_two_keys_struck_at_once_one_is_an_answer(stage: Stage) -> None:
    async with stage.call() as seen:
        for key in "1234321":
            seen.strike(key)
        await seen.settle()
    assert len([event for event in stage.events() if isinstance(event, Chose)]) == 1


async def test_a_key_that_is_held_answers_no_question_that_was_not_read(stage: Stage) -> None:
    stage.pace = replace(stage.pace, settle=0.25)
    async with stage.call() as seen:
        await seen.press("1")
        assert not [event for event in stage.events() if isinstance(event, Chose)], "nobody reads that fast"
        stage.clock.seconds += 1
        await seen.press("1")
        await seen.press("1")
        stage.clock.seconds += 0.2
        await seen.press("1")
        assert len([event for event in stage.events() if isinstance(event, Chose)]) == 1
        stage.clock.seconds += 0.2
        await seen.press("1")
    assert len([event for event in stage.events() if isinstance(event, Chose)]) == 2


async def test_leaving_at_once_after_an_answer_loses_neither(stage: Stage) -> None:
    async with stage.call() as seen:
        seen.strike("1")
        seen.strike("escape")
        await seen.settle()
        assert seen.name == "BriefingScreen"
    assert [event for event in stage.events() if isinstance(event, Chose)]


async def test_a_fault_of_the_program_ends_it(stage: Stage) -> None:
    async def fail() -> None:
        async with stage.show(stage.load()) as seen:
            screen = seen.screen
            assert isinstance(screen, BriefingScreen)
            screen.in_background(lambda: 1 / 0, lambda _none: None)
            await seen.settle()

    with pytest.raises(WorkerFailed):
        await fail()


def test_a_fault_is_told_in_a_sentence_and_kept_in_a_file(stage: Stage) -> None:
    try:
        secret = 1 / 0
    except ZeroDivisionError as error:
        fault = fault_of(WorkerFailed(error), stage.folder / "cache")
    else:
        pytest.fail(str(secret))
    written = (stage.folder / "cache" / "fault.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    assert str(stage.folder / "cache" / "fault.txt") in say(fault.message)
    assert "Traceback" not in say(fault.message)


def test_a_fault_is_told_where_no_file_can_be_written(stage: Stage) -> None:
    (stage.folder / "cache").write_text("a file where the folder should be")
    fault = fault_of(KeyError("x"), stage.folder / "cache")
    assert "KeyError" in say(fault.message)


async def test_what_comes_when_the_program_is_being_left_is_dropped(stage: Stage) -> None:
    came, let_go = list[bool](), threading.Event()
    async with stage.show(stage.load()) as seen:
        screen = seen.screen
        assert isinstance(screen, RoleScreen)
        screen.in_background(let_go.wait, came.append)
        seen.app.exit()
        let_go.set()
    assert came == []
