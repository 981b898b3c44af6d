"""The one fault of a file that does not parse, at the line where it was made and in a trainer's words.

The parser gives up where it can go no further, often long after the slip. So the lines up to there are looked
at for slips that people make; each is mended on trial, and the one that lets the parser get furthest is the
fault. What is shown as the corrected line is therefore known to be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto
from itertools import islice
from typing import Final, NamedTuple

from simulator.language.traps import trap
from simulator.language.traps_layout import block_layouts, layouts, tabs
from simulator.language.traps_lines import Mend, indent_of, joined, key_of, mends
from simulator.language.traps_values import WORDS
from simulator.model.diagnostic import Diagnostic
from simulator.model.message import N_, Message
from simulator.model.source import Span

_LINES_BACK: Final = 60
_LAYOUT_LINES_BACK: Final = 12
_LEVEL_TO_BEGIN: Final = 2
_TRIALS: Final = 120
_TRIALS_LARGE: Final = 6
_LARGE: Final = 100_000


class Kind(Enum):
    """What the parser could not do."""

    KEY = auto()
    """Find the colon of what looks like a key."""
    NAME = auto()
    """Take a mapping or a list for a key."""
    QUOTE = auto()
    """Find the end of a text in quotes."""
    BRACKET = auto()
    """Find the end of a mapping in braces or of a list in brackets."""
    LIMIT = auto()
    """Go on, because the file has more than is read."""
    OTHER = auto()


class Fault(NamedTuple):
    """Where the parser gave up (from 1), or where that began which it could not finish.

    `start` is the line where the surrounding mapping, list or text began.
    """

    kind: Kind
    line: int
    column: int
    start: int


Probe = Callable[[str, int], Fault | None]
"""Parses a text and says where that stops; None where it does not. Exact where it gets beyond the line given."""


class _Trial(NamedTuple):
    """One mend of line `number` (from 1), and the whole text with it."""

    number: int
    mend: Mend
    text: str


def explain(file: str, lines: list[str], fault: Fault, probe: Probe) -> Diagnostic:
    """The diagnostic for the fault that stopped the parser in `lines`."""
    near = _near(lines, fault, probe)
    limit = _TRIALS_LARGE if sum(map(len, near)) > _LARGE else _TRIALS
    best = _best(islice(_slips(near, fault), limit), fault, probe)
    best = best or _best(islice(_layout(near, fault), limit), fault, probe)
    if best is None:
        return _unexplained(file, lines, fault)
    mend = best.mend
    return trap(mend.wording, file, Span(best.number, mend.column, mend.end_column), None, **mend.values)


def _near(lines: list[str], fault: Fault, probe: Probe) -> list[str]:
    """The lines around the fault and those they stand under, the others empty, where that has the same fault.

    A large file would take its time to parse for every mend.
    """
    first = max(0, fault.line - 1 - _LINES_BACK)
    while first > 0 and not (key_of(lines[first]) and indent_of(lines[first]) <= _LEVEL_TO_BEGIN):
        first -= 1
    near = [""] * first + lines[first : fault.line + _LINES_BACK]
    indent = indent_of(lines[first])
    for place in range(first - 1, -1, -1):
        if indent and key_of(lines[place]) and indent_of(lines[place]) < indent:
            near[place], indent = lines[place], indent_of(lines[place])
    stop = probe("\n".join(near), 0)
    return near if stop and stop.line == fault.line else lines


def _best(trials: Iterator[_Trial], fault: Fault, probe: Probe) -> _Trial | None:
    """The trial that lets the parser get furthest, None where no one gets it past the fault's line."""
    best, furthest = None, fault.line
    for trial in trials:
        stop = probe(trial.text, furthest)
        if stop is None:
            return trial
        if stop.line > furthest:
            best, furthest = trial, stop.line
    return best


def _slips(lines: list[str], fault: Fault) -> Iterator[_Trial]:
    """Slips within a line, from the fault's line upwards, then where the surrounding began."""
    last = min(fault.line, len(lines))
    for number in [*range(last, max(0, last - _LINES_BACK), -1), fault.start]:
        for layout in tabs(lines, number):
            yield _trial(lines, number, layout.mend, layout.block)
        if found := joined(lines, number):
            yield _Trial(number, *found)
            continue
        for mend in mends(lines[number - 1]):
            yield _trial(lines, number, mend, [mend.line])


def _layout(lines: list[str], fault: Fault) -> Iterator[_Trial]:
    """Dashes and indents of the last lines up to the fault's: of single lines, then of lines with what is below."""
    last = min(fault.line, len(lines))
    numbers = range(last, max(0, last - _LAYOUT_LINES_BACK), -1)
    for moved in (layouts, block_layouts):
        found = [(number, layout) for number in numbers for layout in moved(lines, number)]
        for number, layout in sorted(found, key=lambda pair: pair[1].unlikely):
            yield _trial(lines, number, layout.mend, layout.block)


def _trial(lines: list[str], number: int, mend: Mend, block: list[str]) -> _Trial:
    """The trial that puts `block` in the place of line `number` and those below it."""
    return _Trial(number, mend, "\n".join([*lines[: number - 1], *block, *lines[number - 1 + len(block) :]]))


def _unexplained(file: str, lines: list[str], fault: Fault) -> Diagnostic:
    """What is said where no mend helps: as much as the kind of the fault tells."""
    number = max(1, min(fault.line, len(lines)))
    line = lines[number - 1]
    column = min(fault.column, len(line) + 1)
    span = Span(number, column, column + 1)
    close = Message(N_("Close it where it ends."))
    if fault.kind in (Kind.KEY, Kind.OTHER) and not any(key_of(line) in WORDS for line in lines):
        return trap("E114", file, Span(1, 1, 2))
    match fault.kind:
        case Kind.NAME:
            return trap("E117", file, span)
        case Kind.KEY if not key_of(line):
            # A line may hold nothing but a no-break space.
            start = indent_of(line) + 1
            return trap("E120-text", file, Span(number, start, max(start, len(line.rstrip()) + 1)))
        case Kind.QUOTE:
            return trap("E115", file, span, close)
        case Kind.BRACKET:
            return trap("E123", file, span, close, sign=line[column - 1 : column])
        case _:
            return trap("E103", file, span)
