"""What the pages for IT and for data protection say is true of the program: every field, every key, every package."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path
from typing import get_args

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from simulator.cli.app import app
from simulator.cli.verbs import VerbGroup
from simulator.model.events import Event
from simulator.record import TRAINEE_ROLE, TRAINER_ROLE
from simulator.record.tables import VERSION_TABLE, metadata, version
from simulator.settings.kinds import KEYS
from simulator.settings.places import HOME
from simulator.settings.reading import VARIABLES
from tests.record.forbidden import REFUSED_TO_TRAINEES, REFUSED_TO_TRAINERS, UNSEEN_BY_TRAINEES, UNSEEN_BY_TRAINERS

DOCS = Path(__file__).parents[2] / "docs"
PROTECTION = ("DATA-PROTECTION.md", "PROTECTION-DES-DONNEES.md")
MACHINES = ("IT.md", "INFORMATIQUE.md")


def page(name: str) -> str:
    """One page."""
    return (DOCS / name).read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    """The cells of every table of a page."""
    lines = [line for line in page(name).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def code(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("name", PROTECTION)
def test_every_field_that_is_kept_is_named(name: str) -> None:
    named = {code(row[0])[0]: code(row[1]) for row in rows(name) if len(row) == 3 and code(row[0]) and code(row[1])}
    kept = {table.name: [column.name for column in table.columns] for table in metadata.tables.values()}
    kept[VERSION_TABLE] = [column.name for column in version.columns]
    assert named == kept


@pytest.mark.parametrize("name", PROTECTION)
def test_every_kind_of_event_is_named(name: str) -> None:
    kinds = {kind.kind for kind in get_args(Event)}
    named = [code(row[0]) for row in rows(name) if len(row) == 2 and code(row[0])]
    assert {kind for row in named for kind in row} >= kinds


@pytest.mark.parametrize("name", MACHINES)
def test_every_setting_and_variable_is_named(name: str) -> None:
    assert set(code(page(name))) >= {*KEYS, *VARIABLES.values(), HOME, TRAINEE_ROLE, TRAINER_ROLE}


@pytest.mark.parametrize("name", MACHINES)
def test_every_package_has_its_licence(name: str) -> None:
    named = {canonicalize_name(one) for row in rows(name) if len(row) == 2 for one in code(row[0])}
    assert needed() - {"rolecall"} <= named


def needed() -> set[str]:
    """The packages that a RoleCall with its driver for servers needs on this system."""
    found: set[str] = set()
    left = [Requirement("rolecall[postgres]")]
    while left:
        wanted = left.pop()
        name = canonicalize_name(wanted.name)
        if name in found and not wanted.extras:
            continue
        found.add(name)
        extras = wanted.extras or {""}
        for line in distribution(name).requires or []:
            one = Requirement(line)
            if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
                left.append(one)
    return found


@pytest.mark.parametrize("name", [*PROTECTION, *MACHINES])
def test_every_command_is_there(name: str) -> None:
    for written in re.findall(r"rolecall ((?:database|people|sessions|config)[a-z ]*)", page(name)):
        words = written.split()
        group = app.get_command(None, words[0])  # type: ignore[arg-type]
        assert group is not None
        if isinstance(group, VerbGroup):
            assert group.get_command(None, words[1]) is not None, written  # type: ignore[arg-type]


def test_more_than_a_hundred_statements_must_fail() -> None:
    forbidden = (REFUSED_TO_TRAINEES, REFUSED_TO_TRAINERS, UNSEEN_BY_TRAINEES, UNSEEN_BY_TRAINERS)
    assert sum(map(len, forbidden)) > 100


@pytest.mark.parametrize(("english", "french"), [PROTECTION, MACHINES])
def test_the_two_languages_have_the_same_parts(english: str, french: str) -> None:
    for part in (r"^#+ ", r"^\| ", r"^- ", r"^```\w*$"):
        one, other = (re.findall(part, page(name), re.MULTILINE) for name in (english, french))
        assert [mark.strip() for mark in one] == [mark.strip() for mark in other], part
    assert french in page(english)
    assert english in page(french)


@pytest.mark.parametrize("readme", ["README.md", "LISEZMOI.md"])
def test_the_readme_leads_to_them(readme: str) -> None:
    text = (DOCS.parent / readme).read_text(encoding="utf-8")
    for name in (PROTECTION, MACHINES):
        assert f"docs/{name[readme == 'LISEZMOI.md']}" in text
