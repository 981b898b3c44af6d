"""The comments `# check: allow W304 reason`, by which an author lets a warning stand.

A comment is a real one: a `#` in a text, quoted or below a `|`, begins none. On a line it speaks of that line, in the
head of the file (above the first key) of the whole file. Says what is written, not whether it is any good.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from simulator.language.nodes import Mapping, Node, Scalar, walk
from simulator.language.traps_values import closing
from simulator.language.tree import parse
from simulator.model.source import SourceText, Span

_SIGN: Final = re.compile(r"(?:^|(?<=\s))#")
_TO_CHECK: Final = re.compile(r"#\s*check:\s*(.*?)\s*$")
_ALLOW: Final = re.compile(r"allow\b\s*(\S*?)[,:;]?(?:\s+(.*))?$")

_LONGEST: Final = 20
"""As much of a code is read; there is none so long."""


@dataclass(frozen=True, slots=True)
class Allow:
    """One such comment. `code` and `reason` are as written and may be empty; `span` is the comment's place."""

    code: str
    reason: str
    span: Span
    in_head: bool

    def covers(self, code: str, span: Span | None) -> bool:
        """Whether a warning with that code at that place is meant."""
        return self.code == code and (self.in_head or (span is not None and span.line == self.span.line))


def allows(source: SourceText) -> tuple[Allow, ...]:
    """Every comment to the checker in `source`, in its order; none where the file can't be read."""
    if "check:" not in source.text:
        return ()
    root = parse(source).root
    return tuple(_allows(source.text.split("\n"), root)) if isinstance(root, Mapping) else ()


def _allows(lines: list[str], root: Mapping) -> Iterator[Allow]:
    first = root.items[0][0].span.line if root.items else len(lines) + 1
    texts = _texts(lines, root)
    for number, line in enumerate(lines, start=1):
        begin = _comment(line, texts[number]) if "check:" in line else None
        if begin is not None and (found := _TO_CHECK.match(line, begin)):
            code, reason = _read(found[1])
            yield Allow(code, reason, Span(number, begin + 1, len(line.rstrip()) + 1), number < first)


def _comment(line: str, texts: list[tuple[int, int]]) -> int | None:
    """Where the comment of `line` begins (from 0): at the first `#` that is in none of its texts."""
    for found in _SIGN.finditer(line):
        before = bisect_right(texts, found.start(), key=itemgetter(0))
        if not before or texts[before - 1][1] <= found.start():
            return found.start()
    return None


def _read(comment: str) -> tuple[str, str]:
    found = _ALLOW.match(comment)
    return (found[1].upper()[:_LONGEST], found[2] or "") if found else ("", "")


def _texts(lines: list[str], root: Node) -> dict[int, list[tuple[int, int]]]:
    """The columns (from 0, the end not included) that quoted and block texts take of each line (from 1), in order."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for _, key, value in walk(root):
        for scalar in (key, value):
            if isinstance(scalar, Scalar) and not scalar.plain:
                _take(scalar, lines, taken)
    return taken


def _take(text: Scalar, lines: list[str], taken: dict[int, list[tuple[int, int]]]) -> None:
    start = text.span.column - 1
    if text.last_line <= text.span.line and not text.block:
        taken[text.span.line].append((start, text.span.end_column - 1))
        return
    if not text.block:
        taken[text.span.line].append((start, len(lines[text.span.line - 1])))
    for number in range(text.span.line + 1, text.last_line + 1):
        line = lines[number - 1]
        last = None if text.block or number < text.last_line else closing(lines[text.span.line - 1][start] + line)
        taken[number].append((0, len(line) if last is None else last))
