"""Good files laid out in every way that YAML allows: other depths, quotes, brackets, with comments everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from simulator.formatting.pieces import Collection, Item, Scalar
from simulator.formatting.reading import read

_COMMENTS: Final = (
    "# a: b", "#", "#b", "# check what Jo says", "# « é »", "# \"quoted\" and 'quoted'", "# {x: [y]}", "#\t- tab", "##",
)  # fmt: skip


def otherwise(text: str, rng: Random) -> str:
    """The file of `text` in another layout, with comments of its own added. It says the same."""
    return "\n".join(_Writer(rng).file(read(text).root)) + "\n" * rng.choice((0, 1, 1, 1, 3))


class _Writer:
    """Writes pieces in a layout that it draws."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._rate = rng.choice((0.0, 0.02, 0.15))
        self._blank = rng.choice((0.0, 0.05, 0.2))
        self._flow = rng.choice((0.0, 0.2, 0.6))
        self._below_text = False
        self._bare = False
        """Whether this item has a sentence without quotes: what begins with a `#` behind it would be refused."""

    def file(self, root: Collection) -> Iterator[str]:
        """Every line."""
        if self._some(0.2):
            yield "---"
        yield from self._block(root, 0)
        yield from self._between(self._rng.randint(0, 4))

    def _some(self, rate: float) -> bool:
        return self._rng.random() < rate

    def _comment(self) -> str:
        return self._rng.choice(_COMMENTS)

    def _between(self, indent: int) -> Iterator[str]:
        """Comments and blank lines in front of something that stands at `indent`."""
        # Below a text on lines of its own a deeper line would be one more of them.
        deepest, spaces = (0, (0,)) if self._below_text else (3, (0, 0, 3))
        while self._some(self._rate + self._blank):
            if self._some(self._blank / (self._rate + self._blank)):
                yield " " * self._rng.choice(spaces)
            else:
                yield " " * max(0, indent + self._rng.randint(-3, deepest)) + self._comment()
        self._below_text = False

    def _behind(self) -> str:
        """A comment behind something, or the blanks that one leaves there."""
        if self._some(self._rate) and not self._bare:
            return " " * self._rng.randint(1, 4) + self._comment()
        return " " * self._rng.choice((0, 0, 2))

    def _block(self, found: Collection, indent: int) -> Iterator[str]:
        for item in found.items:
            yield from self._between(indent)
            yield from self._item(item, indent)

    def _item(self, item: Item, indent: int) -> Iterator[str]:
        self._bare = False
        gap = " " * self._rng.choice((1, 1, 1, 5))
        head = " " * indent + (f"{self._key(item)}{' ' * self._rng.choice((0, 0, 1))}:" if item.key else "-")
        value, deeper = item.value, indent + self._rng.randint(1, 5)
        if isinstance(value, Scalar) and value.is_block:
            yield from self._text_block(head + gap, value, deeper)
        elif isinstance(value, Scalar):
            yield f"{head}{gap}{self._scalar(value, deeper)}".rstrip() + self._behind()
        elif not value.items or (self._some(self._flow) and not _has_blocks(value)):
            lines = "".join(self._in_flow(value, deeper)).split("\n")
            yield f"{head}{gap}{lines[0]}"
            yield from lines[1:-1]
            yield from lines[1:][-1:]
        elif item.key is None and self._some(0.8):
            first, *rest = self._block_without_remarks(value, indent + 2)
            yield f"{' ' * indent}- {first[indent + 2 :]}"
            yield from rest
        else:
            yield head + self._behind()
            dashes = item.key is not None and not value.is_mapping and self._some(0.3)
            yield from self._block(value, indent if dashes else deeper)

    def _block_without_remarks(self, found: Collection, indent: int) -> Iterator[str]:
        yield from self._item(found.items[0], indent)
        for item in found.items[1:]:
            yield from self._between(indent)
            yield from self._item(item, indent)

    def _key(self, item: Item) -> str:
        assert item.key is not None
        bare = item.key.style or item.key.text in ("criteria", "states") or self._some(0.9)
        return item.key.raw if bare else f'"{item.key.text}"'

    def _text_block(self, head: str, value: Scalar, deeper: int) -> Iterator[str]:
        kept = value.text.rstrip("\n")
        ends = len(value.text) - len(kept)
        sign = f"|{'-' if not ends else '+' if ends > 1 else ''}"
        behind = self._behind()
        yield head + sign + (behind if behind.strip() else "")
        for line in kept.split("\n") + [""] * (ends - 1):
            yield " " * deeper + line if line else ""
        self._below_text = True

    def _scalar(self, value: Scalar, deeper: int) -> str:
        text = value.text
        self._bare |= not value.style and (" " in text or text[:1].isupper())
        if not value.style:
            return value.raw if "\n" not in value.raw else text
        if "'" not in text and "\n" not in text and self._some(0.3):
            return f"'{text}'"
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        words = escaped.split(" ")
        if len(words) > 4 and self._some(0.2) and all(words) and "\\" not in escaped:
            middle = len(words) // 2
            return '"' + " ".join(words[:middle]) + "\n" + " " * (deeper + 1) + " ".join(words[middle:]) + '"'
        return f'"{escaped}"'

    def _in_flow(self, found: Scalar | Collection, deeper: int) -> Iterator[str]:
        if isinstance(found, Scalar):
            yield self._scalar(found, deeper)
            return
        yield "{" if found.is_mapping else "["
        yield self._break(deeper)
        for number, item in enumerate(found.items):
            if item.key is not None:
                yield f"{self._key(item)}: "
            yield from self._in_flow(item.value, deeper)
            yield self._break(deeper) if self._some(0.1) else ""
            yield ", " if number < len(found.items) - 1 else ""
            yield self._break(deeper)
        yield "}" if found.is_mapping else "]"

    def _break(self, deeper: int) -> str:
        if not self._some(self._rate + 0.05):
            return ""
        comments = "".join(
            f" {self._comment()}\n" for _ in range(self._rng.randint(0, 2)) if self._rate and not self._bare
        )
        return (comments or "\n") + " " * (deeper + self._rng.randint(0, 4))


def _has_blocks(found: Scalar | Collection) -> bool:
    if isinstance(found, Scalar):
        return found.is_block or (not found.style and any(sign in found.text for sign in ",[]{}"))
    return any(_has_blocks(item.value) for item in found.items)
