"""`rolecall sessions list`: ended sessions, and those that can still be resumed; without others' private practice."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.cli.context import Context
from simulator.cli.values import day, whole_number
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from simulator.record import Record, Summary, Unfinished

LIMIT = 50
LIMIT_MAX = 1_000_000


class _Found(NamedTuple):
    ended: tuple[Summary, ...] = ()
    waiting: tuple[Unfinished, ...] = ()


@click.command(
    "list", cls=Verb, help=_("List the recorded sessions, the newest first; of others only exams and what they shared.")
)
@click.option("--trainee", "who", metavar=_("NAME"), help=_("Only those of one trainee."))
@click.option("--scenario", metavar=_("ID"), help=_("Only those of one call."))
@click.option("--mode", type=click.Choice(("guided", "practice", "exam")), help=_("Only those of one mode."))
@click.option("--passed/--failed", default=None, help=_("Only calls that were passed, or that were not."))
@click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01)."))
@click.option(
    "--limit",
    type=whole_number(1, LIMIT_MAX),
    default=LIMIT,
    metavar=_("NUMBER"),
    show_default=True,
    help=_("At most so many."),
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def list_sessions(context: Context, /, form: str, **filters: Any) -> None:
    """Print the sessions that fit the filters."""
    with context.record_if_any() as record:
        found = _Found() if record is None else _find(record, context, **filters)
        if form == "json":
            _print_json(found)
        elif record is not None:
            _print(record, found)


def _find(
    record: Record,
    context: Context,
    who: str | None,
    scenario: str | None,
    mode: str | None,
    passed: bool | None,
    since: datetime | None,
    limit: int,
) -> _Found:
    from simulator.cli.naming import person, viewer
    from simulator.model.mode import Mode

    own = viewer(record, context.settings.name.value)
    trainee = person(record, who).id if who else None
    ended = record.sessions(
        trainee=trainee,
        scenario=scenario,
        mode=Mode(mode) if mode else None,
        passed=passed,
        since=since,
        viewer=own,
        limit=limit,
    )
    waiting = [
        one
        for one in (record.all_unfinished(trainee=trainee) if passed is None else ())
        if scenario in (None, one.scenario) and mode in (None, one.mode) and (since is None or one.started >= since)
        if one.trainee == own or one.mode is Mode.EXAM
    ]
    return _Found(tuple(ended), tuple(waiting[:limit]))


def _print(record: Record, found: _Found) -> None:
    from simulator.cli.naming import short_ids
    from simulator.cli.tables import table

    every: list[Summary | Unfinished] = [*found.ended, *found.waiting]
    if not every:
        click.echo(_("No session fits."), err=True)
        return
    names = {one.trainee: record.people.name(one.trainee) for one in every}
    ids = short_ids(one.session for one in every)
    rows = [(ids[one.session], *_ended_row(one, names)) for one in found.ended]
    rows += [(ids[one.session], *_waiting_row(one, names)) for one in found.waiting]
    heads = (_("Session"), _("Begun"), _("Trainee"), _("Call"), _("Mode"), _("Score"), _("Result"))
    click.echo(table(heads, rows, right=frozenset({5})))
    click.echo(ngettext("{count} session", "{count} sessions", len(every)).format(count=len(every)), err=True)


def _ended_row(summary: Summary, names: dict[str, str]) -> tuple[str, ...]:
    from scoring.scorecard import shown

    result = _("passed") if summary.passed else _("not passed")
    if summary.critical:
        result = _("critical error")
    return (*_columns(summary, names), str(shown(summary.score)), result)


def _waiting_row(waiting: Unfinished, names: dict[str, str]) -> tuple[str, ...]:
    return (*_columns(waiting, names), "-", _("can be resumed"))


def _columns(one: Summary | Unfinished, names: dict[str, str]) -> tuple[str, ...]:
    from simulator.words import moment
    from simulator.words.labels import mode_word

    return moment(one.started.astimezone()), names[one.trainee] or _("no name"), one.scenario, mode_word(one.mode)


def _print_json(found: _Found) -> None:
    import json

    every = [*map(_ended_json, found.ended), *map(_waiting_json, found.waiting)]
    click.echo(json.dumps(every, ensure_ascii=False, indent=2))


def _ended_json(summary: Summary) -> dict[str, Any]:
    return {
        "session": summary.session,
        "status": "ended",
        "trainee": summary.trainee,
        "scenario": summary.scenario,
        "variant": summary.variant,
        "mode": str(summary.mode),
        "role": summary.role,
        "language": summary.language,
        "started": summary.started.isoformat(),
        "ended": summary.ended.isoformat(),
        "ending": summary.ending,
        "outcome": summary.outcome,
        "score": summary.score,
        "passed": summary.passed,
        "critical": list(summary.critical),
        "decisions": summary.decisions,
        "minutes": summary.minutes,
        "criteria": dict(summary.criteria),
        "counts": summary.counts,
    }


def _waiting_json(waiting: Unfinished) -> dict[str, Any]:
    return {
        "session": waiting.session,
        "status": "unfinished",
        "trainee": waiting.trainee,
        "scenario": waiting.scenario,
        "variant": waiting.variant,
        "mode": str(waiting.mode),
        "started": waiting.started.isoformat(),
        "last": waiting.last.isoformat(),
    }
