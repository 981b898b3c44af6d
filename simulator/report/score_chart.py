"""Scores over time as a drawing for a page: a mark for each call, and the mean of the latest calls as a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date
from html import escape
from typing import Final

from simulator.words import _, date

LEFT, TOP, WIDTH, HEIGHT, BELOW, RIGHT = 36, 12, 560, 160, 26, 104
"""The margins around the plane and its size, in units of the drawing."""
MEAN_OF: Final = 5
"""Over how many calls the line takes the mean."""
_TICKS: Final = (0, 25, 50, 75, 100)
_MOST_DAYS: Final = 5
"""How many days are named below the plane."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One call: the day, the score that is shown, the reviewed one where there is one, and how it ended."""

    day: Date
    score: int
    passed: bool
    critical: bool = False
    reviewed: int | None = None


def score_chart(marks: Sequence[Mark], pass_mark: int | None, title: str, described: str, name: str = "scores") -> str:
    """The drawing as inline SVG; `described` says in words what it shows, `name` tells drawings of a page apart."""
    parts = [
        *scale(pass_mark),
        *days([mark.day for mark in marks]),
        _mean(marks),
        *(_drawn(marks, place) for place in range(len(marks))),
    ]
    return framed(parts, title, described, name)


def framed(parts: Sequence[str], title: str, described: str, name: str) -> str:
    """The drawing around its parts."""
    size = f"0 0 {LEFT + WIDTH + RIGHT} {TOP + HEIGHT + BELOW}"
    return (
        f'<svg class="curve" role="img" viewBox="{size}" aria-labelledby="{name}-title {name}-text">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-text">{escape(described)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def means(scores: Sequence[int]) -> tuple[float, ...]:
    """For each score the mean of it and of those before it, `MEAN_OF` together at most."""
    windows = (scores[max(0, place + 1 - MEAN_OF) : place + 1] for place in range(len(scores)))
    return tuple(sum(window) / len(window) for window in windows)


def y_of(score: float) -> float:
    """How far down a score stands."""
    return round(TOP + HEIGHT * (100 - min(100.0, max(0.0, score))) / 100, 1)


def x_of(count: int, place: int) -> float:
    """How far to the right the thing at `place` of `count` stands."""
    return round(LEFT + WIDTH * (place + 0.5) / count, 1)


def scale(pass_mark: int | None) -> list[str]:
    """The lines of the scores, and that of the pass mark with its words."""
    parts = []
    for score in _TICKS:
        y = y_of(score)
        parts.append(f'<line class="tick" x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text class="scale" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{score}</text>')
    if pass_mark is not None:
        y, words = y_of(pass_mark), escape(_("{mark} to pass").format(mark=pass_mark))
        parts.append(f'<line class="mark" x1="{LEFT}" x2="{LEFT + WIDTH}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text class="scale" x="{LEFT + WIDTH + 6}" y="{y + 4}">{words}</text>')
    return parts


def days(each: Sequence[Date]) -> list[str]:
    """The days of some of what is drawn, spread evenly, the first and the last among them."""
    steps = min(_MOST_DAYS, len(each)) - 1
    places = sorted({round(step * (len(each) - 1) / steps) for step in range(steps + 1)} if steps > 0 else {0})
    parts, before = [], None
    for place in places[: len(each)]:
        if each[place] != before:
            x, words = x_of(len(each), place), escape(date(each[place], short=True))
            parts.append(f'<text class="scale" x="{x}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{words}</text>')
        before = each[place]
    return parts


def _mean(marks: Sequence[Mark]) -> str:
    if len(marks) < 2:
        return ""
    points = [f"{x_of(len(marks), place)},{y_of(mean)}" for place, mean in enumerate(means([m.score for m in marks]))]
    return f'<polyline class="way" points="{" ".join(points)}"/>'


def _drawn(marks: Sequence[Mark], place: int) -> str:
    """A full disc for a call that was passed, a ring for one that was not, a cross for a critical error."""
    mark, x = marks[place], x_of(len(marks), place)
    y = y_of(mark.score)
    if mark.critical:
        drawn = f'<path class="cross" d="M{x - 4} {y - 4}l8 8m0 -8l-8 8"/>'
    else:
        drawn = f'<circle class="{"disc" if mark.passed else "ring"}" cx="{x}" cy="{y}" r="4.5"/>'
    if mark.reviewed is None:
        return drawn
    other = y_of(mark.reviewed)
    return f'<path class="reviewed" d="M{x} {y}V{other}M{x - 5} {other}l5 -5l5 5l-5 5z"/>{drawn}'
