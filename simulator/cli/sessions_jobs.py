"""Works through many sessions, several processes at once where there are enough, each with a record of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from simulator.cli.jobs import in_order, worth_having
from simulator.model.message import N_, Message

if TYPE_CHECKING:
    from simulator.record import Record

_T = TypeVar("_T")

_DIED: Final = N_(
    "A process that replayed sessions ended without a word, perhaps because memory ran out. Try again with `--jobs 1`."
)
_WORTH_IT: Final = 300
"""Sessions for each process, from which on it saves more time than it takes to start."""
_BATCH: Final = 25
"""Sessions that go to a process at once."""

_opened: list[Record] = []
"""The record of this process."""


def through(
    work: Callable[[Record, str], _T], sessions: Sequence[str], database: str | None, jobs: int | None
) -> Iterator[_T]:
    """What `work` makes of each of `sessions`, in their order. Raises RecordError, Refused.

    `work` and what it returns go to other processes and back: a function of a module, or a `partial` of one.
    """
    batches = [tuple(sessions[start : start + _BATCH]) for start in range(0, len(sessions), _BATCH)]
    wanted = min(jobs or worth_having(len(sessions), _WORTH_IT), len(batches))
    every = in_order(partial(_batch, work), batches, wanted, Message(_DIED), begin=_open, given=(database,))
    try:
        for found in every:
            yield from found
    finally:
        while _opened:
            _opened.pop().close()


def _open(database: str | None) -> None:
    from simulator.record import open_record

    _opened.append(open_record(database, create=False))


def _batch(work: Callable[[Record, str], _T], sessions: Sequence[str]) -> list[_T]:
    return [work(_opened[-1], session) for session in sessions]
