"""The guides for trainers, taken apart: their fenced blocks, and the call that the blocks build step by step.

A block of YAML says behind its language what it is:

    call     a whole call, with which the guide goes on
    add      keys that are added to the call as it stands
    instead  states that take the place of those of the same name
    rubric   a whole rubric
    line     a line of a file, to be read as YAML and no more
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from simulator.language.nodes import Data, Word, to_data
from simulator.language.tree import parse
from simulator.model.source import SourceText

FOLDER: Final = Path(__file__).parents[2] / "scenarios"
GUIDES: Final = {"en": FOLDER / "README.md", "fr": FOLDER / "LISEZMOI.md"}
_FENCE: Final = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: its language, what it is, its text, and the line that it begins on."""

    language: str
    kind: str
    text: str
    line: int


class Step(NamedTuple):
    """The guide's call after one more block of YAML, as text."""

    block: Block
    text: str


def guide(language: str) -> str:
    """The text of a guide."""
    return GUIDES[language].read_text(encoding="utf-8")


def blocks(language: str) -> list[Block]:
    """The fenced blocks of a guide, in its order."""
    text = guide(language)
    return [Block(f[1], f[2] or "", f[3], text.count("\n", 0, f.start()) + 2) for f in _FENCE.finditer(text)]


def steps(language: str) -> Iterator[Step]:
    """The guide's call as it grows."""
    call: Data = None
    for block in blocks(language):
        if block.kind == "call":
            call = _data(block.text)
            yield Step(block, block.text)
        elif block.kind in ("add", "instead"):
            call = _joined(call, _data(block.text), deep=block.kind == "add")
            yield Step(block, "".join(f"{line}\n" for line in _lines(call)))


def _data(text: str) -> Data:
    tree = parse(SourceText("block.yaml", text))
    assert tree.root is not None, tree.diagnostics
    assert tree.diagnostics == ()
    return to_data(tree.root)


def _joined(old: Data, new: Data, *, deep: bool) -> Data:
    """`old` with the keys of `new`; what is not a mapping in both is replaced."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    if deep:
        return old | {key: _joined(old.get(key), value, deep=True) for key, value in new.items()}
    replaced = {key: {**_mapping(old.get(key)), **_mapping(value)} for key, value in new.items()}
    return {**old, **replaced}


def _mapping(data: Data) -> dict[str, Data]:
    assert isinstance(data, dict)
    return data


def _lines(data: Data, indent: str = "") -> Iterator[str]:
    """A document as YAML: mappings on lines of their own, lists in brackets."""
    for key, value in _mapping(data).items():
        if isinstance(value, dict) and value:
            yield f"{indent}{_shown(key)}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{_shown(key)}: {_flow(value)}"


def _flow(data: Data) -> str:
    match data:
        case dict():
            return f"{{{', '.join(f'{_shown(key)}: {_flow(value)}' for key, value in data.items())}}}"
        case list():
            return f"[{', '.join(map(_flow, data))}]"
        case Word() if data.plain and re.fullmatch(r"[\w+-]+", data):
            return str(data)
        case None:
            return "{}"
    return json.dumps(str(data), ensure_ascii=False)


def _shown(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) else json.dumps(key, ensure_ascii=False)
