"""What the author's tools print, byte by byte."""

from __future__ import annotations

import pytest

from tests.cli import tool_pages


@pytest.mark.parametrize("name", tool_pages.PAGES)
def test_the_page_is_as_it_was(name: str) -> None:
    assert tool_pages.page(name) == (tool_pages.FOLDER / name).read_bytes().decode("utf-8")
