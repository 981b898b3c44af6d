"""A chart as a Mermaid flowchart: states in boxes, choices as arrows, endings shaped by their outcome.

Text in quotes is not yet safe in Mermaid: it reads entities, directives and Markdown there. Every sign of ASCII that
could mean something is written as an entity of Mermaid's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.analysis.chart import Card, Chart
from simulator.model.scenario import Outcome
from simulator.report.labels import arrow_label, finish_label, silence_label, state_label

_SHAPES: Final = {Outcome.SUCCESS: ("([", "])"), Outcome.PARTIAL: ("{{", "}}"), Outcome.FAILURE: ("[/", "\\]")}
_MEANS_SOMETHING: Final = re.compile(r"""[^\w .,:!?'()+=-]""", re.ASCII)


def mermaid(chart: Chart) -> Iterator[str]:
    """The lines of the flowchart."""
    names = _names(chart)
    yield "flowchart TD"
    yield "  start(( ))"
    for card in chart.cards:
        yield f'  {names[card.state.id]}["{_text(state_label(card.state))}"]'
    for finish in chart.finishes:
        begin, end = _SHAPES[finish.ending.outcome]
        yield f'  {names[finish.ending.id]}{begin}"{_text(finish_label(finish))}"{end}'
    yield f"  start --> {names[chart.scenario.start]}"
    for card in chart.cards:
        yield from _arrows(card, names)
    for rule in chart.rules:
        yield f'  rule{rule.number}>"{_text(rule.when)}"]'
        yield f"  rule{rule.number} -.-> {names[rule.target]}"


def _names(chart: Chart) -> dict[str, str]:
    """A name for each state and ending that means nothing to Mermaid."""
    states = {card.state.id: f"s{number}" for number, card in enumerate(chart.cards, start=1)}
    return {**states, **{one.ending.id: f"e{number}" for number, one in enumerate(chart.finishes, start=1)}}


def _arrows(card: Card, names: dict[str, str]) -> Iterator[str]:
    here = names[card.state.id]
    for arrow in card.arrows:
        label = _text(arrow_label(arrow))
        for target in (*arrow.targets, *([card.state.id] if arrow.stays else [])):
            yield f'  {here} -->|"{label}"| {names[target]}'
    if card.silence is not None:
        for target in card.silence.targets:
            yield f'  {here} -.->|"{_text(silence_label(card.silence.after))}"| {names[target]}'


def _text(text: str) -> str:
    """`text` as it may stand between Mermaid's quotes."""
    return _MEANS_SOMETHING.sub(lambda found: _entity(found.group()), text)


def _entity(sign: str) -> str:
    return f"#{ord(sign)};" if sign.isascii() else sign
