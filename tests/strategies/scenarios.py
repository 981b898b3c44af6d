"""Random scenarios with a small rubric: always playable, every call ends, few enough calls to write them all out.

One maker serves both the seeded plain generator (`seeded`) and the hypothesis strategy (`cases`): all it asks of the
world is a `random.Random`. The numbers are small so that ties are frequent.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final

from hypothesis import strategies as st

from scoring.rubric import Band, Bilingual, Criterion, Named, Rubric
from simulator.model.conditions import All, Among, Any, Compare, Condition, Not, Operator
from simulator.model.scenario import (
    BACK,
    NO_VARIANT,
    Action,
    Article,
    Choice,
    Effect,
    Ending,
    Fact,
    Gauge,
    Line,
    Outcome,
    Points,
    Route,
    Rule,
    Scenario,
    Silence,
    State,
    Variant,
)
from tests.oracle.interpreter import NotPlayable, holds, start
from tests.oracle.positions import count_calls, reachable
from tests.oracle.scorer import MOST_CALLS

MOST_POSITIONS: Final = 600
"""How many full positions a random scenario may have."""

_FACTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"verified": ("no", "yes"), "cause": ("unknown", "job_loss", "illness"), "owner": ("caller", "spouse")}
)
_GAUGES: Final = ("trust", "patience", "hurry")
_MOODS: Final = (None, None, "calm", "angry", "worried")


@dataclass(frozen=True)
class Case:
    """A random scenario and the rubric that it names."""

    scenario: Scenario
    rubric: Rubric


@cache
def seeded(seed: int) -> Case:
    """The random scenario of that seed: the same one every time, made once."""
    rng = random.Random(seed)
    while True:
        case = attempt(rng)
        if is_playable(case.scenario):
            return case


def cases() -> st.SearchStrategy[Case]:
    """Random scenarios for hypothesis, which can make them smaller."""
    return st.randoms(use_true_random=False).map(attempt).filter(lambda case: is_playable(case.scenario))


def is_playable(scenario: Scenario) -> bool:
    """Whether every variant can be played to its end in at most `MOST_CALLS` complete calls."""
    try:
        found = [reachable(scenario, variant.id, MOST_POSITIONS) for variant in scenario.variants]
    except NotPlayable:
        return False
    return all(count_calls(positions) <= MOST_CALLS for positions in found)


def attempt(rng: random.Random) -> Case:
    """One scenario that follows all rules of form; most can be played, `is_playable` knows which."""
    return _Maker(rng).case()


class _Maker:
    """Draws one scenario. States are layered: only what spends something goes back or stays."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.gauges = tuple(self._gauge(name) for name in _GAUGES[: rng.choice((0, 1, 1, 2, 2, 3))])
        names = tuple(_FACTS)[: rng.choice((0, 1, 1, 2, 3))]
        self.facts = tuple(Fact(name, _FACTS[name]) for name in names)
        self.rubric = _rubric(rng)
        self.states = tuple(f"s{n}" for n in range(1, rng.choice((2, 3, 3, 4, 4, 5, 5, 6)) + 1))
        self.endings = tuple(f"e{n}" for n in range(1, rng.randint(1, 3) + 1))
        with_rules = bool(self.gauges or self.facts)
        self.asides = ("aside1", "aside2")[: rng.choice((0, 0, 1, 2)) if with_rules else 0]
        self.articles = (Article("terms", "Terms", "What the contract says."),) if self._chance(0.3) else ()
        self.last_score: Points = ()

    def case(self) -> Case:
        """The scenario and its rubric."""
        states = [self._state(name, place) for place, name in enumerate(self.states)]
        states += [self._aside(place) for place in range(len(self.asides))]
        endings = [self._ending(name) for name in self.endings]
        scenario = Scenario(
            id="random-call", title="A random call", language="en", role=self.rng.choice(("sales", "technical")),
            level=1, minutes=5, rubric=self.rubric.id, about="Drawn at random.", briefing="You are on the phone.",
            caller=MappingProxyType({"name": "Alex Martin"}), start=self.states[0],
            states=MappingProxyType({state.id: state for state in states}),
            endings=MappingProxyType({ending.id: ending for ending in endings}),
            gauges=self.gauges, facts=self.facts, variants=self._variants(), knowledge=self.articles,
        )  # fmt: skip
        rules = self._rules(scenario)
        reached = {state.id: state for state in states if rules or state.id not in self.asides}
        return Case(replace(scenario, always=rules, states=MappingProxyType(reached)), self.rubric)

    def _state(self, name: str, place: int) -> State:
        onward = (*self.states[place + 1 : place + 3] * 3, *self.states[place + 3 :], *self.endings)
        again = (None, None, *self.states[: place + 1])
        choices = [self._onward("c0", onward, sure=True)]
        for number in range(1, self.rng.choice((1, 2, 2, 3, 3, 4, 4))):
            choices.append(self._any_choice(f"c{number}", onward, again))
        return self._filled_state(name, choices, onward)

    def _aside(self, place: int) -> State:
        """A state that only a rule leads to, and from which choices or only the silence lead back."""
        onward: tuple[str | None, ...] = (*self.asides[place + 1 :], self.states[-1])
        silent_only = self._chance(0.15)
        if not silent_only:
            onward = (BACK, BACK, BACK, *onward)
        choices = [self._onward("c0", onward, sure=True)]
        for number in range(1, self.rng.choice((1, 2, 3))):
            choices.append(self._any_choice(f"c{number}", (*onward, *self.endings), (None, self.asides[place])))
        return self._filled_state(self.asides[place], choices, (BACK,) if silent_only else onward)

    def _filled_state(self, name: str, choices: list[Choice], onward: Sequence[str | None]) -> State:
        self.rng.shuffle(choices)
        scene = f"{name}: nobody speaks." if self._chance(0.1) else None
        says = () if scene else (*self._lines(f"{name} says"), Line(f"{name} speaks."))
        silence = self._silence(name, onward) if onward == (BACK,) or self._chance(0.35) else None
        return State(name, tuple(choices), says, scene, self.rng.choice((None, "discovery")), silence)

    def _any_choice(self, name: str, onward: Sequence[str | None], again: Sequence[str | None]) -> Choice:
        kind = self.rng.random()
        if kind < 0.55:
            return self._onward(name, onward, sure=False)
        if kind < 0.9 or not self.gauges:
            return self._choice(name, self._routes(name, (*again, *onward)), self._condition_at(0.3), once=True)
        spent = self.rng.choice(self.gauges).id
        effect = Effect(self._sets(0.2), ((spent, -self.rng.randint(1, 2)),))
        return self._choice(name, (Route(self.rng.choice(again)),), Compare(spent, ">=", 1), effect=effect)

    def _onward(self, name: str, onward: Sequence[str | None], *, sure: bool) -> Choice:
        when = None if sure else self._condition_at(0.3)
        return self._choice(name, self._routes(name, onward), when, once=not sure and self._chance(0.2))

    def _choice(
        self,
        name: str,
        routes: tuple[Route, ...],
        when: Condition | None,
        *,
        once: bool = False,
        effect: Effect | None = None,
    ) -> Choice:
        action = self.rng.choice(tuple(Action)) if self._chance(0.15) else None
        text = f"Choice {name} for {{name}}."
        reply = self._lines(f"reply to {name}") if self._chance(0.5) else ()
        if reply and self._chance(0.7):
            reply = (*reply, Line(f"Reply to {name}."))
        return Choice(
            name, text, action, when, once, self._score(), effect or self._effect(), self._critical(0.08),
            self._technique(), reply, routes, self.rng.choice((None, f"Why {name}.")),
            self.rng.choice(self.articles).id if self.articles and self._chance(0.2) else None,
        )  # fmt: skip

    def _routes(self, name: str, targets: Sequence[str | None]) -> tuple[Route, ...]:
        guarded = self.rng.choice((0, 0, 0, 1, 1, 2)) if self.gauges or self.facts else 0
        routes = [self._route(f"{name}.{n}", self._condition(), targets) for n in range(guarded)]
        return (*routes, self._route(f"{name}.last", None, targets))

    def _route(self, name: str, when: Condition | None, targets: Sequence[str | None]) -> Route:
        score = self._score() if self._chance(0.3) else ()
        effect = self._effect() if self._chance(0.3) else Effect()
        why = f"Why {name}." if self._chance(0.2) else None
        return Route(self.rng.choice(targets), when, score, effect, self._critical(0.04), why)

    def _silence(self, name: str, onward: Sequence[str | None]) -> Silence:
        goto = self.rng.choice(onward) if onward == (BACK,) or self._chance(0.4) else None
        reply = (Line(f"{name}: hello?"),) if self._chance(0.5) else self._lines(f"{name}: still there")
        return Silence(self.rng.randint(5, 20), self._effect(), reply, goto)

    def _ending(self, name: str) -> Ending:
        score = self._score() if self._chance(0.4) else ()
        return Ending(name, self.rng.choice(tuple(Outcome)), f"Ending {name}", f"The call ends with {name}.", score)

    def _rules(self, scenario: Scenario) -> tuple[Rule, ...]:
        """Rules that do not hold where any variant of the otherwise complete `scenario` starts."""
        if not (self.gauges or self.facts):
            return ()
        starts = [start(scenario, variant.id) for variant in scenario.variants]
        drawn = [self._rule() for _ in range(self.rng.choice((0, 3, 4, 5)))]
        return tuple(rule for rule in drawn if not any(holds(rule.when, begin) for begin in starts))[:3]

    def _rule(self) -> Rule:
        targets = (*self.asides * 3, *self.endings, self.rng.choice(self.states))
        when: Condition = self._condition()
        if self.gauges and self._chance(0.5):
            gauge = self.rng.choice(self.gauges)
            when = Compare(gauge.id, "==", self.rng.choice((0, 0, gauge.max)))
        return Rule(when, self.rng.choice(targets), once=self._chance(0.4))

    def _variants(self) -> tuple[Variant, ...]:
        count = self.rng.choice((0, 1, 2, 2))
        if count == 0:
            return (Variant(NO_VARIANT),)
        return tuple(Variant(f"v{n}", self._effect() if n else Effect()) for n in range(count))

    def _gauge(self, name: str) -> Gauge:
        most = self.rng.randint(1, 6)
        return Gauge(name, name.capitalize(), self.rng.randint(0, most), most)

    def _effect(self) -> Effect:
        return Effect(self._sets(0.35), self._changes(0.45))

    def _sets(self, chance: float) -> tuple[tuple[str, str], ...]:
        chosen = [fact for fact in self.facts if self._chance(chance)]
        return tuple((fact.id, self.rng.choice(fact.values)) for fact in chosen)

    def _changes(self, chance: float) -> tuple[tuple[str, int], ...]:
        chosen = [gauge for gauge in self.gauges if self._chance(chance)]
        return tuple((gauge.id, self.rng.choice((-3, -2, -1, -1, 1, 1, 2))) for gauge in chosen)

    def _score(self) -> Points:
        if self._chance(0.3):
            return self.last_score
        chosen = [c for c in self.rubric.criterion_ids if self._chance(0.4)]
        self.last_score = tuple((c, self.rng.choice((-2, -1, -1, 0, 1, 1, 2))) for c in chosen)
        return self.last_score

    def _critical(self, chance: float) -> tuple[str, ...]:
        return (self.rng.choice(self.rubric.critical).id,) if self.rubric.critical and self._chance(chance) else ()

    def _technique(self) -> tuple[str, ...]:
        return tuple(named.id for named in self.rubric.techniques if self._chance(0.2))

    def _lines(self, text: str) -> tuple[Line, ...]:
        """Lines with a `when` each, perhaps none."""
        count = self.rng.choice((0, 0, 1, 2)) if self.gauges or self.facts else 0
        return tuple(self._line(f"{text} {n}.") for n in range(count))

    def _line(self, text: str) -> Line:
        reveals = self.rng.choice(self.facts).id if self.facts and self._chance(0.3) else None
        speaker = "Spouse" if self._chance(0.1) else None
        return Line(text, self._condition(), self.rng.choice(_MOODS), speaker, reveals)

    def _condition_at(self, chance: float) -> Condition | None:
        return self._condition() if (self.gauges or self.facts) and self._chance(chance) else None

    def _condition(self, depth: int = 2) -> Condition:
        """A condition; `and` holds no `and`, `or` no `or`, so that its words read back as the same value."""
        kind = self.rng.random()
        if depth and kind < 0.12:
            return Not(self._condition(depth - 1))
        if depth and kind < 0.3:
            joined = [self._condition(0), *(self._condition(0) for _ in range(self.rng.randint(1, 2)))]
            if depth > 1 and kind < 0.18:
                joined[0] = Any((self._condition(0), self._condition(0)))
                return All(tuple(joined))
            return All(tuple(joined)) if kind < 0.24 else Any(tuple(joined))
        return self._comparison()

    def _comparison(self) -> Condition:
        variables: tuple[Gauge | Fact, ...] = (*self.gauges, *self.facts)
        asked = self.rng.choice(variables)
        if isinstance(asked, Fact):
            if self._chance(0.25):
                return Among(asked.id, asked.values[: self.rng.randint(1, len(asked.values))])
            return Compare(asked.id, "==" if self._chance(0.7) else "!=", self.rng.choice(asked.values))
        if self._chance(0.1):
            return Among(asked.id, (self.rng.randint(0, asked.max), asked.max))
        operators: tuple[Operator, ...] = ("==", "!=", "<", "<=", ">", ">=")
        return Compare(asked.id, self.rng.choice(operators), self.rng.randint(0, asked.max))

    def _chance(self, chance: float) -> bool:
        return self.rng.random() < chance


def _rubric(rng: random.Random) -> Rubric:
    ids = ("empathy", "listening", "clarity", "ownership")[: rng.randint(2, 4)]
    weights = [rng.choice((1, 5, 10, 20, 30)) for _ in ids]
    if rng.random() < 0.4:
        weights = [10 for _ in ids]
    criteria = tuple(Criterion(i, _label(i), w, _label(i)) for i, w in zip(ids, weights, strict=True))
    own = {"technical": MappingProxyType({ids[0]: rng.choice((5, 25))})} if rng.random() < 0.3 else {}
    return Rubric(
        "small", _label("Small"), rng.choice((50, 70, 80)), (Band(70, _label("Good")), Band(0, _label("Weak"))),
        criteria, MappingProxyType(own), _named(("data-before-identity", "undue-fees")[: rng.randint(0, 2)]),
        _named(("open-question", "recap")[: rng.randint(0, 2)]),
    )  # fmt: skip


def _named(ids: Sequence[str]) -> tuple[Named, ...]:
    return tuple(Named(i, _label(i), _label(i)) for i in ids)


def _label(text: str) -> Bilingual:
    return Bilingual(text, text)
