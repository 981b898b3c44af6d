"""How far long work has come, on one line of standard error that is gone when the work is done; nothing in a pipe."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Final, TypeVar

_T = TypeVar("_T")

_PAUSE: Final = 0.2
"""Seconds between two looks."""
_CLEAR: Final = "\r\x1b[K"


class Progress:
    """One line about work on `total` things; `tell(done, total)` says how far it is."""

    def __init__(self, total: int, tell: Callable[[int, int], str]) -> None:
        self._total = total
        self._tell = tell
        self._shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._next = 0.0

    def over(self, things: Iterable[_T], size: Callable[[_T], int] = lambda _: 1) -> Iterator[_T]:
        """`things` as they come, each of `size`, counted on the line."""
        done = 0
        for one in things:
            yield one
            done += size(one)
            self.show(done, self._total)

    def show(self, done: int, total: int) -> None:
        """Say how far it is, unless that was said a moment ago."""
        if self._shown and time.monotonic() >= self._next:
            self._write(_CLEAR + self._tell(done, total))
            self._next = time.monotonic() + _PAUSE

    def clear(self) -> None:
        """Make room for what is printed meanwhile."""
        if self._shown:
            self._write(_CLEAR)
            self._next = 0.0

    def _write(self, text: str) -> None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


@contextmanager
def progress(total: int, tell: Callable[[int, int], str]) -> Iterator[Progress]:
    """A line that is gone at the end, however that comes."""
    found = Progress(total, tell)
    try:
        yield found
    finally:
        found.clear()


def ticker(text: str) -> Callable[[int, int], None]:
    """What to call with how much is done, and of how much; `text` has `{done}` and `{all}`."""
    line = Progress(0, lambda done, every: text.format(done=done, all=every))

    def tick(done: int, every: int) -> None:
        if done < every:
            line.show(done, every)
        else:
            line.clear()

    return tick
