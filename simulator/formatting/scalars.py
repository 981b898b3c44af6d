"""How one text is written: bare words as they are, sentences in quotes, long folded texts on lines of like length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from simulator.formatting.pieces import Scalar

WIDTH: Final = 120
"""How many columns a line may take where it can be broken. Texts in quotes stay on one line."""

INDENT: Final = 2

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_BREAK: Final = re.compile(r"(?<=\S) (?=\S)")
"""Where a folded line may be broken: at one blank between two words."""


def inline(scalar: Scalar, *, prose: bool) -> str:
    """A text on one line. `prose` stands in quotes; what stands in double quotes already stays as it is."""
    if scalar.style == '"' and "\n" not in scalar.raw:
        return scalar.raw
    if scalar.style or "\n" in scalar.text or (prose and scalar.raw):
        return _quoted(scalar.text)
    return scalar.text


def saying(scalar: Scalar, change: Callable[[str], str]) -> Scalar:
    """`scalar` with its text changed by `change`, which leaves line ends alone.

    The style is kept, but for a folded text with lines of different depth, which would be kept as they were written.
    """
    text = change(scalar.text)
    style = "|" if scalar.style == ">" and _is_laid_out(_lines(scalar.text)[0]) else scalar.style
    return Scalar(_quoted(text) if style in ("'", '"') else scalar.raw, text, style)


def _quoted(text: str) -> str:
    """`text` in the quotes that leave it as it is, double ones where both do."""
    if '"' in text and "'" not in text and not {"\n", "\t"} & set(text):
        return f"'{text}'"
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def block(scalar: Scalar, indent: int) -> list[str]:
    """The sign of a block, then its lines, which stand at `indent` columns."""
    lines, ends = _lines(scalar.text)
    if scalar.style == ">":
        lines = _as_written(scalar, lines) if _is_laid_out(lines) else list(_folded(lines, WIDTH - indent))
    starts_blank = next((line for line in lines if line), "").startswith(" ")
    sign = f"{scalar.style}{INDENT if starts_blank else ''}{'-' if not ends else '+' if ends > 1 else ''}"
    shown = [" " * indent + line if line else "" for line in (*lines, *[""] * (ends - 1))]
    return [sign, *shown]


def _lines(text: str) -> tuple[list[str], int]:
    """The lines of a text, and how many line ends stand behind the last of them."""
    body = text.rstrip("\n")
    return body.split("\n"), len(text) - len(body)


def _folded(lines: list[str], width: int) -> Iterator[str]:
    """Lines that are folded into `lines` again; a blank one stands for the line end between two."""
    for number, line in enumerate(lines):
        if number:
            yield ""
        start = length = 0
        for found in (*_BREAK.finditer(line), None):
            end = found.start() if found else len(line)
            if end - start > width and length:
                yield line[start : start + length]
                start += length + 1
            length = end - start
        if line:
            yield line[start:]


def _is_laid_out(lines: list[str]) -> bool:
    """Whether lines of different depth stand in a folded text, which folding would not give back."""
    return any(line.startswith((" ", "\t")) for line in lines)


def _as_written(scalar: Scalar, lines: list[str]) -> list[str]:
    """The lines of a folded text in which lines of different depth stand."""
    raw = scalar.raw.split("\n")[1:]
    while raw and not raw[-1].strip(" "):
        raw.pop()
    first, same = (next((line for line in one if line.strip(" ")), "") for one in (raw, lines))
    depth = _depth(first) - _depth(same)
    return [line[depth:] for line in raw]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
