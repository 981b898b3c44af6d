"""Graphviz's language: what stands in quotes stays in quotes, whatever the call says."""

from __future__ import annotations

import re
import subprocess
from shutil import which
from xml.etree import ElementTree

import pytest

from simulator.analysis.chart import chart
from simulator.report.dot import COLOURS, dot
from tests.analysis.making import RUBRIC
from tests.report.hostile import hostile_call
from tests.strategies.scenarios import seeded

QUOTED = re.compile(r'"(?:[^"\\\x00-\x1f]|\\\\|\\")*"')
FORMS = re.compile(
    r"digraph call \{|\}|  (?:graph|node|edge|start|rule\d+|Q) \[[^\"\[\]]*\];"
    r"|  (?:start|rule\d+|Q) -> Q(?: \[[^\"\[\]]*\])?;"
)


def check(lines: list[str]) -> None:
    """Fails where a line is anything but names, attributes and quoted text."""
    for line in lines:
        bare = QUOTED.sub("Q", line)
        assert FORMS.fullmatch(bare), line


def test_a_hostile_call_stays_between_quotes() -> None:
    check(list(dot(chart(hostile_call(), RUBRIC))))


@pytest.mark.parametrize("seed", range(40))
def test_random_calls_are_written(seed: int) -> None:
    case = seeded(seed)
    check(list(dot(chart(case.scenario, case.rubric))))


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_shows_a_hostile_text_as_it_is() -> None:
    text = "\n".join(dot(chart(hostile_call(), RUBRIC))).encode("utf-8")
    done = subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, check=True)
    root = ElementTree.fromstring(done.stdout)
    shown = " ".join("".join(part.itertext()) for part in root.iter("{http://www.w3.org/2000/svg}text"))
    assert '"]; click s1 call alert(1) %%{init:' in shown.replace("\xa0", " ")
    assert "&amp; &#35; #35; #quot; \\N" in shown.replace("\xa0", " ")
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def luminance(colour: str) -> float:
    """How bright a colour is, by the formula of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_on_arrows_can_be_read_on_white() -> None:
    for colour in COLOURS.values():
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5
