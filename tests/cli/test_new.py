"""`rolecall new`: what is asked and what is not, where the file goes, and that none is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import scenarios
from simulator.cli.exits import Exit
from simulator.language import compile_scenario
from simulator.library import find_rubric, read_source
from simulator.model.scenario import Scenario
from simulator.words import LANGUAGES
from tests.cli.running import Commands
from tests.memory import CACHE

SHIPPED = Path(scenarios.__file__).parent


def call(path: Path) -> Scenario:
    """The call in a file that has nothing wrong with its text."""
    found = compile_scenario(read_source(path), find_rubric(path, CACHE))
    assert found.scenario is not None
    return found.scenario


def test_a_new_call_passes_check(rolecall: Commands, tmp_path: Path) -> None:
    path = tmp_path / "first.yaml"
    ran = rolecall("new", path)
    assert (ran.status, ran.out) == (Exit.SUCCESS, f"{path}\n")
    assert f"rolecall play {path}" in ran.err
    checked = rolecall("check", path)
    assert (checked.status, checked.out, checked.err) == (Exit.SUCCESS, "", "1 file: 0 errors, 0 warnings.\n")


def test_options_say_what_the_call_is(rolecall: Commands, tmp_path: Path) -> None:
    path = tmp_path / "Mon rappel.yaml"
    ran = rolecall(
        "new", path, "--title", 'Le "colis" : #3', "--role", "recouvrement", "--language", "fr", "--level", "3"
    )
    found = call(path)
    assert (found.id, found.title, found.role, found.language, found.level) == (
        "mon-rappel", 'Le "colis"\u00a0: #3', "collections", "fr", 3,
    )  # fmt: skip
    assert f'rolecall play "{path}"' in ran.err
    assert str(SHIPPED / "LISEZMOI.md") in ran.err


def test_without_a_terminal_nothing_is_asked(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("new", tmp_path / "a.yaml", stdin="Not a title\n")
    found = call(tmp_path / "a.yaml")
    assert "Title" not in ran.err
    assert (found.title, found.role, found.level, found.language) == ("Nobody came", "reception", 1, "en")


def test_what_is_not_given_is_asked(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("new", tmp_path / "a.yaml", "--level", "2", stdin="3\n2\n\n3\n", terminal=True)
    found = call(tmp_path / "a.yaml")
    assert "1 français" in ran.err or "1 French" in ran.err
    assert "Title (Enter for " in ran.err
    assert "Level" not in ran.err
    assert (found.language, found.title, found.role, found.level) == ("en", "Nobody came", "technical", 2)


def test_answers_are_asked_for_again_until_they_fit(rolecall: Commands, tmp_path: Path) -> None:
    answers = "\n".join(["x", "1", "t" * 301, "Rappel", "our own", "9", "3"]) + "\n"
    rolecall("new", tmp_path / "a.yaml", stdin=answers, terminal=True)
    found = call(tmp_path / "a.yaml")
    assert (found.language, found.title, found.role, found.level) == ("fr", "Rappel", "our own", 3)


def test_no_file_is_written_where_the_answers_end(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("new", tmp_path / "a.yaml", stdin="1\n", terminal=True)
    assert ran.status == Exit.PROBLEM
    assert ran.err.endswith("rolecall: The input ended; nothing was written.\n")
    assert not any(tmp_path.glob("*.*"))


@pytest.mark.parametrize("name", ["a", "a.yaml", "a.yml", "A.YAML", "a.b"])
def test_the_file_has_an_ending_that_the_library_finds(rolecall: Commands, tmp_path: Path, name: str) -> None:
    ran = rolecall("new", tmp_path / name)
    (written,) = (path for path in tmp_path.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
    assert ran.out == f"{written}\n"
    assert written.name == (name if name[-4:].lower() in (".yml", "yaml") else f"{name}.yaml")


def test_a_folder_that_is_not_there_is_made(rolecall: Commands, tmp_path: Path) -> None:
    assert rolecall("new", tmp_path / "calls" / "fr" / "a.yaml").status == Exit.SUCCESS
    assert (tmp_path / "calls" / "fr" / "a.yaml").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_for_editors_is_put_beside_it(rolecall: Commands, tmp_path: Path, language: str) -> None:
    rolecall("new", tmp_path / "a.yaml", "--language", language)
    name = f"rolecall-schema.{language}.json"
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={name}\n")
    assert (tmp_path / name).read_bytes() == (SHIPPED / name).read_bytes()
    (tmp_path / name).write_text("{}")
    rolecall("new", tmp_path / "b.yaml", "--language", language)
    assert (tmp_path / name).read_text() == "{}"


def test_a_folder_of_a_library_needs_no_schema_of_its_own(rolecall: Commands, tmp_path: Path) -> None:
    rolecall("new", tmp_path / "a.yaml", "--language", "fr")
    for folders, way in (("fr", "../"), ("fr/collections", "../../"), ("fr/../fr/./sales", "../../")):
        path = tmp_path / folders / "b.yaml"
        assert rolecall("new", path, "--language", "fr").status == Exit.SUCCESS
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={way}rolecall-schema.fr.json"
        assert (path.parent / way / "rolecall-schema.fr.json").is_file()
    assert len(list(tmp_path.rglob("*.json"))) == 1
    rolecall("new", tmp_path / "fr" / "c.yaml", "--language", "en")
    assert (tmp_path / "fr" / "rolecall-schema.en.json").is_file(), "each language has its own"
    rolecall("new", tmp_path / "1/2/3/d.yaml", "--language", "fr")
    assert (tmp_path / "1/2/3/rolecall-schema.fr.json").is_file(), "what is further away may belong to others"


def test_a_file_is_never_overwritten(rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("mine\n")
    for name in ("a.yaml", "a"):
        ran = rolecall("new", tmp_path / name, stdin="1\n\n\n\n", terminal=True)
        assert (ran.status, ran.out) == (Exit.USAGE, "")
        assert ran.err == (
            f"rolecall: “{tmp_path / 'a.yaml'}” is there already, and no call is ever overwritten. "
            "Choose another name.\n"
        )
    assert (tmp_path / "a.yaml").read_text() == "mine\n"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_a_link_that_leads_nowhere_is_not_followed(rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert rolecall("new", tmp_path / "a.yaml").status == Exit.USAGE
    assert not (tmp_path / "elsewhere.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--title", " "], "The value of --title must be a text of at most 300 characters."),
        (["--title", "x" * 301], "The value of --title must be a text of at most 300 characters."),
        (["--title", "{" * 151], "The value of --title must be a text of at most 300 characters."),
        (["--role", "\x1b"], "The value of --role must be a text of at most 300 characters."),
        (["--level", "4"], "“4” is no whole number from 1 to 3."),
        (["--language", "de"], "'de' is not one of 'fr', 'en'."),
    ],
)
def test_what_cannot_be_is_refused(rolecall: Commands, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    ran = rolecall("new", tmp_path / "a.yaml", *arguments)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert sentence in ran.err
    assert not any(tmp_path.glob("*.*"))


def test_a_place_that_cannot_be_written_is_told(rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = rolecall("new", tmp_path / "file" / "a.yaml")
    assert ran.status == Exit.PROBLEM
    assert "Traceback" not in ran.err
    assert ran.err.count("\n") == 1


def test_a_name_is_shown_and_never_obeyed(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("new", tmp_path / "a\x1b[2J.yaml")
    assert ran.status == Exit.SUCCESS
    assert "\x1b" not in ran.err
