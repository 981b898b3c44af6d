"""The figures of a group for programs: one object with everything, or one table as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.groups.decisions import never_taken, telling_choices
from simulator.model.scenario import SILENCE

if TYPE_CHECKING:
    from scoring.sampling import Estimate
    from simulator.groups.decisions import AnswerFigures, DecisionFigures
    from simulator.groups.gathering import Group


def as_json(group: Group) -> dict[str, Any]:
    """Everything, as an object of JSON."""
    return {
        "calls": group.calls,
        "read_from": group.read_from,
        "untold": group.read.untold,
        "criteria": {criterion: group.label(criterion) for criterion in group.criteria},
        "trainees": [
            {
                "trainee": one.trainee,
                "name": group.names.get(one.trainee, ""),
                "calls": one.score.calls,
                "score": one.score.value,
                "criteria": {name: {"score": m.value, "calls": m.calls} for name, m in one.criteria.items()},
            }
            for one in group.trainees
        ],
        "passes": as_rows(group, "calls"),
        "tries": [
            {
                "scenario": one.scenario,
                "title": one.title,
                "trainees": one.trainees,
                "first": one.first,
                "latest": one.latest,
                **_estimate("change", one.change),
            }
            for one in group.tries
        ],
        "decisions": [_decision(group, one) for one in group.decisions],
        "never_taken": [_named(one.decision, one.answer) for one in never_taken(group.decisions)],
        "telling": [_named(one.decision, one.answer) for one in telling_choices(group.decisions)],
    }


def as_rows(group: Group, table: str) -> list[dict[str, object]]:
    """One table: `criteria` by trainee, `calls` with their pass rates, or `decisions` with a row for each answer."""
    if table == "criteria":
        return [
            {
                "trainee": one.trainee,
                "name": group.names.get(one.trainee, ""),
                "calls": one.score.calls,
                "score": one.score.value,
                **{name: one.criteria[name].value if name in one.criteria else None for name in group.criteria},
            }
            for one in group.trainees
        ]
    if table == "calls":
        return [
            {
                "scenario": one.scenario,
                "title": one.title,
                "trainees": one.trainees,
                "calls": one.calls,
                "passed": one.passed,
                **_estimate("rate", one.rate),
            }
            for one in group.passes
        ]
    return [
        {"scenario": one.scenario, "state": one.state, "met": one.met, "lost": one.lost, **_answer(group, one, answer)}
        for one in group.decisions
        for answer in one.answers
    ]


def _decision(group: Group, one: DecisionFigures) -> dict[str, Any]:
    return {
        "scenario": one.scenario,
        "state": one.state,
        "said": group.read.said.get((one.scenario, one.state), ""),
        "met": one.met,
        "lost": one.lost,
        "first_tries": one.difficulty.n,
        **_estimate("right", one.difficulty.right),
        "answers": [_answer(group, one, answer) for answer in one.answers],
    }


def _answer(group: Group, decision: DecisionFigures, answer: AnswerFigures) -> dict[str, object]:
    told = answer.telling
    silent = answer.choice == SILENCE
    return {
        "choice": answer.choice,
        "text": "" if silent else group.read.choices.get((decision.scenario, decision.state, answer.choice), ""),
        "offered": answer.offered,
        "taken": answer.taken,
        "share": answer.share,
        "cost": answer.cost,
        "first_tries": told.n,
        "discrimination": told.value,
        "strong": told.strong,
        "weak": told.weak,
    }


def _named(decision: DecisionFigures, answer: AnswerFigures) -> dict[str, str]:
    return {"scenario": decision.scenario, "state": decision.state, "choice": answer.choice}


def _estimate(name: str, found: Estimate | None) -> dict[str, float | None]:
    low, high = (None, None) if found is None or found.interval is None else found.interval
    return {name: None if found is None else found.value, f"{name}_low": low, f"{name}_high": high}
