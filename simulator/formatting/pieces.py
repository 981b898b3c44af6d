"""A file as the formatter sees it: texts with their quotes, and every comment with what it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text."""

    raw: str
    """What is written, quotes included; of a block the sign and the lines, without a comment behind the sign."""
    text: str
    style: str = ""
    """`"`, `'`, `|`, `>`, or empty where it stands bare."""

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own, below a sign."""
        return self.style in ("|", ">")


@dataclass(slots=True)
class Item:
    """One key with its value, or one item of a list. An empty text among the comments is a blank line."""

    key: Scalar | None
    value: Piece
    before: list[str] = field(default_factory=list)
    """Comments on lines of their own above it."""
    after: str = ""
    """The comment on its line."""


@dataclass(slots=True)
class Collection:
    """Keys with values, or a list. `flow` is the form `{...}` or `[...]`."""

    is_mapping: bool
    flow: bool
    items: list[Item] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Comments behind its last item."""


Piece: TypeAlias = Scalar | Collection


def comments(piece: Piece) -> Iterator[str]:
    """Every comment inside `piece`, in the order in which it is written out."""
    if isinstance(piece, Collection):
        for item in piece.items:
            yield from filter(None, (*item.before, item.after))
            yield from comments(item.value)
        yield from filter(None, piece.tail)
