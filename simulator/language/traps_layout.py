"""How a line stands among its neighbours: its indent and its dash, and where else it may have been meant to stand.

Every way is a mend of the line and the lines that take the place of it and of those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.language.traps_lines import Mend, indent_of, key_of
from simulator.language.traps_values import WORDS

_NEIGHBOURS: Final = 30
_STEP: Final = 2
_OPENS: Final = re.compile(r":\s*(?:[|>][-+0-9]*)?\s*(?:#.*)?$")
_OPENS_TEXT: Final = re.compile(r":\s+[|>][-+0-9]*\s*$")
_DASHES: Final = re.compile(r"\s*(?:-\s+)*")
_LONGEST: Final = 1000

Layout = tuple[Mend, list[str]]


def tabs(lines: list[str], number: int) -> Iterator[Layout]:
    """Line `number` (from 1) with spaces for the tabs in front of it."""
    line = lines[number - 1]
    blanks, content = line[: indent_of(line)], line.strip()
    if "\t" not in blanks or not content:
        return
    place = blanks.index("\t")
    for step in _steps(_above(lines, number)):
        mended = " " * step + content
        yield Mend("E104", place + 1, place + 2, mended, {"line": mended}), [mended]


def layouts(lines: list[str], number: int) -> Iterator[Layout]:
    """Line `number` (from 1) with its dash or its indent as the lines above it have theirs."""
    if lines[number - 1].strip():
        yield from _dashes(lines, number)
        yield from _indents(lines, number)


def _dashes(lines: list[str], number: int) -> Iterator[Layout]:
    """A dash more or less, where a neighbour above at the line's level has it the other way."""
    line = lines[number - 1]
    indent, content = indent_of(line), line.strip()
    dashed = content.startswith("- ")
    neighbours = [other.strip() for other in _above(lines, number) if indent_of(other) == indent]
    if any(other.startswith("- ") != dashed for other in neighbours):
        mended = " " * indent + (content[2:].lstrip() if dashed else f"- {content}")
        yield Mend("E122", indent + 1, indent + 2, mended, {"line": mended}), [mended]


def _indents(lines: list[str], number: int) -> Iterator[Layout]:
    """The line, with what stands below it and alone, as far in as lines above it are, or one step further."""
    line = lines[number - 1]
    found, above = indent_of(line), _above(lines, number)
    is_text = not key_of(line) and not line.strip().startswith("- ")
    for target in sorted(_steps(above), key=lambda step: abs(step - found)):
        in_text = _in_block_text(above, target)
        if target == found or (is_text and not in_text) or (in_text and key_of(line) in WORDS):
            continue
        mended = " " * target + line.strip()
        values = {"found": found + 1, "expected": target + 1, "line": mended}
        mend = Mend("E116-text" if is_text else "E116", 1, max(found, 1) + 1, mended, values)
        block = _block(lines, number)
        yield mend, [" " * max(0, target - found + indent_of(each)) + each.lstrip() for each in block]
        if len(block) > 1:
            yield mend, [mended]


def _above(lines: list[str], number: int) -> list[str]:
    nearest = lines[max(0, number - 1 - _NEIGHBOURS) : number - 1]
    return [line[:_LONGEST] for line in nearest if line.strip() and not line.lstrip().startswith("#")]


def _steps(above: list[str]) -> list[int]:
    """How far in a line below `above` may begin, the likeliest first."""
    steps: list[int] = []
    for line in reversed(above):
        dashes = _DASHES.match(line)
        steps += [dashes.end() if dashes else 0, indent_of(line)]
    further = steps[0] + _STEP if steps else 0
    steps = [further, *steps] if above and _OPENS.search(above[-1]) else [*steps, further]
    return list(dict.fromkeys(steps))


def _in_block_text(above: list[str], step: int) -> bool:
    """Whether a line that begins at `step` belongs to a text under `|` or `>`."""
    header = next((line for line in reversed(above) if indent_of(line) < step), "")
    return bool(_OPENS_TEXT.search(header))


def _block(lines: list[str], number: int) -> list[str]:
    """The line and those below it that are indented at least as far."""
    found = indent_of(lines[number - 1])
    block: list[str] = []
    for line in lines[number - 1 :]:
        if line.strip() and indent_of(line) < found:
            break
        block.append(line)
    return block
