"""Reads files and folders that somebody else wrote: within limits, and with a sentence for whatever is wrong."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.language.text import BYTES_MAX, decode
from simulator.library.errors import LibraryError
from simulator.model.message import N_, Message
from simulator.model.source import SourceText

SUFFIXES: Final = (".yaml", ".yml")
DEPTH_MAX: Final = 8
"""How many folders deep a library is searched."""
FILES_MAX: Final = 2_000
"""How many YAML files of one library folder are looked at."""
ITEMS_MAX: Final = 50_000
"""How many files and folders of one library folder are passed on the way."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The YAML files under a folder, by path, and what could not be searched."""

    files: tuple[Path, ...]
    problems: tuple[Message, ...] = ()


def read_source(path: Path) -> SourceText:
    """The text of the file at `path`. Raises LibraryError where it is no text within the limits."""
    return source_of(path, read_bytes(path))


def source_of(path: Path, data: bytes) -> SourceText:
    """The text of a file at `path` that was read as `data`. Raises LibraryError where it is none within the limits."""
    read = decode(str(path), data)
    if isinstance(read, SourceText):
        return read
    raise LibraryError(Message(N_("{file} cannot be used."), {"file": str(path)}), (read,))


def read_bytes(path: Path) -> bytes:
    """At most one byte more than a file may have. Raises LibraryError."""
    try:
        kind = os.stat(path).st_mode
        if stat.S_ISDIR(kind):
            raise LibraryError(Message(N_("{file} is a folder; name one scenario in it."), {"file": str(path)}))
        if not stat.S_ISREG(kind):
            # Opening a pipe or a device would wait for ever.
            raise LibraryError(Message(N_("{file} is not an ordinary file."), {"file": str(path)}))
        with open(path, "rb") as file:
            return file.read(BYTES_MAX + 1)
    except FileNotFoundError:
        raise LibraryError(Message(N_("There is no file {file}."), {"file": str(path)}), usage=True) from None
    except (OSError, ValueError) as error:
        raise LibraryError(_unreadable(path, error)) from None


def walk(folder: Path) -> Walk:
    """The YAML files under `folder`; hidden folders are left out, links are followed once. Raises nothing."""
    files: list[Path] = []
    problems: list[Message] = []
    seen: set[tuple[int, int] | str] = set()
    items = 0
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        try:
            if _known(here, seen):
                continue
            with os.scandir(here) as found:
                inside = sorted(found, key=lambda item: item.name)
        except (OSError, ValueError) as error:
            problems.append(_missing(here) if isinstance(error, FileNotFoundError) else _unreadable(here, error))
            continue
        items += len(inside)
        for item in inside:
            path = here / item.name
            if item.name.lower().endswith(SUFFIXES) and not item.name.startswith(".") and not _is_folder(item):
                files.append(path)
            elif _is_folder(item) and not item.name.startswith((".", "__")) and depth < DEPTH_MAX:
                waiting.append((path, depth + 1))
        if items > ITEMS_MAX or len(files) > FILES_MAX:
            problems.append(_too_many(folder))
            break
    return Walk(tuple(sorted(files[:FILES_MAX])), tuple(problems))


def _known(folder: Path, seen: set[tuple[int, int] | str]) -> bool:
    """Whether `folder` was searched before, perhaps by another way; remembers it."""
    status = os.stat(folder)
    # Windows gives no number for a folder on some file systems.
    sign = (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(folder)
    if sign in seen:
        return True
    seen.add(sign)
    return False


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False


def _missing(folder: Path) -> Message:
    return Message(N_("There is no folder {folder}."), {"folder": str(folder)})


def _unreadable(path: Path, error: Exception) -> Message:
    reason = getattr(error, "strerror", None) or str(error)
    return Message(N_("{file} cannot be read ({reason})."), {"file": str(path), "reason": reason})


def _too_many(folder: Path) -> Message:
    text = N_("The folder {folder} holds too many files; only the first ones were looked at.")
    return Message(text, {"folder": str(folder)})
