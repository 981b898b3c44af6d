"""Every way a call can go: what positions are worth, what blind clicking earns, what is wrong with a scenario. Pure."""

from simulator.analysis.explore import ANALYSABLE, PLAYABLE, explore
from simulator.analysis.graph import Coverage, Graph, Loop, Place
from simulator.analysis.measure import Unsound, values, values_of
from simulator.analysis.values import Values

__all__ = [
    "ANALYSABLE",
    "PLAYABLE",
    "Coverage",
    "Graph",
    "Loop",
    "Place",
    "Unsound",
    "Values",
    "explore",
    "values",
    "values_of",
]
