"""Text -> pieces. Alone knows ruamel.yaml, which keeps what the language has no use for: quotes and exact places.

Only for a text that the language has read before: that keeps the limits, and refuses tags, anchors and aliases.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from simulator.formatting.pieces import Collection, Item, Piece, Scalar, comments
from simulator.formatting.remarks import Remark, remarks

_FOLD: Final = "\a"
"""How ruamel marks where a folded text was broken; the language lets no such character in."""


class Unread(ValueError):
    """The language read the text, and ruamel does not: they differ on some odd layouts."""


class Read(NamedTuple):
    """A file in pieces, and its comments in the order in which they stand."""

    root: Collection
    comments: tuple[str, ...]


def read(text: str) -> Read:
    """The pieces of a text that the language reads without an error, which therefore is keys with values.

    Raises Unread.
    """
    try:
        node = YAML(typ="rt", pure=True).compose(text)
    except YAMLError as error:
        raise Unread(str(error)) from error
    found = tuple(remarks(text, sorted(_values(text, node))))
    reader = _Reader(text, found)
    root = reader.collection(node, -1, len(text))
    reader.leave(root.tail, len(text) + 1)
    return Read(root, tuple(remark.text for remark in found if remark.text))


def _values(text: str, node: Any) -> Iterator[tuple[int, int]]:
    """From where to where each text stands; a comment may stand behind the sign of a block."""
    if isinstance(node.value, list):
        for one in node.value:
            for part in one if isinstance(one, tuple) else (one,):
                yield from _values(text, part)
    elif node.style in ("|", ">"):
        sign_end = _end_of_line(text, node.start_mark.index)
        end = node.end_mark.index
        keeps = "+" in text[node.start_mark.index : sign_end].split("#")[0]
        yield sign_end, end if keeps else max(sign_end, sign_end + len(text[sign_end:end].rstrip()))
    elif node.end_mark.index > node.start_mark.index:
        yield node.start_mark.index, node.end_mark.index


def _end_of_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end


class _Reader:
    """Makes pieces of ruamel's nodes, and puts each comment beside what it was written for."""

    def __init__(self, text: str, found: Iterable[Remark]) -> None:
        self._text = text
        self._remarks = deque(found)

    def collection(self, node: Any, owner: int, limit: int) -> Collection:
        """A collection inside something that stands at column `owner`; what follows it stands at `limit`."""
        start, flow = node.start_mark, bool(node.flow_style)
        found = Collection(isinstance(node.value[0], tuple) if node.value else self._text[start.index] == "{", flow)
        pairs = [one if found.is_mapping else (None, one) for one in node.value]
        begins = [(key or value).start_mark.index for key, value in pairs]
        end = node.end_mark.index if flow else limit
        for (key, value), begin, after in zip(pairs, begins, (*begins[1:], end), strict=False):
            before = list[str]()
            self.leave(before, begin)
            column = key.start_mark.column if key and not flow else start.column
            found.items.append(self._item(key, value, column, after))
            found.items[-1].before[:0] = before
        if flow:
            self.leave(found.tail, end)
            while found.tail and not found.tail[-1]:
                # A blank line before the bracket parts nothing, and would stand beside one behind it.
                found.tail.pop()
        else:
            self._claim(found.tail, max(start.column, owner + 1), end)
        return found

    def leave(self, there: list[str], limit: int) -> None:
        """Put every remark before `limit` in `there`."""
        while self._remarks and self._remarks[0].at < limit:
            there.append(self._remarks.popleft().text)

    def _claim(self, tail: list[str], column: int, limit: int) -> None:
        """Put the comments that come next and are written no less deep than `column` in `tail`."""
        while True:
            place = next((n for n, one in enumerate(self._remarks) if one.text), len(self._remarks))
            if place == len(self._remarks):
                return
            remark = self._remarks[place]
            if not remark.alone or remark.at >= limit or remark.column < column:
                return
            self.leave(tail, remark.at + 1)

    def _item(self, key: Any, value: Any, column: int, limit: int) -> Item:
        item = Item(self._scalar(key) if key else None, Scalar("", ""))
        is_block = isinstance(value.value, list) and not value.flow_style
        self._before_value(item, value.start_mark.index, alone_too=not is_block)
        item.value = self._piece(item, value, column, limit)
        if isinstance(item.value, Collection) and not item.value.items:
            # There is no room between two brackets.
            item.before += filter(None, (item.after, *item.value.tail))
            item.after = ""
            item.value.tail.clear()
        behind = self._remarks[0] if self._remarks else None
        end = value.end_mark.index
        if behind and not behind.alone and behind.at < limit and "\n" not in self._text[end : behind.at]:
            self._remarks.popleft()
            if any(comments(item.value)):
                assert isinstance(item.value, Collection)
                item.value.tail.append(behind.text)
            else:
                _put_after(item, behind.text)
        return item

    def _before_value(self, item: Item, start: int, *, alone_too: bool) -> None:
        """Comments between a key and its value; above a block they are for its first item."""
        while self._remarks and self._remarks[0].at < start:
            remark = self._remarks[0]
            if remark.alone and not alone_too:
                return
            self._remarks.popleft()
            if remark.alone:
                item.before += filter(None, (item.after, remark.text))
                item.after = ""
            else:
                _put_after(item, remark.text)

    def _piece(self, item: Item, node: Any, column: int, limit: int) -> Piece:
        if isinstance(node.value, list):
            return self.collection(node, column, limit)
        found = self._scalar(node)
        if found.is_block:
            sign = self._remarks[0] if self._remarks else None
            if sign and sign.at < _end_of_line(self._text, node.start_mark.index):
                self._remarks.popleft()
                _put_after(item, sign.text)
        return found

    def _scalar(self, node: Any) -> Scalar:
        start, end, style = node.start_mark.index, node.end_mark.index, node.style or ""
        raw = self._text[start:end]
        if style in ("|", ">"):
            sign, _line, lines = raw.partition("\n")
            raw = f"{sign.split('#')[0].strip()}\n{lines}"
        return Scalar(raw, str(node.value).replace(_FOLD, ""), style)


def _put_after(item: Item, comment: str) -> None:
    """Have `comment` on the item's line; one that was there goes above it, for it came before."""
    if item.after:
        item.before.append(item.after)
    item.after = comment
