"""The decisions of a debrief: what was on offer, what was taken, what it cost and what would have been better."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from scoring.evidence import Decision, Marks
from scoring.scorecard import Scorecard
from scoring.yardsticks import Yardsticks
from simulator.engine import compiled_of, step, view
from simulator.model.heard import Heard, Kind
from simulator.model.scenario import SILENCE
from simulator.session.debrief import DecisionRow, GaugeSpent, OnOffer
from simulator.session.guidance import article_of, choice_of, techniques_of, why_of
from simulator.session.play import Play
from simulator.session.progress import Progress, Taken
from simulator.session.whole import missing, whole_parts

if TYPE_CHECKING:
    from simulator.analysis import Values

TURNS_AHEAD = 2
"""How far the debrief tells how the call would have gone on."""


LESSONS = 2
"""How many decisions come first: more than a few are not kept in mind."""


class Told(NamedTuple):
    """What every decision of one debrief is told with."""

    play: Play
    progress: Progress
    values: Values
    language: str


def decision_rows(told: Told, card: Scorecard, decisions: tuple[Decision, ...]) -> tuple[DecisionRow, ...]:
    """One row for each decision of the call as it was played; the whole costs sum to what the score lacks of 100."""
    costs = whole_parts([marks.cost for marks in card.marks], missing(card.score))
    rows = []
    said, reachable = told.progress.opening, 100
    for taken, decision, marks, cost in zip(told.progress.taken, decisions, card.marks, costs, strict=True):
        reachable -= cost
        rows.append(replace(_row(told, taken, decision, marks, cost, said), reachable=reachable))
        said = _others(taken.step.heard)
    return tuple(rows)


def lessons_of(rows: tuple[DecisionRow, ...]) -> tuple[int, ...]:
    """The decisions to learn most from: critical errors, which cost the call, then those that cost most."""
    costly = [row for row in rows if row.critical or row.shown_cost > 0]
    costly.sort(key=lambda row: (not row.critical, -row.cost, row.number))
    return tuple(row.number for row in costly[:LESSONS])


def _row(
    told: Told, taken: Taken, decision: Decision, marks: Marks, shown_cost: int, said: tuple[Heard, ...]
) -> DecisionRow:
    play, choice = told.play, choice_of(told.play, taken)
    offered = _on_offer(told, taken, marks.cost, shown_cost)
    best = _best(told, taken, offered)
    return DecisionRow(
        number=taken.number,
        state=taken.before.state,
        phase=play.scenario.states[taken.before.state].phase,
        said=play.filling.heard(said),
        offered=offered,
        choice=taken.choice,
        text=play.filling(choice.text) if choice else "",
        action=choice.action if choice else None,
        silence=taken.choice == SILENCE,
        heard=play.filling.heard(_others(taken.step.heard)),
        took_ms=taken.took_ms,
        verdict=marks.verdict,
        risky=marks.risky,
        cost=marks.cost,
        shown_cost=shown_cost,
        lost=_lost(marks, told.values.yardsticks),
        why=why_of(play, choice, taken.step.advance.route),
        techniques=techniques_of(play.rubric, choice, told.language),
        critical=decision.critical,
        see=article_of(play, choice),
        best=best,
        best_leads_to=_ahead(told, taken, best[0].id) if best and marks.cost > 0 else (),
        typed=taken.typed or "",
        ended_by=tuple(_spent(told, gauge, taken.number) for gauge in decision.ended_by),
        undone=told.progress.undone.count(taken.number),
        hints=told.progress.hinted.count(taken.number),
        looked_up=_looked_up(told, taken.number),
        gauges=view(play.stepper, taken.before).gauges,
    )


def _looked_up(told: Told, number: int) -> tuple[str, ...]:
    """The titles of the articles looked up at a decision."""
    titles = {article.id: told.play.filling.article(article).title for article in told.play.scenario.knowledge}
    return tuple(titles.get(article, article) for at, article in told.progress.looked_up if at == number)


def _on_offer(told: Told, taken: Taken, cost: float, shown_cost: int) -> tuple[OnOffer, ...]:
    play, values = told.play, told.values
    state = play.scenario.states[taken.before.state]
    marks, best = values.marks(taken.before), values.best_choices(taken.before)
    found = []
    for choice in (state.choice(shown) for shown in taken.shown):
        advance = compiled_of(play.scenario).take(taken.before, choice.id)
        found.append(
            OnOffer(
                id=choice.id,
                text=play.filling(choice.text),
                action=choice.action,
                chosen=choice.id == taken.choice,
                best=choice.id in best,
                cost=marks[choice.id].cost,
                shown_cost=_beside(marks[choice.id].cost, cost, shown_cost),
                verdict=marks[choice.id].verdict,
                why=why_of(play, choice, advance.route),
                techniques=techniques_of(play.rubric, choice, told.language),
            )
        )
    return tuple(found)


def _beside(cost: float, taken: float, shown: int) -> int:
    """`cost` as a whole number that is on the same side of what was taken, which is shown as `shown`."""
    whole = round(cost)
    return max(whole, shown) if cost >= taken else min(whole, shown)


def _best(told: Told, taken: Taken, offered: tuple[OnOffer, ...]) -> tuple[OnOffer, ...]:
    """The best of what was on offer, the choice taken left out, in the file's order."""
    by_id = {choice.id: choice for choice in offered}
    return tuple(by_id[best] for best in told.values.best_choices(taken.before) if best != taken.choice)


def _ahead(told: Told, taken: Taken, choice: str) -> tuple[Heard, ...]:
    """What would have been heard after `choice`, going on with the best answers."""
    stepper = compiled_of(told.play.scenario)
    position, heard = taken.before, list[Heard]()
    for _ in range(TURNS_AHEAD):
        made = step(stepper, position, choice)
        heard += made.heard
        position = made.position
        following = told.values.best_choices(position)
        if not following:
            break
        choice = following[0]
    return told.play.filling.heard(heard)


def _lost(marks: Marks, yardsticks: Yardsticks) -> tuple[tuple[str, float], ...]:
    lost = zip(yardsticks.criteria, marks.lost, yardsticks.factors, strict=True)
    return tuple((criterion, points * factor * yardsticks.scale) for criterion, points, factor in lost if points)


def _spent(told: Told, gauge_id: str, until: int) -> GaugeSpent:
    """The decisions that took from a gauge before it ran out."""
    scenario = told.play.scenario
    place = scenario.variables[gauge_id]
    steps = [(t.number, t.before.values[place] - t.step.position.values[place]) for t in told.progress.taken[:until]]
    spent = tuple((number, amount) for number, amount in steps if amount > 0)
    return GaugeSpent(gauge_id, scenario.gauges[place].label, spent)


def _others(heard: tuple[Heard, ...]) -> tuple[Heard, ...]:
    """What was heard, without the trainee's own words."""
    return tuple(one for one in heard if one.kind not in (Kind.CHOICE, Kind.SILENCE))
