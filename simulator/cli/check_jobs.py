"""Checks files one after the other, or several at once in processes of their own, always told in the order given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.cli.checked_files import Told, tell_of
from simulator.cli.exits import Refused
from simulator.model.message import N_, Message

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_DIED: Final = N_(
    "A process that checked files ended without a word, perhaps because memory ran out. Try again with `--jobs 1`."
)

WORTH_IT: Final = 8
"""Files for each process, from which on it saves more time than it takes to start."""


def told_of(files: Sequence[Path], jobs: int | None) -> Iterator[Told]:
    """What there is to say of each of `files`; None leaves it to the machine how many are checked at once."""
    wanted = min(jobs or _worth_having(len(files)), len(files))
    return map(tell_of, files) if wanted <= 1 else _by_several(files, wanted)


def _worth_having(files: int) -> int:
    return min(_processors(), files // WORTH_IT)


def _processors() -> int:
    """How many there are for this program, which may be fewer than the machine has."""
    mine = getattr(os, "sched_getaffinity", None)
    return len(mine(0)) if mine else os.cpu_count() or 1


def _by_several(files: Sequence[Path], jobs: int) -> Iterator[Told]:
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    with _pool(jobs) as pool:
        try:
            with _deaf_to_interrupts():
                # Not `map`: what it cancels when nobody reads on is told on standard error by a thread of the pool.
                coming = deque(pool.submit(tell_of, file) for file in files)
            while coming:
                yield coming.popleft().result()
        except BrokenProcessPool:
            raise Refused(Message(_DIED)) from None
        except BaseException:
            # Ctrl-C, or nobody reads what we print: no file need be checked any more, not even to its end.
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.terminate()
            raise


def _pool(jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # The one way to start a process that is the same on every system.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Make a process ready to check files: Ctrl-C is for the one that a person talks to."""
    import signal

    from simulator.cli.main import collect_seldom

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started meanwhile are deaf from their first moment on, before `_begin` can make them so."""
    import signal

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
