"""Sessions as the rows of a list, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.words import _

if TYPE_CHECKING:
    from simulator.record import Listed, Record, Unfinished


class Found(NamedTuple):
    """What a list shows: sessions that came to their end, and others that can be resumed."""

    ended: tuple[Listed, ...] = ()
    waiting: tuple[Unfinished, ...] = ()


def as_table(record: Record, found: Found) -> str:
    """The sessions as lines; there is a column for the score after review where one was reviewed."""
    from simulator.cli.naming import short_ids
    from simulator.cli.tables import table

    ids = short_ids([*(one.summary.session for one in found.ended), *(one.session for one in found.waiting)])
    names = {one.trainee: record.people.name(one.trainee) for one in found.waiting}
    reviewed = any(one.standing for one in found.ended)
    rows = [(ids[one.summary.session], *_ended_row(one, reviewed=reviewed)) for one in found.ended]
    rows += [(ids[one.session], *_waiting_row(one, names, reviewed=reviewed)) for one in found.waiting]
    heads = [_("Session"), _("Begun"), _("Trainee"), _("Call"), _("Mode"), _("Score"), _("Result")]
    if reviewed:
        heads.insert(6, _("Reviewed"))
    return table(heads, rows, right=frozenset({5, 6} if reviewed else {5}))


def _ended_row(listed: Listed, *, reviewed: bool) -> Sequence[str]:
    from scoring.scorecard import shown
    from simulator.words import moment
    from simulator.words.labels import mode_word

    summary = listed.summary
    result = _("passed") if listed.passed else _("not passed")
    if summary.critical and not listed.passed:
        result = _("critical error")
    begun, mode = moment(summary.started.astimezone()), mode_word(summary.mode)
    after = (str(shown(listed.final)) if listed.standing else "-",) if reviewed else ()
    return begun, listed.name or _("no name"), summary.scenario, mode, str(shown(summary.score)), *after, result


def _waiting_row(waiting: Unfinished, names: dict[str, str], *, reviewed: bool) -> Sequence[str]:
    from simulator.words import moment
    from simulator.words.labels import mode_word

    begun, name = moment(waiting.started.astimezone()), names[waiting.trainee] or _("no name")
    scores = ("-", "-") if reviewed else ("-",)
    return begun, name, waiting.scenario, mode_word(waiting.mode), *scores, _("can be resumed")


def print_json(found: Found) -> None:
    """All that is known of the sessions, for programs."""
    import json

    every = [*map(_ended_json, found.ended), *map(_waiting_json, found.waiting)]
    click.echo(json.dumps(every, ensure_ascii=False, indent=2))


def _ended_json(listed: Listed) -> dict[str, Any]:
    summary = listed.summary
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
        "review": listed.standing.name.lower(),
        "final_score": listed.final,
        "final_passed": listed.passed,
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
