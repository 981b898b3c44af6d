"""The library as a whole: what there is to play, and one scenario of it by its id or path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import scenarios
from simulator.library import index
from simulator.library.cache import Cache
from simulator.library.compiling import Sound, refuse, scenario_of, sound_scenario
from simulator.library.entries import Entry, Listing, entry_of
from simulator.library.errors import LibraryError
from simulator.library.files import SUFFIXES, read_source, walk
from simulator.library.rubrics import SHIPPED as SHIPPED_RUBRICS
from simulator.library.rubrics import find_rubric, rubric_with_text
from simulator.library.weighing import Weighing, known_weighing, weigh
from simulator.model.message import N_, Message
from simulator.model.source import SourceText, text_hash

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.language import FindRubric
    from simulator.model.diagnostic import Diagnostic
    from simulator.model.scenario import Scenario

SHIPPED: Final = Path(scenarios.__file__).parent


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario that can be played, its rubric, and the texts that the record keeps."""

    scenario: Scenario
    rubric: Rubric
    scenario_text: str
    rubric_text: str
    path: Path
    faults: tuple[Diagnostic, ...] = ()
    """What there is to say of a call with errors that can be measured all the same; empty where it can be played."""


class Library:
    """Folders of scenarios, the first one winning, and the shipped scenarios behind them."""

    def __init__(self, folders: Sequence[Path] = (), cache: Cache | None = None, shipped: Path = SHIPPED) -> None:
        self.cache = cache or Cache()
        self._folders: tuple[Path | None, ...] = (*folders, None)
        self._shipped = shipped

    def listing(self) -> Listing:
        """Every scenario there is, those that cannot be played included. Raises nothing."""
        found: list[Entry] = []
        problems: list[Message] = []
        for folder in self._folders:
            walked = walk(self._shipped if folder is None else folder)
            problems += walked.problems
            rows = (entry_of(path, folder, self.cache) for path in walked.files)
            inside, twice = _without_twins([row for row in rows if row is not None])
            problems += twice
            _add(found, inside)
        found.sort(key=lambda e: (not e.playable, e.language, e.role, e.level, e.title.casefold(), str(e.path)))
        listing = Listing(tuple(found), tuple(problems))
        index.keep(self.cache, self._index_key, listing)
        return listing

    def last_listing(self) -> Listing | None:
        """What could be played when the library was last listed, from one file; None where that is not known."""
        return index.last(self.cache, self._index_key)

    @property
    def _index_key(self) -> str:
        return index.key_of((*self._folders[:-1], self._shipped))

    def weighing(self, entry: Entry) -> Weighing | None:
        """What a call tests; where that is not known its file is read and analysed. None where that cannot be done."""
        from simulator.analysis import Unsound

        found = self.known_weighing(entry)
        if found is not None or not entry.playable:
            return found
        try:
            loaded = self.load(entry.path)
            return weigh(loaded.scenario, loaded.rubric, self.cache)
        except (LibraryError, Unsound):
            return None

    def known_weighing(self, entry: Entry) -> Weighing | None:
        """What a call tests, where that is known; takes no time."""
        return known_weighing(self.cache, entry.text_hash, entry.rubric_hash)

    def labels(self, language: str) -> Mapping[str, str]:
        """The criteria of the shipped rubrics by their ids, in the rubrics' order, as `language` calls them."""
        rubrics = [find_rubric(None, self.cache)(path.stem) for path in sorted(SHIPPED_RUBRICS.glob("*.yaml"))]
        return {
            criterion.id: criterion.label.in_language(language)
            for rubric in rubrics
            if rubric is not None
            for criterion in rubric.criteria
        }

    def find(self, name: str | Path) -> Entry:
        """The row of the scenario with that id, or in the file at that path. Raises LibraryError as `load` does."""
        if isinstance(name, Path) or _is_path(name):
            path = Path(name).expanduser()
            read_source(path)
            entry = entry_of(path, None if path.is_relative_to(self._shipped) else path.parent, self.cache)
            return entry or self._not_a_scenario(path)
        return self._entry(name)

    def load(self, name: str | Path) -> Loaded:
        """The scenario with that id, or in the file at that path. Raises LibraryError where it cannot be played."""
        loaded = self.load_sound(name)
        if loaded.faults:
            refuse(SourceText(str(loaded.path), loaded.scenario_text), loaded.faults)
        return loaded

    def load_sound(self, name: str | Path) -> Loaded:
        """The same for who looks at a call and does not play it: with errors too, while each way through it ends.

        Raises LibraryError where it is not sound.
        """
        return self._loaded(name, sound_scenario)

    def load_unexplored(self, name: str | Path) -> Loaded:
        """The same for who explores the call: its text is right, whatever becomes of its calls (E4).

        Raises LibraryError where it has other errors.
        """
        return self._loaded(name, _unexplored)

    def _loaded(self, name: str | Path, make: Callable[[SourceText, FindRubric, Cache], Sound]) -> Loaded:
        path = name if isinstance(name, Path) else self._path(name)
        source = read_source(path)
        # What comes with RoleCall was checked before it was shipped.
        make = _unexplored if path.is_relative_to(self._shipped) else make
        found = make(source, find_rubric(path, self.cache), self.cache)
        rubric_text = self._rubric_text(found.scenario, path, found.rubric)
        return Loaded(found.scenario, found.rubric, source.text, rubric_text, path, found.faults)

    def _path(self, name: str) -> Path:
        return Path(name).expanduser() if _is_path(name) else self._entry(name).path

    def _not_a_scenario(self, path: Path) -> Entry:
        """Loading says what is wrong with it."""
        self.load(path)
        raise LibraryError(Message(N_("{file} is no scenario."), {"file": str(path)}))

    def _entry(self, name: str) -> Entry:
        listing = self.listing()
        for entry in listing.entries:
            if entry.id == name and entry.problem is None:
                return entry
        for entry in listing.entries:
            if entry.id == name and entry.problem is not None:
                source = _source_or_none(entry.path) if entry.diagnostics else None
                raise LibraryError(entry.problem, entry.diagnostics, source)
        raise LibraryError(_unknown(name, listing.entries), usage=True)

    def _rubric_text(self, scenario: Scenario, path: Path, rubric: Rubric) -> str:
        found = rubric_with_text(scenario.rubric, path, self.cache)
        if found is None or text_hash(found[1]) != rubric.text_hash:
            raise LibraryError(
                Message(N_("The rubric of {file} changed while it was read; try again."), {"file": str(path)})
            )
        return found[1]


