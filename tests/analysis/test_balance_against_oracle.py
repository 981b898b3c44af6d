"""The figures of W304, W305, W307, W314 and W316 equal those of a brute-force enumeration, on random scenarios.

The oracle writes out every history and counts in exact fractions: what the checks say of a position must hold of the
histories that come to it. Silences are taken out, since the oracle leaves them out and a visit after one is a visit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import pytest

from scoring.yardsticks import TIE
from simulator.analysis import Ground, survey
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.w304_mended_fault import Repairs
from simulator.analysis.checks.w305_cheap_critical import LEAST as CHEAPER
from simulator.analysis.checks.w305_cheap_critical import cheapest
from simulator.analysis.checks.w307_absurd import LEAST as FAR_BEHIND
from simulator.analysis.checks.w307_absurd import absurd
from simulator.analysis.checks.w314_beyond_repair import LONG_ENOUGH, mistakes
from simulator.analysis.checks.w316_idle_objective import met
from simulator.model.conditions import Condition
from simulator.model.scenario import Outcome
from tests.oracle import interpreter
from tests.oracle.scorer import Judged, JudgedTurn, Oracle
from tests.routine import first
from tests.strategies.scenarios import Case, is_playable, seeded

SCENARIOS: Final = 400
BATCH: Final = 40

Key = tuple[str, str]
"""State and choice."""

Kind = tuple[str, str, int | None, str]
"""State, choice, route and ending: what the analysis calls a move."""


@dataclass(frozen=True)
class Taken:
    """One turn of one history."""

    kind: Kind
    judged: JudgedTurn
    worth: Fraction
    fault: bool
    helps: bool
    """Whether it raises a gauge or sets a fact."""
    fails: bool

    @property
    def key(self) -> Key:
        return self.kind[0], self.kind[1]

    @property
    def cost(self) -> Fraction:
        return self.judged.given_away

    @property
    def critical(self) -> bool:
        return bool(self.judged.turn.critical)

    @property
    def then(self) -> Judged:
        return self.judged.then


class Enumerated:
    """Every history of one variant."""

    def __init__(self, case: Case, variant: str) -> None:
        self.scenario, self.pass_mark = case.scenario, case.rubric.pass_mark
        self.oracle = Oracle(case.scenario, case.rubric, variant)
        self._known: dict[int, list[Taken]] = {}

    def turns(self, at: Judged) -> list[Taken]:
        """What can be done at a moment."""
        if id(at) not in self._known:
            self._known[id(at)] = [self._taken(at, judged) for judged in at.turns]
        return self._known[id(at)]

    def moments(self, follows: Callable[[Taken], bool] = lambda _: True) -> Iterator[Judged]:
        """The moments of all histories that take only such turns."""
        waiting = [self.oracle.judged]
        for at in waiting:
            yield at
            waiting.extend(taken.then for taken in self.turns(at) if follows(taken))

    def _taken(self, at: Judged, judged: JudgedTurn) -> Taken:
        state = self.scenario.states[at.moment.now.place]
        choice = state.choice(judged.turn.choice)
        done = interpreter.take(self.scenario, at.moment.now, choice.id)
        route = None if done.route is None else choice.routes[done.route]
        effects = [choice.effect, *([route.effect] if route else [])]
        gauges = interpreter.total(*(effect.changes for effect in effects))
        ending = self.scenario.endings.get(done.after.place)
        return Taken(
            kind=(state.id, choice.id, done.route, ending.id if ending else ""),
            judged=judged,
            worth=self.oracle.value_of(judged.turn.points),
            fault=any(n < 0 for n in interpreter.total(choice.score, route.score if route else ()).values()),
            helps=any(effect.sets for effect in effects) or any(change > 0 for change in gauges.values()),
            fails=bool(judged.turn.critical) or (ending is not None and ending.outcome is Outcome.FAILURE),
        )


Pair = tuple[Figures, Enumerated]


@dataclass(frozen=True)
class Seen:
    """One scenario as the analysis and as the oracle see it; only variants in which a score is defined."""

    name: str
    ground: Ground
    pairs: list[Pair]


@pytest.fixture(scope="module", params=first(5, range(0, SCENARIOS, BATCH)))
def several(request: pytest.FixtureRequest) -> list[Seen]:
    """The next few of the random scenarios."""
    return [seen for seed in range(request.param, request.param + BATCH) if (seen := seen_at(seed)) is not None]


def seen_at(seed: int) -> Seen | None:
    """The scenario of that seed without its silences; None where it can't be played without, or no score is defined."""
    case = seeded(seed)
    quiet = {state.id: replace(state, silence=None) for state in case.scenario.states.values()}
    case = replace(case, scenario=replace(case.scenario, states=MappingProxyType(quiet)))
    if not is_playable(case.scenario):
        return None
    ground = survey(case.scenario, case.rubric)
    pairs = [(figures, Enumerated(case, figures.graph.variant)) for figures in ground.figures()]
    return Seen(f"seed {seed}", ground, pairs) if all(one.oracle.span > 0 for _, one in pairs) else None


