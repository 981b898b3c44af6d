"""Every way a call can go: what positions are worth, what blind clicking earns, what is wrong with a scenario. Pure."""

from simulator.analysis.chance import Chance, pass_chance
from simulator.analysis.explore import ANALYSABLE, PLAYABLE, explore
from simulator.analysis.findings import Finding, Ground, findings, findings_on, survey
from simulator.analysis.graph import Coverage, Graph, Loop, Place
from simulator.analysis.measure import Unsound, values, values_of
from simulator.analysis.report import Analysis, VariantAnalysis, analyse
from simulator.analysis.values import Values

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
    "values_of",
]
