"""Texts of files as content for the screen: nothing in them is obeyed, neither markup nor control characters."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.visual import Visual
from textual.widgets import Static

from simulator.model.unseen import visible, visible_lines
from simulator.tui.visuals import Beside, Prose, Stack

BLANK = Content("")


def plain(text: str, style: str = "") -> Content:
    """`text` on one line."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def lines(text: str, style: str = "") -> Content:
    """`text` with its lines."""
    return Content.styled(visible_lines(text), style) if style else Content(visible_lines(text))


def stacked(parts: Sequence[Content | Visual]) -> Visual:
    """`parts` below each other."""
    return Stack([laid_out(part) for part in parts])


def labelled(label: str, body: Content | Visual, width: int, style: str = "$muted") -> Visual:
    """A body with a label to its left, which takes `width` cells."""
    return Beside([plain(label, style)], laid_out(body), width)


def laid_out(words: Content | Visual) -> Visual:
    """`words` as they are wrapped on the screen."""
    return Prose(words) if isinstance(words, Content) else words


class Words(Static):
    """Text on the screen. Takes contents and visuals, never a string: no text of a file is read as markup."""

    def __init__(self, words: Content | Visual = BLANK, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(laid_out(words), id=id, classes=classes, markup=False)

    def say(self, words: Content | Visual) -> None:
        """Show other words."""
        self.update(laid_out(words))