def test_w304_a_fault_is_mended_as_far_as_every_history_says(several: list[Seen]) -> None:
    compared = 0
    for seen in several:
        for figures, exact in seen.pairs:
            found = {key: fault.share for key, fault in Repairs(figures).most_mended().items()}
            expected = most_mended(exact)
            assert found == pytest.approx({key: float(share) for key, share in expected.items()}), seen.name
            compared += len(expected)
    assert compared


def most_mended(exact: Enumerated) -> dict[Key, Fraction]:
    """The largest share of what each fault took that is given back, where there was none before it."""
    clean = list(exact.moments(lambda taken: not taken.fault))
    offered = {taken.kind for at in clean for taken in exact.turns(at)}
    shares: dict[Key, Fraction] = {}

    def idle(at: Judged) -> Fraction:
        def worth(taken: Taken) -> Fraction:
            return taken.worth if taken.kind in offered else min(taken.worth, Fraction(0))

        return max((worth(taken) + idle(taken.then) for taken in exact.turns(at)), default=Fraction(0))

    for at in clean:
        beside = [taken for taken in exact.turns(at) if not taken.fault]
        for taken in exact.turns(at) if beside else ():
            if taken.fault:
                least = min(other.cost for other in beside)
                best = min(other.worth for other in beside if other.cost == least)
                given = min(taken.then.value - idle(taken.then), best - taken.worth - taken.cost)
                if given > 0:
                    shares[taken.key] = max(shares.get(taken.key, Fraction(0)), given / (taken.cost + given))
    return shares


def test_w305_a_critical_error_is_as_cheap_as_in_every_history(several: list[Seen]) -> None:
    compared = 0
    for seen in several:
        for figures, exact in seen.pairs:
            found = {key: cheap.dearer - cheap.cost for key, cheap in cheapest(figures).items()}
            expected: dict[Key, float] = {}
            for at in exact.moments():
                dearest = max((taken.cost for taken in exact.turns(at) if not taken.fails), default=Fraction(0))
                for taken in exact.turns(at):
                    less = float(100 * (dearest - taken.cost) / exact.oracle.span)
                    if taken.critical and less > max(CHEAPER, expected.get(taken.key, 0.0)):
                        expected[taken.key] = less
            assert found == pytest.approx(expected), seen.name
            compared += len(expected)
    assert compared


def test_w307_an_absurd_choice_is_far_behind_at_every_visit(several: list[Seen]) -> None:
    compared = 0
    for seen in several:
        least: dict[Key, float] = {}
        critical = set[Key]()
        for figures, exact in seen.pairs:
            for at in exact.moments():
                for taken in exact.turns(at):
                    others = [other.cost for other in exact.turns(at) if other is not taken]
                    behind = float(taken.cost - max(others, default=taken.cost))
                    points = figures.yardsticks.in_points(behind)
                    least[taken.key] = min(points, least.get(taken.key, points))
                    critical |= {taken.key} if taken.critical else set()
        expected = {key: points for key, points in least.items() if points >= FAR_BEHIND - TIE and key not in critical}
        assert absurd(seen.ground) == pytest.approx(expected), seen.name
        compared += len(expected)
    assert compared


