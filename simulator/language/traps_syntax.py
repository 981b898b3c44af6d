"""The one fault of a file that does not parse, at the line where it was made and in a trainer's words.

The parser gives up where it can go no further, often long after the slip. So the lines up to there are looked
at for slips that people make; each is mended on trial, and the one that lets the parser get furthest is the
fault. What is shown as the corrected line is therefore known to be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from itertools import islice
from typing import Final, NamedTuple

from simulator.language.traps import trap
from simulator.language.traps_lines import Mend, indent_of, joined, key_of, mends
from simulator.language.traps_values import WORDS
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import Span

_LINES_BACK: Final = 60
_LAYOUT_LINES_BACK: Final = 12
_NEIGHBOURS: Final = 30
_TRIALS: Final = 50
_TRIALS_LARGE: Final = 6
_LARGE: Final = 100_000


class Kind(Enum):
    """What the parser could not do."""

    KEY = auto()
    """Find the colon of what looks like a key."""
    NAME = auto()
    """Take a mapping or a list for a key."""
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


Probe = Callable[[str], Fault | None]
"""Parses a text and says where that stops; None where it does not."""


class _Trial(NamedTuple):
    """One mend of line `number` (from 1), and the whole text with it."""

    number: int
    mend: Mend
    text: str


def explain(file: str, lines: list[str], fault: Fault, probe: Probe) -> Diagnostic:
    """The diagnostic for the fault that stopped the parser in `lines`."""
    limit = _TRIALS_LARGE if sum(map(len, lines)) > _LARGE else _TRIALS
    best = _best(islice(_slips(lines, fault), limit), fault, probe)
    best = best or _best(islice(_layout(lines, fault), limit), fault, probe)
    if best is None:
        return _unexplained(file, lines, fault)
    mend = best.mend
    return trap(mend.wording, file, Span(best.number, mend.column, mend.end_column), None, **mend.values)


def _best(trials: Iterator[_Trial], fault: Fault, probe: Probe) -> _Trial | None:
    """The trial that lets the parser get furthest, None where no one gets it past the fault's line."""
    best, furthest = None, fault.line
    for trial in trials:
        stop = probe(trial.text)
        if stop is None:
            return trial
        if stop.line > furthest:
            best, furthest = trial, stop.line
    return best


def _slips(lines: list[str], fault: Fault) -> Iterator[_Trial]:
    """Slips within a line, from the fault's line upwards, then where the surrounding began."""
    last = min(fault.line, len(lines))
    for number in [*range(last, max(0, last - _LINES_BACK), -1), fault.start]:
        if found := joined(lines, number):
            yield _Trial(number, *found)
            continue
        for mend in mends(lines[number - 1]):
            yield _Trial(number, mend, _with(lines, number, [mend.line]))


def _layout(lines: list[str], fault: Fault) -> Iterator[_Trial]:
    """Dashes and indents, from the fault's line upwards."""
    last = min(fault.line, len(lines))
    for number in range(last, max(0, last - _LAYOUT_LINES_BACK), -1):
        if lines[number - 1].strip():
            yield from _dashes(lines, number)
            yield from _indents(lines, number)


def _with(lines: list[str], number: int, block: list[str]) -> str:
    return "\n".join([*lines[: number - 1], *block, *lines[number - 1 + len(block) :]])


def _above(lines: list[str], number: int) -> list[str]:
    nearest = lines[max(0, number - 1 - _NEIGHBOURS) : number - 1]
    return [line for line in nearest if line.strip() and not line.lstrip().startswith("#")]


def _dashes(lines: list[str], number: int) -> Iterator[_Trial]:
    """The line with a dash more or less, where a neighbour above at its level has it the other way."""
    line = lines[number - 1]
    indent, content = indent_of(line), line.strip()
    dashed = content.startswith("- ")
    neighbours = [other.strip() for other in _above(lines, number) if indent_of(other) == indent]
    if any(other.startswith("- ") != dashed for other in neighbours):
        mended = " " * indent + (content[2:].lstrip() if dashed else f"- {content}")
        mend = Mend("E122", indent + 1, indent + 2, mended, {"line": mended})
        yield _Trial(number, mend, _with(lines, number, [mended]))


def _indents(lines: list[str], number: int) -> Iterator[_Trial]:
    """The line, with what stands below it and alone, as far in as lines above it are, or one step further."""
    line = lines[number - 1]
    found = indent_of(line)
    above = _above(lines, number)
    steps = {indent_of(other) for other in above} | {indent_of(above[-1]) + 2 if above else 0}
    if not key_of(line) and not line.strip().startswith("- "):
        steps = {step for step in steps if _in_block_text(above, step)}
    outwards = key_of(line) in WORDS
    wording = "E104" if "\t" in line[:found] else "E116"
    for target in sorted(steps - {found}, key=lambda step: (abs(step - found), (step > found) == outwards)):
        mended = " " * target + line.strip()
        values = {"found": found + 1, "expected": target + 1, "line": mended}
        mend = Mend(wording, 1, max(found, 1) + 1, mended, values)
        block = _block(lines, number)
        shifted = [" " * max(0, target - found + indent_of(each)) + each.lstrip() for each in block]
        yield _Trial(number, mend, _with(lines, number, shifted))
        if len(block) > 1:
            yield _Trial(number, mend, _with(lines, number, [mended]))


def _in_block_text(above: list[str], step: int) -> bool:
    """Whether a line that begins at `step` belongs to a text under `|` or `>`."""
    header = next((line for line in reversed(above) if indent_of(line) < step), "")
    return bool(re.search(r":\s+[|>][-+0-9]*\s*$", header))


def _block(lines: list[str], number: int) -> list[str]:
    """The line and those below it that are indented at least as far."""
    found = indent_of(lines[number - 1])
    block: list[str] = []
    for line in lines[number - 1 :]:
        if line.strip() and indent_of(line) < found:
            break
        block.append(line)
    return block


def _unexplained(file: str, lines: list[str], fault: Fault) -> Diagnostic:
    """What is said where no mend helps: as much as the kind of the fault tells."""
    number = max(1, min(fault.line, len(lines)))
    line = lines[number - 1]
    column = min(fault.column, len(line) + 1)
    span = Span(number, column, column + 1)
    if fault.kind is Kind.NAME:
        return trap("E117", file, span)
    if fault.kind is Kind.KEY and not key_of(line):
        return trap("E120-text", file, Span(number, indent_of(line) + 1, len(line.rstrip()) + 1))
    return trap("E103", file, span)
