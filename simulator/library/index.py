"""The library as it was when it was last listed, in one file: for a table that is to stand at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from simulator.library.cache import Cache
from simulator.library.entries import Entry, Listing

_TEXTS: Final = ("id", "title", "role", "language", "text_hash", "rubric_hash")
_NUMBERS: Final = ("level", "minutes")
_PATHS: Final = ("folder", "replaces")


def key_of(folders: Sequence[Path | None]) -> str:
    """The name under which the listing of these folders is kept."""
    return sha256("\n".join("" if folder is None else str(folder) for folder in folders).encode()).hexdigest()


def keep(cache: Cache, key: str, listing: Listing) -> None:
    """Remember what can be played; the rest is found again each time, with its reason."""
    rows = [_written(entry) for entry in listing.entries if entry.playable]
    cache.keep_listing(key, json.dumps(rows, ensure_ascii=False, separators=(",", ":")))


def last(cache: Cache, key: str) -> Listing | None:
    """What could be played when the folders were last listed; None where that is not known."""
    body = cache.listing(key)
    if body is None:
        return None
    try:
        return Listing(tuple(_read(row) for row in json.loads(body)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _written(entry: Entry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in (*_TEXTS, *_NUMBERS)}
    paths = {name: str(path) for name in _PATHS if (path := getattr(entry, name)) is not None}
    return {**values, **paths, "path": str(entry.path), "known": entry.known}


def _read(row: dict[str, Any]) -> Entry:
    texts = {name: str(row[name]) for name in _TEXTS}
    numbers = {name: int(row[name]) for name in _NUMBERS}
    folder, replaces = (Path(row[name]) if name in row else None for name in _PATHS)
    known = bool(row["known"])
    return Entry(**texts, **numbers, path=Path(row["path"]), folder=folder, replaces=replaces, known=known)  # type: ignore[arg-type]
