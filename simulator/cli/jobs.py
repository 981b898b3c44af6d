"""Does the same with many things, one after the other or in processes of their own, always told in the order given."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from simulator.cli.exits import Refused

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

    from simulator.model.message import Message

_T = TypeVar("_T")
_R = TypeVar("_R")

MOST: Final = 60
"""Windows waits for no more processes at once."""


def in_order(
    work: Callable[[_T], _R],
    things: Sequence[_T],
    jobs: int,
    died: Message,
    *,
    begin: Callable[..., None] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[_R]:
    """What `work` makes of each of `things`; `begin(*given)` makes each process ready. Raises Refused with `died`.

    With one job all is done here. What goes to another process and back must be what pickle knows.
    """
    if jobs > 1:
        yield from _by_several(work, things, jobs, died, (begin, given))
        return
    if begin is not None:
        begin(*given)
    yield from map(work, things)


def worth_having(things: int, worth_it: int) -> int:
    """How many processes save time: as many as the machine has for us, each with `worth_it` things or more to do."""
    return min(_processors(), things // worth_it, MOST)


def _processors() -> int:
    """How many there are for this program, which may be fewer than the machine has."""
    mine = getattr(os, "sched_getaffinity", None)
    return len(mine(0)) if mine else os.cpu_count() or 1


def _by_several(
    work: Callable[[_T], _R], things: Sequence[_T], jobs: int, died: Message, ready: tuple[Any, ...]
) -> Iterator[_R]:
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    with _pool(jobs, ready) as pool:
        try:
            with _deaf_to_interrupts():
                # Not `map`: what it cancels when nobody reads on is told on standard error by a thread of the pool.
                coming = deque(pool.submit(work, one) for one in things)
            while coming:
                yield coming.popleft().result()
        except BrokenProcessPool:
            # The pool ends those that it knows of: one that is being started meanwhile it would wait for without end.
            _end(active_children())
            raise Refused(died) from None
        except BaseException:
            # Ctrl-C, or nobody reads what we print: nothing need be done any more, not even to its end.
            pool.shutdown(wait=False, cancel_futures=True)
            _end(active_children())
            raise


def _end(processes: Iterable[BaseProcess]) -> None:
    for process in processes:
        process.terminate()


def _pool(jobs: int, ready: tuple[Any, ...]) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # The one way to start a process that is the same on every system.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=ready)


def _begin(begin: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    """Make a process ready: Ctrl-C is for the one that a person talks to."""
    import signal

    from simulator.cli.main import collect_seldom

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    if begin is not None:
        begin(*given)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started meanwhile are deaf from their first moment on, before `_begin` can make them so."""
    import signal

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
