"""Which sessions a command is about, and in which order: options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from simulator.cli.values import day
from simulator.words import _

if TYPE_CHECKING:
    from simulator.cli.context import Context
    from simulator.record import Order, Record, Wanted

F = TypeVar("F", bound=Callable[..., Any])

COLUMNS = ("started", "trainee", "call", "mode", "score", "final", "passed", "critical", "reviewed")
ROLES = ("reception", "sales", "technical", "collections", "satisfaction")
FILTERS = (
    click.option("--trainee", "who", metavar=_("NAME"), help=_("Only those of one trainee.")),
    click.option(
        "--group",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Only those of the trainees whose names are in a CSV or YAML file."),
    ),
    click.option("--scenario", metavar=_("ID"), help=_("Only those of one call.")),
    click.option("--role", type=click.Choice(ROLES), help=_("Only calls of one role.")),
    click.option("--mode", type=click.Choice(("guided", "practice", "exam")), help=_("Only those of one mode.")),
    click.option("--passed/--failed", default=None, help=_("Only calls that were passed, or that were not.")),
    click.option("--critical/--no-critical", default=None, help=_("Only calls with a critical error, or without any.")),
    click.option(
        "--reviewed/--unreviewed", default=None, help=_("Only sessions that a trainer has reviewed, or nobody has.")
    ),
    click.option("--score", metavar=_("FROM..TO"), help=_("Only scores in a range: 40..60, 40.. or ..60.")),
    click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01).")),
    click.option("--until", type=day, metavar=_("DAY"), help=_("Only up to this day, which is included.")),
    click.option("--search", "text", default="", metavar=_("WORDS"), help=_("Only with these words in name or title.")),
)
ORDERS = (
    click.option("--sort", type=click.Choice(COLUMNS), default="started", help=_("The column to sort by.")),
    click.option(
        "--descending/--ascending",
        default=None,
        help=_("Begin with the greatest or the least; otherwise with the newest, the best, or with A."),
    ),
)


def filtered(command: F) -> F:
    """`command` with the options that narrow and sort; it takes them as `**filters` for `wanted_of` and `order_of`."""
    for option in reversed((*FILTERS, *ORDERS)):
        command = option(command)
    return command


def wanted_of(
    context: Context,
    record: Record,
    *,
    who: str | None,
    group: Path | None,
    score: str | None,
    until: datetime | None,
    mode: str | None,
    **same: Any,
) -> Wanted:
    """The filter that the options say, as whoever looks may see it. Raises Refused, SessionError, OSError."""
    from datetime import timedelta

    from simulator.cli.naming import person, viewer
    from simulator.model.mode import Mode
    from simulator.record import Wanted

    least, most = _scores(score)
    return Wanted(
        trainee=person(record, who).id if who else None,
        trainees=ids_in(record, group) if group else None,
        mode=Mode(mode) if mode else None,
        least=least,
        most=most,
        until=until and until + timedelta(days=1),
        viewer=viewer(record, context.settings.name.value),
        **same,
    )


def order_of(sort: str, descending: bool | None) -> Order:
    """The order that the options say."""
    from simulator.record import Column
    from simulator.session.sifting import order_by

    return order_by(Column(sort), descending)


def ids_in(record: Record, group: Path) -> frozenset[str]:
    """Whom the names in a file mean; those who have recorded nothing are told. Raises SessionError, OSError."""
    from simulator.cli.failures import tell
    from simulator.session.groups import group_of, read_names
    from simulator.words import list_of

    found = group_of(record, read_names(group))
    if found.unknown:
        tell(_("Nothing is recorded of: {names}.").format(names=list_of(found.unknown)))
    return found.ids


def _scores(score: str | None) -> tuple[float | None, float | None]:
    from simulator.session.sifting import read_scores

    if score is None:
        return None, None
    try:
        return read_scores(score)
    except ValueError:
        text = _("“{value}” is no range of scores. Write for example 40..60, 40.. or ..60.")
        raise click.BadParameter(text.format(value=score[:40]), param_hint="--score") from None
