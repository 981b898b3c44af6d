"""Which calls go otherwise: both graphs of a variant walked side by side, by the choices that both have.

A play is one list of choice ids in both files. The walk goes length by length, so that the first play found of each
kind is a shortest one, with the file's first choices. How far the two scores of a play are apart is a sum over its
choices; of all plays that come to the same pair of positions, those with the largest and the least sum are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from scoring.yardsticks import TIE
from simulator.analysis.diff.passing import passed_in_one
from simulator.analysis.diff.sides import Side, Stand

SAME_SCORE: Final = 1e-6
"""Two scores closer than this are the same."""


class Kind(StrEnum):
    """How the same play goes otherwise."""

    NOT_ON_OFFER = "not-on-offer"
    """Its last choice is no longer on offer there."""
    ON_OFFER = "on-offer"
    """Its last choice is on offer there now."""
    LEADS_ELSEWHERE = "leads-elsewhere"
    """It leads to another state."""
    CRITICAL = "critical"
    """Its last choice makes other critical errors."""
    GOES_ON = "goes-on"
    """It was over, and goes on now."""
    OVER = "over"
    """It went on, and is over now."""
    ENDS_OTHERWISE = "ends-otherwise"
    """It comes to another ending."""
    SCORES_MORE = "scores-more"
    SCORES_LESS = "scores-less"
    """It comes to the same ending with another score."""
    PASSED_NO_MORE = "passed-no-more"
    PASSED_NOW = "passed-now"
    """It is over in both, and passed in one."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A shortest play of one kind, and how it stands in both files."""

    kind: Kind
    play: tuple[str, ...]
    old: Stand
    new: Stand


@dataclass(frozen=True, slots=True)
class VariantCompared:
    """What became of the calls of one variant that both files have."""

    variant: str
    witnesses: tuple[Witness, ...]
    most_gained: Witness | None
    """Of the calls with the same ending the one whose score rises most, silences left out; None where none rises."""
    most_lost: Witness | None
    passed_no_more: Witness | None
    """A shortest call that was passed and is not now, silences left out; None where there is none."""
    passed_now: Witness | None
    """A shortest call that is passed now and was not."""


Play: TypeAlias = "tuple[Play, str] | None"
"""The choices so far, the last one outermost, so that plays share their beginnings."""

Pair: TypeAlias = tuple[int, int]
"""A position of the old graph and one of the new, after the same choices."""


@dataclass(frozen=True, slots=True)
class _Reach:
    """Plays of one length that come to a pair: the one whose score rises most, and the one whose falls most."""

    high: float
    high_play: Play
    low: float
    low_play: Play

    def joined(self, other: _Reach) -> _Reach:
        """The extremes of both; where they are equal, those of this one."""
        high, low = (other if other.high > self.high + TIE else self), (other if other.low < self.low - TIE else self)
        return _Reach(high.high, high.high_play, low.low, low.low_play)

    def within(self, other: _Reach) -> bool:
        """Whether it tells nothing that `other` does not."""
        return self.high <= other.high + TIE and self.low >= other.low - TIE

    def after(self, choice: str, gain: float) -> _Reach:
        """The plays with one more choice."""
        return _Reach(self.high + gain, (self.high_play, choice), self.low + gain, (self.low_play, choice))


def compare_calls(old: Side, new: Side) -> VariantCompared:
    """A shortest play of each kind that goes otherwise in `new` than in `old`."""
    return _Walk(old, new).run()


