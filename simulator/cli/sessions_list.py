"""`rolecall sessions list`: ended sessions, and those that can still be resumed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.context import Context
from simulator.cli.tables import table
from simulator.words import _, moment, ngettext
from simulator.words.labels import mode_word

if TYPE_CHECKING:
    from simulator.record import Record, Summary, Unfinished


@click.command("list", help=_("List the recorded sessions, the newest first."))
@click.option("--trainee", "who", metavar="NAME", help=_("Only those of one trainee."))
@click.option("--scenario", metavar="ID", help=_("Only those of one call."))
@click.option("--mode", type=click.Choice(("guided", "practice", "exam")), help=_("Only those of one mode."))
@click.option("--passed/--failed", default=None, help=_("Only calls that were passed, or that were not."))
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help=_("Only from this day on (2026-09-01)."),
)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help=_("At most so many."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def list_sessions(context: Context, /, who: str | None, form: str, limit: int, **filters: Any) -> None:
    """Print the sessions that fit the filters."""
    with context.record() as record:
        trainee = trainee_id(record, who) if who else None
        since = filters.pop("since")
        found = list(
            record.sessions(trainee=trainee, since=since.astimezone() if since else None, limit=limit, **filters)
        )
        only_ended = any(value is not None for value in (filters["mode"], filters["passed"], since))
        waiting = () if only_ended else record.all_unfinished(trainee=trainee)
        waiting = tuple(w for w in waiting if filters["scenario"] in (None, w.scenario))
        if form == "json":
            click.echo(
                json.dumps([*map(ended_json, found), *map(_waiting_json, waiting)], ensure_ascii=False, indent=2)
            )
        else:
            _print(record, found, waiting)


def trainee_id(record: Record, name: str) -> str:
    """The id of the one person called `name`. Raises Refused where there is none or there are several."""
    from simulator.cli.exits import Exit, Refused
    from simulator.model.message import N_, Message

    found = record.people.find(name)
    if len(found) == 1:
        return found[0].id
    text = (
        N_("Nobody called “{name}” has recorded a session.")
        if not found
        else N_("Several people are called “{name}”. Use the id that `rolecall people list` shows.")
    )
    raise Refused(Message(text, {"name": name}), Exit.USAGE)


def _print(record: Record, found: list[Summary], waiting: tuple[Unfinished, ...]) -> None:
    if not found and not waiting:
        click.echo(_("No session has been recorded yet. `rolecall` starts one."))
        return
    heads = (_("Session"), _("Ended"), _("Trainee"), _("Call"), _("Mode"), _("Score"), _("Result"))
    rows = [
        (s.session, _local(s.ended), record.people.name(s.trainee), s.scenario, mode_word(s.mode),
         str(whole(s.score)), _result(s))
        for s in found
    ]  # fmt: skip
    rows += [
        (w.session, "-", record.people.name(w.trainee), w.scenario, mode_word(w.mode), "-", _("can be resumed"))
        for w in waiting
    ]
    click.echo(table(heads, rows, right=frozenset({5})))
    click.echo(ngettext("{count} session", "{count} sessions", len(rows)).format(count=len(rows)), err=True)


def whole(score: float) -> int:
    """The whole number that people see."""
    from scoring.scorecard import shown

    return shown(score)


def _result(summary: Summary) -> str:
    if summary.critical:
        return _("critical error")
    return _("passed") if summary.passed else _("not passed")


def _local(when: datetime) -> str:
    return moment(when.astimezone())


def ended_json(summary: Summary) -> dict[str, Any]:
    """One ended session for programs."""
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
