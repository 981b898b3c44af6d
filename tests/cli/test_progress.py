"""Long work says how far it is, where somebody looks, and leaves nothing behind."""

from __future__ import annotations

import io
import sys

import pytest

from simulator.cli.progress import progress


class Terminal(io.StringIO):
    """A terminal to write to."""

    def isatty(self) -> bool:
        """Somebody looks."""
        return True


def count(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is written while five things are done and the third has something to say."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress(5, lambda done, total: f"{done} of {total}") as line:
        for number in line.over(range(5)):
            if number == 3:
                line.clear()
    return stream.getvalue()


def test_the_line_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    written = count(Terminal(), monkeypatch)
    assert "1 of 5" in written
    assert written.endswith("\r\x1b[K")


def test_nothing_is_written_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count(io.StringIO(), monkeypatch) == ""


def test_the_line_is_gone_when_work_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(KeyboardInterrupt):
        _stopped()
    assert stream.getvalue().endswith("\r\x1b[K")


def _stopped() -> None:
    with progress(5, lambda done, total: f"{done} of {total}") as line:
        for number in line.over(range(5)):
            if number == 2:
                raise KeyboardInterrupt
