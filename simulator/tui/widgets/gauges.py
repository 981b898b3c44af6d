"""The gauges of a call as one line of bars."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from simulator.model.view import GaugeLevel
from simulator.tui.text import Words, plain


class Gauges(Words):
    """A bar, a figure and a label for each gauge, and what the last answer did to it."""

    def __init__(self) -> None:
        super().__init__(id="gauges")
        self._before: dict[str, int] = {}
        self._decision = 0

    def show(self, levels: Sequence[GaugeLevel], decision: int) -> None:
        """Show these levels, as they are before that decision."""
        moved = {level.id: level.value - self._before.get(level.id, level.value) for level in levels}
        if decision <= self._decision:
            moved = {}
        self._before = {level.id: level.value for level in levels}
        self._decision = decision
        self.say(Content("   ").join([_bar(level, moved.get(level.id, 0)) for level in levels]))


def _bar(level: GaugeLevel, moved: int) -> Content:
    low = level.value * 4 <= level.max
    by = f" {moved:+d}".replace("-", "−") if moved else ""
    return Content.assemble(
        plain(f"{level.label} ", "$muted"),
        ("━" * level.value, "$error" if low else "$success"),
        ("━" * (level.max - level.value), "$line"),
        (f" {level.value}/{level.max}", "bold" if low else ""),
        (by, "bold $success" if moved > 0 else "bold $error"),
    )
