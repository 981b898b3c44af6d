"""Reads a reviewed session from the record: played again, debriefed, and scored with the corrections that hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.evidence import Decision
from scoring.review import Correction
from scoring.scorecard import Scorecard, shown_reviewed
from simulator.library import Cache
from simulator.model.reviews import Acknowledged, Answered, Corrected, Disputed, Noted, SignedOff
from simulator.record import Reviewed, short_code
from simulator.session.debrief import Debrief
from simulator.session.replaying import Debriefed, debriefed
from simulator.session.reviewed import (
    CorrectedPoints,
    GivenPoints,
    Note,
    Reply,
    ReviewedCriterion,
    ReviewedDecision,
    ReviewedScore,
    ReviewedSession,
    Said,
    SignOff,
)
from simulator.session.whole import missing, whole_parts
from simulator.session.worth import decisions_of, reviewed_card

if TYPE_CHECKING:
    from simulator.record import Record


def reviewed_of(record: Record, session: str, language: str, *, cache: Cache | None = None) -> ReviewedSession:
    """An ended session with what was said of it. Raises RecordError, SessionError."""
    return case_of(record, session, language, cache=cache).told(record)


def tries_beside(record: Record, told: ReviewedSession, viewer: str) -> tuple[str, ...]:
    """The trainee's other tries at the same call that `viewer` (an id) may see: the one before it first, going back,
    then the later ones. Raises RecordError.
    """
    debrief = told.debrief
    tries = [one.session for one in record.sessions(trainee=told.trainee, scenario=debrief.scenario, viewer=viewer)]
    here = tries.index(debrief.session) if debrief.session in tries else -1
    return (*tries[here + 1 :], *tries[: max(0, here)])


def case_of(record: Record, session: str, language: str, *, cache: Cache | None = None) -> Case:
    """What a session's review is computed from. Raises RecordError, SessionError."""
    told = debriefed(record, session, language, cache=cache)
    return Case(told, decisions_of(told.progress, told.values), record.reviews(session), language)


@dataclass(frozen=True, slots=True)
class Case:
    """A session played again, and all that was said of it, oldest first."""

    played: Debriefed
    decisions: tuple[Decision, ...]
    said: tuple[Reviewed, ...]
    language: str

    @property
    def debrief(self) -> Debrief:
        """The machine's own view."""
        return self.played.debrief

    @property
    def criteria(self) -> tuple[str, ...]:
        """The ids of the criteria, in the rubric's order."""
        return self.played.values.yardsticks.criteria

    def own_points(self, decision: int, criterion: str) -> int:
        """The points that the call itself gave a decision on a criterion."""
        return self.decisions[decision - 1].points[self.criteria.index(criterion)]

    def card(self, *more: Correction) -> Scorecard:
        """The scorecard with the corrections that hold, and with `more` of them."""
        play, progress, values, _debrief = self.played
        return reviewed_card(play, progress, values, [*self.holding().values(), *more])

    def holding(self) -> dict[str, Corrected]:
        """The latest correction of each criterion at each decision, by its hash."""
        latest = {(one.decision, one.criterion): (digest, one) for digest, one in self._corrected()}
        return dict(latest.values())

    def told(self, record: Record) -> ReviewedSession:
        """All of it, as front ends show it."""
        names = {one.by: record.people.name(one.by) for one in self.said}
        holding = self.holding()
        return ReviewedSession(
            debrief=self.debrief,
            caller=self.played.play.scenario.caller_name,
            trainee=self.played.play.started.trainee,
            notes=tuple(
                Note(names[one.by], one.at, one.review.decision, one.words)
                for one in self.said
                if isinstance(one.review, Noted) and one.review.decision <= len(self.decisions)
            ),
            corrections=tuple(self._corrections(names, holding)),
            sign_offs=tuple(_sign_offs(self.said, names, frozenset(holding))),
            replies=tuple(_replies(self.said, names)),
            reviewed=self._score(holding),
        )

    def _corrected(self) -> Iterator[tuple[str, Corrected]]:
        """The corrections of what is there: a file can say anything."""
        for one in self.said:
            review = one.review
            if not isinstance(review, Corrected) or review.criterion not in self.criteria:
                continue
            if 1 <= review.decision <= len(self.decisions):
                yield one.hash, review

    def _corrections(self, names: dict[str, str], holding: dict[str, Corrected]) -> Iterator[CorrectedPoints]:
        labels = {row.id: row.label for row in self.debrief.criteria}
        by_hash = {one.hash: one for one in self.said}
        for digest, review in self._corrected():
            one = by_hash[digest]
            yield CorrectedPoints(
                by=names[one.by],
                at=one.at,
                decision=review.decision,
                criterion=review.criterion,
                label=labels[review.criterion],
                before=self.own_points(review.decision, review.criterion),
                points=review.points,
                reason=one.words,
                holds=digest in holding,
                hash=digest,
            )

    def _score(self, holding: dict[str, Corrected]) -> ReviewedScore:
        card, debrief = self.card(), self.debrief
        by_machine = {row.id: row for row in debrief.criteria}
        costs = whole_parts([marks.cost for marks in card.marks], missing(card.score))
        now = {(one.decision, one.criterion): one.points for one in holding.values()}
        return ReviewedScore(
            score=card.score,
            shown=card.shown,
            passed=card.passed,
            band=self.played.play.rubric.band(card.shown).label.in_language(self.language),
            criteria=tuple(
                ReviewedCriterion(one.id, by_machine[one.id].label, by_machine[one.id].shown, one.shown)
                for one in card.criteria
            ),
            decisions=tuple(
                ReviewedDecision(number, cost, marks.verdict, tuple(self._points(number, now)))
                for number, (cost, marks) in enumerate(zip(costs, card.marks, strict=True), start=1)
            ),
        )

    def _points(self, decision: int, now: dict[tuple[int, str], int]) -> Iterator[GivenPoints]:
        for row in self.debrief.criteria:
            own = self.own_points(decision, row.id)
            yield GivenPoints(row.id, row.label, own, now.get((decision, row.id), own))


def _sign_offs(said: tuple[Reviewed, ...], names: dict[str, str], holding: frozenset[str]) -> Iterator[SignOff]:
    for one in said:
        review = one.review
        if isinstance(review, SignedOff):
            holds = frozenset(review.covers) == holding
            figures = review.score, shown_reviewed(review.score), review.passed
            yield SignOff(names[one.by], one.at, *figures, one.words, holds, short_code(one.hash))


def _replies(said: tuple[Reviewed, ...], names: dict[str, str]) -> Iterator[Reply]:
    for one in said:
        if isinstance(one.review, Acknowledged | Disputed | Answered):
            yield Reply(Said(one.review.kind), names[one.by], one.at, one.words)
