"""`rolecall analyse SCENARIO`: what the best call is, what blind clicking earns, what each choice costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.analysis import Analysis


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
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def analyse(
    context: Context, scenario: str, variant: str | None, state: str | None, pairs: tuple[str, ...], form: str
) -> None:
    """Print the analysis of every variant, or of one."""
    from simulator.analysis import analyse as run
    from simulator.cli.measured import load
    from simulator.cli.naming import check_variant
    from simulator.cli.starting import settings, starts

    values = settings(pairs)
    loaded = load(context, scenario)
    check_variant(loaded.scenario, variant)
    variants = [one.id for one in loaded.scenario.variants if variant in (None, one.id)]
    beginnings = starts(loaded, variants, state, values)
    analysis = run(loaded.scenario, loaded.rubric, starts=beginnings)
    if form == "json":
        _print_json(analysis)
        return
    from simulator.cli.analysis_text import AnalysisText
    from simulator.cli.screen import width

    text = AnalysisText(loaded.scenario, loaded.rubric, width(), bars=not context.settings.plain.value)
    for line in text.lines(analysis, values if any(beginnings.values()) else None):
        click.echo(line)


def _print_json(analysis: Analysis) -> None:
    import json
    from dataclasses import asdict

    click.echo(json.dumps(asdict(analysis), ensure_ascii=False, indent=2))
