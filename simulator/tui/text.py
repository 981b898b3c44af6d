"""Texts of files as content for the screen: nothing in them is obeyed, neither markup nor control characters."""

from __future__ import annotations

from textual.content import Content

from simulator.model.unseen import visible, visible_lines


def plain(text: str, style: str = "") -> Content:
    """`text` on one line."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def lines(text: str, style: str = "") -> Content:
    """`text` with its lines."""
    return Content.styled(visible_lines(text), style) if style else Content(visible_lines(text))


def stacked(parts: list[Content]) -> Content:
    """`parts` below each other."""
    return Content("\n").join(parts)
