"""The whole call at a glance: the verdict on each decision, and which one is pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from simulator.session import DecisionRow
from simulator.tui.text import Words, plain
from simulator.tui.widgets.verdicts import STYLES
from simulator.words.labels import verdict_sign


class Strip(Words):
    """A number and a sign for each decision."""

    def __init__(self, decisions: Sequence[DecisionRow]) -> None:
        super().__init__(id="strip")
        self._decisions = tuple(decisions)
        self.point_at(None)

    def point_at(self, number: int | None) -> None:
        """Show which decision is pointed at."""
        self.say(Content("  ").join([_sign(decision, decision.number == number) for decision in self._decisions]))


def _sign(decision: DecisionRow, pointed_at: bool) -> Content:
    style = f"bold {STYLES[str(decision.verdict)]}{' reverse' if pointed_at else ''}"
    # A no-break blank keeps the sign with its number at the end of a line.
    return plain(f"{decision.number}\u00a0{verdict_sign(decision.verdict)}", style)
