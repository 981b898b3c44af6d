"""The cache folder: texts under a kind and a key, each with a checksum. Nothing that goes wrong here is an error.

What is damaged, of another version or not ours is as if it were not there; what cannot be written is not kept.
"""

from __future__ import annotations

import json
import os
import re
import threading
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from simulator import __version__

FORM: Final = 2
"""Version of the form of a file on the shelf."""

RULES: Final = f"{FORM}/{__version__}"
"""What a file must have been written under to be read."""

HEAD_MAX: Final = 65_536
BODY_MAX: Final = 128 * 1_048_576
KEEP: Final = {"documents": 4_000, "values": 60, "weighings": 4_000, "listings": 8}
"""How many files of each kind stay; the oldest go."""


class Shelf:
    """A folder of cached texts; `folder` None keeps nothing. May be used from several threads and programs."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def head(self, kind: str, key: str) -> dict[str, Any] | None:
        """What was said about the text under `key`, without reading the text itself."""
        head, _ = self._read(kind, key, whole=False)
        return head

    def get(self, kind: str, key: str) -> tuple[dict[str, Any], str] | None:
        """What was put under `key`, if it is there and whole."""
        head, body = self._read(kind, key, whole=True)
        if head is None or head.get("sum") != sha256(body).hexdigest():
            return None
        return head, body.decode("utf-8", "replace")

    def put(self, kind: str, key: str, head: dict[str, Any], body: str) -> None:
        """Keep `body` under `key`, with `head` in front; says nothing where that cannot be done."""
        path = self._path(kind, key)
        if path is None:
            return
        data = body.encode("utf-8", "replace")
        label = {**head, "rules": RULES, "key": key, "sum": sha256(data).hexdigest()}
        first = json.dumps(label, ensure_ascii=True, separators=(",", ":")).encode()
        if len(first) >= HEAD_MAX or len(data) > BODY_MAX:
            return
        draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                draft.write_bytes(first + b"\n" + data)
                os.replace(draft, path)
            finally:
                draft.unlink(missing_ok=True)
            _weed(path.parent, KEEP[kind])
        except OSError:
            return

    def _read(self, kind: str, key: str, *, whole: bool) -> tuple[dict[str, Any] | None, bytes]:
        path = self._path(kind, key)
        if path is None:
            return None, b""
        try:
            if not path.is_file():
                return None, b""
            with path.open("rb") as file:
                head = json.loads(file.readline(HEAD_MAX))
                body = file.read(BODY_MAX + 1) if whole else b""
        except (OSError, ValueError, RecursionError):
            return None, b""
        if not isinstance(head, dict) or head.get("rules") != RULES or head.get("key") != key:
            return None, b""
        return head, body

    def _path(self, kind: str, key: str) -> Path | None:
        if self._folder is None:
            return None
        return self._folder / kind / f"{re.sub(r'[^0-9a-z-]', '_', key)}.json"


def _weed(folder: Path, keep: int) -> None:
    """Remove the oldest files of `folder` beyond `keep`."""
    with os.scandir(folder) as found:
        files = [item for item in found if item.is_file(follow_symlinks=False)]
    if len(files) > keep:
        by_age = sorted(files, key=lambda item: item.stat(follow_symlinks=False).st_mtime_ns)
        for item in by_age[: len(files) - keep]:
            Path(item.path).unlink(missing_ok=True)
