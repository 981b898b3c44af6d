"""The traps of a file that parses: where YAML read something else than was meant, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.language.nodes import Mapping, Node, Path, Scalar, Sequence, walk
from simulator.language.traps import trap
from simulator.language.traps_lines import corrected
from simulator.language.traps_values import CURLY_OPEN, NO_BREAK, PROSE, WORDS, ailment, is_curly
from simulator.model.diagnostic import Diagnostic
from simulator.model.message import N_, Message
from simulator.model.source import Span

_FREE_TEXT_MAPS: Final = frozenset(("crm", "caller"))
"""The mappings in which every value is a text, whatever its key."""

_LISTS_OF_LINES: Final = frozenset(("says", "reply", "objectives"))
"""The keys under which a list of mappings stands, a sentence in each."""

_WORD: Final = re.compile(r"[\w-]+")
_ALLOW: Final = re.compile(r"\s#\s*check:")
_NO_SPACE: Final = re.compile(r"([\w-]+):([^ ])")
_NO_COLON: Final = re.compile(r"([\w-]+)\s*[\"“«'\[{]")
_SAID: Final = re.compile(r"([\w-]+)\s+\".*\"$")
_STARTED: Final = re.compile(r"\s*(?:-\s+)*([\w-]+):(?:\s|$)")


def silent(file: str, lines: list[str], root: Mapping) -> Iterator[Diagnostic]:
    """One diagnostic for each place of the tree `root` where a trap went off; `lines` are the file's."""
    return _Traps(file, lines).of(root)


