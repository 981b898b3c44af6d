"""The curve of a call as a drawing for a page: the score that could still be reached after each decision."""

from __future__ import annotations

from html import escape
from typing import Final

from simulator.report.debrief_words import curve_words
from simulator.session import Debrief
from simulator.words import _

LEFT, TOP, WIDTH, HEIGHT, BELOW, RIGHT = 44, 14, 560, 150, 24, 120
"""The margins around the curve and its size, in units of the drawing."""
_TICKS: Final = (0, 50, 100)


def curve(debrief: Debrief) -> str:
    """The drawing as inline SVG, with the sentence that says the same."""
    title, described = escape(_("The curve of the call")), escape(curve_words(debrief))
    parts = [*_scale(debrief.pass_mark), _line(debrief), *_points(debrief)]
    size = f"0 0 {LEFT + WIDTH + RIGHT} {TOP + HEIGHT + BELOW}"
    return (
        f'<svg class="curve" role="img" viewBox="{size}" aria-labelledby="curve-title curve-text">'
        f'<title id="curve-title">{title}</title><desc id="curve-text">{described}</desc>{"".join(parts)}</svg>'
    )


def _y(score: int) -> float:
    return round(TOP + HEIGHT * (100 - min(100, max(0, score))) / 100, 1)


def _x(debrief: Debrief, place: int) -> float:
    """Where decision `place` (from 1) stands; 0 is the start of the call."""
    return round(LEFT + WIDTH * place / len(debrief.decisions), 1)


def _scale(mark: int) -> list[str]:
    """The lines of the scores, and that of the pass mark with its words."""
    parts = []
    for score in _TICKS:
        y = _y(score)
        parts.append(f'<line class="tick" x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text class="scale" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{score}</text>')
    y, words = _y(mark), escape(_("{mark} to pass").format(mark=mark))
    parts.append(f'<line class="mark" x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y}" y2="{y}"/>')
    parts.append(f'<text class="scale" x="{LEFT + WIDTH + 8}" y="{y + 4}">{words}</text>')
    return parts


def _line(debrief: Debrief) -> str:
    """A step down at each decision that cost something."""
    path, y = [f"M{LEFT} {_y(100)}"], _y(100)
    for row in debrief.decisions:
        path.append(f"H{_x(debrief, row.number)}")
        if _y(row.reachable) != y:
            y = _y(row.reachable)
            path.append(f"V{y}")
    return f'<path class="way" d="{" ".join(path)}"/>'


def _points(debrief: Debrief) -> list[str]:
    """A dot and a number for each decision, and what it lost."""
    parts = []
    for row in debrief.decisions:
        x, y = _x(debrief, row.number), _y(row.reachable)
        parts.append(f'<circle class="v-{row.verdict}" cx="{x}" cy="{y}" r="4"/>')
        parts.append(f'<text class="scale" x="{x}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{row.number}</text>')
        if row.shown_cost > 0:
            beside = y + 18 if y < TOP + HEIGHT - 20 else y - 8
            parts.append(f'<text class="lost" x="{x - 8}" y="{beside}" text-anchor="end">−{row.shown_cost}</text>')
    return parts