def test_w314_mistakes_are_as_lost_as_every_history_says(several: list[Seen]) -> None:
    compared = 0
    for seen in several:
        for figures, exact in seen.pairs:
            found = {
                (m.move.state, m.move.choice, round(m.cost, 6), m.grave, m.ahead, m.repairable, m.loses)
                for m in mistakes(figures, seen.ground.rubric)
            }
            expected = set(Recovering(exact).mistakes())
            assert found == expected, seen.name
            compared += len(expected)
    assert compared


class Recovering:
    """What is left to the calls of a variant after a mistake."""

    def __init__(self, exact: Enumerated) -> None:
        self.exact = exact
        self.ideal = list(exact.moments(lambda taken: taken.cost == 0))
        self.offered = {taken.kind for at in self.ideal for taken in exact.turns(at)}
        self.paid: dict[Key, Fraction] = {}
        for at in self.ideal:
            for taken in exact.turns(at):
                self.paid[taken.key] = max(taken.worth, self.paid.get(taken.key, taken.worth))

    def mistakes(self) -> Iterator[tuple[str, str, float, bool, int, bool, bool]]:
        """State and choice, cost in points of the score, whether grave, decisions ahead, repairable, loses the call."""
        oracle = self.exact.oracle
        for at in self.ideal:
            for taken in self.exact.turns(at):
                ahead = self.ahead(taken.then)
                if taken.cost > 0 and not taken.critical and ahead >= LONG_ENOUGH:
                    cost = round(float(oracle.cost(taken.judged)), 6)
                    grave = oracle.verdict(taken.judged) in ("mistake", "blunder")
                    yield *taken.key, cost, grave, ahead, self.repairable(taken.then), self.loses(at, taken)

    def ahead(self, at: Judged) -> int:
        return 1 + min(self.ahead(taken.then) for taken in self.best(at)) if at.turns else 0

    def best(self, at: Judged) -> list[Taken]:
        return [taken for taken in self.exact.turns(at) if taken.cost == 0]

    def repairable(self, at: Judged) -> bool:
        return any(self.repairs(taken) or self.repairable(taken.then) for taken in self.best(at))

    def repairs(self, taken: Taken) -> bool:
        pays_more = taken.key not in self.paid or taken.worth > self.paid[taken.key]
        return taken.kind not in self.offered and pays_more and (taken.worth > 0 or taken.helps) and not taken.critical

    def loses(self, at: Judged, taken: Taken) -> bool:
        passing, oracle = self.passing(taken.then), self.exact.oracle
        if passing is None:
            return True
        later = taken.cost - (min(other.worth for other in self.best(at)) - taken.worth)
        value = oracle.yardsticks.best - at.value + taken.worth + passing
        score = 100 * (value - oracle.yardsticks.blind) / oracle.span
        return later >= taken.cost / 2 and score < self.exact.pass_mark

    def passing(self, at: Judged) -> Fraction | None:
        """The most that is still to be had without failing; None where nothing is."""
        if not at.turns:
            return Fraction(0)
        behind = [(taken.worth, self.passing(taken.then)) for taken in self.exact.turns(at) if not taken.fails]
        return max((worth + rest for worth, rest in behind if rest is not None), default=None)


def test_w316_a_condition_is_met_where_histories_end_as_they_meet_it(several: list[Seen]) -> None:
    for seen in several:
        for condition in conditions(seen.ground):
            for figures, exact in seen.pairs:
                ends = (at.moment.now for at in exact.moments() if not at.turns)
                expected = {interpreter.holds(condition, now) for now in ends}
                assert met(figures.graph, condition) == expected, (seen.name, figures.graph.variant, condition)


def conditions(ground: Ground) -> list[Condition]:
    """Every condition of the scenario, asked for somewhere else than it stands."""
    states = ground.scenario.states.values()
    choices = [choice for state in states for choice in state.choices]
    found = [choice.when for choice in choices] + [route.when for choice in choices for route in choice.routes]
    found += [line.when for state in states for line in state.says] + [rule.when for rule in ground.scenario.always]
    return [condition for condition in dict.fromkeys(found) if condition is not None]
