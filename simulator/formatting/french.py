"""The no-break spaces of French punctuation, put into the texts of a call in French: the one change to what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.formatting.pieces import Collection, Item, Scalar
from simulator.formatting.scalars import saying
from simulator.language import Path
from simulator.language.allow_comments import allows
from simulator.language.draft import Draft
from simulator.language.rules.french_spaces import CODE
from simulator.model.french import spaced
from simulator.model.source import SourceText


def texts_to_set(document: dict[str, Any], source: SourceText) -> frozenset[Path]:
    """Where the texts are that lack some: none in another language, nor where the author does without them."""
    draft = Draft(document)
    if draft.data.get("language") != "fr" or any(comment.code == CODE for comment in allows(source)):
        return frozenset()
    return frozenset(path for path, text in draft.texts() if isinstance(text, str) and spaced(text) != text)


def put_spaces(root: Collection, wanted: frozenset[Path]) -> None:
    """Put the spaces into the texts at the paths `wanted`."""
    for path, item in _items(root, ()) if wanted else ():
        if path in wanted and isinstance(item.value, Scalar):
            item.value = saying(item.value, spaced)


def with_spaces(data: Any, wanted: frozenset[Path], path: Path = ()) -> Any:
    """A document with the spaces in the texts at the paths `wanted`."""
    if isinstance(data, dict):
        return {key: with_spaces(value, wanted, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [with_spaces(value, wanted, (*path, place)) for place, value in enumerate(data)]
    return spaced(data) if path in wanted else data


def _items(collection: Collection, path: Path) -> Iterator[tuple[Path, Item]]:
    """Every item with its path in the document."""
    for place, item in enumerate(collection.items):
        here = (*path, place if item.key is None else item.key.text)
        yield here, item
        if isinstance(item.value, Collection):
            yield from _items(item.value, here)
