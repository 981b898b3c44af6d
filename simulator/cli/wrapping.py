"""Texts of others as lines that fit: broken at blanks alone, so that French punctuation stays with its word."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.model.unseen import visible_lines
from simulator.words.columns import columns_of


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> Iterator[str]:
    """The lines of `text`, safe to print, at most `width` columns wide where its words allow.

    `indent` stands before each line, `first` before the first one instead. The line ends of the text are kept.
    """
    front = indent if first is None else first
    for paragraph in visible_lines(text).rstrip("\n").split("\n"):
        line = front
        for word in paragraph.split(" "):
            if not word:
                continue
            if line != front and columns_of(line) + 1 + columns_of(word) > width:
                yield line
                line = front = indent
            line += word if line == front else f" {word}"
        yield line.rstrip(" ")
        front = indent
