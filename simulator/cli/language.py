"""Which language the command speaks: the option, else the settings, else the system's.

Found without the settings package: it costs more than click itself, and `--help` must not wait for it. A test
holds this to what `read_settings` says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from simulator.words import LANGUAGES, use


def speak(arguments: Sequence[str]) -> None:
    """Use the language asked for on the command line or in the settings, before any verb is loaded."""
    use(_asked_for(arguments) or settled(os.environ) or _of_system())


def _of_system() -> str:
    from simulator.words import system_language

    return system_language()


def settled(environment: Mapping[str, str]) -> str | None:
    """The language that the settings say; None where they say none, or none that is spoken."""
    user, machine = (_table(path) for path in config_files(environment))
    locked = machine.get("locked")
    lowest_first = [machine.get("language"), user.get("language"), environment.get("ROLECALL_LANGUAGE")]
    if isinstance(locked, list) and "language" in locked and lowest_first[0]:
        lowest_first = lowest_first[:1]
    words = [str(word).strip().lower() for word in lowest_first if word]
    return next((word for word in reversed(words) if word in LANGUAGES), None)


def config_files(environment: Mapping[str, str]) -> tuple[str, str]:
    """The user's and the machine's file, as `simulator.settings.places` finds them."""
    machine = _machine_file(environment)
    if home := environment.get("ROLECALL_HOME", "").strip():
        return os.path.join(os.path.abspath(os.path.expanduser(home)), "config.toml"), machine
    if sys.platform in ("win32", "darwin"):
        # Where these systems keep settings is the library's to know.
        from simulator.settings import find_places

        places = find_places(environment)
        return str(places.user_file), str(places.machine_file)
    folder = environment.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
    return os.path.join(folder, "rolecall", "config.toml"), machine


def _machine_file(environment: Mapping[str, str]) -> str:
    if sys.platform in ("win32", "darwin"):
        from simulator.settings import find_places

        return str(find_places(environment).machine_file)
    folders = environment.get("XDG_CONFIG_DIRS", "").strip() or "/etc/xdg"
    return os.path.join(folders.split(os.pathsep)[0], "rolecall", "config.toml")


def _table(path: str) -> dict[str, Any]:
    """What a config file says; nothing where it is missing or broken (the verb will say so)."""
    if not os.path.isfile(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError):
        return {}


def _asked_for(arguments: Sequence[str]) -> str | None:
    """The value of a leading `--language`, so that even a usage error is in it."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            wanted = value or (arguments[place + 1] if place + 1 < len(arguments) else "")
            return wanted if wanted in LANGUAGES else None
    return None
