"""The curve of a call as columns: the score that could still be reached after each decision, and what each one lost."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from simulator.report.debrief_words import out_of_reach_words, sum_words
from simulator.session import Debrief, DecisionRow
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Prose
from simulator.tui.widgets.card import heading
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words
from simulator.words.labels import verdict_sign

ROWS: Final = 5
"""Lines of a column that stands at 100."""
EIGHTHS: Final = " ▁▂▃▄▅▆▇█"
AXIS: Final = 4
"""Cells of the figures to the left."""


class _Pitch(NamedTuple):
    """How wide a column is, and how far the next one."""

    bar: int
    step: int


_PITCHES: Final = (_Pitch(3, 5), _Pitch(2, 4), _Pitch(2, 3), _Pitch(1, 2), _Pitch(1, 1))
_FIGURES: Final = 3
"""The step from which on a column has room for what it lost."""


def curve_rows(debrief: Debrief) -> Visual:
    """The columns, and the sentence that says the same."""
    about = plain(f"  {_('what you could still reach')}", "$muted")
    rows: list[Content | Visual] = [heading(_("Where the score was lost")) + about, Curve(debrief)]
    rows.append(plain(sum_words(debrief)))
    if out := out_of_reach_words(debrief):
        rows.append(plain(out))
    return stacked(rows)


class Curve(Visual):
    """As wide as there is room for, so that all decisions stand side by side."""

    def __init__(self, debrief: Debrief) -> None:
        self._decisions = debrief.decisions
        self._mark = debrief.pass_mark

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of the columns, the numbers of the decisions and their losses below."""
        pitch = self._pitch(width)
        lines = [self._line(row, pitch) for row in range(ROWS)] + self._below(pitch)
        return [strip for line in lines for strip in Prose(line).render_strips(width, 1, style, options)][:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """What the widest columns take."""
        del rules
        return min(container_width, AXIS + len(self._decisions) * _PITCHES[0].step)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The columns and what is below them."""
        del rules
        return ROWS + len(self._below(self._pitch(width)))

    def _pitch(self, width: int) -> _Pitch:
        room = width - AXIS
        return next((pitch for pitch in _PITCHES if len(self._decisions) * pitch.step <= room), _PITCHES[-1])

    def _line(self, row: int, pitch: _Pitch) -> Content:
        """Line `row` from the top."""
        share = 100 / ROWS
        top, bottom = 100 - row * share, 100 - (row + 1) * share
        at_mark = bottom < self._mark <= top
        figure = "100" if row == 0 else str(self._mark) if at_mark else ""
        parts = [plain(f"{figure:>3} ", "$muted")]
        for decision in self._decisions:
            filled = min(8, max(0, round((decision.reachable - bottom) / share * 8)))
            gap = ("╌" if at_mark else " ") * (pitch.step - pitch.bar)
            empty = "╌" if at_mark and not filled else EIGHTHS[filled]
            parts += [plain(empty * pitch.bar, _style(decision) if filled else "$muted"), plain(gap, "$muted")]
        return Content("").join(parts)

    def _below(self, pitch: _Pitch) -> list[Content]:
        """The signs of the verdicts, the numbers, and what was lost where there is room for figures."""
        indent = plain(" " * AXIS)
        signs = [plain(f"{verdict_sign(d.verdict):<{pitch.step}}", f"bold {_style(d)}") for d in self._decisions]
        lines = [Content("").join([indent, *signs])]
        if pitch.step >= _FIGURES:
            numbers = [plain(f"{d.number:<{pitch.step}}", "$muted") for d in self._decisions]
            lost = [plain(f"{cost_words(d.shown_cost):<{pitch.step}}") for d in self._decisions]
            lines += [Content("").join([indent, *numbers]), Content("").join([indent, *lost])]
        return lines


def _style(decision: DecisionRow) -> str:
    return STYLES[str(decision.verdict)]
