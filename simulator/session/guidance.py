"""What guided mode says during a call: feedback on the last answer, and a hint before the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.evidence import Marks, Verdict
from scoring.rubric import Named, Rubric
from simulator.model.scenario import SILENCE, Article, Choice
from simulator.session.play import Play
from simulator.session.progress import Progress, Taken

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


@dataclass(frozen=True, slots=True)
class Hint:
    """Where to look for a good answer: a technique that one of the best shows, else the skill that it serves."""

    kind: Literal["technique", "criterion"]
    id: str
    label: str
    text: str
    """What the technique or the skill is, in the rubric's words."""


def feedback_of(play: Play, taken: Taken, values: Values, language: str) -> Feedback:
    """What the rubric says of one answer."""
    from scoring.evidence import marks

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
    )


def hint_of(play: Play, progress: Progress, values: Values, language: str) -> Hint | None:
    """A hint for the decision to be taken; None where the best answers show no technique and earn nothing."""
    state = play.scenario.states[progress.position.state]
    best = [state.choice(choice) for choice in values.best_choices(progress.position)]
    for technique in (technique for choice in best for technique in choice.technique):
        found = named(play.rubric.techniques, technique, language)
        return Hint("technique", found.id, found.label, found.about)
    earned = [(points, criterion) for choice in best for criterion, points in choice.score if points > 0]
    for _, criterion in sorted(earned, key=lambda pair: -pair[0]):
        for known in play.rubric.criteria:
            if known.id == criterion:
                label, about = known.label.in_language(language), known.about.in_language(language)
                return Hint("criterion", criterion, label, about)
    return None


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
