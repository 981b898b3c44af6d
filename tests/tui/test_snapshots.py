"""Every screen as text, in both languages, at each size, as it was approved; and one picture of each.

After a change on purpose: `pytest tests/tui -n0 --snapshot-update`, then read the difference.
"""

from __future__ import annotations

import re
from contextlib import aclosing

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from simulator import words
from tests.tui.stage import NARROW, ROOMY, SMALL, WIDE, Stage
from tests.tui.walk import walk_past, walked


class Picture(SingleFileSnapshotExtension):
    """A picture in a file of its own."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.mark.parametrize("size", [NARROW, ROOMY, WIDE], ids=["80x24", "100x30", "140x40"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_screen_reads_as_it_was_approved(
    stage: Stage, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    words.use(language)
    async with aclosing(walked(stage, size)) as stops:
        async for name, seen in stops:
            assert without_code(seen.text) == snapshot(name=name)


@pytest.mark.parametrize("size", [SMALL, NARROW, ROOMY, WIDE], ids=["60x20", "80x24", "100x30", "140x40"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_was_played_reads_as_it_was_approved(
    stage: Stage, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    words.use(language)
    async with aclosing(walk_past(stage, size)) as stops:
        async for name, seen in stops:
            assert seen.text == snapshot(name=name)


async def test_every_screen_looks_as_it_was_approved(stage: Stage, snapshot: SnapshotAssertion) -> None:
    async with aclosing(walked(stage, NARROW)) as stops:
        async for name, seen in stops:
            picture = without_ids(without_code(seen.app.export_screenshot(simplify=True)))
            assert picture == snapshot(name=name, extension_class=Picture)


async def test_what_was_played_looks_as_it_was_approved(stage: Stage, snapshot: SnapshotAssertion) -> None:
    async with aclosing(walk_past(stage, NARROW)) as stops:
        async for name, seen in stops:
            picture = without_ids(without_code(seen.app.export_screenshot(simplify=True)))
            assert picture == snapshot(name=f"past, {name}", extension_class=Picture)


def without_code(text: str) -> str:
    """`text` without the code of the record, which is another one each time."""
    return re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "####-####", text)


def without_ids(svg: str) -> str:
    """`svg` without the number that Rich makes up for its ids."""
    return re.sub(r"terminal-\d+", "terminal", svg)
