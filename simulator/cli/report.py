"""`rolecall report`: a trainee or a group as a page to print, or an attestation for a trainee's file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from simulator.cli.alike import output_option
from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.values import day, last_day
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.words import _

if TYPE_CHECKING:
    from simulator.record import Person, Record
    from simulator.report.gathering import Gathered, Wanted


@click.command(
    cls=Verb, help=_("A page to read and print on a trainee or a group: calls, results, criteria, what to learn next.")
)
@click.option(
    "--trainee",
    "who",
    multiple=True,
    metavar=_("NAME"),
    help=_("Whom the report is on, several for a group; you where nobody is named."),
)
@click.option(
    "--group",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("FILE"),
    help=_("A group: the trainees whose names are in a CSV or YAML file."),
)
@click.option("--since", type=day, metavar=_("DAY"), help=_("Only from this day on (2026-09-01)."))
@click.option("--until", type=last_day, metavar=_("DAY"), help=_("Only up to this day, which is included."))
@click.option(
    "--format",
    "form",
    type=click.Choice(("html", "json")),
    default="html",
    help=_("A page, or the figures for programs."),
)
@click.option("--attestation", is_flag=True, help=_("A certificate of training to sign, not a report."))
@click.option("--organisation", metavar=_("NAME"), default="", help=_("Who certifies; a blank where not given."))
@click.option(
    "--action", metavar=_("TITLE"), default="", help=_("What the training is called; a blank where not given.")
)
@click.option("--place", metavar=_("PLACE"), default="", help=_("Where it is signed; a blank where not given."))
@click.option("--signatory", metavar=_("NAME"), default="", help=_("Who signs; a blank where not given."))
@output_option()
@click.pass_obj
def report(
    context: Context,
    /,
    who: tuple[str, ...],
    group: Path | None,
    since: datetime | None,
    until: datetime | None,
    form: str,
    attestation: bool,
    output: Path | None,
    **known: str,
) -> None:
    """Write the page."""
    from simulator.cli.lines import deliver

    _refuse_what_does_not_go_together(form, attestation, known)
    with context.record(create=False) as record:
        asked = _Asked(context, record, _people(context, record, who, group), group, since, until)
        if attestation:
            text = _attestation(asked, known)
        else:
            text = _group(asked, form) if asked.is_group else _trainee(asked, form)
    deliver([text.encode("utf-8")], output)


def _refuse_what_does_not_go_together(form: str, attestation: bool, known: dict[str, str]) -> None:
    """Raises Refused for an option that the page has no use for."""
    if any(known.values()) and not attestation:
        text = N_("--organisation, --action, --place and --signatory go with --attestation.")
        raise Refused(Message(text), Exit.USAGE)
    if attestation and form != "html":
        raise Refused(Message(N_("An attestation is a page to sign; it has no other format.")), Exit.USAGE)


class _Asked(NamedTuple):
    """Whom a page is on, and from when to when."""

    context: Context
    record: Record
    people: tuple[Person, ...]
    group: Path | None
    since: datetime | None
    until: datetime | None

    @property
    def is_group(self) -> bool:
        """Whether it is on a group, which may have one trainee where a file says so."""
        return self.group is not None or len(self.people) > 1

    @property
    def wanted(self) -> Wanted:
        """Which sessions it is on."""
        from simulator.cli.naming import viewer
        from simulator.report.gathering import Wanted
        from simulator.words import language

        return Wanted(viewer(self.record, self.context.settings.name.value), language(), self.since, self.until)


def _people(context: Context, record: Record, who: tuple[str, ...], group: Path | None) -> tuple[Person, ...]:
    """Those who are named, each once; whoever asks where nobody is. Raises Refused, SessionError, OSError."""
    from simulator.cli.front import system_user
    from simulator.cli.naming import person
    from simulator.cli.sessions_filters import ids_in

    named = list(who)
    if group is not None:
        named += sorted(ids_in(record, group))
        if not named:
            raise Refused(Message(N_("Nobody in {file} has recorded a session."), {"file": str(group)}))
    found = (person(record, name) for name in named or [context.settings.name.value or system_user()])
    return tuple({one.id: one for one in found}.values())


def _gathered(asked: _Asked) -> Gathered:
    """What is known of the one trainee. Raises Refused where there are several."""
    from simulator.cli.progress import ticker
    from simulator.report.gathering import gather

    if asked.is_group:
        raise Refused(Message(N_("An attestation is for one trainee. Name one.")), Exit.USAGE)
    tick = ticker(_("Reading call {done} of {all}…"))
    return gather(asked.record, asked.context.library, asked.people[0], asked.wanted, tick)


def _trainee(asked: _Asked, form: str) -> str:
    from simulator.report.figures_json import as_json
    from simulator.report.trainee_page import page

    found = _gathered(asked)
    return _json(as_json(found)) if form == "json" else page(found, _today())


def _attestation(asked: _Asked, known: dict[str, str]) -> str:
    from simulator.report.attestation_page import Known, page

    found = _gathered(asked)
    codes = asked.record.codes([summary.session for summary in found.figures.sessions])
    return page(found, codes, Known(**known), _today())


def _group(asked: _Asked, form: str) -> str:
    from simulator.cli.group_data import as_json
    from simulator.cli.progress import ticker
    from simulator.report.group_gathering import gather_group
    from simulator.report.group_page import page

    tick = ticker(_("Reading call {done} of {all}…"))
    name = asked.group.stem if asked.group else ""
    found = gather_group(asked.record, asked.context.library, asked.people, asked.wanted, tick, name)
    return _json(as_json(found.group)) if form == "json" else page(found, _today())


def _json(told: dict[str, Any]) -> str:
    import json

    return json.dumps(told, ensure_ascii=False, indent=2)


def _today() -> date:
    return datetime.now().astimezone().date()