class _Traps:
    """The traps of one file."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self._file = file
        self._lines = lines

    def of(self, root: Mapping) -> Iterator[Diagnostic]:
        for path, key, value in walk(root):
            if key and not _is_ordinary(key, value):
                yield from self._key(key, value)
            if isinstance(value, Scalar):
                if not _is_harmless(path, value):
                    yield from self._scalar(path, value)
            elif isinstance(value, Mapping):
                if value.flow:
                    yield from self._split(path, value)
                yield from self._no_text(path, value)
            else:
                yield from self._no_text(path, value)

    def _key(self, key: Scalar, value: Node) -> Iterator[Diagnostic]:
        """No-break spaces and curly quotes around a key."""
        if not key.plain or not key.text:
            return
        typed = _NO_SPACE.match(key.text) or _NO_COLON.match(key.text)
        if typed and typed[1] in WORDS and not (isinstance(value, Scalar) and value.missing):
            yield from self._run_together(typed[1], key.span)
        elif key.text.strip(NO_BREAK) != key.text:
            yield self._trap("E119", key.span)
        elif is_curly(key.text):
            yield self._trap("E109", key.span, sign=key.text[0])
        elif isinstance(value, Scalar) and value.missing and self._asks(key):
            yield self._trap("E106", key.span, sign="?")

    def _asks(self, key: Scalar) -> bool:
        """Whether YAML took a question mark in front of `key` for a sign of its own."""
        return self._line(key.span.line)[: key.span.column - 1].rstrip(" ").endswith("?")

    def _scalar(self, path: Path, value: Scalar) -> Iterator[Diagnostic]:
        if not value.plain:
            yield from self._never_closed(value)
            return
        if (found := _NO_SPACE.match(value.text)) and found[1] in WORDS:
            yield from self._run_together(found[1], value.span)
        elif is_curly(value.text):
            yield self._trap("E109", Span(value.span.line, value.span.column, value.span.column + 1))
        elif (found := (_SAID if _is_prose(path) else _NO_COLON).match(value.text)) and found[1] in WORDS:
            yield from self._run_together(found[1], value.span)
        elif _is_prose(path):
            yield from self._cut(value)
            yield from self._opening(value)

    def _run_together(self, key: str, span: Span) -> Iterator[Diagnostic]:
        """A key whose colon, or the space behind it, is missing, so that it became a part of what follows."""
        column = span.column + len(key)
        behind = self._line(span.line)[column - 1 : column + 1]
        if not behind.startswith(":"):
            yield self._trap("E120", Span(span.line, span.column, column), key=key)
        else:
            wording = "E119" if behind[1:] and behind[1] in NO_BREAK else "E121"
            yield self._trap(wording, Span(span.line, column, column + 1))

    def _never_closed(self, value: Scalar) -> Iterator[Diagnostic]:
        """A quote that was closed by the next one, some keys later."""
        for number in range(value.span.line + 1, value.last_line + 1):
            found = _STARTED.match(self._line(number))
            if found and found[1] in WORDS:
                span = Span(value.span.line, value.span.column, value.span.column + 1)
                line = self._line(value.span.line).rstrip()
                yield self._trap("E115", span, line=line + line[value.span.column - 1])
                return

    def _cut(self, value: Scalar) -> Iterator[Diagnostic]:
        """Text behind a ` #`."""
        line = self._line(value.last_line)
        behind = value.span.end_column - 1 if value.last_line == value.span.line else 0
        found = re.compile(r"(?:^|\s)#").search(line, max(0, behind - 1))
        if found and not _ALLOW.match(line, found.end() - 2):
            yield self._trap("E108", Span(value.last_line, found.end(), found.end() + 1))

    def _opening(self, value: Scalar) -> Iterator[Diagnostic]:
        """A quote at the end that none opens."""
        wrong = ailment(value.text)
        if wrong and wrong.wording == "E115-opening" and value.last_line == value.span.line:
            column = value.span.column + wrong.start
            yield self._trap("E115-opening", Span(value.span.line, column, column + 1))

    def _split(self, path: Path, mapping: Mapping) -> Iterator[Diagnostic]:
        """Text that a comma between the braces of `mapping` cut in two, and `goto:fin` there."""
        before: tuple[Scalar, Node] | None = None
        last: Node | None = None
        any_key = bool(path) and path[-1] in _FREE_TEXT_MAPS
        for key, value in mapping.items:
            bare = isinstance(value, Scalar) and value.missing
            if bare and key.plain and (found := _NO_SPACE.match(key.text)):
                yield from self._run_together(found[1], key.span)
            elif bare and key.text.isdecimal() and last and _is_number(last):
                yield trap("E107-number", self._file, self._comma_before(key.span))
            elif key.plain and key.text not in WORDS and before and (bare or not any_key):
                yield from self._cut_in_two(path, before, key)
            if not bare and (any_key or key.text in WORDS):
                before = (key, value)
            last = value

    def _cut_in_two(self, path: Path, before: tuple[Scalar, Node], key: Scalar) -> Iterator[Diagnostic]:
        """The end of a sentence, taken for a key, behind the rest of it."""
        text = before[1]
        if not _is_prose((*path, before[0].text)) or not isinstance(text, Scalar) or not text.plain:
            return
        if text.text[:1] in CURLY_OPEN:
            yield self._trap("E109", Span(text.span.line, text.span.column, text.span.column + 1))
        else:
            yield self._trap("E107", self._comma_before(key.span))

    def _comma_before(self, span: Span) -> Span:
        comma = self._line(span.line).rfind(",", 0, span.column - 1)
        return Span(span.line, comma + 1, comma + 2) if comma >= 0 else span

    def _no_text(self, path: Path, value: Mapping | Sequence) -> Iterator[Diagnostic]:
        """A sentence that YAML took for a mapping or a list."""
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        in_list = bool(path) and isinstance(path[-1], int)
        if name not in (_LISTS_OF_LINES if in_list else PROSE) or not value.items:
            return
        if isinstance(value, Sequence):
            texts = [item for item in value.items if isinstance(item, Scalar) and item.plain]
            if value.flow and (name not in _LISTS_OF_LINES or len(texts) == len(value.items)):
                yield self._trap("E106", value.span, sign="[")
        elif value.items[0][0].plain and not any(_is_key(*item) for item in value.items):
            yield from self._as_mapping(value)

    def _as_mapping(self, value: Mapping) -> Iterator[Diagnostic]:
        key = value.items[0][0]
        colon = self._line(key.span.line).find(":", key.span.end_column - 1)
        if value.flow:
            yield self._trap("E106", value.span, sign="{")
        elif colon >= 0:
            yield self._trap("E105", Span(key.span.line, colon + 1, colon + 2))

    def _line(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _trap(self, wording: str, span: Span, **values: object) -> Diagnostic:
        """The diagnostic, with the corrected line in its help where the line can be mended."""
        cures = ("E107", "E105") if wording == "E107" else (wording,)
        values.setdefault("line", corrected(self._lines, span.line, *cures))
        remedy = None if values["line"] else Message(N_("Put the text between straight quotes."))
        return trap(wording, self._file, span, remedy, **values)


def _is_ordinary(key: Scalar, value: Node) -> bool:
    """Whether no trap can have gone off at a key: it is one word, and something is written behind it."""
    return _WORD.fullmatch(key.text) is not None and not (isinstance(value, Scalar) and value.missing)


def _is_harmless(path: Path, value: Scalar) -> bool:
    """Whether no trap can have gone off at a value: one word that is no sentence, or quotes that end on their line."""
    if value.plain:
        return _WORD.fullmatch(value.text) is not None and not _is_prose(path)
    return value.block or value.last_line == value.span.line


def _is_key(key: Scalar, value: Node) -> bool:
    """Whether a key of the language stands there with its value."""
    return key.text in WORDS and not (isinstance(value, Scalar) and value.missing)


def _is_number(value: Node) -> bool:
    return isinstance(value, Scalar) and value.plain and value.text.lstrip("+-").isdecimal()


def _is_prose(path: Path) -> bool:
    names = 0
    for step in reversed(path):
        if isinstance(step, str):
            if step in (_FREE_TEXT_MAPS if names else PROSE):
                return True
            names += 1
            if names == 2:
                break
    return False
