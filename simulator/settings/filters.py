"""The filters of the trainer's table that somebody keeps: a file beside their settings, by name."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.record import EVERY, NEWEST, Column, Order, Wanted
from simulator.record.fields import MAX_NAME, is_clean, tidy_name
from simulator.settings.files import BYTES_MAX
from simulator.settings.places import Places
from simulator.settings.values import SettingsError
from simulator.settings.writing import write_whole

FILE: Final = "filters.json"
FILTERS_MAX: Final = 100


@dataclass(frozen=True, slots=True)
class Kept:
    """A filter and an order. Who looks is not kept."""

    wanted: Wanted = EVERY
    order: Order = NEWEST


def kept_filters(places: Places) -> dict[str, Kept]:
    """The filters by name, in their order; none where there is no file. Raises SettingsError."""
    path = _path(places)
    try:
        data = path.read_bytes() if path.stat().st_size <= BYTES_MAX else b""
        found = {_name(name): _read(one) for name, one in json.loads(data)["filters"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        text = N_("The filters in {file} cannot be read. Mend the file, or remove it.")
        raise SettingsError(Message(text, {"file": str(path)})) from None
    return found


def keep_filter(places: Places, name: str, kept: Kept) -> None:
    """Keep a filter under a name, in the place of one that has it. Raises SettingsError."""
    try:
        found = {**kept_filters(places), _name(name): kept}
    except ValueError:
        raise SettingsError(Message(N_("This cannot be the name of a filter."))) from None
    if len(found) > FILTERS_MAX:
        raise SettingsError(Message(N_("There are {most} filters already. Forget one first."), {"most": FILTERS_MAX}))
    _write(places, found)


def forget_filter(places: Places, name: str) -> None:
    """Keep a filter no longer. Raises SettingsError."""
    _write(places, {known: kept for known, kept in kept_filters(places).items() if known != name})


def _path(places: Places) -> Path:
    return places.user_file.with_name(FILE)


def _write(places: Places, found: dict[str, Kept]) -> None:
    plain = {"filters": {name: _plain(kept) for name, kept in found.items()}}
    write_whole(_path(places), json.dumps(plain, ensure_ascii=False, indent=2) + "\n")


def _plain(kept: Kept) -> dict[str, Any]:
    values = {name: value for name, value in asdict(kept.wanted).items() if value not in (None, "")}
    values.pop("viewer", None)
    for name, value in values.items():
        if isinstance(value, frozenset):
            values[name] = sorted(value)
        elif isinstance(value, datetime):
            values[name] = value.isoformat()
    return {**values, "sort": str(kept.order.column), "descending": kept.order.descending}


def _name(value: object) -> str:
    name = tidy_name(_text(value))
    if name is None:
        raise ValueError(value)
    return name


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > MAX_NAME or not is_clean(value):
        raise ValueError(value)
    return value


def _texts(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError(value)
    return frozenset(map(_text, value))


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment


_FLAGS: Final = dict.fromkeys(("passed", "critical", "counts", "reviewed"), _flag)
_READERS: Final[dict[str, Callable[[object], Any]]] = {
    **dict.fromkeys((field.name for field in fields(Wanted)), _text),
    **_FLAGS,
    **dict.fromkeys(("least", "most"), _number),
    **dict.fromkeys(("since", "until"), _moment),
    "trainees": _texts,
    "mode": lambda value: Mode(_text(value)),
}


def _read(plain: dict[str, object]) -> Kept:
    """A filter as it was written. Raises ValueError, TypeError, KeyError for anything else."""
    order = Order(Column(_text(plain["sort"])), _flag(plain["descending"]))
    named = {name: value for name, value in plain.items() if name not in ("sort", "descending")}
    if "viewer" in named:
        raise KeyError("viewer")
    return Kept(Wanted(**{name: _READERS[name](value) for name, value in named.items()}), order)
