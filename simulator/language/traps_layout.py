"""How a line stands among its neighbours: its indent and its dash, and where else it may have been meant to stand.

Every way is a mend of the line and the lines that take the place of it and of those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.language.traps_lines import Mend, dashes_of, indent_of, key_of, opens_text
from simulator.language.traps_owner import Owners
from simulator.language.traps_values import WORDS

_NEIGHBOURS: Final = 30
_STEP: Final = 2
_DASH: Final = len("- ")
_TRIED: Final = 6
_OPENS: Final = re.compile(r":\s*(?:[|>][-+0-9]*)?\s*(?:#.*)?$")
_LONGEST: Final = 1000
_TAB_WIDTHS: Final = (2, 4, 8)
"""How many columns a tab moves text in by, in one editor or another."""


class Layout(NamedTuple):
    """One way a line may have been meant to stand, and the lines in the place of it and of those below it."""

    mend: Mend
    block: list[str]
    unlikely: tuple[bool, bool, int] = (False, False, 0)
    """Sorts ways of different lines: like stands beside like, people indent by even numbers, and slip by little."""


def tabs(lines: list[str], number: int) -> Iterator[Layout]:
    """Line `number` (from 1) with spaces for the tabs in front of it."""
    line = lines[number - 1]
    blanks, content = line[: indent_of(line)], line.strip()
    if "\t" not in blanks or not content:
        return
    place = blanks.index("\t")
    owners = Owners(_written(lines[: number - 1]))
    likely = {len(blanks.expandtabs(width)) for width in _TAB_WIDTHS}
    below = next((line for line in lines[number:] if line.strip()), "")
    steps = dict.fromkeys([*_steps(_above(lines, number)), *owners.columns])
    for step in sorted(steps, key=lambda step: (owners.suits(content, step, below), step not in likely)):
        mended = " " * step + content
        yield Layout(Mend("E104", place + 1, place + 2, mended, {"line": mended}), [mended])


def layouts(lines: list[str], number: int) -> Iterator[Layout]:
    """Line `number` (from 1) alone with its dash or its indent as the lines above it have theirs."""
    if lines[number - 1].strip():
        yield from _dashes(lines, number)
        for step, mend in _indents(lines, number):
            if _fits(lines, number, step):
                yield Layout(mend, [mend.line], _unlikely(lines, number, step))


def block_layouts(lines: list[str], number: int) -> Iterator[Layout]:
    """Line `number` (from 1) and those below it that stand as far in or further, moved together."""
    found = indent_of(lines[number - 1])
    if lines[number - 1].strip() and len(block := _block(lines, number)) > 1:
        for step, mend in _indents(lines, number):
            moved = [" " * max(0, step - found + indent_of(each)) + each.lstrip() for each in block]
            yield Layout(mend, moved, _unlikely(lines, number, step))


def _dashes(lines: list[str], number: int) -> Iterator[Layout]:
    """A dash more or less, where a neighbour above at the line's level, or the next item, has it the other way."""
    line = lines[number - 1]
    indent, content = indent_of(line), line.strip()
    dashed = content.startswith("- ")
    neighbours = [other.strip() for other in _above(lines, number) if indent_of(other) == indent]
    if any(other.startswith("- ") != dashed for other in neighbours):
        yield _with_dash(indent, " " * indent + (content[2:].lstrip() if dashed else f"- {content}"))
    if not dashed and indent >= _DASH and _next_dash(lines, number) == indent - _DASH:
        yield _with_dash(indent, " " * (indent - _DASH) + f"- {content}")


def _with_dash(indent: int, mended: str) -> Layout:
    return Layout(Mend("E122", indent + 1, indent + 2, mended, {"line": mended}), [mended])


def _next_dash(lines: list[str], number: int) -> int | None:
    """How far in the first line with a dash stands, of those below that are less far in than line `number`."""
    indent = indent_of(lines[number - 1])
    below = (line[:_LONGEST] for line in lines[number : number + _NEIGHBOURS] if line.strip())
    line = next((line for line in below if indent_of(line) < indent), "")
    return indent_of(line) if line.lstrip().startswith("- ") else None


def _indents(lines: list[str], number: int) -> Iterator[tuple[int, Mend]]:
    """The line as far in as lines above it are, or one step further; the likeliest first."""
    line = lines[number - 1]
    found, above = indent_of(line), _above(lines, number)
    is_text = not key_of(line) and not line.strip().startswith("- ")
    wording = "E116-text" if is_text else "E116"
    for step in sorted(_steps(above), key=lambda step: abs(step - found))[:_TRIED]:
        in_text = _in_block_text(above, step)
        if step == found or (is_text and not in_text) or (in_text and key_of(line) in WORDS):
            continue
        mended = " " * step + line.strip()
        values = {"found": found + 1, "expected": step + 1, "line": mended}
        yield step, Mend(wording, 1, max(found, 1) + 1, mended, values)


def _unlikely(lines: list[str], number: int, step: int) -> tuple[bool, bool, int]:
    line = lines[number - 1]
    return _is_stranger(line, _above(lines, number), step), step % 2 == 1, abs(step - indent_of(line))


def _is_stranger(line: str, above: list[str], step: int) -> bool:
    """Whether `line`, begun at `step`, would be a name among keys of the language, or such a key among names."""
    known = 0
    for other in reversed(above):
        if indent_of(other) < step:
            break
        if indent_of(other) == step:
            known += 1 if key_of(other) in WORDS else -1
    return known != 0 and (known > 0) != (key_of(line) in WORDS)


def _above(lines: list[str], number: int) -> list[str]:
    nearest = lines[max(0, number - 1 - _NEIGHBOURS) : number - 1]
    return [line[:_LONGEST] for line in _written(nearest)]


def _written(lines: list[str]) -> list[str]:
    """`lines` without those that are empty or a remark."""
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _steps(above: list[str]) -> list[int]:
    """How far in a line below `above` may begin, the likeliest first."""
    steps: list[int] = []
    for line in reversed(above):
        steps += [indent_of(line) + len(dashes_of(line)), indent_of(line)]
    further = steps[0] + _STEP if steps else 0
    steps = [further, *steps] if above and _OPENS.search(above[-1]) else [*steps, further]
    return list(dict.fromkeys(steps))


def _in_block_text(above: list[str], step: int) -> bool:
    """Whether a line that begins at `step` belongs to a text under `|` or `>`."""
    for line in reversed(above):
        if (indent := indent_of(line)) < step:
            if opens_text(line):
                return True
            step = indent
    return False


def _fits(lines: list[str], number: int, step: int) -> bool:
    """Whether line `number`, begun at `step`, goes with the one below it: further in only under what opens."""
    below = next((line for line in lines[number:] if line.strip()), "")
    if _OPENS.search(lines[number - 1][:_LONGEST]):
        return indent_of(below) > step or below.strip().startswith("- ")
    return indent_of(below) <= step


def _block(lines: list[str], number: int) -> list[str]:
    """The line and those below it that are indented at least as far."""
    found = indent_of(lines[number - 1])
    block: list[str] = []
    for line in lines[number - 1 :]:
        if line.strip() and indent_of(line) < found:
            break
        block.append(line)
    return block
