"""How the scores of blind clicking are spread, as a small chart: the figures first, bars beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.cli.wrapping import wrapped
from simulator.words import _, number, percent
from simulator.words.columns import columns_of

if TYPE_CHECKING:
    from simulator.analysis.report.scores import Bar, Spread

_MARK = "█"
_WIDEST = 40
_GAP = "  "


def scores(spread: Spread, width: int, *, bars: bool) -> Iterator[str]:
    """A line for each ten points of the score; the longest bar is that of the commonest."""
    text = (
        _("Scores of blind clicking ({walks} walks)").format(walks=number(spread.walks))
        if spread.walks
        else _("Scores of blind clicking, exactly")
    )
    yield from wrapped(text, width)
    names, shares = [_label(bar) for bar in spread.bars], [percent(bar.share, 1) for bar in spread.bars]
    name_room, share_room = max(map(columns_of, names)), max(map(columns_of, shares))
    room = min(_WIDEST, width - name_room - share_room - 2 * len(_GAP))
    most = max(bar.share for bar in spread.bars)
    for name, shown, bar in zip(names, shares, spread.bars, strict=True):
        drawn = _MARK * round(room * bar.share / most) if bars else ""
        yield f"{_right(name, name_room)}{_GAP}{_right(shown, share_room)}{_GAP}{drawn}".rstrip()


def _label(bar: Bar) -> str:
    if bar.low is None:
        return _("below {score}").format(score=bar.high)
    last = bar.high if bar.high == 100 else bar.high - 1
    return _("{low} to {high}").format(low=bar.low, high=last)


def _right(text: str, room: int) -> str:
    return " " * (room - columns_of(text)) + text
