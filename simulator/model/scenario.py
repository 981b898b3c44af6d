"""A scenario after compilation: every name resolved, every condition parsed, nothing left to check.

All values are frozen. Orders are the file's. Texts are as the author wrote them, braces included
(`simulator.model.phrases` fills them when they are shown).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Final

from simulator.model.conditions import Condition

BACK: Final = "back"
"""The `goto` that returns to the state which an `always` rule left."""

SILENCE: Final = "silence"
"""The id that a silence has in logs and tests; no choice may be called so."""

NO_VARIANT: Final = "default"
"""The id of the only variant of a scenario that lists none."""


class Action(StrEnum):
    """What a trainee may do instead of speaking."""

    HOLD = "hold"
    TRANSFER = "transfer"
    ESCALATE = "escalate"
    CRM = "crm"
    WAIT = "wait"
    HANG_UP = "hang-up"


class Outcome(StrEnum):
    """What an ending is worth as a result of the call."""

    SUCCESS = "success"
    PARTIAL = "partial"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A bounded whole number, 0..`max` (at most 20), `start` where a call begins."""

    id: str
    label: str
    start: int
    max: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A named value that the call sets; the first of `values` is the start."""

    id: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a choice or a silence does to facts (`sets`) and then to gauges (`changes`, clamped to 0..max)."""

    sets: tuple[tuple[str, str], ...] = ()
    changes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Words that are spoken where `when` holds; `speaker` is None for the caller, `mood` None for unchanged."""

    text: str
    when: Condition | None = None
    mood: str | None = None
    speaker: str | None = None
    reveals: str | None = None


Points = tuple[tuple[str, int], ...]
"""Points by criterion id, each -2..2."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way a choice can lead on. `goto` is a state, an ending, `BACK`, or None to stay."""

    goto: str | None
    when: Condition | None = None
    score: Points = ()
    effect: Effect = Effect()
    critical: tuple[str, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What the trainee may say (`action` is None) or do in a state.

    `text` is the `say` or the `label`. `routes` has at least one item, the last without `when`.
    `technique`: ids of the rubric's techniques that it shows. `see`: a knowledge article to recommend.
    """

    id: str
    text: str
    action: Action | None = None
    when: Condition | None = None
    once: bool = False
    score: Points = ()
    effect: Effect = Effect()
    critical: tuple[str, ...] = ()
    technique: tuple[str, ...] = ()
    reply: tuple[Line, ...] = ()
    routes: tuple[Route, ...] = (Route(None),)
    why: str | None = None
    see: str | None = None

    def why_by(self, route: int) -> str | None:
        """Why it is worth what it is: the words of the route taken (-1 for none) where it has any, else its own."""
        return (self.routes[route].why if route >= 0 else None) or self.why


@dataclass(frozen=True, slots=True)
class Silence:
    """What the clock does after `after` seconds without an answer. Without `goto` it happens once in its state."""

    after: int
    effect: Effect = Effect()
    reply: tuple[Line, ...] = ()
    goto: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A moment in which the trainee must answer. Exactly one of `says` and `scene` is given."""

    id: str
    choices: tuple[Choice, ...]
    says: tuple[Line, ...] = ()
    scene: str | None = None
    phase: str | None = None
    silence: Silence | None = None

    def choice(self, choice_id: str) -> Choice:
        """The choice of that id; raises KeyError where the state has none."""
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        raise KeyError(choice_id)


@dataclass(frozen=True, slots=True)
class Rule:
    """An `always` rule: fires when a choice or a silence makes `when` true; `once` at most once in a call."""

    when: Condition
    goto: str
    once: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a call stops. Its points belong to the decision that led to it."""

    id: str
    outcome: Outcome
    title: str
    text: str
    score: Points = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A named start: facts set, gauges changed from their `start`, lines added to the CRM card."""

    id: str
    effect: Effect = Effect()
    crm: tuple[tuple[str, str], ...] = ()
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """What the trainee should reach; `met` is looked at where the call ended."""

    text: str
    met: Condition


@dataclass(frozen=True, slots=True)
class Article:
    """A knowledge article that the trainee may open during the call."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class InFileTest:
    """What must hold of one play. `play` lists choice ids (`SILENCE` allowed); None means not asked.

    Where `ending` and `score` are both None the play need not be a whole call.
    """

    id: str
    variant: str
    play: tuple[str, ...]
    ending: str | None = None
    score: tuple[int, int] | None = None
    passed: bool | None = None
    critical: tuple[str, ...] | None = None


@dataclass(frozen=True, eq=False)
class Scenario:
    """A call that can be practised. Equal only to itself, so that it can key a cache."""

    id: str
    title: str
    language: str
    role: str
    level: int
    minutes: int
    rubric: str
    about: str
    briefing: str
    caller: Mapping[str, str]
    start: str
    states: Mapping[str, State]
    endings: Mapping[str, Ending]
    gauges: tuple[Gauge, ...] = ()
    facts: tuple[Fact, ...] = ()
    always: tuple[Rule, ...] = ()
    variants: tuple[Variant, ...] = (Variant(NO_VARIANT),)
    objectives: tuple[Objective, ...] = ()
    crm: tuple[tuple[str, str], ...] = ()
    knowledge: tuple[Article, ...] = ()
    tests: tuple[InFileTest, ...] = ()
    law_as_of: Date | None = None
    """The day to which the rules of law that it cites were checked."""
    text_hash: str = ""
    """SHA-256 (hex) of the file's text with LF line ends."""

    @property
    def caller_name(self) -> str:
        """The caller's name; empty where the scenario gives none."""
        return self.caller.get("name", "")

    @cached_property
    def variables(self) -> Mapping[str, int]:
        """The place of every gauge (first) and fact (behind them) in a position's `values`."""
        ids = [g.id for g in self.gauges] + [f.id for f in self.facts]
        return MappingProxyType({name: place for place, name in enumerate(ids)})

    @cached_property
    def hidden_facts(self) -> tuple[str, ...]:
        """The facts that a variant sets, in the file's order."""
        told = {fact for variant in self.variants for fact, _ in variant.effect.sets}
        return tuple(f.id for f in self.facts if f.id in told)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What fills the braces of its texts as long as no variant and no trainee is known."""
        return MappingProxyType({**dict(self.crm), **self.caller})

    def variant(self, variant_id: str) -> Variant:
        """The variant of that id; raises KeyError where there is none."""
        for variant in self.variants:
            if variant.id == variant_id:
                return variant
        raise KeyError(variant_id)

    def card(self, variant_id: str) -> tuple[tuple[str, str], ...]:
        """The CRM card as the trainee sees it in that variant."""
        return tuple({**dict(self.crm), **dict(self.variant(variant_id).crm)}.items())
