"""The guides for trainers are true: their calls are good, their commands exist, and both say the same."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from typing import Final

import click
import pytest

from simulator.checking import check_source
from simulator.cli.app import VERBS, app
from simulator.cli.verbs import VerbGroup
from simulator.language.schema_json import json_schema
from simulator.language.tree import parse
from simulator.library import find_rubric
from simulator.model.source import SourceText
from simulator.settings.kinds import KEYS
from simulator.words import LANGUAGES
from tests.guides.reading import FOLDER, GUIDES, Step, blocks, guide, steps
from tests.language.editors import complaints
from tests.memory import CACHE

CALLS: Final = ("call", "add", "instead")
STEPS: Final = [(language, number) for language in LANGUAGES for number, _ in enumerate(steps(language))]


def step(language: str, number: int) -> Step:
    """One step of the guide's call."""
    return list(steps(language))[number]


def codes(text: str) -> set[str]:
    """The codes of everything that `check` has to say of a file."""
    found = check_source(SourceText("guide.yaml", text), find_rubric(None, CACHE))
    return {diagnostic.code for diagnostic in found.diagnostics}


@pytest.mark.parametrize(("language", "number"), STEPS)
def test_the_call_is_sound_at_every_step(language: str, number: int) -> None:
    taken = step(language, number)
    found = codes(taken.text)
    # While it grows, its balance may be off.
    assert {code for code in found if not code.startswith("W3")} == set(), f"line {taken.block.line}"
    assert complaints(taken.text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_calls_have_nothing_wrong(language: str) -> None:
    grown = list(steps(language))
    assert codes(grown[0].text) == set()
    assert codes(grown[-1].text) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_checked(language: str) -> None:
    for block in blocks(language):
        source = SourceText("guide.yaml", block.text)
        match block.language, block.kind:
            case "yaml", "rubric":
                assert check_source(source, find_rubric(None, CACHE)).diagnostics == ()
                assert complaints(block.text, "rubric") == []
            case "yaml", "line":
                assert parse(source).diagnostics == () or block.text.startswith("# yaml-language-server: ")
            case "yaml", kind:
                assert kind in CALLS
            case "toml", "":
                assert tomllib.loads(block.text).keys() <= set(KEYS)
            case "sh" | "powershell", "":
                assert all(line.startswith("rolecall ") for line in block.text.splitlines())
            case other:
                pytest.fail(f"line {block.line}: nothing checks a block like {other}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_exists(language: str) -> None:
    shown = "\n".join(block.text for block in blocks(language) if block.language in ("sh", "powershell"))
    shown += "".join(f"\n{typed}" for typed in re.findall(r"`(rolecall [^`\n]+)`", guide(language)))
    assert set(missing(shown)) == set()


def missing(shown: str) -> Iterator[str]:
    """The verbs and the options that commands have and the program does not know."""
    for words in (shlex.split(line, posix=False)[1:] for line in shown.splitlines() if line.startswith("rolecall ")):
        with click.Context(app, **app.context_settings) as context:
            command: click.Command | None = app
            names = list[str]()
            while isinstance(command, VerbGroup) and words and not words[0].startswith("-"):
                names.append(words.pop(0))
                command = command.get_command(context, names[-1])
            if command is None:
                yield " ".join(names)
                continue
            params = command.get_params(context)
            known = {option for param in params for option in (*param.opts, *param.secondary_opts)}
            yield from (" ".join((*names, word)) for word in words if word.startswith("-") and word not in known)


def test_both_guides_have_the_same_examples() -> None:
    english, french = ([(b.language, b.kind) for b in blocks(language)] for language in LANGUAGES)
    assert english == french
    assert [len(re.findall(rf"^{mark} ", guide("en"), re.MULTILINE)) for mark in ("##", "-", r"\|")] == [
        len(re.findall(rf"^{mark} ", guide("fr"), re.MULTILINE)) for mark in ("##", "-", r"\|")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_leaves_no_key_out(language: str) -> None:
    schema = json_schema("scenario", str)
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part.get("properties", {})}
    assert {key for key in keys if not re.search(rf"\b{key}\b", guide(language))} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_all_that_a_call_takes_from_the_rubric(language: str) -> None:
    rubric = find_rubric(None, CACHE)("customer-relations")
    assert rubric is not None
    text = guide(language).replace("\n  ", " ")
    named = [(one.id, one.label) for one in rubric.criteria]
    named += [(one.id, one.label) for one in (*rubric.techniques, *rubric.critical)]
    for name, label in named:
        told = label.fr if language == "fr" else label.en
        told = told[0].lower() + told[1:]
        assert f"`{name}`" in text
        assert told.replace(" ", "-") == name or f"`{name}` ({told})" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_verb_for_authors(language: str) -> None:
    for verb in set(VERBS) - {"database"}:
        assert f"rolecall {verb}" in guide(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    text = guide(language)
    headings = {anchor(heading) for heading in re.findall(r"^## (.+)$", text, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings
        else:
            assert (FOLDER / target).is_file(), target
    listed = re.findall(r"^- \[.+\]\(#(.+)\)$", text, re.MULTILINE)
    assert listed == [anchor(heading) for heading in re.findall(r"^## (.+)$", text, re.MULTILINE)]


def anchor(heading: str) -> str:
    """What a heading is called in a link to it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_prose_are_short(language: str) -> None:
    prose = re.sub(r"^```.*?^```$|^\|.*$", "", guide(language), flags=re.MULTILINE | re.DOTALL)
    assert max(map(len, prose.splitlines())) <= 120


def test_french_has_its_no_break_spaces() -> None:
    text = re.sub(r"^```(?:sh|powershell|toml).*?^```$|`[^`\n]+`", "x", guide("fr"), flags=re.MULTILINE | re.DOTALL)
    texts = [*re.findall(r'"[^"\n]*"', text), re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)]
    assert [found for text in texts for found in re.findall(r".{0,20}(?: [:;?!»]|« )", text)] == []


def test_each_guide_leads_to_the_other() -> None:
    for language, other in (("en", "fr"), ("fr", "en")):
        assert f"({GUIDES[other].name})" in guide(language)
