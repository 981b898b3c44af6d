"""Pieces -> text: two columns deeper for each level, lists below their key, short collections on one line.

What an author wrote on one line stays on one line as long as it fits; what stood on lines of its own stays there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.formatting.pieces import Collection, Item, Scalar, comments
from simulator.formatting.scalars import INDENT, WIDTH, block, inline
from simulator.language.traps_values import PROSE

_OF_PROSE: Final = frozenset({"crm", "caller"})
"""Keys whose values are sentences under keys that their author chose."""


def write(root: Collection) -> str:
    """The text of a whole file."""
    lines = [*_block(root, 0, prose=False)]
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _block(collection: Collection, indent: int, *, prose: bool) -> Iterator[str]:
    """The lines of a collection with its items at `indent`; `prose` where its texts are sentences."""
    for number, item in enumerate(collection.items):
        yield from _remarks(item.before, indent, first=number == 0)
        yield from _item(item, indent, prose=prose)
    yield from _remarks(collection.tail, indent)


def _remarks(found: Sequence[str], indent: int, *, first: bool = False) -> Iterator[str]:
    """Comments and blank lines; never two blank lines, and none in front of the first of a collection."""
    blank = first
    for remark in found:
        if remark or not blank:
            yield " " * indent + remark if remark else ""
        blank = not remark


def _item(item: Item, indent: int, *, prose: bool) -> Iterator[str]:
    """The lines of one item, without what stands above it."""
    head = " " * indent + (f"{inline(item.key, prose=False)}:" if item.key else "-")
    prose = prose or (item.key is not None and item.key.text in PROSE)
    if isinstance(item.value, Scalar):
        yield from _scalar(head, item.value, _behind(item), indent, prose=prose)
        return
    inside = (item.key is not None and item.key.text in _OF_PROSE) or (prose and not item.value.is_mapping)
    flowing = _flowing(item, item.value, head, indent, prose=inside)
    if flowing:
        yield from flowing[:-1]
        yield flowing[-1] + _behind(item)
    elif item.key is not None:
        yield head + _behind(item)
        yield from _block(item.value, indent + INDENT, prose=inside)
    else:
        yield from _listed(item, item.value, indent, prose=inside)


def _behind(item: Item) -> str:
    return f"  {item.after}" if item.after else ""


def _scalar(head: str, value: Scalar, behind: str, indent: int, *, prose: bool) -> Iterator[str]:
    if value.is_block:
        sign, *lines = block(value, indent + INDENT)
        yield f"{head} {sign}{behind}"
        yield from lines
    else:
        yield f"{head} {inline(value, prose=prose)}".rstrip() + behind


def _listed(item: Item, value: Collection, indent: int, *, prose: bool) -> Iterator[str]:
    """An item of a list that is a collection: it begins behind the dash, with its comments above."""
    first = value.items[0]
    yield from _remarks([one for one in (item.after, *first.before) if one], indent)
    first.before.clear()
    begin, *lines = _block(value, indent + INDENT, prose=prose)
    yield f"{' ' * indent}- {begin[indent + INDENT :]}"
    yield from lines


def _flowing(item: Item, value: Collection, head: str, indent: int, *, prose: bool) -> list[str]:
    """The lines of a collection in brackets, the first with `head`; none where it must stand below its head.

    A comment to `check` is about all that stands on its line, which stays one line.
    """
    if not value.flow or any(comments(value)):
        return []
    whole = _flow(value, prose=prose)
    if len(head) + 1 + len(whole) <= WIDTH or not value.items or "check:" in item.after:
        return [f"{head} {whole}"]
    if not all(_is_word(item, prose=prose) for item in value.items):
        return []
    opening, closing = "{}" if value.is_mapping else "[]"
    texts = [_flow_item(item, prose=False) for item in value.items]
    return list(_filled(f"{head} {opening}", texts, closing, indent + INDENT))


def _is_word(item: Item, *, prose: bool) -> bool:
    """Whether an item is a bare word or figure, with many of which on a line one can read."""
    sentence = prose or (item.key is not None and item.key.text in PROSE)
    return isinstance(item.value, Scalar) and not item.value.style and not sentence


def _filled(line: str, texts: Sequence[str], closing: str, indent: int) -> Iterator[str]:
    """A collection in brackets on several lines, as many items on each as fit."""
    for number, text in enumerate(texts):
        part = text + (closing if number == len(texts) - 1 else ",")
        if number and len(line) + 1 + len(part) > WIDTH:
            yield line
            line = " " * indent + part
        else:
            line += f" {part}" if number else part
    yield line


def _flow(piece: Scalar | Collection, *, prose: bool) -> str:
    """A piece on one line."""
    if isinstance(piece, Scalar):
        return inline(piece, prose=prose)
    inside = ", ".join(_flow_item(item, prose=prose) for item in piece.items)
    return f"{{{inside}}}" if piece.is_mapping else f"[{inside}]"


def _flow_item(item: Item, *, prose: bool) -> str:
    if item.key is None:
        return _flow(item.value, prose=prose and isinstance(item.value, Scalar))
    name = item.key.text
    own = prose or name in PROSE if isinstance(item.value, Scalar) else name in _OF_PROSE or _lists_prose(item, name)
    return f"{inline(item.key, prose=False)}: {_flow(item.value, prose=own)}".rstrip()


def _lists_prose(item: Item, name: str) -> bool:
    return name in PROSE and isinstance(item.value, Collection) and not item.value.is_mapping
