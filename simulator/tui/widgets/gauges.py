"""The gauges of a call as one line of bars."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from simulator.model.unseen import visible
from simulator.model.view import GaugeLevel


class Gauges(Static):
    """A bar, a figure and a label for each gauge."""

    def __init__(self) -> None:
        super().__init__("", id="gauges", markup=False)

    def show(self, levels: Sequence[GaugeLevel]) -> None:
        """Show these levels."""
        self.update(Content("   ").join([_bar(level) for level in levels]))


def _bar(level: GaugeLevel) -> Content:
    low = level.value * 4 <= level.max
    style = "$error" if low else "$success"
    return Content.assemble(
        f"{visible(level.label)} ",
        ("█" * level.value, style),
        ("░" * (level.max - level.value), "$text-muted"),
        (f" {level.value}/{level.max}", "bold" if low else ""),
    )
