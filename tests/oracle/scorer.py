"""A brute-force scorer: every complete call is written out, and everything is added up in exact fractions.

The tree of histories has one node for each way to come to a moment; nothing is shared or memoised between nodes, so
that two ways to one position are worked out twice. Silence is left out. Vectors are in the order of the rubric's
criteria.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scoring.rubric import Rubric
from simulator.model.scenario import Outcome, Scenario
from tests.oracle import interpreter
from tests.oracle.interpreter import Situation

MOST_CALLS = 2_000
"""How many complete calls a tree may have."""

LEAST_ASSESSED = 3
"""Points that blind clicking must lose on a criterion for it to be assessed."""

Vector = tuple[Fraction, ...]


class TooManyCalls(Exception):
    """The scenario has more complete calls than the oracle is ready to write out."""


@dataclass(frozen=True)
class Turn:
    """One choice taken: its id, its points by criterion, its critical errors, and the moment it leads to."""

    choice: str
    points: tuple[int, ...]
    critical: tuple[str, ...]
    then: Moment


@dataclass(frozen=True)
class Moment:
    """A moment of one history, with every turn that the trainee could take; none where the call is over."""

    now: Situation
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class CompleteCall:
    """One call from start to ending, with the chance that blind clicking plays exactly this one."""

    turns: tuple[Turn, ...]
    chance: Fraction

    @property
    def points(self) -> tuple[int, ...]:
        """The points of the whole call, by criterion."""
        return tuple(sum(column) for column in zip(*(turn.points for turn in self.turns), strict=True))


@dataclass(frozen=True)
class Judged:
    """A moment with `value` (V) and `points` (U) of its best continuation, and its turns judged."""

    moment: Moment
    value: Fraction
    points: Vector
    turns: tuple[JudgedTurn, ...]


@dataclass(frozen=True)
class JudgedTurn:
    """A turn with the value it gives away (0 for a best one), and what it loses by criterion."""

    turn: Turn
    given_away: Fraction
    lost: Vector
    then: Judged


@dataclass(frozen=True)
class Yardsticks:
    """What a variant is measured by. `weights` are the effective ones (W), `None` where best equals blind."""

    factors: Vector
    best: Fraction
    blind: Fraction
    decisions: Fraction
    blind_lost: Vector
    weights: Vector | None

    @property
    def assessed(self) -> tuple[bool, ...]:
        """Which criteria blind clicking loses enough on."""
        return tuple(lost >= LEAST_ASSESSED for lost in self.blind_lost)


@dataclass(frozen=True)
class Card:
    """The marks of one complete call; a criterion that is not assessed has None, `other` joins those."""

    score: Fraction
    costs: tuple[Fraction, ...]
    criteria: tuple[Fraction | None, ...]
    lost: Vector
    other_lost: Fraction
    """Points of the score lost on the criteria that are not assessed, together."""


class Oracle:
    """The scoring of one variant of a scenario by writing out all its calls.

    Raises TooManyCalls, or `interpreter.NotPlayable` where a call cannot be played.
    """

    def __init__(self, scenario: Scenario, rubric: Rubric, variant: str, most_calls: int = MOST_CALLS) -> None:
        self.scenario = scenario
        self.rubric = rubric
        begin = interpreter.start(scenario, variant)
        self.tree = _written_out(scenario, rubric.criterion_ids, begin, _Budget(most_calls))
        self.calls = tuple(_complete_calls(self.tree, (), Fraction(1)))
        self._factors = self._worth_of_a_point()
        self.judged = _judge(self.tree, self._factors)
        self.yardsticks = self._measure()

    def value_of(self, points: Sequence[int | Fraction]) -> Fraction:
        """What a vector of points is worth."""
        return _worth(points, self._factors)

    @property
    def span(self) -> Fraction:
        """`best - blind`; where it is 0 no score is defined."""
        return self.yardsticks.best - self.yardsticks.blind

    def cost(self, turn: JudgedTurn) -> Fraction:
        """Points of the score that a turn costs."""
        return 100 * turn.given_away / self.span

    def score(self, call: CompleteCall) -> Fraction:
        """100 for the best call, 0 for blind clicking."""
        return 100 * (self.value_of(call.points) - self.yardsticks.blind) / self.span

    def card(self, call: CompleteCall) -> Card:
        """The marks of one call."""
        judged = self._along(call)
        lost = _sum_of([turn.lost for turn in judged], len(self._factors))
        yardsticks = self.yardsticks
        criteria = tuple(
            100 * (1 - own / blind) if assessed else None
            for own, blind, assessed in zip(lost, yardsticks.blind_lost, yardsticks.assessed, strict=True)
        )
        other = [0 if known else own for own, known in zip(lost, yardsticks.assessed, strict=True)]
        other_lost = 100 * self.value_of(other) / self.span
        return Card(self.score(call), tuple(self.cost(turn) for turn in judged), criteria, lost, other_lost)

    def passed(self, call: CompleteCall) -> bool:
        """Whether a call reaches the mark, without a critical error, at an ending that is no failure."""
        ending = self.scenario.endings[call.turns[-1].then.now.place]
        faultless = not any(turn.critical for turn in call.turns)
        return faultless and ending.outcome is not Outcome.FAILURE and self.score(call) >= self.rubric.pass_mark

    def pass_chance(self) -> Fraction:
        """The chance that blind clicking passes."""
        return sum((call.chance for call in self.calls if self.passed(call)), Fraction(0))

    def verdict(self, turn: JudgedTurn) -> str:
        """The verdict on a turn by its cost alone: critical errors and calls cut short are the caller's to add."""
        unit = 100 / self.yardsticks.decisions
        cost = self.cost(turn)
        if cost == 0:
            return "best"
        if cost < Fraction(4, 10) * unit:
            return "good"
        if cost <= Fraction(11, 10) * unit:
            return "fair"
        return "mistake" if cost < Fraction(175, 100) * unit else "blunder"

    def _worth_of_a_point(self) -> Vector:
        of_role = self.rubric.role_weights.get(self.scenario.role, {})
        weights = [of_role.get(criterion.id, criterion.weight) for criterion in self.rubric.criteria]
        expected = _expected_points(self.calls, len(weights))
        most = [max(column) for column in zip(*(call.points for call in self.calls), strict=True)]
        return tuple(
            weight / max(top - mean, Fraction(4)) for weight, top, mean in zip(weights, most, expected, strict=True)
        )

    def _measure(self) -> Yardsticks:
        best = max(self.value_of(call.points) for call in self.calls)
        blind = sum((call.chance * self.value_of(call.points) for call in self.calls), Fraction(0))
        decisions = sum((call.chance * len(call.turns) for call in self.calls), Fraction(0))
        blind_lost = self._expected_loss()
        weights = None
        if best > blind:
            pairs = zip(self._factors, blind_lost, strict=True)
            weights = tuple(factor * lost / (best - blind) for factor, lost in pairs)
        return Yardsticks(self._factors, best, blind, decisions, blind_lost, weights)

    def _expected_loss(self) -> Vector:
        sums = [Fraction(0)] * len(self._factors)
        for call in self.calls:
            for turn in self._along(call):
                for place, lost in enumerate(turn.lost):
                    sums[place] += call.chance * lost
        return tuple(sums)

    def _along(self, call: CompleteCall) -> list[JudgedTurn]:
        judged, at = [], self.judged
        for turn in call.turns:
            (found,) = [candidate for candidate in at.turns if candidate.turn is turn]
            judged.append(found)
            at = found.then
        return judged


