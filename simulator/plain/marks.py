"""Markdown read aloud: the words without the marks that only an eye can use."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BULLET = re.compile(r"^(\s*)[*+-]\s+", re.MULTILINE)


def without_marks(text: str) -> str:
    """`text` as lines to read aloud; a link keeps its words alone."""
    text = _LINK.sub(r"\1", _HEADING.sub("", text))
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return _BULLET.sub(r"\1- ", text)
