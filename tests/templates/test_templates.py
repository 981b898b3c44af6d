"""What a new call is: good as it stands in every language, for every role and level, whatever its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rubric import Rubric
from simulator.checking import check_source
from simulator.language import compile_scenario
from simulator.library import find_rubric
from simulator.model.diagnostic import Diagnostic
from simulator.model.french import spaced
from simulator.model.phrases import fill
from simulator.model.scenario import Outcome, Scenario
from simulator.model.source import SourceText
from simulator.model.suggested import ROLES
from simulator.templates import LANGUAGES, TEXT_MAX, Head, UnfitText, fit, id_of, new_call, title_of
from tests.language.editors import complaints
from tests.memory import CACHE

HOSTILE: Final = (
    '"', "'", 'The "late" parcel: #3', "{name}", "{{agent}}", "a: b", "- a", "[a, b]", "*a &b !c", "yes", "15", "null",
    "| >", "%a", "@a", "`a`", "a\\", "\\u202e", "« L'appel » : oui ?", "“Nobody” came", "\x1b[2Jred\x07", "a\nb\tc",
    "\u202eright to left", "\ufeffmark", "😀 👩‍💻", "x" * TEXT_MAX, "# check: allow W401", "---", "title: two",
)  # fmt: skip


def head(title: str = "A call", role: str = "sales", level: int = 2, name: str = "a-call") -> Head:
    """A head that says nothing special."""
    return Head(name, title, role, level)


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    """Everything that `check` has to say of a call."""
    return check_source(SourceText("call.yaml", text), find_rubric(None, CACHE)).diagnostics


def compiled(text: str) -> Scenario:
    """The call without a look at its positions, which are the same for every head."""
    found = compile_scenario(SourceText("call.yaml", text), find_rubric(None, CACHE))
    assert found.diagnostics == ()
    assert found.scenario is not None
    return found.scenario


def rubric(scenario: Scenario) -> Rubric:
    """The rubric of a call."""
    found = find_rubric(None, CACHE)(scenario.rubric)
    assert found is not None
    return found


@pytest.mark.parametrize("role", [*ROLES, "a role: of our own"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_call_has_nothing_wrong_whatever_its_role(language: str, role: str) -> None:
    assert diagnostics(new_call(language, head(role=role))) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_find_a_new_call_right(language: str) -> None:
    assert complaints(new_call(language, head())) == []


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_shown_as_it_was_typed(language: str, title: str) -> None:
    """But for the no-break spaces that French wants, which few keyboards have."""
    found = compiled(new_call(language, head(title=title, role=title)))
    shown = fill(found.title, {"name": "no", "agent": "no"})
    assert shown == (spaced(fit(title)) if language == "fr" else fit(title))
    assert found.role == fit(title)


@given(title=st.text(max_size=TEXT_MAX), role=st.text(max_size=TEXT_MAX))
def test_no_text_breaks_the_file(title: str, role: str) -> None:
    try:
        wanted = spaced(fit(title)), fit(role)
    except UnfitText:
        with pytest.raises(UnfitText):
            new_call("fr", head(title=title, role=role))
        return
    found = compiled(new_call("fr", head(title=title, role=role)))
    assert (fill(found.title, {}), found.role) == wanted


@pytest.mark.parametrize("text", ["", "  ", "\x1b\u202e\n", "x" * (TEXT_MAX + 1), "{" * (TEXT_MAX // 2 + 1)])
def test_a_text_that_no_call_can_have_is_refused(text: str) -> None:
    with pytest.raises(UnfitText):
        new_call("en", head(title=text))
    with pytest.raises(UnfitText):
        new_call("en", head(role=text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_head_differs(language: str) -> None:
    one = new_call(language, head(level=1)).splitlines()
    other = new_call(language, head(name="other", title="Other", role="own", level=3)).splitlines()
    differing = [line.partition(":")[0] for line, also in zip(one, other, strict=True) if line != also]
    assert differing == ["id", "title", "role", "level"]
    assert new_call(language, head(level=1)).splitlines() == one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_call_shows_every_part_of_a_call(language: str) -> None:
    call = compiled(new_call(language, head()))
    choices = [choice for state in call.states.values() for choice in state.choices]
    assert (call.id, call.level, call.language) == ("a-call", 2, language)
    assert 4 <= len(call.states) <= 6
    assert all(len(state.choices) >= 3 for state in call.states.values())
    assert len(call.variants) == 2
    assert call.hidden_facts
    assert call.gauges
    assert call.always
    assert {ending.outcome for ending in call.endings.values()} == set(Outcome)
    assert any(state.silence for state in call.states.values())
    assert any(line.when for state in call.states.values() for line in state.says)
    assert any(route.goto is None for choice in choices for route in choice.routes)
    assert any(choice.when for choice in choices)
    assert any(choice.critical for choice in choices)
    assert any(state.scene for state in call.states.values())
    assert all(choice.why or all(route.why for route in choice.routes) for choice in choices)
    assert len({technique for choice in choices for technique in choice.technique}) >= 4
    assert len(call.tests) == 2
    assert {point for choice in choices for _, point in choice.score} == {-2, -1, 1, 2}


def test_both_languages_have_the_same_call() -> None:
    english, french = (shape(compiled(new_call(language, head()))) for language in LANGUAGES)
    assert list(english) == list(french)


def shape(call: Scenario) -> Iterator[object]:
    """How a call is built, without its words and names."""
    for state in call.states.values():
        yield state.phase, bool(state.says), len(state.says), state.silence and state.silence.after
        for choice in state.choices:
            routes = [(len(route.score), sum(points for _, points in route.score)) for route in choice.routes]
            yield choice.score, choice.critical, choice.technique, choice.once, len(choice.reply), routes


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_is_explained_where_it_first_stands(language: str) -> None:
    lines = new_call(language, head()).splitlines()
    for key in ("objectives", "crm", "gauges", "facts", "variants", "always", "says", "silence", "goto", "choices"):
        assert explained(lines, rf"  +{key}:|{key}:"), key
    for key in ("score", "why", "once", "reply", "when", "critical", "tests"):
        assert explained(lines, rf" +{key}:|{key}:"), key
    assert sum("scenarios/" in line for line in lines) == 1


def explained(lines: list[str], pattern: str) -> bool:
    """Whether a comment stands right above a line of that pattern, or above the line before it."""
    places = [place for place, line in enumerate(lines) if re.match(pattern, line)]
    return any(lines[place - back].lstrip().startswith("#") for place in places for back in (1, 2))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("second-call", "second-call"),
        ("Second Call (v2)", "second-call-v2"),
        ("2. Rappel d'été", "rappel-d-ete"),
        ("Œuvre_n°3", "œuvre-n-3"),
        ("звонок", "звонок"),
        ("silence", "silence"),
        ("…", "nobody-came"),
        ("12", "nobody-came"),
        ("\x1b[2Jx", "jx"),
        ("a" * 100, "a" * 60),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_an_id_is_made_of_the_files_name(name: str, wanted: str) -> None:
    assert id_of(name, "en") == wanted
    assert compiled(new_call("en", head(name=wanted))).id == wanted


@given(name=st.text(max_size=100))
def test_every_name_makes_an_id(name: str) -> None:
    assert compiled(new_call("fr", head(name=id_of(name, "fr")))).id == id_of(name, "fr")


def test_a_template_has_a_title_of_its_own() -> None:
    assert [title_of(language) for language in LANGUAGES] == ["Nobody came", "Personne n'est venu"]
    assert json.dumps(title_of("fr"), ensure_ascii=False) in new_call("fr", head(title=title_of("fr")))
