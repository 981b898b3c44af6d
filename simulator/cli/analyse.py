"""`rolecall analyse SCENARIO`: what the best call is, what blind clicking earns, what each choice costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.model.diagnostic import Severity
from simulator.model.message import N_, Message
from simulator.words import _

if TYPE_CHECKING:
    from simulator.analysis import Analysis
    from simulator.library import Loaded


@click.command(
    cls=Verb,
    help=_("The best call, what each choice costs, and how those fare who know nothing. SCENARIO: an id or a file."),
)
@click.argument("scenario", metavar=_("SCENARIO"))
@click.option("--variant", metavar=_("ID"), help=_("Only this variant."))
@click.option("--from", "state", metavar=_("STATE"), help=_("Start in this state, with nothing lost before."))
@click.option(
    "--set",
    "pairs",
    metavar=_("NAME=VALUE"),
    multiple=True,
    help=_("Start with another value of a gauge or a fact; may be given several times."),
)
@click.option(
    "--large",
    is_flag=True,
    help=_("A call with too many positions to be played: up to five million, which takes minutes."),
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def analyse(
    context: Context,
    scenario: str,
    variant: str | None,
    state: str | None,
    pairs: tuple[str, ...],
    large: bool,
    form: str,
) -> None:
    """Print the analysis of every variant, or of one."""
    from simulator.analysis import ANALYSABLE, PLAYABLE
    from simulator.analysis import analyse as run
    from simulator.cli.naming import check_variant
    from simulator.cli.starting import settings, starts

    values = settings(pairs)
    loaded = context.library.load_unexplored(scenario) if large else _measured(context, scenario)
    check_variant(loaded.scenario, variant)
    variants = [one.id for one in loaded.scenario.variants if variant in (None, one.id)]
    beginnings = starts(loaded, variants, state, values)
    analysis = run(loaded.scenario, loaded.rubric, ANALYSABLE if large else PLAYABLE, beginnings)
    if form == "json":
        _print_json(analysis)
        return
    from simulator.cli.analysis_text import AnalysisText
    from simulator.cli.screen import width

    text = AnalysisText(loaded.scenario, loaded.rubric, width(), bars=not context.settings.plain.value)
    for line in text.lines(analysis, values if any(beginnings.values()) else None):
        click.echo(line)


def _measured(context: Context, scenario: str) -> Loaded:
    """The call, if it is sound. Raises LibraryError, which says what to do where it has too many positions."""
    from simulator.cli.measured import load
    from simulator.library import LibraryError

    try:
        return load(context, scenario)
    except LibraryError as error:
        codes = {one.code for one in error.diagnostics if one.severity is Severity.ERROR}
        if codes != {"E412"} or error.source is None:
            raise
        text = N_("{file} has too many positions to be played. To analyse it all the same: `rolecall analyse --large`.")
        raise LibraryError(Message(text, {"file": error.source.name}), error.diagnostics, error.source) from None


def _print_json(analysis: Analysis) -> None:
    import json
    from dataclasses import asdict

    click.echo(json.dumps(asdict(analysis), ensure_ascii=False, indent=2))