class _Walk:
    """One walk through both graphs."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old, new
        self._found: dict[tuple[object, ...], tuple[Kind, Play]] = {}
        self._ends: _Reach | None = None

    def run(self) -> VariantCompared:
        """Walk by choices alone, then with silences for what can't be seen without."""
        self._walk(silent=False)
        ends = self._ends
        self._walk(silent=True)
        lost, won = passed_in_one(self._old, self._new), passed_in_one(self._new, self._old)
        order = list(Kind)
        found = sorted(self._found.values(), key=lambda one: order.index(one[0]))
        return VariantCompared(
            variant=self._new.graph.variant,
            witnesses=tuple(self._witness(kind, play) for kind, play in found),
            most_gained=self._witness(Kind.SCORES_MORE, ends.high_play) if ends and ends.high > SAME_SCORE else None,
            most_lost=self._witness(Kind.SCORES_LESS, ends.low_play) if ends and ends.low < -SAME_SCORE else None,
            passed_no_more=None if lost is None else self._seen(Kind.PASSED_NO_MORE, lost),
            passed_now=None if won is None else self._seen(Kind.PASSED_NOW, won),
        )

    def _walk(self, *, silent: bool) -> None:
        """Go on until no play tells anything new."""
        apart = self._new.base - self._old.base
        layer: dict[Pair, _Reach] = {(0, 0): _Reach(apart, None, apart, None)}
        known = dict(layer)
        while layer:
            after: dict[Pair, _Reach] = {}
            for pair, reach in layer.items():
                for target, more in self._steps(pair, reach, silent):
                    after[target] = after[target].joined(more) if target in after else more
            layer = {pair: reach for pair, reach in after.items() if not (pair in known and reach.within(known[pair]))}
            for pair, reach in layer.items():
                known[pair] = known[pair].joined(reach) if pair in known else reach

    def _steps(self, pair: Pair, reach: _Reach, silent: bool) -> Iterator[tuple[Pair, _Reach]]:
        """Every pair that one choice leads to from `pair` where both calls go on."""
        old, new = self._old.on_offer(pair[0], silent=silent), self._new.on_offer(pair[1], silent=silent)
        together = self._old.states[pair[0]] == self._new.states[pair[1]]
        if together and old.keys() != new.keys():
            self._offers(self._new.states[pair[1]], old, new, reach.high_play)
        for choice in old:
            if choice in new:
                (before, old_move), (after, new_move) = old[choice], new[choice]
                more = reach.after(choice, self._new.gains[new_move] - self._old.gains[old_move])
                self._critical(old_move, new_move, more.high_play)
                if not self._ended((before, after), more, together):
                    yield (before, after), more

    def _offers(self, state: str, old: Collection[str], new: Collection[str], play: Play) -> None:
        """Note the choices that only one form offers here, where both have them."""
        for choice in sorted({*old} ^ {*new}):
            if self._old.has(state, choice) and self._new.has(state, choice):
                kind = Kind.NOT_ON_OFFER if choice in old else Kind.ON_OFFER
                self._note((kind, state, choice), (play, choice))

    def _critical(self, old_move: int, new_move: int, play: Play) -> None:
        before = self._old.graph.moves[old_move].evidence.critical
        after = self._new.graph.moves[new_move].evidence.critical
        if before != after:
            self._note((Kind.CRITICAL, frozenset(before), frozenset(after)), play)

    def _ended(self, pair: Pair, reach: _Reach, together: bool) -> bool:
        """Note how the calls end or part; whether one of them is over."""
        states = self._old.states[pair[0]], self._new.states[pair[1]]
        match bool(self._old.over[pair[0]]), bool(self._new.over[pair[1]]):
            case False, False:
                if together and states[0] != states[1]:
                    self._note((Kind.LEADS_ELSEWHERE, *states), reach.high_play)
                return False
            case True, True if states[0] == states[1]:
                self._same_ending(reach)
            case True, True:
                self._note((Kind.ENDS_OTHERWISE, *states), reach.high_play)
            case True, False:
                self._note((Kind.GOES_ON, states[0]), reach.high_play)
            case _:
                self._note((Kind.OVER, states[1]), reach.high_play)
        return True

    def _same_ending(self, reach: _Reach) -> None:
        if reach.high > SAME_SCORE:
            self._note((Kind.SCORES_MORE,), reach.high_play)
        if reach.low < -SAME_SCORE:
            self._note((Kind.SCORES_LESS,), reach.low_play)
        self._ends = self._ends.joined(reach) if self._ends else reach

    def _note(self, key: tuple[Kind, *tuple[object, ...]], play: Play) -> None:
        self._found.setdefault(key, (key[0], play))

    def _witness(self, kind: Kind, play: Play) -> Witness:
        choices = list[str]()
        while play is not None:
            play, choice = play
            choices.append(choice)
        return self._seen(kind, tuple(reversed(choices)))

    def _seen(self, kind: Kind, play: tuple[str, ...]) -> Witness:
        return Witness(kind, play, self._old.stand(play), self._new.stand(play))