class _Budget:
    """Counts the complete calls and stops when there are too many."""

    def __init__(self, most: int) -> None:
        self.left = most

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise TooManyCalls


def _written_out(scenario: Scenario, criteria: tuple[str, ...], now: Situation, budget: _Budget) -> Moment:
    if interpreter.is_over(scenario, now):
        budget.spend()
        return Moment(now, ())
    choices = interpreter.offered(scenario, now)
    if not choices:
        raise interpreter.NotPlayable(f"no choice is left in {now.place}")
    turns = []
    for choice in choices:
        done = interpreter.take(scenario, now, choice)
        points = tuple(done.points.get(criterion, 0) for criterion in criteria)
        then = _written_out(scenario, criteria, done.after, budget)
        turns.append(Turn(choice, points, done.critical, then))
    return Moment(now, tuple(turns))


def _complete_calls(moment: Moment, so_far: tuple[Turn, ...], chance: Fraction) -> Iterator[CompleteCall]:
    if not moment.turns:
        yield CompleteCall(so_far, chance)
    for turn in moment.turns:
        yield from _complete_calls(turn.then, (*so_far, turn), chance / len(moment.turns))


def _judge(moment: Moment, factors: Vector) -> Judged:
    """V and U of a moment from those of the moments behind it: U is the mean over the best turns."""
    if not moment.turns:
        return Judged(moment, Fraction(0), tuple(Fraction(0) for _ in factors), ())
    behind = [_judge(turn.then, factors) for turn in moment.turns]
    together = list(zip(moment.turns, behind, strict=True))
    worth = [_worth(turn.points, factors) + then.value for turn, then in together]
    points = [tuple(a + b for a, b in zip(turn.points, then.points, strict=True)) for turn, then in together]
    value = max(worth)
    tied = [vector for vector, own in zip(points, worth, strict=True) if own == value]
    mean = tuple(sum(column) / Fraction(len(tied)) for column in zip(*tied, strict=True))
    turns = []
    for (turn, then), own, vector in zip(together, worth, points, strict=True):
        lost = tuple(m - v if own < value else Fraction(0) for m, v in zip(mean, vector, strict=True))
        turns.append(JudgedTurn(turn, value - own, lost, then))
    return Judged(moment, value, mean, tuple(turns))


def _worth(points: Sequence[int | Fraction], factors: Vector) -> Fraction:
    return sum((factor * number for factor, number in zip(factors, points, strict=True)), Fraction(0))


def _expected_points(calls: Sequence[CompleteCall], criteria: int) -> Vector:
    return _sum_of([tuple(call.chance * number for number in call.points) for call in calls], criteria)


def _sum_of(vectors: Sequence[Vector], size: int) -> Vector:
    if not vectors:
        return tuple(Fraction(0) for _ in range(size))
    return tuple(sum(column, Fraction(0)) for column in zip(*vectors, strict=True))
