"""Pages of explanation as text for a terminal: Markdown in lines that fit, under headings that stand further left.

Only `colour` brings escape sequences; a page reads as well without. YAML stays as it is, to be copied.
"""

from __future__ import annotations

import re
from typing import Final

from simulator.cli.tables import table
from simulator.cli.wrapping import wrapped
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
    | (?P<table>(?:^\|[^\n]+\n?)+)
    | (?P<prose>(?:^(?!```|\#\#\ |-\ |\|)[^\n]+\n?)+)
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
_CODE: Final = re.compile(r"`[^`\n]*`")
_JOINT: Final = "\ue000"
"""Stands for a blank between backticks while lines are broken; a page holds no such character."""

_INDENT: Final = "  "


def page_text(shown: Page, room: int, *, colour: bool = False) -> str:
    """A page in lines of at most `room` columns."""
    paint = palette(colour=colour)
    mark = paint[severity_of(shown.code)]
    lines = [f"{mark}{line}{paint['off']}" for line in _fitted(heading(shown.code, shown.title), room)]
    before = ""
    for found in _BLOCK.finditer(shown.text.partition("\n")[2]):
        kind = str(found.lastgroup)
        lines += [""] * (before != "heading" and not before == kind == "item")
        lines += _block(kind, found[kind], room, paint)
        before = kind
    return "\n".join(lines)


def family_text(family: Family, room: int, *, colour: bool = False) -> str:
    """What the codes of a family are about, and the title of each page."""
    bold, off = palette(colour=colour)["heading"], palette(colour=colour)["off"]
    lines = [f"{bold}{family.prefix}  {_(family.title)}{off}", *_fitted(_(family.about), room, _INDENT)]
    lines += [""] * bool(family.codes)
    for code in family.codes:
        behind = f"{_INDENT}{' ' * len(code)}  "
        first, *others = _fitted(page(code, language()).title, room, behind)
        lines += [f"{_INDENT}{bold}{code}{off}  {first.removeprefix(behind)}", *others]
    return "\n".join(lines)


def _block(kind: str, text: str, room: int, paint: dict[str, str]) -> list[str]:
    """The lines of one block."""
    if kind == "heading":
        return [f"{paint['heading']}{text}{paint['off']}"]
    if kind == "yaml":
        lines = (f"{paint['yaml']}{printable(line)}{paint['off']}" if line else "" for line in text.split("\n"))
        return [f"{_INDENT * 2}{line}".rstrip() for line in lines]
    if kind == "table":
        return _table(text, room)
    if kind == "item":
        return _fitted(text, room, f"{_INDENT}  ", first=f"{_INDENT}- ")
    return _fitted(text, room, _INDENT)


def _table(text: str, room: int) -> list[str]:
    """A table in columns where a line holds its rows, else each row as an item."""
    heads, _rule, *rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines()]
    lines = [f"{_INDENT}{line}" for line in table(heads, rows).split("\n")]
    if max(map(columns_of, lines)) <= room:
        return lines
    return [line for row in (heads, *rows) for line in _block("item", " – ".join(row), room, {})]


def _fitted(text: str, room: int, indent: str = "", first: str | None = None) -> list[str]:
    """A paragraph in lines of at most `room` columns; what stands in backticks stays on one where a line holds it."""
    narrow = room - len(indent)
    joined = _CODE.sub(lambda code: code[0].replace(" ", _JOINT) if columns_of(code[0]) <= narrow else code[0], text)
    return [line.replace(_JOINT, " ") for line in wrapped(joined.replace("\n", " "), room, indent, first)]
