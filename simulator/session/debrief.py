"""The debrief as values: everything that screens, plain mode, reports and `sessions show` tell of an ended call.

Texts are filled (caller, card, trainee) and rubric words are in the language asked for. Costs and points lost are
points of the overall score: the costs of `decisions` sum to `100 - score`, and so do the points lost of `criteria`
and `other` together; the whole numbers beside them (`shown_cost`, `shown_lost`) sum to `100 - floor(score)`. What
is shown of lost points is those whole numbers, so that what a reader adds up comes to the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime

from scoring.evidence import Verdict
from simulator.model.events import BranchOf
from simulator.model.heard import Heard
from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.model.scenario import Article, Outcome
from simulator.model.view import GaugeLevel
from simulator.session.guidance import NamedMove


@dataclass(frozen=True, slots=True)
class ObjectiveMet:
    """An objective of the scenario and whether the call reached it."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion of the rubric in this call."""

    id: str
    label: str
    about: str
    shown: int | None
    """The score from 0 to 100; None where the call does not assess the criterion."""
    before: int | None
    """The score in the last try; None where there was none, or it did not assess the criterion."""
    points_lost: float
    shown_lost: int
    effective_weight: float
    """Its share of the overall score in this call, as a fraction of 1."""
    level: int | None
    """The anchored level (1..5) nearest to the score; None where not assessed or the rubric anchors none."""
    level_words: str | None
    """What one hears at that level."""


@dataclass(frozen=True, slots=True)
class OtherRow:
    """The criteria that this call does not assess, taken together."""

    labels: tuple[str, ...]
    points_lost: float
    shown_lost: int
    weight: float


@dataclass(frozen=True, slots=True)
class CriticalError:
    """A critical error that was made, and at which decisions (numbers from 1)."""

    id: str
    label: str
    about: str
    decisions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HiddenFact:
    """Something that was true of this caller and never came out."""

    id: str
    value: str
    line: str | None
    """What the caller would have said; None where no line fits the value."""
    asked_by: str | None
    """The words or action that would have brought it out; None where a state's own line does."""
    asked_action: str | None = None
    """The action's name where that is no words."""


@dataclass(frozen=True, slots=True)
class OnOffer:
    """One choice that was on offer at a decision, in shown order."""

    id: str
    text: str
    action: str | None
    chosen: bool
    best: bool
    """Whether nothing better was to be had."""
    cost: float
    shown_cost: int
    """The cost as a whole number: of the choice taken that of its decision, of the others one that ranks with it."""
    verdict: Verdict
    why: str | None
    techniques: tuple[NamedMove, ...] = ()


@dataclass(frozen=True, slots=True)
class GaugeSpent:
    """A gauge that ran out and ended the call, and the decisions that spent it."""

    id: str
    label: str
    spent: tuple[tuple[int, int], ...]
    """Numbers of decisions from 1, each with what it took from the gauge."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision of the call as it was played; decisions taken back are not here."""

    number: int
    state: str
    phase: str | None
    said: tuple[Heard, ...]
    """What had been heard since the decision before."""
    offered: tuple[OnOffer, ...]
    choice: str
    """The id of the choice taken, or `silence`."""
    text: str
    """What was said or done; empty for a silence."""
    action: str | None
    silence: bool
    heard: tuple[Heard, ...]
    """What it led to: the caller's reply, the next line, the ending; without the trainee's own words."""
    took_ms: int
    verdict: Verdict
    risky: bool
    cost: float
    shown_cost: int
    lost: tuple[tuple[str, float], ...]
    """Points of the overall score lost by criterion id, where not 0; below 0 where it gained."""
    why: str | None
    techniques: tuple[NamedMove, ...]
    critical: tuple[str, ...]
    """Ids of the critical errors made here."""
    see: Article | None
    """A knowledge article to read again."""
    best: tuple[OnOffer, ...]
    """The choices that nothing beat, the chosen one left out, in the file's order."""
    best_leads_to: tuple[Heard, ...]
    """How the call would have gone on after the first of `best`: two turns at most, the trainee's words included.
    Empty where the choice taken was itself best."""
    typed: str = ""
    """What the trainee would have said, typed before the choices appeared; empty where nothing was."""
    ended_by: tuple[GaugeSpent, ...] = ()
    undone: int = 0
    """How often an answer was taken back here."""
    hints: int = 0
    """How many hints were asked for here, before or after an answer was taken back."""
    looked_up: tuple[str, ...] = ()
    """The titles of the knowledge articles that were looked up here, in order."""
    gauges: tuple[GaugeLevel, ...] = ()
    """How the caller stood before the answer; a trainee in an exam did not see it."""
    reachable: int = 100
    """The score that could still be reached after it, as a whole number; it may be below 0."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the trainee answered to themselves before they saw any figure."""

    question: Question
    words: str


@dataclass(frozen=True, slots=True)
class LastTry:
    """The trainee's last try at the call before this one; of a retry, the session that it was made from."""

    session: str
    started: datetime
    shown: int
    passed: bool


@dataclass(frozen=True, slots=True)
class Debrief:
    """An ended call, told."""

    session: str
    scenario: str
    title: str
    role: str
    variant: str
    mode: Mode
    trainee: str
    time_factor: float
    silence: bool
    branch_of: BranchOf | None
    counts: bool
    """Whether it feeds best score, skills and statistics: an exam, or practice without a hint, an undo or a branch."""
    other_rules: bool
    """Recorded under other rules of play or scoring than this version's: the figures here are by this version's."""
    rubric_title: str
    pass_mark: int
    passed: bool
    struck_out: bool
    """Failed by a critical error: the score is shown struck out."""
    score: float
    shown: int
    band: str
    outcome: Outcome
    ending_id: str
    ending_title: str
    ending_text: str
    objectives: tuple[ObjectiveMet, ...]
    criteria: tuple[CriterionRow, ...]
    other: OtherRow | None
    """None where every criterion is assessed."""
    critical: tuple[CriticalError, ...]
    never_learned: tuple[HiddenFact, ...]
    decisions: tuple[DecisionRow, ...]
    law_as_of: Date | None
    """The day to which the rules of law in the call were checked; None where it cites none."""
    gauges_ended: tuple[GaugeSpent, ...]
    code: str
    """The short code of the record's last hash for this session; empty where there is none yet."""
    language: str = ""
    """The language that the call is held in."""
    begun: datetime | None = None
    """When the session began, in UTC; None where the record did not say."""
    lessons: tuple[int, ...] = ()
    """The numbers of the decisions to learn most from, two at most: critical errors, then what cost most."""
    last_try: LastTry | None = None
    reflections: tuple[Reflection, ...] = ()

    @property
    def lost(self) -> int:
        """The whole points that the decisions cost together: what the score lacks of 100, or more."""
        return sum(decision.shown_cost for decision in self.decisions)

    def decision(self, number: int) -> DecisionRow:
        """The decision of that number, from 1."""
        return self.decisions[number - 1]
