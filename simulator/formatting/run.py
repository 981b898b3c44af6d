"""Formats one source, and makes sure that nothing but its layout is other than before, and the spaces of its French."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from simulator.formatting.french import put_spaces, texts_to_set, with_spaces
from simulator.language import (
    CompiledRubric,
    CompiledScenario,
    FindRubric,
    Path,
    compile_rubric,
    compile_scenario,
    is_rubric,
)
from simulator.language.allow_comments import allows
from simulator.language.tree import parse, walk
from simulator.model.diagnostic import Diagnostic, has_errors
from simulator.model.source import SourceText


@dataclass(frozen=True, slots=True)
class Formatted:
    """What became of one file. `text` is None where it cannot be formatted; `diagnostics` say why, if they can."""

    source: SourceText
    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether its layout is another now."""
        return self.text is not None and self.text != self.source.text


def format_source(source: SourceText, find_rubric: FindRubric) -> Formatted:
    """Lay out a scenario or a rubric; one with errors in its text, keys, values or names (E1, E2, E3) is left alone."""
    before = _compiled(source, find_rubric)
    if before.document is None or has_errors(before.diagnostics):
        return Formatted(source, None, before.diagnostics)
    to_set = texts_to_set(before.document, source)
    text = _laid_out(source.text, to_set)
    if text is None:
        return Formatted(source, None)
    other = replace(source, text=text)
    same = _says(_compiled(other, find_rubric).document) == _says(with_spaces(before.document, to_set))
    return Formatted(source, text if same and _allowed(other) == _allowed(source) else None)


def _compiled(source: SourceText, find_rubric: FindRubric) -> CompiledRubric | CompiledScenario:
    return compile_rubric(source) if is_rubric(source.text) else compile_scenario(source, find_rubric)


def _laid_out(text: str, to_set: frozenset[Path]) -> str | None:
    """`text` in our layout; None where it would not keep its comments, or would be laid out otherwise a second time.

    `to_set` is where French spaces are put in.
    """
    from simulator.formatting.reading import Unread, read
    from simulator.formatting.writing import write

    try:
        before = read(text)
        put_spaces(before.root, to_set)
        laid_out = write(before.root)
        after = read(laid_out)
    except Unread:
        return None
    return laid_out if after.comments == before.comments and write(after.root) == laid_out else None


def _says(document: dict[str, Any] | None) -> str:
    """All keys and values of a document, in their order."""
    return json.dumps(document)


def _allowed(source: SourceText) -> list[tuple[object, ...]]:
    """What each comment to `check` is about: the whole file, or the keys on its line."""
    comments_to_check = allows(source)
    if not comments_to_check:
        return []
    keys = defaultdict[int, list[Path]](list)
    root = parse(source).root
    for path, key, _value in walk(root) if root else ():
        if key is not None:
            keys[key.span.line].append(path)
    return [(one.code, one.reason, one.in_head, keys[one.span.line]) for one in comments_to_check]
