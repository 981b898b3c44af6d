"""The page of a debrief: all that is told is on it, and nothing of a call or a person is more than text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from scoring.review import Correction
from simulator import words
from simulator.library import Library
from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.model.unseen import UNSEEN, visible
from simulator.record import Record, open_record
from simulator.report.debrief_page import page
from simulator.report.debrief_words import curve_words, sum_words
from simulator.report.keeping import keep
from simulator.report.review_words import overall_words, said_of
from simulator.session import Debrief, ReviewedSession, debrief_of, open_call, reflect, reviewed_of
from simulator.session.review_writing import correct, dispute, note, sign
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.report.html import Page, digest, full
from tests.report.test_chart_page import DATA
from tests.report.test_dot import luminance
from tests.session.desk import play, shipped, world

NASTY = "</style><script>alert(1)</script>{{ 7*7 }}<img src=x onerror=alert(1)>&amp;\" ' \u202e\x9b "
NOTHING: Mapping[str, str] = MappingProxyType({})
TRAINER = "Mme Roche"
POOR = ("hurry", "tell-all", "refund", "nothing")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(str(tmp_path / "rolecall.db")) as opened:
        yield opened


def told(record: Record, *choices: str, language: str = "en", changes: Mapping[str, str] = NOTHING) -> Debrief:
    """The debrief of the small call, its words replaced where `changes` say so."""
    words.use(language)
    path = put(Path(record.place).parent / "library", **changes)
    loaded = Library((), CACHE, NONE).load(path)
    for number in (1, 2):
        place = world(number)
        call = open_call(
            record, loaded, "Ana <b>", Mode.EXAM, seed=1, variant="gift", say_first=True, world=place, cache=CACHE
        )
        for choice in choices:
            if call.asks_words:
                call.say(NASTY if call.decision == 1 else "")
            play(call, choice)
        call.debrief(language)
    reflect(record, call.session, {Question.WENT_WELL: NASTY + "\nTwo lines."})
    return debrief_of(record, call.session, language, cache=CACHE)


def test_everything_that_is_told_is_on_the_page(record: Record) -> None:
    debrief = told(record, *POOR)
    found = Page(page(debrief, "Mo Reed"))
    text = " ".join(found.text("body")[0].split())
    assert found.text("h1") == ["The parcel of Mo Reed"]
    for wanted in (
        sum_words(debrief), debrief.ending_text, "Not passed", "Ana <b>", debrief.code, "Told others", "A secret.",
        "Find out why Mo Reed needs it", "A birthday present.", "last try", "Law as of 1 September 2026", "Two lines.",
        "What went well?", "You typed first", "It would have gone on like this",
    ):  # fmt: skip
        assert wanted in text, wanted
    for row in debrief.decisions:
        assert row.text in text
        for one in (*row.offered, *row.best):
            assert one.text in text
        for heard in (*row.said, *row.best_leads_to):
            assert heard.text in text
    assert found.text("desc") == [curve_words(debrief)]
    assert len(found.text("h3")) == len(debrief.decisions) + len(debrief.lessons)


def reviewed(record: Record, session: str, words_of_it: str) -> ReviewedSession:
    """The session once a trainer has remarked, corrected twice and signed, and its trainee has disputed."""
    note(record, session, TRAINER, words_of_it)
    note(record, session, TRAINER, f"Slower here. {words_of_it}", 2)
    for points in (1, 2):
        correct(
            record, session, TRAINER, Correction(1, "listening", points), f"It was said. {words_of_it}", cache=CACHE
        )
    sign(record, session, TRAINER, words_of_it, cache=CACHE)
    dispute(record, session, "Ana <b>", f"I did ask. {words_of_it}")
    return reviewed_of(record, session, words.language(), cache=CACHE)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_what_trainers_said_is_on_the_page_as_on_the_screen(record: Record, language: str) -> None:
    debrief = told(record, *POOR, language=language)
    review = reviewed(record, debrief.session, NASTY)
    text = page(debrief, "Mo Reed", review)
    found = Page(text)
    shown = " ".join(found.text("body")[0].split())
    said = [*overall_words(review), *(one.words for row in debrief.decisions for one in said_of(review, row.number))]
    assert len(said) >= 8
    for wanted in said:
        assert " ".join(visible(wanted).split()) in shown, wanted
    assert "script" not in {tag for tag, _ in found.elements}
    assert not UNSEEN.search(text.replace("\n", ""))
    articles = found.text("article")[len(debrief.lessons) :]
    assert ["Slower here." in one for one in articles] == [row.number == 2 for row in debrief.decisions]
    assert sum("It was said." in one for one in articles) == 1


def test_nothing_of_a_review_is_on_the_page_of_a_call_that_nobody_has_reviewed(record: Record) -> None:
    debrief = told(record, *POOR)
    untouched = reviewed_of(record, debrief.session, "en", cache=CACHE)
    assert page(debrief, "Mo Reed", untouched) == page(debrief, "Mo Reed")


def test_the_drawing_falls_where_the_score_fell(record: Record) -> None:
    debrief = told(record, *POOR)
    found = Page(page(debrief, "Mo Reed"))
    lost = [attributes for tag, attributes in found.elements if tag == "text" and attributes["class"] == "lost"]
    assert len(lost) == sum(row.shown_cost > 0 for row in debrief.decisions)
    dots = [float(attributes["cy"]) for tag, attributes in found.elements if tag == "circle"]
    assert dots == sorted(dots), "a curve never rises"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_text_is_more_than_text(record: Record, language: str) -> None:
    changed = (
        "Parcels are late, that is how it is.", "Your neighbour took it, at number 12.", "You wave it away.",
        "Find out why", "A birthday present.", "What happened", "Excuse me?",
    )  # fmt: skip
    hostile = NASTY.replace("{{ 7*7 }}", "{{{{ 7*7 }}}}").replace("\\", "").replace('"', "").replace("\u202e\x9b", "")
    debrief = told(record, *POOR, language=language, changes={text: f"{text} {hostile}" for text in changed})
    text = page(debrief, "Mo Reed")
    found = Page(text)
    assert "script" not in {tag for tag, _ in found.elements}
    assert "img" not in {tag for tag, _ in found.elements}
    for _tag, attributes in found.elements:
        assert not any(name.startswith("on") or name in ("style", "src", "href", "srcset") for name in attributes)
    assert not UNSEEN.search(text.replace("\n", ""))
    assert "{{ 7*7 }}" in found.text("body")[0]
    assert found.text("body")[0].count("<script>alert(1)</script>") >= 6


def test_the_policy_lets_nothing_run_or_load(record: Record) -> None:
    found = Page(page(told(record, *POOR), "Mo Reed"))
    (policy,) = (one["content"] for _tag, one in found.having(**{"http-equiv": "Content-Security-Policy"}))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["style-src"] == digest(found.text("style")[0])
    assert {name: rule for name, rule in rules.items() if name != "style-src"} == dict.fromkeys(
        ("default-src", "script-src", "base-uri", "form-action"), "'none'"
    )


def test_the_page_speaks_the_language_in_use_and_says_in_which_the_call_is(record: Record) -> None:
    words.use("fr")
    call = open_call(record, shipped("more-than-i-pay-now"), "Ana", Mode.PRACTICE, seed=1, world=world(), cache=CACHE)
    while not call.over:
        call.choose(call.shown[0].id, 2_000)
    found = Page(page(call.debrief("fr"), call.caller))
    assert found.elements[0][1]["lang"] == "fr"
    assert {one["lang"] for tag, one in found.elements if tag == "h1"} == {"en"}
    assert "Décision par décision" in found.text("h2")
    words.use("en")
    assert "lang" not in dict(Page(page(call.debrief("en"), call.caller)).elements)["h1"]


def test_a_perfect_call_has_nothing_to_learn_from(record: Record) -> None:
    debrief = told(record, "ask", "on", "courier", "facts")
    found = Page(page(debrief, "Mo Reed"))
    assert "What to learn from this call" not in found.text("h2")
    assert "No point was lost." in found.text("body")[0]


def test_it_is_kept_in_one_file_for_one_session(record: Record, tmp_path: Path) -> None:
    debrief = told(record, *POOR)
    folder = tmp_path / "new" / "folder"
    path = keep(debrief, "Mo Reed", folder)
    assert keep(debrief, "Mo Reed", folder) == path
    assert os.listdir(folder) == [path.name]
    assert re.fullmatch(r"parcel-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.html", path.name)
    assert path.read_text(encoding="utf-8") == page(debrief, "Mo Reed")


def test_every_word_can_be_read_on_its_ground() -> None:
    styles = (DATA / "debrief.css").read_text("utf-8")
    grounds = [
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})[;]", block))
        for block in re.findall(r":root \{(.*?)\}", styles, re.DOTALL)
    ]
    assert len(grounds) == 3
    for colours in grounds:
        for ground in ("ground", "paper"):
            behind = luminance(full(colours[ground]))
            for name in ("ink", "muted", "best", "good", "fair", "mistake", "blunder", "critical", "own"):
                light, dark = sorted((behind, luminance(full(colours[name]))), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, ground, colours[name])
