"""How far long work has come: one line on standard error, drawn over itself, where a person looks."""

from __future__ import annotations

import sys
from collections.abc import Callable


def ticker(text: str) -> Callable[[int, int], None]:
    """What to call with how much is done, and of how much; `text` has `{done}` and `{all}`. The line goes at the end.

    Nothing is written where standard error is no terminal.
    """
    if not sys.stderr.isatty():
        return lambda _done, _all: None

    def tick(done: int, every: int) -> None:
        line = text.format(done=done, all=every)
        sys.stderr.write("\r\x1b[K" + ("" if done >= every else line))
        sys.stderr.flush()

    return tick
