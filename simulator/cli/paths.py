"""The files that a command line names: each for itself, a folder for the YAML files in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message
from simulator.model.unseen import visible

if TYPE_CHECKING:
    from pathlib import Path


def typed(path: Path) -> str:
    """`path` as somebody types it on a command line, safe to print."""
    name = visible(str(path))
    return f'"{name}"' if " " in name else name


def refuse_missing(paths: Iterable[str]) -> None:
    """A path that is not there is a slip on the command line, and no fault of a file. Raises Refused."""
    for path in paths:
        if not os.path.lexists(path):
            text = N_("There is no file or folder “{name}”.")
            raise Refused(Message(text, {"name": path}), Exit.USAGE)


def yaml_files(paths: Iterable[str]) -> Iterator[tuple[Path, Message | None]]:
    """Every file that is meant, and every folder that could not be searched, with what there is to say of it."""
    from pathlib import Path

    for path in map(Path, paths):
        if path.is_dir():
            yield from _in_folder(path)
        else:
            yield path, None


def _in_folder(folder: Path) -> Iterator[tuple[Path, Message | None]]:
    from simulator.library import walk

    found = walk(folder)
    for problem in found.problems:
        yield folder, problem
    for path in found.files:
        yield path, None
    if not found.files and not found.problems:
        yield (
            folder,
            Message(
                N_("There is no YAML file in “{folder}”: the names of calls and rubrics end in `.yaml` or `.yml`."),
                {"folder": str(folder)},
            ),
        )
