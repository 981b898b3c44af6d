"""A single edit to a good file, the kind of thing that happens while one writes a call, and what must be said of it."""

from __future__ import annotations

from typing import Final, NamedTuple

HERE: Final = "▸"
"""Stands in the new text on the line that the finding must point at; it is no part of the text."""


class Slip(NamedTuple):
    """`old`, which stands in the file once, becomes `new`; `code` empty where the edit does no harm."""

    what: str
    old: str
    new: str
    code: str = ""
    at: str = ""
    """Words of the line that the finding must point at, where `new` does not have it."""
    more: str = ""
    """Codes of errors that rightly come along, with blanks between."""

    def made_in(self, text: str) -> tuple[str, int]:
        """`text` with the slip in it, and the number of the line that the finding must point at; 0 where none must."""
        assert text.count(self.old) == 1, f"{self.old!r} stands {text.count(self.old)} times in the file"
        marked = text.replace(self.old, self.new)
        slipped = marked.replace(HERE, "")
        if HERE in marked:
            return slipped, line_with(marked, HERE)
        return slipped, line_with(slipped, self.at) if self.at else 0


def further_in(block: str) -> str:
    """The lines of `block` one step further in."""
    return "".join(f"  {line}" for line in block.splitlines(keepends=True))


def line_with(text: str, part: str) -> int:
    """The number of the one line of `text` that has `part` in it."""
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if part in line]
    assert len(lines) == 1, f"{part!r} stands on the lines {lines}"
    return lines[0]
