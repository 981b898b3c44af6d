"""`rolecall graph SCENARIO`: the call as a diagram, for a text, a picture or a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Refused
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.words import _

if TYPE_CHECKING:
    from simulator.analysis.chart import Chart

SECONDS = 120
"""How long Graphviz may take."""


@click.command(
    cls=Verb,
    help=_("The call as a diagram: states, choices with their average price, endings. SCENARIO: an id or a file."),
)
@click.argument("scenario", metavar=_("SCENARIO"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("mermaid", "dot", "svg", "html")),
    default="mermaid",
    help=_("A text for Mermaid or Graphviz, a picture made by Graphviz, or a page for a browser."),
)
@click.option("--variant", metavar=_("ID"), help=_("Only this variant."))
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar=_("FILE"), help=_("Write to a file, not to standard output.")
)
@click.pass_obj
def graph(context: Context, scenario: str, form: str, variant: str | None, output: str | None) -> None:
    """Write the diagram of one variant, or of all together."""
    from simulator.analysis.chart import chart
    from simulator.cli.lines import to_file, to_stdout
    from simulator.cli.measured import load
    from simulator.cli.naming import check_variant

    loaded = load(context, scenario)
    check_variant(loaded.scenario, variant)
    made = _made(chart(loaded.scenario, loaded.rubric, variant), form)
    if output is None:
        to_stdout([made])
        return
    from pathlib import Path

    to_file([made], Path(output), private=False)


def _made(chart: Chart, form: str) -> bytes:
    if form == "html":
        from simulator.report.chart_page import page

        return page(chart).encode("utf-8")
    if form == "mermaid":
        from simulator.report.mermaid import mermaid

        return "\n".join(mermaid(chart)).encode("utf-8")
    from simulator.report.dot import dot

    text = "\n".join(dot(chart)).encode("utf-8")
    return _drawn(text) if form == "svg" else text


def _drawn(text: bytes) -> bytes:
    """The picture that Graphviz makes of `text`. Raises Refused."""
    import subprocess
    from shutil import which

    program = which("dot")
    if program is None:
        text_of_advice = N_(
            "Graphviz draws this picture and is not installed. Get it from graphviz.org or as the package “graphviz”; "
            "or take --format html, which needs a browser alone."
        )
        raise Refused(Message(text_of_advice))
    try:
        done = subprocess.run([program, "-Tsvg"], input=text, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Refused(Message(N_("Graphviz did not finish this picture. Take --format html instead."))) from None
    if done.returncode != 0 or not done.stdout:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        text_of_refusal = N_("Graphviz could not draw this picture: {reason}")
        raise Refused(Message(text_of_refusal, {"reason": reason[0] if reason else done.returncode}))
    return done.stdout
