"""What `rolecall rescore` says: how many pass otherwise, from which band to which, and who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.sessions_verify import under_other_rules
from simulator.words import _, language, ngettext

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.record import Record
    from simulator.session.comparing import Untold
    from simulator.session.rescoring import Anew


def so_far(done: int, total: int) -> str:
    """How far the work is."""
    return ngettext("{done} of {count} session", "{done} of {count} sessions", total).format(done=done, count=total)


def print_text(record: Record, found: Sequence[Anew | Untold | None], rubric: Rubric, *, published: bool) -> None:
    """For people."""
    from simulator.model.unseen import visible
    from simulator.words import say

    anew, untold, other = _sorted(found)
    text = ngettext("{count} session was scored anew.", "{count} sessions were scored anew.", len(anew))
    click.echo(text.format(count=len(anew)))
    if anew:
        _print_passed(anew)
        _print_bands(anew, rubric)
        _print_turned(record, [one for one in anew if one.turned])
    for one in untold:
        click.echo(visible(f"{one.session}: {say(one.reason)}"))
    if other:
        click.echo(under_other_rules(other))
    click.echo(
        _("The new scorecards are published; the old ones stay.")
        if published
        else _("Nothing was changed. `--publish` adds the new scorecards.")
    )


def print_json(record: Record, found: Sequence[Anew | Untold | None], rubric: Rubric, *, published: bool) -> None:
    """For programs."""
    import json

    from simulator.words import say

    anew, untold, other = _sorted(found)
    told: dict[str, Any] = {
        "rubric": rubric.id,
        "rubric_hash": rubric.text_hash,
        "published": published,
        "sessions": [_as_json(record, one) for one in anew],
        "untold": [{"session": one.session, "reason": say(one.reason)} for one in untold],
        "other_rules": other,
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _sorted(found: Sequence[Anew | Untold | None]) -> tuple[list[Anew], list[Untold], int]:
    from simulator.session.comparing import Untold
    from simulator.session.rescoring import Anew

    anew = [one for one in found if isinstance(one, Anew)]
    untold = [one for one in found if isinstance(one, Untold)]
    return anew, untold, found.count(None)


def _print_passed(anew: Sequence[Anew]) -> None:
    from simulator.cli.tables import table

    ways = Counter((one.before.passed, one.now.passed) for one in anew)
    rows = [
        (_("passed before"), str(ways[True, True]), str(ways[True, False])),
        (_("not passed before"), str(ways[False, True]), str(ways[False, False])),
    ]
    click.echo()
    click.echo(table(("", _("passes now"), _("does not pass now")), rows, right=frozenset({1, 2})))


def _print_bands(anew: Sequence[Anew], rubric: Rubric) -> None:
    """The bands are the corrected rubric's, for the scores before as well."""
    from simulator.cli.tables import table

    moves = Counter((rubric.band(one.before.score).start, rubric.band(one.now.score).start) for one in anew)
    rows = []
    for band in rubric.bands:
        before, now = (sum(n for move, n in moves.items() if move[side] == band.start) for side in (0, 1))
        up = sum(n for (was, into), n in moves.items() if was == band.start and into > was)
        down = sum(n for (was, into), n in moves.items() if was == band.start and into < was)
        rows.append((band.label.in_language(language()), *map(str, (before, now, up, down))))
    heads = (_("Band"), _("before"), _("now"), _("of them up"), _("of them down"))
    click.echo()
    click.echo(table(heads, rows, right=frozenset({1, 2, 3, 4})))


def _print_turned(record: Record, turned: Sequence[Anew]) -> None:
    from scoring.scorecard import shown
    from simulator.cli.naming import short_ids
    from simulator.cli.tables import table

    click.echo()
    if not turned:
        click.echo(_("Nobody passes or fails otherwise."))
        return
    ids = short_ids(one.before.session for one in turned)
    rows = [
        (
            ids[one.before.session],
            record.people.name(one.before.trainee) or _("no name"),
            one.before.scenario,
            str(shown(one.before.score)),
            str(shown(one.now.score)),
            _("passes now") if one.now.passed else _("does not pass now"),
        )
        for one in turned
    ]
    heads = (_("Session"), _("Trainee"), _("Call"), _("before"), _("now"), _("Result"))
    click.echo(table(heads, rows, right=frozenset({3, 4})))


def _as_json(record: Record, one: Anew) -> dict[str, Any]:
    before, now = one.before, one.now
    return {
        "session": before.session,
        "trainee": before.trainee,
        "name": record.people.name(before.trainee),
        "scenario": before.scenario,
        "mode": str(before.mode),
        "before": {"ending": before.ending, "score": before.score, "passed": before.passed},
        "now": {
            "ending": now.ending,
            "score": now.score,
            "passed": now.passed,
            "critical": list(now.critical),
            "criteria": dict(now.criteria),
        },
    }
