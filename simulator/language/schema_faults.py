"""What the schema finds, said in a trainer's words: codes E201 to E206, E213, E214, E217."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.language.faults import Fault, Path
from simulator.language.schema_limits import NUMBERS, SIZES, Limits, out_of_range, that_fits, wrong_size
from simulator.language.schema_places import field_of, keys_at, model_at
from simulator.model.message import N_, Message
from simulator.model.nearest import nearest

_KINDS: Final = {
    "string_type": N_("a text"),
    "dict_type": N_("a group of keys with their values"),
    "model_type": N_("a group of keys with their values"),
    "model_attributes_type": N_("a group of keys with their values"),
    "list_type": N_("a list"),
    "int_type": N_("a whole number"),
    "whole_number": N_("a whole number"),
    "bool_type": N_("yes or no"),
    "yes_no": N_("yes or no"),
    "day": N_("a day of the calendar"),
}
_KIND_HELPS: Final = {
    N_("a text"): N_("Write it in straight quotes, on one line, or below under `|`."),
    N_("a group of keys with their values"): N_("Write the keys on the lines below, two spaces further in."),
    N_("a list"): N_("Write the items on the lines below, each after `- `."),
    N_("a whole number"): N_("Write it in digits, without quotes."),
    N_("yes or no"): N_("Write `yes` or `no`, without quotes."),
    N_("a day of the calendar"): N_("Write year, month and day in digits, as in 2026-09-01."),
}
_SHORTHANDS: Final = frozenset(("say", "goto", "from", "to"))
"""Keys that one need not write: a value alone stands for a mapping with them."""

_WHOLE: Final = re.compile(r"[+-]?\d+")
_ID_HELP: Final = N_("Begin with a letter and use letters, digits, `-` and `_`, for example `second-call`.")


def schema_faults(model: type[BaseModel], data: object) -> tuple[Fault, ...]:
    """Everything about the keys and values of `data` that `model` does not allow."""
    try:
        model.model_validate(data)
    except ValidationError as found:
        return tuple(_fault(model, data, error) for error in found.errors(include_url=False))
    return ()


def _fault(model: type[BaseModel], data: object, error: ErrorDetails) -> Fault:
    path = _settled(data, error["loc"])
    kind, details = error["type"], error.get("ctx", {})
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        return _unknown_key(model, path, error["loc"], key)
    if kind == "missing":
        return Fault(
            "E202",
            path[:-1],
            Message(N_("The key `{key}` is missing here."), {"key": key}),
            Message(N_("Add a line `{key}:` with its value."), {"key": key}),
            at_key=True,
        )
    if kind in _KINDS:
        headline = Message(N_("`{key}` must be {kind}."), {"key": _name(path), "kind": Message(_KINDS[kind])})
        return Fault("E203", path, headline, _kind_help(model, path, error))
    if kind == "number_for_text":
        return Fault(
            "E203",
            path,
            Message(N_("`{key}` must be a text, not a bare number."), {"key": _name(path)}),
            Message(N_('Put it in straight quotes: "{value}".'), {"value": error["input"]}),
        )
    if kind in NUMBERS:
        return out_of_range(path, _name(path), details, _limits(model, path, error["loc"]))
    return _value_fault(path, kind, details, error["input"])


def _kind_help(model: type[BaseModel], path: Path, error: ErrorDetails) -> Message:
    """What to write where another kind of value stands."""
    kind, value, location = error["type"], error["input"], error["loc"]
    if kind in ("whole_number", "int_type") and not _WHOLE.fullmatch(str(value)):
        fitting = that_fits(path, _limits(model, path, location))
        return fitting or Message(_KIND_HELPS[_KINDS[kind]])
    if kind == "dict_type" and isinstance(value, list):
        return Message(N_("Write a name and a colon in place of each dash, and the rest below, two spaces further in."))
    names = keys_at(model, location) if kind.startswith("model") else []
    if names:
        text = N_("Write its keys on the lines below, two spaces further in: {names}.")
        return Message(text, {"names": ", ".join(names)})
    return Message(_KIND_HELPS[_KINDS[kind]])


def _value_fault(path: Path, kind: str, details: Mapping[str, Any], value: object) -> Fault:
    name = _name(path)
    if kind in ("literal_error", "enum"):
        allowed = [part.strip("' ") for part in str(details["expected"]).replace(" or ", ",").split(",")]
        return Fault(
            "E204",
            path,
            Message(N_("`{value}` is not a value of `{key}`."), {"value": value, "key": name}),
            _one_of(str(value), allowed),
        )
    if kind in SIZES:
        return wrong_size(path, name, kind, details)
    if kind == "string_pattern_mismatch":
        return Fault(
            "E214",
            path,
            Message(N_("`{value}` cannot be an id."), {"value": value}),
            Message(_ID_HELP),
            at_key=str(value) == str(path[-1]),
        )
    if kind == "empty_text":
        return Fault(
            "E217", path, Message(N_("`{key}` is empty."), {"key": name}), Message(N_("Write its text in quotes."))
        )
    return Fault("E203", path, Message(N_("`{key}` cannot be read."), {"key": name}))


def _unknown_key(model: type[BaseModel], path: Path, location: tuple[int | str, ...], key: str) -> Fault:
    known = keys_at(model, location[:-1])
    close = nearest(key, known)
    if close:
        help_message = Message(N_("Did you mean `{name}`?"), {"name": close})
    else:
        help_message = Message(N_("Known here: {names}."), {"names": ", ".join(known)})
    return Fault("E201", path, Message(N_("Unknown key `{key}`."), {"key": key}), help_message, at_key=True)


def _one_of(value: str, allowed: list[str]) -> Message:
    close = nearest(value, allowed)
    if close:
        return Message(N_("Did you mean `{name}`?"), {"name": close})
    return Message(N_("Write one of: {names}."), {"names": ", ".join(allowed)})


def _name(path: Path) -> str:
    """The key that a person sees: the last one that is not a place in a list."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _settled(data: object, location: tuple[int | str, ...]) -> Path:
    """`location` without the places that exist only because one item stood for a list of one."""
    path: list[int | str] = []
    here = data
    for part in location:
        if isinstance(part, int) and not isinstance(here, list):
            continue
        if part == "[key]":
            continue
        path.append(part)
        if isinstance(here, list):
            here = here[part] if isinstance(part, int) and part < len(here) else None
        elif isinstance(here, dict):
            here = here.get(part)
        else:
            here = None
            if part in _SHORTHANDS:
                path.pop()
    return tuple(path)


def _limits(model: type[BaseModel], path: Path, location: tuple[int | str, ...]) -> Limits | None:
    """What the schema says of the number at `location`, `path` as written; None under a name of the author's."""
    owner = model_at(model, location[:-1])
    field = field_of(owner, location[-1]) if owner else None
    if field is None:
        return None
    least = next((limit.ge for limit in field.metadata if hasattr(limit, "ge")), None)
    most = next((limit.le for limit in field.metadata if hasattr(limit, "le")), None)
    return Limits(least, most, (field.description or "") if path[-1] == location[-1] else "")
