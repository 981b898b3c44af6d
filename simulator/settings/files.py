"""Reads a config.toml: the standard library's TOML, a limit of size, and sentences for what can go wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from simulator.model.message import N_, Message
from simulator.settings.kinds import KEYS, as_shown
from simulator.settings.values import SettingsError

BYTES_MAX: Final = 65_536
LOCKED_KEY: Final = "locked"


def read_file(path: Path) -> dict[str, object]:
    """The keys of the config file at `path`, none where there is no file. Raises SettingsError."""
    data = _bytes(path)
    return parse(path, data) if data else {}


def parse(path: Path, data: bytes) -> dict[str, object]:
    """The keys written in `data`; `path` is for the sentence that says what is wrong. Raises SettingsError."""
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise _refused(path, N_("{file} is not a text file in UTF-8.")) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        if found is None:
            raise _refused(path, N_("{file} ends before its last setting is complete.")) from None
        raise _refused(
            path,
            N_('{file}, line {line}: this is not written as a setting. A setting looks like this: language = "fr"'),
            line=int(found.group(1)),
        ) from None
    except RecursionError:
        raise _refused(path, N_("{file} is nested too deeply.")) from None


def unknown_keys(path: Path, keys: dict[str, object], *, machine: bool) -> list[Message]:
    """A message for each key that means nothing, with the nearest one that does."""
    from simulator.model.nearest import nearest

    known = (*KEYS, LOCKED_KEY) if machine else KEYS
    found = []
    for key in keys:
        if key not in known:
            near = nearest(key, known)
            values = {"file": str(path), "key": as_shown(key), "near": near}
            text = (
                N_("{file}: there is no setting {key}. Did you mean {near}?")
                if near
                else N_("{file}: there is no setting {key}.")
            )
            found.append(Message(text, values))
    return found


def locks(path: Path, keys: dict[str, object]) -> frozenset[str]:
    """The settings that the machine's file locks. Raises SettingsError."""
    locked = keys.get(LOCKED_KEY, [])
    if not isinstance(locked, list) or not all(isinstance(key, str) for key in locked):
        raise _refused(path, N_('{file}: locked must be a list of settings, such as ["database"].'))
    return frozenset(locked)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(BYTES_MAX + 1)
    except FileNotFoundError:
        return b""
    except NotADirectoryError:
        return b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or ""
        raise _refused(path, N_("{file} cannot be read ({reason})."), reason=reason) from None
    if len(data) > BYTES_MAX:
        raise _refused(path, N_("{file} is too large for a file of settings."))
    return data


def _refused(path: Path, text: str, **values: object) -> SettingsError:
    return SettingsError(Message(text, {"file": str(path), **values}))
