"""Finds scenario and rubric files and makes values of them; keeps what was found good, so that it is compiled once.

    Library(folders, cache=None)            `folders` from the settings, the first one wins; shipped ones come last
        .listing() -> Listing               entries for a table, and problems of folders as Messages; never raises
        .last_listing() -> Listing | None   the same as it was last time, from one file: at once
        .weighing(entry) -> Weighing | None what the call tests: .shares and .stakes by criterion; may analyse it
        .known_weighing(entry)              the same where it is known already
        .labels(language)                   the names of the shipped rubrics' criteria, by id
        .load(id_or_path) -> Loaded         Loaded(scenario, rubric, scenario_text, rubric_text, path)
            Raises LibraryError(message, diagnostics, source): unknown (with near ids), unreadable, or with errors.
        .load_sound(id_or_path) -> Loaded   the same, with errors too where the call can be measured: see `.faults`
    Entry       .id .title .role .level .language .minutes .path .folder .replaces .problem .diagnostics
    Cache(folder)                           `folder` from `settings.places.cache`; None keeps nothing on the disk
        .values(scenario, rubric, variant) -> Values        from memory, from the disk, or computed
    rebuild(scenario_text, rubric_text, cache) -> (Scenario, Rubric)      for texts kept in a record
    read_source(path) -> SourceText         a text file within the limits; raises LibraryError
    find_rubric(path) -> FindRubric         what `rubric:` means in the file at `path`, for `compile_scenario`
    matches(entry, words) -> bool           whether somebody means that call by these words
    walk(folder) -> Walk                    the YAML files under a folder

Nothing here loads yaml or pydantic for a scenario that the cache knows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.library.cache import Cache
    from simulator.library.compiling import rebuild
    from simulator.library.entries import Entry, Listing
    from simulator.library.errors import LibraryError
    from simulator.library.files import read_source, walk
    from simulator.library.library import Library, Loaded
    from simulator.library.rubrics import find_rubric
    from simulator.library.searching import matches
    from simulator.library.weighing import Weighing

__all__ = [
    "Cache",
    "Entry",
    "Library",
    "LibraryError",
    "Listing",
    "Loaded",
    "Weighing",
    "find_rubric",
    "matches",
    "read_source",
    "rebuild",
    "walk",
]

_HOMES: Final = {
    "cache": ("Cache",),
    "compiling": ("rebuild",),
    "entries": ("Entry", "Listing"),
    "errors": ("LibraryError",),
    "files": ("read_source", "walk"),
    "library": ("Library", "Loaded"),
    "rubrics": ("find_rubric",),
    "searching": ("matches",),
    "weighing": ("Weighing",),
}
"""The module that each name is in, loaded when the name is first asked for."""

_HOME: Final = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """The name from its module, which is loaded now."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
