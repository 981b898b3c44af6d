"""`rolecall schema`: what editors are given, and the copies that come with RoleCall."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest

from simulator.cli.exits import Exit
from simulator.words import LANGUAGES
from tests.cli.running import Commands

ROOT: Final = Path(__file__).parents[2]
KEPT: Final = {
    "scenario": "scenarios/rolecall-schema.{language}.json",
    "rubric": "scoring/rubrics/rolecall-rubric-schema.{language}.json",
}
SHIPPED: Final = [*(ROOT / "scenarios").rglob("*.yaml"), *(ROOT / "scoring").rglob("*.yaml")]


def test_a_schema_is_printed(rolecall: Commands) -> None:
    ran = rolecall("schema")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.json["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"states", "endings", "tests"} <= ran.json["properties"].keys()
    assert rolecall("schema", "--kind", "rubric").json["properties"].keys() >= {"criteria", "weights"}


def test_a_schema_is_in_the_language_asked_for(rolecall: Commands) -> None:
    english, french = (rolecall("schema", "--language", language).json for language in ("en", "fr"))
    assert english["properties"]["title"]["description"] == "The title that the trainee sees."
    assert french["properties"]["title"]["description"] == "Le titre que voit le stagiaire."
    assert rolecall("--language", "fr", "schema").json == french


def test_a_schema_is_written_to_a_file(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("schema", "-o", tmp_path / "schema.json")
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert "schema.json" in ran.err
    assert (tmp_path / "schema.json").read_bytes() == rolecall("schema").out.encode()
    assert rolecall("schema", "-o", tmp_path / "nowhere" / "schema.json").status == Exit.USAGE


@pytest.mark.parametrize("kind", KEPT)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_copies_are_current(kind: str, language: str, rolecall: Commands) -> None:
    name = KEPT[kind].format(language=language)
    now = rolecall("schema", "--kind", kind, "--language", language).out
    if (ROOT / name).read_bytes().decode("utf-8") != now:
        pytest.fail(f"run `rolecall schema --kind {kind} --language {language} -o {name}`", pytrace=False)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_file_that_comes_with_rolecall_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found is not None
    schema = json.loads((path.parent / found[1]).read_text(encoding="utf-8"))
    assert ("states" in schema["properties"]) == path.is_relative_to(ROOT / "scenarios")
    language = path.relative_to(ROOT / "scenarios").parts[0] if path.is_relative_to(ROOT / "scenarios") else "en"
    assert f".{language}." in found[1]
