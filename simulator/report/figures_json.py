"""The figures of a report on one trainee as an object of JSON, for programs."""

from __future__ import annotations

from typing import Any

from simulator.practice import Skill
from simulator.record import Summary
from simulator.report.export_lines import time_words
from simulator.report.figures_rates import Rate
from simulator.report.figures_trainee import CallFigures
from simulator.report.gathering import Gathered
from simulator.session import Debrief


def as_json(found: Gathered) -> dict[str, Any]:
    """Everything that the page says in figures; scores are exact."""
    figures = found.figures
    return {
        "trainee": found.person.id,
        "name": found.person.name,
        "complete": found.own,
        "first": None if figures.first is None else time_words(figures.first),
        "last": None if figures.last is None else time_words(figures.last),
        "sessions": len(figures.sessions),
        "counting": len(figures.counting),
        "passed": rate_json(figures.passed),
        "minutes": figures.minutes,
        "weeks": [{"monday": str(monday), "minutes": minutes} for monday, minutes in figures.weeks],
        "skills": [_skill(found, skill) for skill in found.skills],
        "calls": [_call(found, call) for call in figures.calls],
        "critical": [{"error": one.error, **_session(found, one.session)} for one in figures.critical],
        "objectives": [
            {"scenario": told.scenario, "session": told.session, "text": one.text, "met": one.met}
            for told in found.told
            for one in told.objectives
        ],
        "lessons": [_lesson(told, number) for told in found.told for number in told.lessons],
        "untold": found.untold,
    }


def rate_json(rate: Rate) -> dict[str, Any]:
    """A rate with its 95 % interval; null where nothing was tried."""
    low, high = rate.interval or (None, None)
    return {"passed": rate.hits, "of": rate.tries, "share": rate.share, "low": low, "high": high}


def _skill(found: Gathered, skill: Skill) -> dict[str, Any]:
    return {
        "criterion": skill.criterion,
        "label": found.labels.get(skill.criterion, skill.criterion),
        "value": skill.value,
        "low": skill.low,
        "high": skill.high,
        "trend": str(skill.trend),
        "calls": skill.calls,
    }


def _call(found: Gathered, call: CallFigures) -> dict[str, Any]:
    played = call.played
    results = {"first": played.first, "best": played.best, "latest": played.latest}
    return {
        "scenario": played.scenario,
        "title": played.title,
        "sessions": played.tries,
        "passed": rate_json(call.passed),
        **{name: one and _session(found, one) for name, one in results.items()},
    }


def _session(found: Gathered, summary: Summary) -> dict[str, Any]:
    return {
        "session": summary.session,
        "started": time_words(summary.started),
        "score": summary.score,
        "reviewed_score": found.figures.reviewed.get(summary.session),
        "passed": summary.passed,
    }


def _lesson(told: Debrief, number: int) -> dict[str, Any]:
    row = told.decision(number)
    return {
        "scenario": told.scenario,
        "session": told.session,
        "decision": number,
        "choice": row.choice,
        "cost": row.cost,
        "critical": list(row.critical),
        "best": [one.id for one in row.best],
    }
