"""What a rubric must hold beyond its keys: E222 levels, E223 bands, E224 weights."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.language.draft import mapping, whole
from simulator.language.faults import Fault
from simulator.language.nearby import did_you_mean
from simulator.model.message import N_, Message

LEVELS = ("1", "2", "3", "4", "5")


def rubric_faults(data: Any) -> Iterator[Fault]:
    """The faults of a rubric document."""
    criteria = mapping(mapping(data).get("criteria"))
    for name, body in criteria.items():
        for level in mapping(mapping(body).get("levels")):
            if level not in LEVELS:
                yield Fault(
                    "E222",
                    ("criteria", name, "levels", level),
                    Message(N_("`{level}` is no level."), {"level": level}),
                    Message(N_("Levels run from 1 to 5.")),
                    at_key=True,
                )
    yield from _bands(mapping(data).get("bands"))
    for role, weights in mapping(mapping(data).get("weights")).items():
        for criterion in mapping(weights):
            if criteria and criterion not in criteria:
                yield Fault(
                    "E305",
                    ("weights", role, criterion),
                    Message(N_("The rubric has no criterion `{name}`."), {"name": criterion}),
                    did_you_mean(criterion, criteria),
                    at_key=True,
                )
    if criteria and all(whole(mapping(body).get("weight")) == 0 for body in criteria.values()):
        yield Fault(
            "E224",
            ("criteria",),
            Message(N_("No criterion has a weight above 0.")),
            Message(N_("Give at least one criterion a weight.")),
            at_key=True,
        )


def _bands(bands: Any) -> Iterator[Fault]:
    starts = [whole(mapping(band).get("from")) for band in bands] if isinstance(bands, list) else []
    known = [start for start in starts if start is not None]
    if known and (min(known) != 0 or len(set(known)) != len(known)):
        yield Fault(
            "E223",
            ("bands",),
            Message(N_("The bands must begin at different scores, the lowest at 0.")),
            Message(N_("Every score from 0 to 100 then has exactly one band.")),
            at_key=True,
        )
