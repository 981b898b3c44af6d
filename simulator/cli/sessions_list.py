"""`rolecall sessions list`: ended sessions, and those that can still be resumed; without others' private practice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.context import Context
from simulator.cli.sessions_filters import filtered
from simulator.cli.sessions_rows import Found, as_table, print_json
from simulator.cli.values import whole_number
from simulator.cli.verbs import Verb
from simulator.words import _, ngettext

if TYPE_CHECKING:
    from simulator.record import Listed, Pages, Record, Unfinished, Wanted

LIMIT = 50
LIMIT_MAX = 1_000_000


@click.command(
    "list", cls=Verb, help=_("List the recorded sessions, the newest first; of others only exams and what they shared.")
)
@filtered
@click.option(
    "--limit",
    type=whole_number(1, LIMIT_MAX),
    metavar=_("NUMBER"),
    help=_("At most so many. Without, a terminal shows all of them page by page, and all else gets 50."),
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def list_sessions(
    context: Context, /, form: str, limit: int | None, sort: str, descending: bool | None, **filters: Any
) -> None:
    """Print the sessions that fit the filters."""
    from simulator.cli.sessions_filters import order_of, wanted_of

    with context.record_if_any() as record:
        if record is None:
            if form == "json":
                print_json(Found())
            return
        wanted = wanted_of(context, record, **filters)
        pages = record.pages(wanted, order_of(sort, descending))
        if form == "text" and limit is None and sys.stdout.isatty():
            _page_through(record, pages)
            return
        most = limit or LIMIT
        found = Found(tuple(islice(_every(pages), most)), tuple(islice(_waiting(record, wanted), most)))
        if form == "json":
            print_json(found)
        else:
            _print(record, found)


def _every(pages: Pages) -> Iterator[Listed]:
    """All rows, a page at a time."""
    page = pages.first()
    while page:
        yield from page
        page = pages.after(page[-1].mark)


def _waiting(record: Record, wanted: Wanted) -> Iterator[Unfinished]:
    """The sessions that can be resumed, where nothing is asked for that only an ended one has."""
    from simulator.model.mode import Mode

    asked = wanted.passed, wanted.critical, wanted.reviewed, wanted.least, wanted.most, wanted.role, wanted.text or None
    if any(one is not None for one in asked):
        return
    for one in record.all_unfinished(trainee=wanted.trainee):
        if one.trainee != wanted.viewer and one.mode is not Mode.EXAM:
            continue
        if wanted.trainees is not None and one.trainee not in wanted.trainees:
            continue
        if wanted.scenario not in (None, one.scenario) or wanted.mode not in (None, one.mode):
            continue
        if (wanted.since is None or one.started >= wanted.since) and (
            wanted.until is None or one.started < wanted.until
        ):
            yield one


def _page_through(record: Record, pages: Pages) -> None:
    """Show all of it in the terminal's pager, each screen under its own heads; what can be resumed comes last."""
    if not pages.first(1):
        _print(record, Found((), tuple(_waiting(record, pages.wanted))))
        return
    click.echo_via_pager(_screens(record, pages, _height()))


def _height() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().lines


def _screens(record: Record, pages: Pages, height: int) -> Iterator[str]:
    """Tables of as many rows as a screen of `height` lines takes."""
    size = max(1, height - 3)
    page = pages.first(size)
    while page:
        yield as_table(record, Found(page)) + "\n\n"
        page = pages.after(page[-1].mark, size)
    waiting = tuple(_waiting(record, pages.wanted))
    if waiting:
        yield as_table(record, Found((), waiting)) + "\n"


def _print(record: Record, found: Found) -> None:
    count = len(found.ended) + len(found.waiting)
    if not count:
        click.echo(_("No session fits."), err=True)
        return
    click.echo(as_table(record, found))
    click.echo(ngettext("{count} session", "{count} sessions", count).format(count=count), err=True)
