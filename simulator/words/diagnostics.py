"""Diagnostics as text: in full with the line and a caret, on one line each, or as values for JSON.

Pure functions of a diagnostic and its source. Whatever comes from the file is shown and never obeyed: tabs,
controls and direction marks appear as escapes, and the caret still stands under what it points at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, takewhile
from typing import Final, NamedTuple

from simulator.model.diagnostic import Diagnostic, Severity, severity_of
from simulator.model.source import SourceText, Span
from simulator.model.unseen import UNSEEN
from simulator.words.columns import columns_of
from simulator.words.saying import say
from simulator.words.speech import _

WIDTH: Final = 100
"""How many columns the full form may take where nobody says."""

_LEAST_ROOM: Final = 20
_FAR: Final = 4
_CUT: Final = "…"
_UNPRINTABLE: Final = re.compile(f"[\t\n]|{UNSEEN.pattern}")
_SHORT_ESCAPES: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}

_COLOURS: Final = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "heading": "\x1b[1m",
    "frame": "\x1b[34m",
    "yaml": "\x1b[36m",
    "off": "\x1b[0m",
}


class Excerpt(NamedTuple):
    """A line as it is shown, and the columns before the caret and under it."""

    text: str
    before: int
    under: int


def full(diagnostic: Diagnostic, source: SourceText, width: int = WIDTH, *, colour: bool = False) -> str:
    """The diagnostic with its line, a caret and what to write instead, at most `width` columns of the line.

    Only `colour` brings escape sequences for the terminal.
    """
    paint = palette(colour=colour)
    frame, off = paint["frame"], paint["off"]
    span = diagnostic.span
    gutter = " " * len(str(span.line)) if span else " "
    mark = paint[diagnostic.severity]
    title = heading(diagnostic.code, printable(say(diagnostic.headline)))
    lines = [f"{mark}{title}{off}", f"{frame}{gutter}-->{off} {_place(diagnostic, source.name)}"]
    if span:
        quoted = excerpt(source.line(span.line), span, max(_LEAST_ROOM, width - len(gutter) - 3))
        lines += [
            f"{frame}{gutter} |{off}",
            f"{frame}{span.line} |{off} {quoted.text}".rstrip(),
            f"{frame}{gutter} |{off} {' ' * quoted.before}{mark}{'^' * quoted.under}{off}",
        ]
    if diagnostic.help:
        advice = _("help: {help}").format(help=printable(say(diagnostic.help)))
        lines.append(f"{frame}{gutter} ={off} {advice}")
    return "\n".join(lines)


def short(diagnostic: Diagnostic, name: str = "") -> str:
    """The diagnostic on one line: `file:line:column: code headline`; `name` where it names no file itself."""
    return f"{_place(diagnostic, name)}: {diagnostic.code} {printable(say(diagnostic.headline))}"


def as_json(diagnostic: Diagnostic, name: str = "", *, allowed: str | None = None) -> dict[str, str | int | None]:
    """The diagnostic as an object of JSON; a place that a diagnostic does not have is null.

    One that the file itself lets stand has the reason that it gives under the key `allowed`, which no other has.
    """
    span = diagnostic.span
    reason = {} if allowed is None else {"allowed": printable(allowed)}
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": printable(diagnostic.file or name),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "endColumn": span.end_column if span else None,
        "headline": printable(say(diagnostic.headline)),
        "help": printable(say(diagnostic.help)) if diagnostic.help else None,
        **reason,
    }


def excerpt(line: str, span: Span, room: int) -> Excerpt:
    """As much of `line` as `room` columns (20 or more) hold, with what `span` covers in sight."""
    line = line.rstrip()
    first = min(span.column - 1, len(line))
    last = max(min(span.end_column - 1, len(line)), first)
    # A line may be a megabyte long: what is too far from the caret to be shown is not even measured.
    skipped, stop = max(0, first - _FAR * room), first + _FAR * room
    cells = [_cell(character) for character in line[skipped:stop]]
    first, last = first - skipped, min(last, stop) - skipped
    begin, end = 0, len(cells)
    if skipped or stop < len(line) or _width(cells) > room:
        room -= 2 * len(_CUT)
        in_front = max(room // 3, room - _width(cells[first:]))
        fits = not skipped and _width(cells[:last]) <= room
        begin = 0 if fits else first - _fitting(cells[:first][::-1], in_front)
        end = begin + _fitting(cells[begin:], room)
    front = _CUT * (skipped + begin > 0)
    behind = _CUT * (skipped + end < len(line))
    before = len(front) + _width(cells[begin:first])
    text = f"{front}{''.join(cells[begin:end])}{behind}"
    return Excerpt(text, before, max(1, _width(cells[first : min(last, end)])))


def printable(text: str) -> str:
    """`text` on one line, with an escape for each character that a terminal would obey or not show."""
    return _UNPRINTABLE.sub(lambda found: _escape(found.group()), text)


def heading(code: str, headline: str) -> str:
    """A code with its severity, and the sentence that goes with it."""
    is_error = severity_of(code) is Severity.ERROR
    text = _("error[{code}]: {headline}") if is_error else _("warning[{code}]: {headline}")
    return text.format(code=code, headline=headline)


def palette(*, colour: bool) -> dict[str, str]:
    """The escape sequence that begins each kind of text, and `off`, which ends it; all empty without `colour`."""
    return _COLOURS if colour else dict.fromkeys(_COLOURS, "")


def _place(diagnostic: Diagnostic, name: str) -> str:
    span, file = diagnostic.span, printable(diagnostic.file or name)
    return f"{file}:{span.line}:{span.column}" if span else file


def _fitting(cells: list[str], room: int) -> int:
    """How many of `cells` fit into `room` columns."""
    ends = accumulate(map(columns_of, cells))
    return sum(1 for _end in takewhile(lambda end: end <= room, ends))


def _width(cells: Iterable[str]) -> int:
    return sum(map(columns_of, cells))


def _cell(character: str) -> str:
    return _escape(character) if _UNPRINTABLE.match(character) else character


def _escape(character: str) -> str:
    number = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}")
