"""A chart in Graphviz's language: states in boxes, choices as coloured arrows, endings shaped by their outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scoring.evidence import Verdict
from simulator.analysis.chart import Card, Chart
from simulator.model.scenario import Outcome
from simulator.report.labels import arrow_label, finish_label, silence_label, state_label

_SHAPES: Final = {Outcome.SUCCESS: "ellipse", Outcome.PARTIAL: "hexagon", Outcome.FAILURE: "octagon"}
COLOURS: Final = {
    Verdict.BEST: "#1c6435",
    Verdict.GOOD: "#4a6a1e",
    Verdict.FAIR: "#7a5200",
    Verdict.MISTAKE: "#9c3d00",
    Verdict.BLUNDER: "#a02117",
    Verdict.CRITICAL: "#8b0f55",
    Verdict.ENDED_THE_CALL: "#a02117",
}
"""Each has a contrast of at least 4.5 to 1 on white; the word stands beside it always."""


def dot(chart: Chart) -> Iterator[str]:
    """The lines of the graph."""
    yield "digraph call {"
    yield "  graph [rankdir=TB, ranksep=0.7, nodesep=0.5];"
    yield '  node [shape=box, style=rounded, fontname="Helvetica,Arial,sans-serif", fontsize=12];'
    yield '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10];'
    yield "  start [shape=point, width=0.2];"
    for card in chart.cards:
        yield f"  {_name(card.state.id)} [label={_quoted(state_label(card.state))}];"
    for finish in chart.finishes:
        shape = _SHAPES[finish.ending.outcome]
        yield f"  {_name(finish.ending.id)} [label={_quoted(finish_label(finish))}, shape={shape}, style=solid];"
    yield f"  start -> {_name(chart.scenario.start)};"
    for card in chart.cards:
        yield from _arrows(card)
    for rule in chart.rules:
        yield f"  rule{rule.number} [label={_quoted(rule.when)}, shape=note, style=dotted];"
        yield f"  rule{rule.number} -> {_name(rule.target)} [style=dotted];"
    yield "}"


def _arrows(card: Card) -> Iterator[str]:
    here = _name(card.state.id)
    for arrow in card.arrows:
        colour = COLOURS[arrow.verdict] if arrow.verdict is not None else "#000000"
        drawn = f'label={_quoted(arrow_label(arrow))}, color="{colour}", fontcolor="{colour}"'
        for target in (*arrow.targets, *([card.state.id] if arrow.stays else [])):
            yield f"  {here} -> {_name(target)} [{drawn}];"
    if card.silence is not None:
        for target in card.silence.targets:
            yield f"  {here} -> {_name(target)} [label={_quoted(silence_label(card.silence.after))}, style=dotted];"


def _name(name: str) -> str:
    """The id of a state or an ending as a name that is nothing else in the graph."""
    return _quoted(f"call/{name}")


def _quoted(text: str) -> str:
    """`text` in quotes, with nothing in it that Graphviz would read as an escape, an entity or the end."""
    escaped = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
