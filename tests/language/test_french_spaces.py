"""W411: where French wants a no-break space, in which texts it is looked for, and how often it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language import compile_scenario
from simulator.library import find_rubric
from simulator.model.diagnostic import Diagnostic
from simulator.model.french import NARROW_NO_BREAK, NO_BREAK, gaps, spaced
from simulator.model.source import SourceText
from simulator.words import say
from tests.memory import CACHE

CALL = Path(__file__).parent / "good" / "premier_impaye.yaml"
TEXT = CALL.read_text(encoding="utf-8").replace(" ?", f"{NARROW_NO_BREAK}?")
"""A call in French in which no sign but the colon lacks anything."""
RIGHT = TEXT.replace("un plan :", f"un plan{NO_BREAK}:").replace("le CRM :", f"le CRM{NO_BREAK}:")


def shown(text: str) -> str:
    """A text with its no-break spaces to be seen: `_` a wide one, `·` a narrow one."""
    return spaced(text).replace(NO_BREAK, "_").replace(NARROW_NO_BREAK, "\u00b7")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Quoi ?", "Quoi·?"),
        ("Quoi?", "Quoi·?"),
        ("Quoi  ?! Non !!!", "Quoi·?! Non·!!!"),
        ("Oui ; mais : non", "Oui·; mais_: non"),
        ("« Oui ! », dit-il", "«_Oui·!_», dit-il"),
        ("«Oui»;", "«_Oui_»·;"),
        ("« « a » b »", "«_«_a_» b_»"),
        ("(vraiment ?)", "(vraiment·?)"),
        ("Alors… ?", "Alors…·?"),
        ("**Objectif** : un plan", "**Objectif**_: un plan"),
        ("Madame {name} ?", "Madame {name}·?"),
        ("Il est 14:30 : allez", "Il est 14:30_: allez"),
        ("Voir https://a.example/b?c=1 ; merci", "Voir https://a.example/b?c=1·; merci"),
        ("À 12 h : fin.\nQuoi ?\n", "À 12 h_: fin.\nQuoi·?\n"),
    ],
)
def test_where_french_wants_a_space(text: str, right: str) -> None:
    assert shown(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "14:30, 16:9 et 1:1",
        "https://a.example/b?c=1&d=2",
        "mailto:a@b.example",
        "`a ? b : c;`",
        "{Solde : dû} et {{a}}",
        "Alors…?",
        "(?)",
        "? au début\n! et d'une ligne",
        "À bientôt :) ou ;)",
        "| :--- | :---: |\n| a | b |",
        "Dupont &amp; Fils",
        "Une ligne «\nqui va plus loin",
        "C:\\dossier",
        f"Quoi{NO_BREAK}? Oui{NARROW_NO_BREAK}: «{NARROW_NO_BREAK}non{NARROW_NO_BREAK}»",
        "",
    ],
)
def test_what_is_right_or_no_punctuation_is_left_alone(text: str) -> None:
    assert spaced(text) == text
    assert list(gaps(text)) == []


@given(st.text(alphabet='ab1 \u00a0\u202f?!;:«»{}`.…\n/&"()', max_size=40))
def test_a_text_set_once_is_right(text: str) -> None:
    right = spaced(text)
    assert spaced(right) == right
    bare = str.maketrans("", "", " \u00a0\u202f")
    assert right.translate(bare) == text.translate(bare), "nothing but spaces changes"


def found(text: str) -> list[Diagnostic]:
    """What W411 has to say of a call."""
    compiled = compile_scenario(SourceText("call.yaml", text), find_rubric(CALL, CACHE))
    assert compiled.scenario is not None
    return [diagnostic for diagnostic in compiled.diagnostics if diagnostic.code == "W411"]


def test_each_of_a_few_texts_is_told_with_its_first_place() -> None:
    assert found(RIGHT) == []
    briefing, scene = found(TEXT)
    assert say(briefing.headline) == "A no-break space is missing beside this `:`."
    assert briefing.span is not None
    line = TEXT.splitlines()[briefing.span.line - 1]
    assert line[briefing.span.column - 1 : briefing.span.end_column - 1] == " :"
    assert briefing.help is not None
    assert f"Proposez un plan{NO_BREAK}: trois" in say(briefing.help)
    assert scene.span is not None
    assert scene.span.line > briefing.span.line


def test_a_long_line_is_shown_around_its_first_place() -> None:
    words = "mot " * 30
    for before, after in ((words, ""), ("", words), (words, words)):
        (one,) = found(RIGHT.replace("Je vous écoute.", f"{before}Quoi ? {after}".strip()))
        assert one.help is not None
        told = say(one.help).split("“")[1].rstrip("”")
        assert f"Quoi{NARROW_NO_BREAK}?" in told
        assert len(told) < 100
        assert (told[0] == "…", told[-1] == "…") == (bool(before), bool(after))


def test_several_in_one_text_are_told_once() -> None:
    (one,) = found(RIGHT.replace("Je vous écoute.", "Oui ? Dites : « bon »."))
    assert say(one.headline) == "4 no-break spaces are missing in this text, the first beside this `?`."


def test_a_file_without_any_is_told_once() -> None:
    (one,) = found(CALL.read_text(encoding="utf-8"))
    assert say(one.headline) == "6 no-break spaces are missing in this file, the first beside this `:`."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('title: "Premier impayé"', 'title: "Premier impayé !"'),
        ('"347,20 €"', '"347,20 € ; en retard"'),
        ('label: "Confiance"', 'label: "Confiance ?"'),
        ("Fleuriste, cliente", "Fleuriste : cliente"),
        ('why: "Rien n\'est convenu."', 'why: "Rien n\'est convenu !"'),
    ],
)
def test_every_kind_of_text_is_looked_at(before: str, after: str) -> None:
    assert before in RIGHT
    assert len(found(RIGHT.replace(before, after, 1))) == 1


def test_a_call_in_english_has_no_such_spaces() -> None:
    assert found(TEXT.replace("language: fr", "language: en")) == []
