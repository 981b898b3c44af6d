"""Notices that the terminal is gone where the signal that says so is ignored: there would be no end to it."""

from __future__ import annotations

import select
import sys
import threading
from collections.abc import Callable
from typing import Final

HUNG_UP: Final = 129
"""The exit status of a program whose terminal went away."""


def when_hung_up(then: Callable[[], None]) -> None:
    """Call `then`, in a thread of its own, when the terminal goes away; where the system cannot tell, never."""
    if hasattr(select, "poll") and sys.stdin is not None and sys.stdin.isatty():
        threading.Thread(target=_wait, args=(sys.stdin.fileno(), then), daemon=True).start()


def _wait(terminal: int, then: Callable[[], None]) -> None:
    poll = select.poll()
    poll.register(terminal, 0)  # a hang-up is told of without being asked for
    if any(event & select.POLLHUP for _file, event in poll.poll()):
        then()
