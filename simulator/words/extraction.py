"""Finds in our source code the messages that the catalogues must have.

A message is a literal in a call: `_("...")`, `N_("...")`, `ngettext("...", "...", n)`, `Message("...", values)` or
`Message("...", values, plural="...", count=n)`, the texts of a Message with `N_` around them or not. A text put
together before it is looked up, which no catalogue can have, raises SourceError. Any other expression stands for a
text that is marked elsewhere.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

PACKAGES: Final = ("simulator", "scoring", "scenarios")


class SourceError(Exception):
    """A text in our code that no catalogue can have; says where."""


class Found(NamedTuple):
    """A message, and the file it stands in as a path from the root of the project, with slashes."""

    text: str
    plural: str | None
    path: str


def extract(root: Path) -> list[Found]:
    """Every message of the packages under `root`, by file and line."""
    paths = [path for package in PACKAGES for path in sorted((root / package).rglob("*.py"))]
    return [
        Found(text, plural, path.relative_to(root).as_posix())
        for path in paths
        for text, plural in extract_from(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    ]


def extract_from(source: str, path: str) -> Iterator[tuple[str, str | None]]:
    """The messages of one file with their plurals; `path` is for the words of a SourceError."""
    calls = [node for node in ast.walk(ast.parse(source, path)) if isinstance(node, ast.Call)]
    calls.sort(key=lambda node: (node.lineno, node.col_offset))
    taken: list[ast.expr] = []
    for call in calls:
        if call in taken:
            continue
        texts = _texts(call)
        for text in texts:
            if _is_put_together(text):
                raise SourceError(f"{path}:{text.lineno}: put names in {{braces}} and fill them after the translation")
        match [_literal(text) for text in texts]:
            case [str(singular), str(plural)]:
                taken.extend(texts)
                yield singular, plural
            case [str(singular), *_]:
                yield singular, None


def _texts(call: ast.Call) -> list[ast.expr]:
    """The arguments of `call` that are texts for a catalogue: none, one, or a singular and a plural."""
    match call.func, call.args:
        case ast.Name("_" | "N_" | "gettext"), [text]:
            return [text]
        case ast.Name("ngettext"), [singular, plural, _count]:
            return [singular, plural]
        case ast.Name("Message"), [singular, _values, plural, *_count]:
            return [singular, plural]
        case ast.Name("Message"), [text, *_values]:
            # A lone text in N_ is found on its own, wherever it is carried to.
            plurals = [word.value for word in call.keywords if word.arg == "plural"]
            return [text, *plurals]
    return []


def _literal(node: ast.expr) -> str | None:
    match node:
        case ast.Constant(str(text)):
            return text
        case ast.Call(ast.Name("N_"), [text]):
            return _literal(text)
    return None


def _is_put_together(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr() | ast.BinOp() | ast.Call(ast.Attribute(attr="format")):
            return True
    return False
