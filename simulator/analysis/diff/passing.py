"""Which calls are passed in one form and not in the other: a shortest play, with the file's first choices.

Whether a call is passed hangs on all of its points, so plays that come to the same pair of positions are not the same
here. Of two such plays, one need not be followed that has no more points where it must pass, and no fewer where it must
not; nor one with which the call can't be passed any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from scoring.yardsticks import TIE
from simulator.analysis.diff.sides import Side

MOST: Final = 100_000
"""How many plays are followed in each direction; a change that only the longer ones of a huge call feel is not told."""

Play: TypeAlias = "tuple[Play, str] | None"
"""The choices so far, the last one outermost."""


class _Label(NamedTuple):
    """A play so far, by what it has come to."""

    passing: int
    """The position in the form in which the call is passed."""
    failing: int
    """The position in the other one."""
    points: float
    """The score so far in the first form, in which no critical error was made."""
    others: float
    """The score so far in the other form; minus infinity once a critical error was made there."""
    play: Play


def passed_in_one(passing: Side, failing: Side) -> tuple[str, ...] | None:
    """A shortest play that is over in both forms, passed in `passing` and not in `failing`; silences left out."""
    layer = [_Label(0, 0, passing.base, failing.base, None)]
    known: dict[tuple[int, int], list[tuple[float, float]]] = {}
    followed = 0
    while layer and followed < MOST:
        after = list[_Label]()
        for label in layer:
            for more in _steps(label, passing, failing):
                if passing.over[more.passing]:
                    if _is_one(more, passing, failing):
                        return _choices(more.play)
                elif not failing.over[more.failing] and _is_new(more, known):
                    after.append(more)
        followed += len(after)
        layer = after
    return None


def _steps(label: _Label, passing: Side, failing: Side) -> Iterator[_Label]:
    """What one more choice makes of a play, where it can still be passed in the one form."""
    offered = failing.on_offer(label.failing, silent=False)
    for choice, (target, move) in passing.on_offer(label.passing, silent=False).items():
        if choice not in offered or passing.graph.moves[move].evidence.critical:
            continue
        points = label.points + passing.gains[move]
        if points + passing.ahead[target] < passing.mark - TIE:
            continue
        other_target, other_move = offered[choice]
        lost = bool(failing.graph.moves[other_move].evidence.critical)
        others = float("-inf") if lost else label.others + failing.gains[other_move]
        yield _Label(target, other_target, points, others, (label.play, choice))


def _is_new(label: _Label, known: dict[tuple[int, int], list[tuple[float, float]]]) -> bool:
    """Whether no play before came to the same pair with as much; then it is remembered."""
    before = known.setdefault((label.passing, label.failing), [])
    if any(points >= label.points - TIE and others <= label.others + TIE for points, others in before):
        return False
    before.append((label.points, label.others))
    return True


def _is_one(label: _Label, passing: Side, failing: Side) -> bool:
    """Whether a call that is over in the one form is over in both, passed in the one and not in the other."""
    if not failing.over[label.failing] or not passing.is_pass(label.passing, label.points):
        return False
    return not failing.is_pass(label.failing, label.others)


def _choices(play: Play) -> tuple[str, ...]:
    found = list[str]()
    while play is not None:
        play, choice = play
        found.append(choice)
    return tuple(reversed(found))
