"""Mermaid: every line is one of the few forms that are meant, whatever the call says."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from simulator.analysis.chart import Chart, chart
from simulator.report.mermaid import mermaid
from tests.analysis.making import RUBRIC
from tests.report.hostile import NASTY, hostile_call
from tests.strategies.scenarios import seeded
from tests.strategies.shipped import NAMES, shipped

LABEL = r'"((?:[^"#\[\]{}|<>`;%&\\\x00-\x1f]|#\d+;)*)"'
NODE = re.compile(rf"  ([se]\d+)(\[|\(\[|\{{\{{|\[/){LABEL}(\]|\]\)|\}}\}}|\\\])")
ARROW = re.compile(rf"  ([se]\d+) (-->|-\.->)\|{LABEL}\| ([se]\d+)")
START = re.compile(r"  start --> (s\d+)")
RULE = re.compile(rf"  (rule\d+)>{LABEL}\]")
RULE_ARROW = re.compile(r"  (rule\d+) -\.-> ([se]\d+)")
SHAPES = {"[": "]", "([": "])", "{{": "}}", "[/": "\\]"}


class Drawn:
    """A flowchart that was read. Fails at a line that is none of the forms."""

    def __init__(self, lines: Iterable[str]) -> None:
        head, point, *rest = lines
        assert (head, point) == ("flowchart TD", "  start(( ))")
        self.nodes: dict[str, tuple[str, str]] = {}
        self.arrows: list[tuple[str, str, str, str]] = []
        self.rules: list[tuple[str, str]] = []
        for line in rest:
            self._read(line)

    def _read(self, line: str) -> None:
        if node := NODE.fullmatch(line):
            name, begin, label, end = node.groups()
            assert SHAPES[begin] == end
            self.nodes[name] = (begin, text_of(label))
        elif arrow := ARROW.fullmatch(line):
            self.arrows.append((arrow[1], arrow[2], text_of(arrow[3]), arrow[4]))
        elif rule := RULE_ARROW.fullmatch(line):
            self.rules.append((rule[1], rule[2]))
        else:
            assert START.fullmatch(line) or RULE.fullmatch(line), line


def text_of(label: str) -> str:
    """What Mermaid shows for a label."""
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


def read(drawn: Chart) -> Drawn:
    """The flowchart of a chart, with every arrow leading from and to something."""
    found = Drawn(mermaid(drawn))
    for begin, _sign, _label, end in found.arrows:
        assert begin in found.nodes
        assert end in found.nodes
    assert len(found.nodes) == len(drawn.cards) + len(drawn.finishes)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_call_is_drawn_whole(name: str) -> None:
    case = shipped(name)
    drawn = chart(case.scenario, case.rubric)
    found = read(drawn)
    labels = {label for _shape, label in found.nodes.values()}
    assert {card.state.id for card in drawn.cards} <= {label.split(" ")[0] for label in labels}
    said = [label.split(":")[0] for _begin, _sign, label, _end in found.arrows]
    assert {arrow.choice.id for card in drawn.cards for arrow in card.arrows} <= set(said)


def test_a_hostile_call_is_drawn_as_text() -> None:
    found = read(chart(hostile_call(), RUBRIC))
    shape, label = found.nodes["s1"]
    assert shape == "["
    assert label.startswith('end ("]; click s1 call alert(1) %%{init:')
    assert not set(label) & set("\n\r\u2028\u202e\x00\x1b")
    assert [shape for shape, _label in found.nodes.values()][-2:] == ["([", "[/"]
    assert ("s1", "-.->", "silence, 10 s", "s2") in found.arrows
    assert NASTY[:20] not in "\n".join(mermaid(chart(hostile_call(), RUBRIC)))


@pytest.mark.parametrize("seed", range(60))
def test_random_calls_are_drawn(seed: int) -> None:
    case = seeded(seed)
    read(chart(case.scenario, case.rubric))
