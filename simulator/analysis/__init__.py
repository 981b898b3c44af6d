"""Every way a call can go: what positions are worth, what blind clicking earns, what is wrong with a scenario. Pure.

Each name is loaded when it is first asked for: a known call is played with `Values` alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.analysis.chance import Chance, pass_chance
    from simulator.analysis.checks.ground import Finding, Ground, survey
    from simulator.analysis.checks.run import findings, findings_on
    from simulator.analysis.explorer import ANALYSABLE, PLAYABLE, explore
    from simulator.analysis.graph import Coverage, Graph, Loop, Place
    from simulator.analysis.measure import values, values_by, values_of
    from simulator.analysis.report.analysis import Analysis, VariantAnalysis, analyse
    from simulator.analysis.valuation import Unsound, Values

__all__ = [
    "ANALYSABLE",
    "PLAYABLE",
    "Analysis",
    "Chance",
    "Coverage",
    "Finding",
    "Graph",
    "Ground",
    "Loop",
    "Place",
    "Unsound",
    "Values",
    "VariantAnalysis",
    "analyse",
    "explore",
    "findings",
    "findings_on",
    "pass_chance",
    "survey",
    "values",
    "values_by",
    "values_of",
]

_HOMES: Final = {
    "chance": ("Chance", "pass_chance"),
    "checks.run": ("findings", "findings_on"),
    "checks.ground": ("Finding", "Ground", "survey"),
    "explorer": ("ANALYSABLE", "PLAYABLE", "explore"),
    "graph": ("Coverage", "Graph", "Loop", "Place"),
    "measure": ("values", "values_by", "values_of"),
    "report.analysis": ("Analysis", "VariantAnalysis", "analyse"),
    "valuation": ("Unsound", "Values"),
}
"""The module that each name is in. No module has the name of something that it does not stand for."""

_HOME: Final = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
