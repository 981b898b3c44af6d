"""Faults that only follow from a misspelt key: it is told once, and not again as the key that is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.language.faults import Fault

_MISSED_BY: Final[dict[str, tuple[str, ...]]] = {"E207": ("say", "do"), "E208": ("label",), "E210": ("says", "scene")}
"""Codes that are told where one of those keys is not there."""


def without_echoes(faults: Iterable[Fault]) -> list[Fault]:
    """`faults` without those that some unknown key explains: the key that it was probably meant to be is missed."""
    told = list(faults)
    meant = {(fault.path[:-1], name) for fault in told if fault.code == "E201" and (name := _meant(fault))}
    return [fault for fault in told if not any((fault.path, key) in meant for key in _missed(fault))]


def _meant(fault: Fault) -> str:
    return str(fault.help.values.get("name", "")) if fault.help else ""


def _missed(fault: Fault) -> tuple[str, ...]:
    """The keys without which `fault` is told of its path."""
    if fault.code == "E202":
        return (str(fault.headline.values["key"]),)
    return _MISSED_BY.get(fault.code, ())
