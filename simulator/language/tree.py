"""YAML text -> nodes with places. Alone knows the YAML library, and reads it event by event.

Raises nothing for any text: what is wrong becomes diagnostics E1... The limits are kept while events stream,
because the C parser would crash the interpreter on deep nesting, and because anchors and merge keys can make
a short file explode.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, NamedTuple

import yaml

from simulator.language.nodes import Data, Mapping, Node, Path, Scalar, Sequence, Spans, Word, spans, to_data, walk
from simulator.language.text import clean, decode, name_of, size_problem, unseen
from simulator.language.traps import DIAGNOSTICS_MAX, trap
from simulator.language.traps_escapes import doubled, hidden_sign
from simulator.language.traps_lines import as_shown, corrected
from simulator.language.traps_nesting import settle
from simulator.language.traps_silent import silent
from simulator.language.traps_syntax import Fault, Kind, explain
from simulator.language.traps_values import PROSE
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText, Span

__all__ = [
    "Data",
    "Mapping",
    "Node",
    "Path",
    "Scalar",
    "Sequence",
    "Spans",
    "Tree",
    "Word",
    "decode",
    "parse",
    "spans",
    "to_data",
    "walk",
]

DEPTH_MAX: Final = 50
"""The most levels that mappings and lists may stand in one another."""

NODES_MAX: Final = 200_000
"""The most keys, values and lists in one file."""

_made: Final = tuple.__new__
"""Makes a named tuple in half the time that its own constructor takes; a file has thousands."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Tree(NamedTuple):
    """A file as nodes. `root` is None where the file cannot be read; there may be diagnostics with a root too."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]


def parse(source: SourceText) -> Tree:
    """`source` as nodes with places; raises nothing, for any text."""
    if too_large := size_problem(source):
        return Tree(None, (too_large,))
    text = clean(source.text)
    reading = _read(source.name, text)
    found = [*islice(unseen(source), DIAGNOSTICS_MAX), *_found(reading, source.name, text.split("\n"))]
    found.sort(key=lambda diagnostic: diagnostic.sort_key)
    return Tree(reading.root, tuple(found[: DIAGNOSTICS_MAX if reading.root else 1]))


def _found(reading: _Reading, file: str, lines: list[str]) -> list[Diagnostic]:
    """What is wrong with the file beyond its characters; the one reason alone where it cannot be read."""
    if reading.fault and reading.fault.kind is Kind.LIMIT:
        return reading.diagnostics[-1:]
    if reading.fault:
        return [explain(file, lines, reading.fault, _probe)]
    if not isinstance(reading.root, Mapping):
        reading.root = None
        return [trap("E114", file, Span(1, 1, 2))]
    reading.root, nesting = settle(file, lines, reading.root)
    return [*reading.diagnostics, *nesting, *islice(silent(file, lines, reading.root), DIAGNOSTICS_MAX)]


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


@dataclass(slots=True)
class _Frame:
    """A mapping or a list that is still open."""

    span: Span
    flow: bool
    is_mapping: bool
    items: list[Any] = field(default_factory=list)
    key: Scalar | None = None


class _Reading:
    """The nodes built so far, and what was found wrong."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.fault: Fault | None = None
        self._lines = lines
        self._has_backslashes = any("\\" in line for line in lines)
        self._open: list[_Frame] = []
        self._nodes = 0
        self._documents = 0

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """What takes in an event of the parser, by its kind; raises _Stop where nothing more can be read.

        Not kept here: what holds its own methods is freed only when somebody looks for rubbish, which takes long.
        """
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._enter,
            yaml.SequenceStartEvent: self._enter,
            yaml.MappingEndEvent: self._leave,
            yaml.SequenceEndEvent: self._leave,
            yaml.DocumentStartEvent: self._document,
        }

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._shorthand(event)
        text, style, span, end = event.value, event.style, self._span(event), event.end_mark
        if style == '"' and self._has_backslashes:
            self._escapes(event)
            text = clean(text)
        block = style in ("|", ">")
        last = end.line if block and end.column == 0 else end.line + 1
        self._count(span)
        self._place(_made(Scalar, (text, span, style in (None, ""), block, last)))

    def _alias(self, event: Any) -> None:
        self._shorthand(event)
        span = self._span(event)
        self._count(span)
        self._place(Scalar(f"*{event.anchor}", span, plain=True))

    def _escapes(self, event: Any) -> None:
        """A backslash in double quotes that makes a character nobody can see of the letter behind it."""
        start, end = event.start_mark, event.end_mark
        for number in range(start.line + 1, end.line + 2):
            line = self._line(number)
            first = start.column + 1 if number == start.line + 1 else 0
            last = end.column - 1 if number == end.line + 1 else len(line)
            if hidden := hidden_sign(line[first:last]):
                column = first + hidden.start + 1
                mended = as_shown(line[:first] + doubled(line[first:last]) + line[last:])
                span = Span(number, column, column + len(hidden.written))
                self._report("E125-unseen", span, sign=hidden.written, name=name_of(hidden.character), line=mended)

    def _shorthand(self, event: Any) -> None:
        """An anchor, an alias or a tag; in front of a sentence it was meant as a part of it."""
        span, key = self._span(event), self._open[-1].key if self._open else None
        sign = self._line(span.line)[span.column - 1 :].split(" ")[0].rstrip(",}]")
        span = Span(span.line, span.column, span.column + max(1, len(sign)))
        line = corrected(self._lines, span.line, "E106") if key and key.text in PROSE else ""
        if line:
            self._report("E106", Span(span.line, span.column, span.column + 1), sign=sign[:1], line=line)
        else:
            self._report("E111", span, sign=sign)

    def _enter(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._shorthand(event)
        span = self._span(event)
        if len(self._open) >= DEPTH_MAX:
            self._stop("E112", span, depth=DEPTH_MAX, nodes=NODES_MAX)
        if self._open and self._open[-1].is_mapping and self._open[-1].key is None:
            raise _Stop(Fault(Kind.NAME, span.line, span.column, span.line))
        self._count(span)
        self._open.append(_Frame(span, bool(event.flow_style), isinstance(event, yaml.MappingStartEvent)))

    def _leave(self, _event: Any) -> None:
        frame = self._open.pop()
        kind = Mapping if frame.is_mapping else Sequence
        self._place(kind(tuple(frame.items), frame.span, frame.flow))

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        if not frame.is_mapping:
            frame.items.append(node)
        elif frame.key is None:
            assert isinstance(node, Scalar)
            self._new_key(frame, node)
        else:
            frame.items.append((frame.key, node))
            frame.key = None

    def _new_key(self, frame: _Frame, key: Scalar) -> None:
        frame.key = key
        if key.text == "<<" and key.plain:
            self._report("E111", key.span, sign="<<")

    def _document(self, event: Any) -> None:
        self._documents += 1
        span = self._span(event)
        if self._documents > 1:
            self._stop("E113", span, sign=self._line(span.line).strip()[:3])
        if event.tags:
            self._report("E111", span, sign="%TAG")

    def _count(self, span: Span) -> None:
        self._nodes += 1
        if self._nodes > NODES_MAX:
            self._stop("E112", span, depth=DEPTH_MAX, nodes=NODES_MAX)

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        line, column = start.line + 1, start.column
        last = end.column if end.line == start.line else len(self._line(line).rstrip())
        return _made(Span, (line, column + 1, (last if last > column else column) + 1))

    def _report(self, code: str, span: Span, **values: object) -> None:
        self.diagnostics.append(trap(code, self.file, span, None, **values))

    def _stop(self, code: str, span: Span, **values: object) -> None:
        self._report(code, span, **values)
        raise _Stop(Fault(Kind.LIMIT, span.line, span.column, span.line))


class _Probing(_Reading):
    """Gets as far as a reading does, and looks no closer at what it finds on the way."""

    _SPAN: Final = Span(1, 1, 2)
    _NODE: Final = Scalar("", _SPAN, plain=False)

    def _scalar(self, _event: Any) -> None:
        self._count(self._SPAN)
        self._place(self._NODE)

    def _shorthand(self, event: Any) -> None:
        """Shorthands stop no reading."""


def _read(file: str, text: str) -> _Reading:
    return _read_with(_Reading(file, text.split("\n")), text)


def _read_with(reading: _Reading, text: str) -> _Reading:
    takers = reading.takers()
    try:
        loader = _LOADER(text)
        while loader.check_event():
            event = loader.get_event()
            if taker := takers.get(type(event)):
                taker(event)
    except _Stop as stop:
        reading.root, reading.fault = None, stop.fault
    except yaml.YAMLError as error:
        reading.root, reading.fault = None, _fault(error, text)
    return reading


def _probe(text: str, beyond: int) -> Fault | None:
    """Where reading `text` stops, None where it does not; no more than roughly where it is not beyond that line."""
    rough = _rough_fault(text)
    return rough if rough and rough.line <= beyond else _read_with(_Probing("", text.split("\n")), text).fault


def _rough_fault(text: str) -> Fault | None:
    """Where the parser itself stops, without a look at what it finds: a good deal faster."""
    try:
        loader = _LOADER(text)
        if hasattr(loader, "raw_parse"):  # the loader in C
            loader.raw_parse()
    except yaml.YAMLError as error:
        return _fault(error, text)
    return None


def _fault(error: yaml.YAMLError, text: str) -> Fault:
    """Where reading went wrong; where a quote, a key or a bracket never ended, where that began."""
    mark: Any = getattr(error, "problem_mark", None)
    start: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Fault(Kind.OTHER, 1, 1, 1)
    kind = _kind(getattr(error, "context", None) or "", mark.index >= len(text.rstrip()))
    if kind is not Kind.OTHER:
        mark = start
    # Behind a last line without a line end the parser counts one more.
    last = text.count("\n") + 1
    return Fault(kind, min(mark.line + 1, last), mark.column + 1, min(start.line + 1, last))


def _kind(doing: str, at_end: bool) -> Kind:
    """What the parser could not finish, by what it says it was doing."""
    if "simple key" in doing:
        return Kind.KEY
    if at_end and "quoted" in doing:
        return Kind.QUOTE
    if at_end and ("flow mapping" in doing or "flow sequence" in doing):
        return Kind.BRACKET
    return Kind.OTHER
