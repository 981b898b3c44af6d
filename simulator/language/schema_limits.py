"""What is too small, too large, too long, too few or too many, and what fits instead: codes E205, E206, E217."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from simulator.language.faults import Fault, Path
from simulator.model.message import N_, Message

NUMBERS: Final = ("greater_than_equal", "less_than_equal")
"""The schema's names for a number out of its range."""

SIZES: Final = ("too_long", "too_short", "string_too_long", "string_too_short")
"""The schema's names for what has a wrong size."""

_OF_MANY: Final[dict[int | str, str]] = {
    "score": N_("Points are whole numbers from -2 to +2."),
    "change": N_("A gauge moves by at most 20 at a time: write a whole number from -20 to +20."),
    "weights": N_("Weights are whole numbers from 0 to 100."),
}
"""What to write where a number stands under a name of the author's, by the key above it."""


class Limits(NamedTuple):
    """What the schema says of a number: both limits, and what it means where its key was written."""

    least: int | None
    most: int | None
    about: str


def out_of_range(path: Path, name: str, details: Mapping[str, Any], limits: Limits | None) -> Fault:
    """A number beyond its limits; `details` has the one that it broke, `limits` is None under an author's name."""
    if "ge" in details:
        headline = Message(N_("`{key}` must be at least {limit}."), {"key": name, "limit": details["ge"]})
    else:
        headline = Message(N_("`{key}` must be at most {limit}."), {"key": name, "limit": details["le"]})
    return Fault("E205", path, headline, that_fits(path, limits))


def that_fits(path: Path, limits: Limits | None) -> Message | None:
    """Which number to write at `path`; None where there is no telling. `limits` is None under an author's name."""
    if limits is None:
        return next((Message(_OF_MANY[part]) for part in reversed(path) if part in _OF_MANY), None)
    if limits.least is None or limits.most is None:
        return Message(limits.about)
    values = {"least": limits.least, "most": limits.most}
    if not limits.about:
        return Message(N_("Write a whole number from {least} to {most}."), values)
    text = N_("Write a whole number from {least} to {most}. {about}")
    return Message(text, {**values, "about": Message(limits.about)})


def wrong_size(path: Path, name: str, kind: str, details: Mapping[str, Any]) -> Fault:
    """Too many or too few entries, or too many letters or none; `kind` is one of SIZES, `details` has the limit."""
    match kind:
        case "too_long":
            limit = details["max_length"]
            headline = Message(N_("`{key}` has more than {limit} entries."), {"key": name, "limit": limit})
            return Fault("E206", path, headline, _fewer(name, limit))
        case "too_short":
            return Fault("E206", path, _too_few(name, details["min_length"]), _more(path))
        case "string_too_long":
            values = {"key": name, "limit": details["max_length"]}
            headline = Message(N_("`{key}` is longer than {limit} characters."), values)
            return Fault("E206", path, headline, Message(N_("Say it in at most {limit} characters."), values))
        case _:
            advice = Message(N_("Write the name of a state or an ending, or take the line out."))
            return Fault("E217", path, Message(N_("`{key}` is empty."), {"key": name}), advice)


def _too_few(name: str, least: int) -> Message:
    return Message(
        N_("`{key}` needs at least {count} entry."),
        {"key": name},
        plural=N_("`{key}` needs at least {count} entries."),
        count=least,
    )


def _fewer(name: str, most: int) -> Message:
    if name == "choices":
        return Message(N_("Trainees choose with the keys 1 to 9: leave answers out, or make two states of this one."))
    return Message(N_("Choose the {limit} that matter most."), {"limit": most})


def _more(path: Path) -> Message:
    if path and path[0] == "facts":
        return Message(N_("Write at least two values, the one at the start first, for example `[no, yes]`."))
    return Message(N_("Write what belongs here on the lines below, two spaces further in."))
