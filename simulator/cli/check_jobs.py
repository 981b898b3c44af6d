"""Checks files one after the other, or several at once in processes of their own, always told in the order given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from simulator.cli.checked_files import Told, tell_of
from simulator.cli.jobs import in_order, worth_having
from simulator.model.message import N_, Message

_DIED: Final = N_(
    "A process that checked files ended without a word, perhaps because memory ran out. Try again with `--jobs 1`."
)

WORTH_IT: Final = 8
"""Files for each process, from which on it saves more time than it takes to start."""


def told_of(files: Sequence[Path], jobs: int | None) -> Iterator[Told]:
    """What there is to say of each of `files`; None leaves it to the machine how many are checked at once."""
    wanted = min(jobs or worth_having(len(files), WORTH_IT), len(files))
    return in_order(tell_of, files, wanted, Message(_DIED))
