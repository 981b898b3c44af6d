"""Writes lines of JSON: to standard output, or to a file that is whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path


def to_stdout(lines: Iterable[bytes]) -> None:
    """Write `lines` to standard output, as they are."""
    sys.stdout.flush()
    for line in lines:
        sys.stdout.buffer.write(_ended(line))
    sys.stdout.buffer.flush()


def to_file(lines: Iterable[bytes], path: Path) -> None:
    """Write `lines` beside the file at `path` and put them in its place when all is there. Raises OSError."""
    import tempfile

    handle, draft = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            for line in lines:
                file.write(_ended(line))
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + b"\n"
