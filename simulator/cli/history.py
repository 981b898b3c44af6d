"""`rolecall history`: what whoever looks has played, and how their skills have come on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.practice import Skill
    from simulator.session import PlayedCall, PlayedSession, PlayHistory, Standing


@click.command(
    cls=Verb, help=_("Your skills over time, each call with its first, best and latest score, your sessions.")
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def history(context: Context, form: str) -> None:
    """Print the history of the trainee in the settings."""
    from simulator.cli.front import system_user
    from simulator.cli.standings import standing
    from simulator.session import PlayHistory, history_of

    found = standing(context, context.library.listing().entries)
    played = PlayHistory()
    if found.ended:
        with context.record(create=False) as record:
            played = history_of(record, context.settings.name.value or system_user())
    if form == "json":
        _print_json(found, played)
        return
    from simulator.model.unseen import visible

    for line in _lines(found, played):
        click.echo(visible(line))


def _lines(found: Standing, played: PlayHistory) -> Iterator[str]:
    from simulator.cli.naming import short_ids
    from simulator.plain.history import call_lines, progress_lines, session_sentence
    from simulator.session.told import privacy_sentence

    yield from progress_lines(found)
    if not played.sessions:
        return
    yield ""
    yield from call_lines(played.calls, found)
    yield ""
    yield privacy_sentence()
    ids = short_ids(one.summary.session for one in played.sessions)
    for one in played.sessions:
        yield _("{session}: {text}").format(session=ids[one.summary.session], text=session_sentence(one))


def _print_json(found: Standing, played: PlayHistory) -> None:
    import json

    told = {
        "skills": [_skill(skill, found) for skill in found.skills],
        "calls": [_call(call, found) for call in played.calls],
        "sessions": [_session(one) for one in played.sessions],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _skill(skill: Skill, found: Standing) -> dict[str, Any]:
    return {
        "criterion": skill.criterion,
        "label": found.labels.get(skill.criterion, skill.criterion),
        "value": skill.value,
        "low": skill.low,
        "high": skill.high,
        "trend": str(skill.trend),
        "scores": list(skill.scores),
    }


def _call(call: PlayedCall, found: Standing) -> dict[str, Any]:
    results = {"first": call.first, "best": call.best, "latest": call.latest}
    return {
        "scenario": call.scenario,
        "title": call.title,
        "tries": call.tries,
        **{name: one and {"session": one.session, "score": one.score} for name, one in results.items()},
        "suggested_again": found.due[call.scenario].isoformat() if call.scenario in found.due else None,
    }


def _session(one: PlayedSession) -> dict[str, Any]:
    summary = one.summary
    return {
        "session": summary.session,
        "scenario": summary.scenario,
        "mode": str(summary.mode),
        "started": summary.started.isoformat(),
        "score": summary.score,
        "passed": summary.passed,
        "critical": list(summary.critical),
        "counts": summary.counts,
        "seen_by": str(one.sight),
        "reviewed": one.reviewed,
    }
