"""One whole call and one debrief, byte by byte."""

from __future__ import annotations

import pytest

from simulator.record import Record
from tests.plain import pages


@pytest.mark.parametrize("name", pages.PAGES)
def test_a_page_reads_as_it_was_approved(name: str, record: Record) -> None:
    told = pages.PAGES[name](record)
    assert told == pages.path(name).read_bytes().decode("utf-8"), "run `python -m tests.plain.pages`, then read it"
