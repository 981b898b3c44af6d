"""The page of a chart: whole without a network, safe with any text, readable without scripts and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator import words
from simulator.analysis.chart import Chart, chart
from simulator.model.unseen import UNSEEN
from simulator.report.chart_page import page
from tests.analysis.making import RUBRIC
from tests.report.hostile import NASTY, hostile_call
from tests.report.html import Page, digest, full
from tests.report.test_dot import luminance
from tests.strategies.shipped import SOME, shipped

DATA = Path(__file__).parents[2] / "simulator" / "report" / "page"


@pytest.fixture(params=["hostile", *SOME])
def drawn(request: pytest.FixtureRequest) -> Chart:
    """The charts of a hostile call and of those that are shipped."""
    if request.param == "hostile":
        return chart(hostile_call(), RUBRIC)
    case = shipped(request.param)
    return chart(case.scenario, case.rubric)


def test_every_box_and_every_way_is_there(drawn: Chart) -> None:
    found = Page(page(drawn))
    ids = [attributes["id"] for _tag, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[sec]?\d*(c\d+|q)?|r\d+|view|chart|start|head-[a-z-]+", one) for one in ids)
    arrows = sum(len(card.arrows) for card in drawn.cards)
    assert sum(1 for _ in found.having(**{"class": "box choice v-"})) == arrows
    for _tag, attributes in found.elements:
        assert set(attributes.get("data-to", "").split()) <= set(ids)
        assert attributes.get("data-from", ids[0]) in ids
        assert attributes.get("href", f"#{ids[0]}")[1:] in ids
    reached = {name for _tag, attributes in found.having(**{"data-to": ""}) for name in attributes["data-to"].split()}
    assert {one for one in ids if re.fullmatch(r"[se]\d+", one)} <= reached


def test_nothing_of_the_call_is_more_than_text(drawn: Chart) -> None:
    text = page(drawn)
    found = Page(text)
    known = {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "div", "button", "output", "ul", "li",
        "main", "svg", "defs", "marker", "path", "section", "code", "span", "details", "summary", "a", "h2", "script",
    }  # fmt: skip
    assert {tag for tag, _attributes in found.elements} <= known
    assert len(found.text("script")) == 2
    for _tag, attributes in found.elements:
        assert not any(name.startswith("on") or name in ("style", "src", "srcset") for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert not UNSEEN.search(text[: text.index("<script>")].replace("\n", ""))


def test_a_hostile_text_is_shown_as_it_is() -> None:
    found = Page(page(chart(hostile_call(), RUBRIC)))
    shown = NASTY[: NASTY.index("]]>")]
    assert found.text("h1")[0].startswith(shown)
    assert found.text("title")[0].startswith(shown)
    assert sum(text.startswith(shown) for text in found.text("p")) >= 4


def test_the_policy_lets_run_what_the_page_carries_and_nothing_else(drawn: Chart) -> None:
    found = Page(page(drawn))
    (policy,) = (one["content"] for _tag, one in found.having(**{"http-equiv": "Content-Security-Policy"}))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"].split() == [digest(script) for script in found.text("script")]
    assert rules["style-src"] == digest(found.text("style")[0])
    assert set(rules) == {"default-src", "base-uri", "form-action", "script-src", "style-src"}


@pytest.mark.parametrize("name", [path.name for path in sorted(DATA.iterdir())])
def test_what_the_page_carries_asks_for_nothing_and_ends_nothing_early(name: str) -> None:
    text = (DATA / name).read_text("utf-8")
    for mark in ("</script", "</style", "<!--", "-->", "sourceMappingURL", "@import", "url(http", "fetch(", "XMLHttp"):
        assert mark not in text


def test_the_licence_of_the_layout_goes_with_it(drawn: Chart) -> None:
    assert (DATA / "dagre.LICENSE.txt").read_text("utf-8") in page(drawn)


def test_the_page_speaks_the_language_in_use() -> None:
    case = shipped("prelevement-rejete")
    drawn = chart(case.scenario, case.rubric)
    english = Page(page(drawn))
    words.use("fr")
    french = Page(page(drawn))
    words.use("en")
    assert (english.elements[0][1]["lang"], french.elements[0][1]["lang"]) == ("en", "fr")
    assert {one["lang"] for tag, one in (*english.elements, *french.elements) if tag in ("main", "h1")} == {"fr"}
    assert "= best" in english.text("li")
    assert "= meilleur choix" in french.text("li")
    assert english.text("button")[-1] != french.text("button")[-1]


def test_boxes_and_buttons_are_reached_by_the_keyboard(drawn: Chart) -> None:
    found = Page(page(drawn))
    assert all(one.get("tabindex") == "-1" for _tag, one in found.having(**{"class": "box card"}))
    assert all(one.get("type") == "button" and one.get("data-deed") for tag, one in found.elements if tag == "button")
    (main,) = (one for tag, one in found.elements if tag == "main")
    assert main["tabindex"] == "0"
    assert {"aria-hidden": "true"} in [one for tag, one in found.elements if tag == "svg"]


def test_every_verdict_can_be_read_on_its_ground() -> None:
    styles = (DATA / "chart.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", styles, re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6});", block))
        paper = luminance(full(colours["paper"]))
        for name in ("ink", "muted", "best", "good", "fair", "mistake", "blunder", "critical", "plain"):
            light, dark = sorted((paper, luminance(full(colours[name]))), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, colours[name])