def _is_path(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) or "/" in name or "\\" in name


def _add(found: list[Entry], inside: Iterable[Entry]) -> None:
    """Put the entries of one folder behind those of the folders before it, which stand in for the same ids."""
    taken = {entry.id: place for place, entry in enumerate(found) if entry.playable}
    for entry in inside:
        place = taken.get(entry.id) if entry.playable else None
        if place is None:
            found.append(entry)
        elif found[place].replaces is None:
            found[place] = replace(found[place], replaces=entry.path)


def _unexplored(source: SourceText, find: FindRubric, cache: Cache) -> Sound:
    """A scenario that is taken for sound, or is yet to be found so."""
    return Sound(*scenario_of(source, find, cache))


def _without_twins(rows: list[Entry]) -> tuple[list[Entry], list[Message]]:
    """The entries of one folder; where two have the same id neither can be played, and a message says so."""
    counts = Counter(row.id for row in rows if row.playable)
    problems: dict[str, Message] = {}
    for twin in (name for name, count in counts.items() if count > 1):
        first, second = [str(row.path) for row in rows if row.id == twin and row.playable][:2]
        text = N_("Two scenarios in one folder have the id {id}: {first} and {second}. Give one of them another id.")
        problems[twin] = Message(text, {"id": twin, "first": first, "second": second})
    marked = [replace(row, problem=problems[row.id]) if row.playable and row.id in problems else row for row in rows]
    return marked, list(problems.values())


def _unknown(name: str, entries: Sequence[Entry]) -> Message:
    from simulator.model.nearest import nearest

    shown = "".join(c if c.isprintable() else "\ufffd" for c in name[:80])
    ids = [entry.id for entry in entries if entry.playable]
    near = nearest(name, ids)
    if near is not None:
        return Message(N_("There is no scenario {id}. Did you mean {near}?"), {"id": shown, "near": near})
    if ids:
        return Message(N_("There is no scenario {id}. There are: {ids}."), {"id": shown, "ids": sorted(ids)[:12]})
    return Message(N_("There is no scenario {id}: the library is empty."), {"id": shown})


def _source_or_none(path: Path) -> SourceText | None:
    try:
        return read_source(path)
    except LibraryError:
        return None
