"""The gauges of a call as one line of bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from textual.content import Content
from textual.timer import Timer

from simulator.model.view import GaugeLevel
from simulator.tui.text import Words, plain
from simulator.words.reactions import signed

STEP: Final = 0.15
"""Seconds in which a bar moves by one."""


class Gauges(Words):
    """A bar, a figure and a label for each gauge, and what the last answer did to it.

    `moves`: a bar moves to its new length; otherwise it is there at once.
    """

    def __init__(self, *, moves: bool = False) -> None:
        super().__init__(id="gauges")
        self._moves = moves
        self._before: dict[str, int] = {}
        self._decision = 0
        self._levels: tuple[GaugeLevel, ...] = ()
        self._moved: dict[str, int] = {}
        self._left: dict[str, int] = {}
        """By how much each bar has still to move."""
        self._hand: Timer | None = None

    @property
    def is_moving(self) -> bool:
        """Whether a bar is still on its way."""
        return bool(self._left)

    def show(self, levels: Sequence[GaugeLevel], decision: int) -> None:
        """Show these levels, as they are before that decision."""
        moved = {level.id: level.value - self._before.get(level.id, level.value) for level in levels}
        if decision <= self._decision:
            moved = {}
        self._before = {level.id: level.value for level in levels}
        self._decision = decision
        self._levels, self._moved = tuple(levels), moved
        self._left = {name: by for name, by in moved.items() if by and self._moves}
        if self._left and self._hand is None:
            self._hand = self.set_interval(STEP, self._move)
        self._draw()

    def _move(self) -> None:
        """Bring every bar a step nearer to where it should be."""
        self._left = {name: by - (1 if by > 0 else -1) for name, by in self._left.items() if abs(by) > 1}
        if not self._left and self._hand is not None:
            self._hand.stop()
            self._hand = None
        self._draw()

    def _draw(self) -> None:
        bars = []
        for level in self._levels:
            now, moved = level.value - self._left.get(level.id, 0), self._moved.get(level.id, 0)
            bars.append(_bar(replace(level, value=now), level.value, moved))
        self.say(Content("   ").join(bars))


def _bar(level: GaugeLevel, value: int, moved: int) -> Content:
    """A gauge whose bar stands at `level` on its way to `value`; what was lost is still to be seen as a gap."""
    low = value * 4 <= level.max
    lost = max(0, value - moved - level.value)
    by = f" {signed(moved)}" if moved else ""
    return Content.assemble(
        plain(f"{level.label} ", "$muted"),
        ("━" * level.value, "$error" if low else "$success"),
        ("╌" * lost, "$error"),
        ("━" * (level.max - level.value - lost), "$line"),
        (f" {value}/{level.max}", "bold" if low else ""),
        (by, "bold $success" if moved > 0 else "bold $error"),
    )
