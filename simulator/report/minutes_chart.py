"""Minutes trained by week as a drawing for a page: one bar for each week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from html import escape
from typing import Final

from simulator.words import date, duration

LEFT, TOP, WIDTH, HEIGHT, BELOW, RIGHT = 12, 16, 600, 90, 24, 12
"""The margins around the plane and its size, in units of the drawing."""
_WIDEST: Final = 48
_MOST_NAMED: Final = 6
"""How many weeks are named below their bars; above the bars, so many figures find room as well."""
_MOST_FIGURES: Final = 12


def minutes_chart(weeks: Sequence[tuple[Date, float]], title: str, described: str) -> str:
    """The drawing as inline SVG; `described` says in words what it shows."""
    size = f"0 0 {LEFT + WIDTH + RIGHT} {TOP + HEIGHT + BELOW}"
    return (
        f'<svg class="curve" role="img" viewBox="{size}" aria-labelledby="minutes-title minutes-text">'
        f'<title id="minutes-title">{escape(title)}</title><desc id="minutes-text">{escape(described)}</desc>'
        f"{''.join(_bars(weeks))}"
        f'<line class="tick" x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{TOP + HEIGHT}" y2="{TOP + HEIGHT}"/></svg>'
    )


def _bars(weeks: Sequence[tuple[Date, float]]) -> list[str]:
    step = min(_WIDEST * 2, WIDTH / len(weeks))
    wide, most = min(_WIDEST, step * 0.7), max(minutes for _monday, minutes in weeks) or 1.0
    every = -(-len(weeks) // _MOST_NAMED)
    parts = []
    for place, (monday, minutes) in enumerate(weeks):
        middle, high = LEFT + step * (place + 0.5), HEIGHT * minutes / most
        top, x = round(TOP + HEIGHT - high, 1), round(middle, 1)
        left = round(middle - wide / 2, 1)
        parts.append(f'<rect class="week" x="{left}" y="{top}" width="{round(wide, 1)}" height="{round(high, 1)}"/>')
        if minutes and len(weeks) <= _MOST_FIGURES:
            words = escape(duration(round(minutes) * 60))
            parts.append(f'<text class="scale" x="{x}" y="{top - 4}" text-anchor="middle">{words}</text>')
        if place % every == 0:
            words = escape(date(monday, short=True))
            parts.append(f'<text class="scale" x="{x}" y="{TOP + HEIGHT + 17}" text-anchor="middle">{words}</text>')
    return parts
