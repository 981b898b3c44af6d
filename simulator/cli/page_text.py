"""Pages of explanation as text for a terminal: Markdown in lines that fit, under headings that stand further left.

Only `colour` brings escape sequences; a page reads as well without. YAML stays as it is, to be copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from simulator.model.diagnostic import severity_of
from simulator.pages import Page, page
from simulator.pages.families import Family
from simulator.words import _, language
from simulator.words.columns import columns_of
from simulator.words.diagnostics import heading, palette, printable

_BLOCK: Final = re.compile(
    r"""
    ^```[^\n]*\n (?P<yaml>.*?) \n```$
    | ^\#\#\ (?P<heading>[^\n]+)$
    | ^-\ (?P<item>[^\n]+ (?:\n\ \ [^\n]+)*)$
    | (?P<prose>(?:^(?!```|\#\#\ |-\ )[^\n]+\n?)+)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_WORD: Final = re.compile(r"(?:`[^`\n]*`|[^ \n])+")
"""What is not broken at the end of a line: what stands in backticks, and what no-break spaces hold together."""

_INDENT: Final = "  "


def page_text(shown: Page, room: int, *, colour: bool = False) -> str:
    """A page in lines of at most `room` columns."""
    paint = palette(colour=colour)
    mark = paint[severity_of(shown.code)]
    lines = [f"{mark}{line}{paint['off']}" for line in wrapped(heading(shown.code, shown.title), room)]
    before = ""
    for found in _BLOCK.finditer(shown.text.partition("\n")[2]):
        kind = str(found.lastgroup)
        lines += [""] * (before != "heading" and not before == kind == "item")
        lines += _block(kind, found[kind], room, paint)
        before = kind
    return "\n".join(lines)


def family_text(family: Family, room: int, *, colour: bool = False) -> str:
    """What the codes of a family are about, and the title of each page."""
    paint = palette(colour=colour)
    lines = [f"{paint['heading']}{family.prefix}  {_(family.title)}{paint['off']}"]
    lines += _indented(wrapped(_(family.about), room - len(_INDENT)))
    lines += [""] * bool(family.codes)
    for code in family.codes:
        first, *others = wrapped(page(code, language()).title, room - len(_INDENT) - len(code) - 2)
        lines.append(f"{_INDENT}{paint['heading']}{code}{paint['off']}  {first}")
        lines += [f"{_INDENT}{' ' * len(code)}  {line}" for line in others]
    return "\n".join(lines)


def wrapped(text: str, room: int) -> Iterator[str]:
    """`text` in lines of at most `room` columns, but for a word that is wider than that."""
    line = ""
    for word in _words(text, room):
        longer = f"{line} {word}" if line else word
        if line and columns_of(longer) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _words(text: str, room: int) -> Iterator[str]:
    """The words of `text`; what stands in backticks is one, where a line holds it."""
    for word in _WORD.findall(text):
        yield from word.split(" ") if columns_of(word) > room else [word]


def _block(kind: str, text: str, room: int, paint: dict[str, str]) -> list[str]:
    """The lines of one block."""
    inside = room - len(_INDENT)
    if kind == "heading":
        return [f"{paint['heading']}{text}{paint['off']}"]
    if kind == "yaml":
        lines = (f"{paint['yaml']}{printable(line)}{paint['off']}" if line else "" for line in text.split("\n"))
        return [f"{_INDENT * 2}{line}".rstrip() for line in lines]
    if kind == "item":
        first, *others = wrapped(text, inside - 2)
        return _indented([f"- {first}", *(f"  {line}" for line in others)])
    return _indented(wrapped(text, inside))


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"{_INDENT}{line}" for line in lines]
