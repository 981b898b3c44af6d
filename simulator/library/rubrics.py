"""What `rubric:` in a scenario means: a shipped rubric by its id, or a path relative to the scenario's file."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final

import scoring
from simulator.library.cache import Cache
from simulator.library.compiling import rubric_of
from simulator.library.errors import LibraryError
from simulator.library.files import SUFFIXES, read_source

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.language import FindRubric

SHIPPED: Final = Path(scoring.__file__).parent / "rubrics"


def rubric_path(name: str, scenario: Path | None) -> Path | None:
    """The file that `name` means in the scenario file at `scenario`; None where it can mean none.

    A path stays relative: an absolute one would tie the scenario to a machine, and on Windows could make the
    program call a server.
    """
    name = name.strip()
    if "/" not in name and "\\" not in name and not name.lower().endswith(SUFFIXES):
        return SHIPPED / f"{name}.yaml" if re.fullmatch(r"[\w-]+", name) else None
    if scenario is None or "\0" in name or name.startswith("/") or PureWindowsPath(name).anchor:
        return None
    return scenario.parent / name


def find_rubric(path: Path | None, cache: Cache | None = None) -> FindRubric:
    """How the scenario file at `path` finds its rubric: None for one that is not there or has errors."""

    def find(name: str) -> Rubric | None:
        found = rubric_with_text(name, path, cache)
        return found[0] if found else None

    return find


def rubric_with_text(name: str, scenario: Path | None, cache: Cache | None = None) -> tuple[Rubric, str] | None:
    """The rubric that `name` means, and its text; None where it is not there or has errors."""
    path = rubric_path(name, scenario)
    if path is None:
        return None
    try:
        source = read_source(path)
        return rubric_of(source, cache or Cache()), source.text
    except LibraryError:
        return None
