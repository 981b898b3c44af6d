"""A fault of a file before it has a place on the screen: a code, a path into the document, what to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.model.message import Message

Path: TypeAlias = tuple[str | int, ...]
"""The keys and places that lead from the top of the document to one value."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One problem. `at_key` points at the key instead of its value; `part` is a stretch of the value (from 0)."""

    code: str
    path: Path
    headline: Message
    help: Message | None = None
    at_key: bool = False
    part: tuple[int, int] | None = None
