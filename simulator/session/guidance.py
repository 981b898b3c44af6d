"""What guided mode says during a call: feedback on the last answer, and hints before the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.evidence import Marks, Verdict
from scoring.rubric import Named, Rubric
from simulator.model.reaction import Reaction
from simulator.model.scenario import SILENCE, Article, Choice
from simulator.session.play import Play
from simulator.session.progress import Progress, Taken, shown
from simulator.session.reaction import reaction_to

if TYPE_CHECKING:
    from simulator.analysis import Values


@dataclass(frozen=True, slots=True)
class NamedMove:
    """A technique or a critical error of the rubric, in one language."""

    id: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the last answer was worth."""

    decision: int
    choice: str
    verdict: Verdict
    risky: bool
    cost: float
    """Points of the overall score."""
    why: str | None
    techniques: tuple[NamedMove, ...]
    critical: tuple[NamedMove, ...]
    see: Article | None
    reaction: Reaction
    """How the caller took it."""

    @property
    def shown_cost(self) -> int:
        """The cost in whole points, at least one where anything was lost; a debrief's add up to the score."""
        return max(1, round(self.cost)) if self.cost > 0 else round(self.cost)


@dataclass(frozen=True, slots=True)
class Hint:
    """Where to look for a good answer: first the skill that matters most now, then the answer to avoid."""

    kind: Literal["criterion", "avoid"]
    id: str
    """The criterion's or the choice's."""
    label: str
    """The skill, or the words of the choice."""
    text: str
    """What the skill is, in the rubric's words; empty for an answer to avoid."""
    number: int = 0
    """The number under which the answer to avoid is shown."""

    @property
    def code(self) -> str:
        """What the record says of it."""
        return self.id if self.kind == "criterion" else f"avoid:{self.id}"


def feedback_of(play: Play, progress: Progress, values: Values, language: str) -> Feedback:
    """What the rubric says of the last answer of `progress`, which has one."""
    from scoring.evidence import marks

    taken = progress.taken[-1]
    decision = values.decision(taken.before, taken.choice, taken.step.advance)
    found: Marks = marks(decision, values.yardsticks)
    choice = choice_of(play, taken)
    return Feedback(
        decision=taken.number,
        choice=taken.choice,
        verdict=found.verdict,
        risky=found.risky,
        cost=found.cost,
        why=why_of(play, choice, taken.step.advance.route),
        techniques=techniques_of(play.rubric, choice, language),
        critical=tuple(named(play.rubric.critical, error, language) for error in decision.critical),
        see=article_of(play, choice),
        reaction=reaction_to(play, progress),
    )


def hint_of(play: Play, progress: Progress, values: Values, language: str) -> Hint | None:
    """The next hint for the decision to be taken; None where all answers are equally good.

    Nothing is said of an answer before the answers are there to be seen.
    """
    marks = values.marks(progress.position)
    order = shown(play.stepper, progress, play.started.seed)
    worst = max(order, key=lambda choice: marks[choice].cost)
    if marks[worst].cost <= 0:
        return None
    if progress.hints == 0 or play.asks_words(progress):
        return _skill(play, values, [marks[choice] for choice in order], language)
    words = play.scenario.states[progress.position.state].choice(worst).text
    return Hint("avoid", worst, play.filling(words), "", order.index(worst) + 1)


def _skill(play: Play, values: Values, marks: Sequence[Marks], language: str) -> Hint:
    """The criterion on which most can be lost now; of several, the rubric's first."""
    factors = values.yardsticks.factors
    stakes = [max(mark.lost[place] for mark in marks) * factor for place, factor in enumerate(factors)]
    wanted = values.yardsticks.criteria[stakes.index(max(stakes))]
    criterion = next(known for known in play.rubric.criteria if known.id == wanted)
    return Hint("criterion", wanted, criterion.label.in_language(language), criterion.about.in_language(language))


def choice_of(play: Play, taken: Taken) -> Choice | None:
    """The choice that was taken; None for a silence."""
    return None if taken.choice == SILENCE else play.scenario.states[taken.before.state].choice(taken.choice)


def why_of(play: Play, choice: Choice | None, route: int) -> str | None:
    """Why a choice is worth what it is: the words of the route taken where it has any, else the choice's."""
    if choice is None:
        return None
    why = choice.why_by(route)
    return None if why is None else play.filling(why)


def article_of(play: Play, choice: Choice | None) -> Article | None:
    """The knowledge article that a choice recommends."""
    if choice is None or choice.see is None:
        return None
    return next((play.filling.article(a) for a in play.scenario.knowledge if a.id == choice.see), None)


def techniques_of(rubric: Rubric, choice: Choice | None, language: str) -> tuple[NamedMove, ...]:
    """The named moves that a choice shows."""
    return tuple(named(rubric.techniques, technique, language) for technique in (choice.technique if choice else ()))


def named(known: tuple[Named, ...], wanted: str, language: str) -> NamedMove:
    """The rubric's words for an id; the id itself where the rubric has none."""
    for one in known:
        if one.id == wanted:
            return NamedMove(wanted, one.label.in_language(language), one.about.in_language(language))
    return NamedMove(wanted, wanted, "")
