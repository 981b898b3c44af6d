"""The preview as text, in both languages, at two sizes, as it was approved; and one picture of it."""

from __future__ import annotations

from contextlib import aclosing

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator import words
from tests.tui.preview_stage import PREVIEWED, PreviewStage, walk_preview
from tests.tui.stage import NARROW, WIDE
from tests.tui.test_snapshots import Picture, without_ids


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_preview_reads_as_it_was_approved(
    writing: PreviewStage, snapshot: SnapshotAssertion, language: str, size: tuple[int, int]
) -> None:
    words.use(language)
    async with writing.show(size=size) as seen, aclosing(walk_preview(seen, writing)) as stops:
        stopped = []
        async for name in stops:
            stopped.append(name)
            assert seen.text == snapshot(name=name)
    assert tuple(stopped) == PREVIEWED


async def test_the_preview_looks_as_it_was_approved(writing: PreviewStage, snapshot: SnapshotAssertion) -> None:
    async with writing.show(size=WIDE) as seen, aclosing(walk_preview(seen, writing)) as stops:
        async for name in stops:
            if name == "slips":
                picture = without_ids(seen.app.export_screenshot(simplify=True))
                assert picture == snapshot(extension_class=Picture)
                break
