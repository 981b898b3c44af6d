"""Writes settings into the user's config.toml: what else stands in it stays, and it is never half written."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TypeAlias

from simulator.model.message import N_, Message
from simulator.settings.files import parse, read_file
from simulator.settings.kinds import KEYS, Written, checked
from simulator.settings.places import Places
from simulator.settings.values import SettingsError, Source

Value: TypeAlias = str | bool | float | list[str]


def save(places: Places, **values: Value) -> None:
    """Write `values` (setting -> value) into the user's config file; raises SettingsError and then changes nothing."""
    path = places.user_file
    for key, value in values.items():
        if key not in KEYS:
            raise KeyError(key)
        checked(key, Written(value, Source.USER, str(path), path.parent.absolute()))
    wanted = {**read_file(path), **values}
    text = _edited(_text(path), values)
    if _read_back(path, text) != wanted:
        # The file has something that lines alone do not tell (a text over several lines): write it anew.
        text = "".join(_line(key, wanted[key]) for key in KEYS if key in wanted)
    write_whole(path, text)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""


def _edited(text: str, values: dict[str, Value]) -> str:
    """`text` with the lines of `values` replaced, or put behind its last setting."""
    head, table, tail = text, "", ""
    if found := re.search(r"(?m)^[ \t]*\[", text):
        head, table, tail = text[: found.start()], found.group(), text[found.end() :]
    for key, value in values.items():
        line = _line(key, value)
        if found := re.search(rf"(?m)^[ \t]*{key}[ \t]*=.*(?:\n|\Z)", head):
            head = head[: found.start()] + line + head[found.end() :]
        else:
            head = head + ("\n" if head and not head.endswith("\n") else "") + line
    return head + table + tail


def _read_back(path: Path, text: str) -> dict[str, object] | None:
    try:
        return parse(path, text.encode())
    except SettingsError:
        return None


def _line(key: str, value: object) -> str:
    return f"{key} = {_toml(value)}\n"


def _toml(value: object) -> str:
    """`value` as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case list() | tuple():
            return "[" + ", ".join(_toml(item) for item in value) + "]"
        case _:
            return '"' + "".join(_escaped(character) for character in str(value)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if ord(character) < 0x20 or ord(character) == 0x7F:
        return f"\\u{ord(character):04X}"
    return character


def write_whole(path: Path, text: str) -> None:
    """Put `text` in the place of the file, whole or not at all; a link stays a link. Raises SettingsError."""
    import tempfile

    draft: str | None = None
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=".config-", suffix=".toml", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
    except (OSError, RuntimeError) as error:
        if draft is not None and os.path.exists(draft):
            os.unlink(draft)
        values = {"file": str(path), "reason": getattr(error, "strerror", None) or str(error)}
        raise SettingsError(Message(N_("The settings cannot be saved in {file} ({reason})."), values)) from None
