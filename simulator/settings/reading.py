"""Puts the layers together: default, machine file, user file, environment, option, and what the machine locks."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar, cast

from simulator.model.message import Message
from simulator.settings.files import locks, read_file, unknown_keys
from simulator.settings.kinds import KEYS, Written, checked
from simulator.settings.places import Places, find_places
from simulator.settings.values import Motion, Setting, Settings, Source

_T = TypeVar("_T")

VARIABLES: Final = {
    "name": "ROLECALL_TRAINEE",
    "language": "ROLECALL_LANGUAGE",
    "plain": "ROLECALL_PLAIN",
    "library": "ROLECALL_LIBRARY",
    "database": "ROLECALL_DATABASE",
}
"""The environment variable of each setting that has one; an empty variable says nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says; None and the empty tuple say nothing. Paths are relative to `base`."""

    name: str | None = None
    language: str | None = None
    plain: bool | None = None
    motion: str | None = None
    theme: str | None = None
    time_factor: str | float | None = None
    say_first: bool | None = None
    bell: bool | None = None
    database: str | None = None
    library: tuple[str | Path, ...] = ()


class _Layers:
    """What was written for each setting, lowest first, and which settings are locked."""

    def __init__(self) -> None:
        self.written: dict[str, list[Written]] = {}
        self.locked: frozenset[str] = frozenset()

    def add(self, key: str, written: Written) -> None:
        self.written.setdefault(key, []).append(written)

    def counting(self, key: str) -> tuple[list[Written], tuple[Source, ...]]:
        """The values of `key` that count, lowest first, and the sources that a lock overrules."""
        all_of = self.written.get(key, [])
        machine = [w for w in all_of if w.source is Source.MACHINE]
        if key not in self.locked or not machine:
            return all_of, ()
        ignored = tuple(w.source for w in all_of if w.source is not Source.MACHINE)
        return [Written(w.value, Source.LOCKED, w.place, w.base) for w in machine], ignored

    def one(self, key: str, default: _T) -> Setting[_T]:
        """The setting `key`; raises SettingsError."""
        counting, ignored = self.counting(key)
        if not counting:
            return Setting(default, Source.DEFAULT)
        return Setting(cast(_T, checked(key, counting[-1])), counting[-1].source, ignored)

    def folders(self) -> tuple[Setting[Path], ...]:
        """The library: the folders of every layer, the highest first."""
        counting, ignored = self.counting("library")
        found: dict[Path, Setting[Path]] = {}
        for written in reversed(counting):
            for path in cast(Sequence[Path], checked("library", written)):
                found.setdefault(path, Setting(path, written.source, ignored))
        return tuple(found.values())


def read_settings(
    options: Options | None = None,
    environment: Mapping[str, str] | None = None,
    places: Places | None = None,
    *,
    base: Path | None = None,
) -> Settings:
    """The settings of this process. `base` is the folder that relative paths of options and variables start from.

    Raises SettingsError: a value that is not allowed, a config file that cannot be read or parsed.
    """
    environment = os.environ if environment is None else environment
    places = places or find_places(environment)
    base = base or Path.cwd()
    layers = _Layers()
    warnings = _read_files(layers, places)
    _read_environment(layers, environment, base)
    _read_options(layers, options or Options(), base)
    return _settings(layers, environment, places, warnings)


def _settings(
    layers: _Layers, environment: Mapping[str, str], places: Places, warnings: tuple[Message, ...]
) -> Settings:
    return Settings(
        name=layers.one("name", None),
        language=layers.one("language", "en") if "language" in layers.written else _system_language(),
        plain=layers.one("plain", False),
        motion=layers.one("motion", Motion.FULL),
        theme=layers.one("theme", ""),
        colour=_colour(environment),
        time_factor=layers.one("time_factor", 1.0),
        say_first=layers.one("say_first", False),
        bell=layers.one("bell", True),
        database=layers.one("database", str(places.database) if places.database else None),
        library=layers.folders(),
        places=places,
        warnings=warnings,
    )


def _read_files(layers: _Layers, places: Places) -> tuple[Message, ...]:
    warnings: list[Message] = []
    for path, source in ((places.machine_file, Source.MACHINE), (places.user_file, Source.USER)):
        keys = read_file(path)
        machine = source is Source.MACHINE
        warnings += unknown_keys(path, keys, machine=machine)
        if machine:
            layers.locked = locks(path, keys)
        for key in KEYS:
            if key in keys:
                layers.add(key, Written(keys[key], source, str(path), path.parent.absolute()))
    return tuple(warnings)


def _read_environment(layers: _Layers, environment: Mapping[str, str], base: Path) -> None:
    if environment.get("TERM") == "dumb":
        layers.add("plain", Written(True, Source.ENVIRONMENT, "TERM", base))
    for key, variable in VARIABLES.items():
        if text := environment.get(variable, "").strip():
            value: object = text.split(os.pathsep) if key == "library" else text
            layers.add(key, Written(value, Source.ENVIRONMENT, variable, base))


def _read_options(layers: _Layers, options: Options, base: Path) -> None:
    for key in KEYS:
        value = getattr(options, key)
        if value is not None and value != ():
            option = "--trainee" if key == "name" else f"--{key.replace('_', '-')}"
            layers.add(key, Written(value, Source.OPTION, option, base))


def _system_language() -> Setting[str]:
    from simulator.words.system import system_language

    return Setting(system_language(), Source.DEFAULT)


def _colour(environment: Mapping[str, str]) -> Setting[bool]:
    """NO_COLOR counts when it is there and not empty (no-color.org)."""
    if environment.get("NO_COLOR"):
        return Setting(False, Source.ENVIRONMENT)
    return Setting(True, Source.DEFAULT)
