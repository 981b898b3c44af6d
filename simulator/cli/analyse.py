"""`rolecall analyse SCENARIO`: what the best call is, what blind clicking earns, what each choice costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from simulator.analysis import Analysis


@click.command(cls=Verb, help=_("The best call, the blind score, the weights that count, and what each choice costs."))
@click.argument("scenario", metavar=_("SCENARIO"))
@click.option("--variant", metavar=_("ID"), help=_("Only this variant."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def analyse(context: Context, scenario: str, variant: str | None, form: str) -> None:
    """Print the analysis of every variant, or of one."""
    from dataclasses import replace

    from simulator.analysis import analyse as run
    from simulator.cli.naming import check_variant

    loaded = context.library.load(scenario)
    check_variant(loaded.scenario, variant)
    analysis = run(loaded.scenario, loaded.rubric)
    if variant is not None:
        analysis = replace(analysis, variants=tuple(v for v in analysis.variants if v.variant == variant))
    if form == "json":
        _print_json(analysis)
        return
    from simulator.cli.analysis_text import lines

    for line in lines(analysis, loaded.scenario, loaded.rubric):
        click.echo(line)


def _print_json(analysis: Analysis) -> None:
    import json
    from dataclasses import asdict

    click.echo(json.dumps(asdict(analysis), ensure_ascii=False, indent=2))
