"""The file of a call as it is at one moment: what it says, what is wrong with it, and which rubric it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.checking import CheckedFile, compile_source, ground_of, with_allows, with_findings
from simulator.library import LibraryError, find_rubric, read_source
from simulator.library.rubrics import rubric_path
from simulator.model.diagnostic import error_count
from simulator.model.message import Message
from simulator.model.source import SourceText

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.analysis import Ground


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found at `path`. There is a call in it where `file` has a scenario."""

    path: Path
    file: CheckedFile
    problem: Message | None = None
    """Why nothing could be read."""
    rubrics: tuple[tuple[Path, str], ...] = ()
    """The rubric files that it names, each with the hash of its text; an empty one where it cannot be used."""
    ground: Ground | None = None
    """Everything found out about the call, once it was surveyed."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that this hangs on."""
        return (self.path, *(path for path, _hash in self.rubrics))

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return error_count(self.file.diagnostics)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return len(self.file.diagnostics) - self.errors

    @property
    def has_call(self) -> bool:
        """Whether there is a call that can be tried; one that is wrong as a whole (E4) can."""
        return self.file.scenario is not None and self.file.rubric is not None

    @property
    def is_half(self) -> bool:
        """Whether the call is still to be surveyed."""
        return self.has_call and self.ground is None

    def says_the_same(self, other: Reading | None) -> bool:
        """Whether `other` was read from the same texts."""
        if other is None:
            return False
        return self._texts == other._texts

    @property
    def _texts(self) -> tuple[object, ...]:
        unread = self.file.diagnostics if not self.file.source.text else ()
        return self.file.source, unread, self.problem, self.rubrics


def read(path: Path) -> Reading:
    """Read and compile what stands at `path`. Raises nothing: what cannot be read is told in the reading."""
    try:
        source = read_source(path)
    except LibraryError as error:
        nothing = CheckedFile(SourceText(str(path), ""), error.diagnostics)
        return Reading(path, nothing, None if error.diagnostics else error.message)
    finder = _Finder(path)
    file = compile_source(source, finder)
    # What an author allowed is settled when everything is known that there is to allow.
    settled = file if file.scenario is not None else with_allows(file)
    return Reading(path, settled, rubrics=tuple(finder.found.items()))


def survey(reading: Reading) -> Reading:
    """`reading` with everything that can be found out about its call as a whole, which may take a while."""
    ground = ground_of(reading.file)
    if ground is None:
        return reading
    return replace(reading, file=with_allows(with_findings(reading.file, ground)), ground=ground)


class _Finder:
    """Finds rubrics for a scenario, and remembers where it looked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._find = find_rubric(path)
        self.found: dict[Path, str] = {}

    def __call__(self, name: str) -> Rubric | None:
        rubric = self._find(name)
        path = rubric_path(name, self._path)
        if path is not None:
            self.found[path] = rubric.text_hash if rubric else ""
        return rubric
