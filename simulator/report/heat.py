"""The heat map of a group: a sign and a colour for each score, by the bands of the rubric."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from scoring.rubric import Band
from simulator.words import _

SIGNS: Final = ("−−", "−", "○", "+", "++")
"""What stands for a score, from the lowest band to the highest."""
STARTS: Final = (0, 25, 50, 70, 90)
"""Where the bands start that scores are put into where no rubric says."""


class Heat(NamedTuple):
    """One cell: the score as a whole number, its sign, its place from 0 (low) to 4, whether it is from few calls."""

    score: int
    sign: str
    place: int
    few: bool


FEW: Final = 3
"""With fewer calls than this a score says little."""


def heat(score: float, calls: int, starts: Sequence[int]) -> Heat:
    """The cell for a mean score. `starts` are those of the bands, the lowest first."""
    band = sum(score >= start for start in starts[1:])
    place = round(band * (len(SIGNS) - 1) / (len(starts) - 1)) if len(starts) > 1 else len(SIGNS) // 2
    return Heat(round(score), SIGNS[place], place, calls < FEW)


def starts_of(bands: Sequence[Band]) -> tuple[int, ...]:
    """Where the bands of a rubric start, the lowest first; the usual ones where there are none."""
    return tuple(sorted(band.start for band in bands)) if bands else STARTS


def legend(bands: Sequence[Band], language: str) -> str:
    """What the signs mean."""
    starts = starts_of(bands)
    parts = []
    for start in reversed(starts):
        label = next((band.label.in_language(language) for band in bands if band.start == start), "")
        text = _("{sign} from {start} ({label})") if label else _("{sign} from {start}")
        sign = heat(start, FEW, starts).sign
        parts.append(text.format(sign=sign, start=start, label=label).replace(f"{sign} ", f"{sign}\u00a0"))
    return _("{signs}; ? from fewer than {count} calls.").format(signs=", ".join(parts), count=FEW)
