"""A group's mean score week by week as a drawing for a page."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.report.figures_group import WeekOfScores
from simulator.report.score_chart import days, framed, scale, x_of, y_of
from simulator.words import number


def progress_chart(weeks: Sequence[WeekOfScores], pass_mark: int | None, title: str, described: str) -> str:
    """The drawing as inline SVG; `described` says in words what it shows."""
    places = [(x_of(len(weeks), place), y_of(week.mean)) for place, week in enumerate(weeks)]
    line = " ".join(f"{x},{y}" for x, y in places)
    parts = [*scale(pass_mark), *days([week.monday for week in weeks]), f'<polyline class="way" points="{line}"/>']
    for (x, y), week in zip(places, weeks, strict=True):
        parts.append(f'<circle class="mean" cx="{x}" cy="{y}" r="4.5"/>')
        parts.append(f'<text class="lost" x="{x}" y="{y - 10}" text-anchor="middle">{number(week.mean, 0)}</text>')
    return framed(parts, title, described, "progress")
