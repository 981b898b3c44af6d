"""The rows of the library: one for each scenario file, those that cannot be played included."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.library.cache import Cache
from simulator.library.compiling import SCENARIO, head_of, scenario_of
from simulator.library.errors import LibraryError
from simulator.library.files import read_source
from simulator.library.rubrics import find_rubric
from simulator.model.message import Message
from simulator.model.source import SourceText, text_hash

if TYPE_CHECKING:
    from simulator.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario of the library. Where `problem` is given it cannot be played, and the file's name stands in."""

    id: str
    title: str
    role: str
    level: int
    language: str
    minutes: int
    path: Path
    folder: Path | None
    """The library folder it was found in; None for one that comes with RoleCall."""
    replaces: Path | None = None
    """The file of the same id, shipped or in a later folder, that this one stands in for."""
    problem: Message | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """The first error of a file that has any."""
    known: bool = False
    """Whether the file was found good before, as it is now: it can be loaded at once, and played."""
    text_hash: str = ""
    rubric_hash: str = ""
    """The hashes of the scenario's text, and of the rubric that it was found good with."""

    @property
    def playable(self) -> bool:
        """Whether it can be chosen."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Listing:
    """The whole library: entries by role, level and title, and what is wrong with folders."""

    entries: tuple[Entry, ...]
    problems: tuple[Message, ...] = ()


def entry_of(path: Path, folder: Path | None, cache: Cache) -> Entry | None:
    """The row for the file at `path`; None where it is a rubric, or a YAML file that has nothing to do with calls."""
    try:
        source = read_source(path)
        digest = text_hash(source.text)
        head = cache.head(digest)
        known = head is not None and (folder is None or bool(head.get("checked")))
        if head is None:
            if not _may_be_scenario(source):
                return None
            head = head_of(*scenario_of(source, find_rubric(path, cache), cache))
        return _row(head, path, folder, known, digest) if head.get("kind") == SCENARIO else None
    except LibraryError as error:
        return _broken(path, folder, error)


def _row(head: dict[str, Any], path: Path, folder: Path | None, known: bool, digest: str) -> Entry:
    texts = (str(head.get(key, "")) for key in ("id", "title", "role", "language", "rubric_hash"))
    name, title, role, language, rubric = texts
    level, minutes = (n if isinstance(n := head.get(key), int) else 0 for key in ("level", "minutes"))
    return Entry(
        name, title, role, level, language, minutes, path, folder, known=known, text_hash=digest, rubric_hash=rubric
    )


def _broken(path: Path, folder: Path | None, error: LibraryError) -> Entry:
    from simulator.model.diagnostic import Severity

    errors = tuple(d for d in error.diagnostics if d.severity is Severity.ERROR)[:1]
    problem = errors[0].headline if errors else error.message
    return Entry(path.stem, path.name, "", 0, "", 0, path, folder, problem=problem, diagnostics=errors)


def _may_be_scenario(source: SourceText) -> bool:
    """False for what is plainly something else: a rubric, or a mapping with none of a scenario's first keys."""
    from simulator.language.tree import parse, to_data

    root = parse(source).root
    if root is None:
        return True
    data = to_data(root)
    return isinstance(data, dict) and ("states" in data or ("rolecall" in data and "criteria" not in data))
