"""The tool that keeps the catalogues finds everything that a reader of the program would stumble over."""

import gettext
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.words import catalogue

SOURCE = """
_("Good morning {name}")
ngettext("{n} call", "{n} calls", n)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two messages, both translated."""
    root = tmp_path / "project"
    (root / "simulator").mkdir(parents=True)
    (root / "simulator" / "hello.py").write_text(SOURCE, encoding="utf-8")
    catalogue.update(root)
    translate(root, 'msgid "Good morning {name}"\nmsgstr ""', 'msgid "Good morning {name}"\nmsgstr "Bonjour {name}"')
    translate(root, 'msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "{n} appel"\nmsgstr[1] "{n} appels"')
    return root


def translate(root: Path, old: str, new: str) -> None:
    """Change the French catalogue as a translator would."""
    path = catalogue.catalogue_path(root, "fr")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def source(root: Path, old: str, new: str) -> None:
    """Change the program."""
    path = root / "simulator" / "hello.py"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_catalogues_in_order_have_nothing_to_say(project: Path) -> None:
    assert catalogue.check(project) == []
    assert catalogue.update(project) == []


def test_update_changes_nothing_where_nothing_changed(project: Path) -> None:
    before = [catalogue.catalogue_path(project, language).read_bytes() for language in ("fr", "en")]
    catalogue.update(project)
    assert [catalogue.catalogue_path(project, language).read_bytes() for language in ("fr", "en")] == before


def test_update_lists_what_is_new_drops_what_is_gone_and_guesses_nothing(project: Path) -> None:
    source(project, "Good morning {name}", "Good mornings {name}")
    assert catalogue.update(project) == ["fr: 'Good mornings {name}' is not translated"]
    assert "Bonjour" not in catalogue.catalogue_path(project, "fr").read_text(encoding="utf-8")
    assert '"Good mornings {name}"' in catalogue.catalogue_path(project, "en").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("break_it", "complaint"),
    [
        (lambda root: source(root, "Good", "A good"), "fr: 'A good morning {name}' is missing"),
        (lambda root: source(root, "Good", "A good"), "fr: 'Good morning {name}' is stale"),
        (lambda root: source(root, "_(", "ngettext('Good morning {name}', 'Good', 1); ("), "is missing"),
        (lambda root: translate(root, '"Bonjour {name}"', '""'), "'Good morning {name}' is not translated"),
        (lambda root: translate(root, '"{n} appels"', '""'), "fr: ('{n} call', '{n} calls') is not translated"),
        (lambda root: translate(root, "#, python", "#, fuzzy, python"), "'Good morning {name}' is fuzzy"),
        (lambda root: translate(root, "Bonjour {name}", "Bonjour {nom}"), "no such placeholder: nom"),
        (lambda root: translate(root, "Bonjour {name}", "Bonjour"), "a placeholder is lost: name"),
        (lambda root: translate(root, "{n} appels", "des appels"), "a placeholder is lost: n"),
        (lambda root: translate(root, "Bonjour {name}", "Bonjour {name"), "the braces are not those of a placeholder"),
        (lambda root: translate(root, "Bonjour {name}", "Bonjour {name.upper}"), "no such placeholder: name.upper"),
    ],
)
def test_check_complains(project: Path, break_it: Callable[[Path], None], complaint: str) -> None:
    break_it(project)
    assert any(complaint in line for line in catalogue.check(project))


def test_the_singular_may_leave_its_number_out(project: Path) -> None:
    translate(project, '{n} appel"', 'un appel"')
    assert catalogue.check(project) == []


def test_what_is_compiled_is_what_gettext_reads(project: Path) -> None:
    path, _english = catalogue.compile_all(project)
    with path.open("rb") as file:
        french = gettext.GNUTranslations(file)
    assert french.gettext("Good morning {name}") == "Bonjour {name}"
    assert [french.ngettext("{n} call", "{n} calls", count) for count in (0, 1, 2)] == [
        "{n} appel",
        "{n} appel",
        "{n} appels",
    ]


def test_only_whole_files_are_left_behind(project: Path) -> None:
    paths = catalogue.compile_all(project)
    assert {path.name for path in paths[0].parent.iterdir()} == {"rolecall.po", "rolecall.mo"}


@pytest.mark.parametrize("arguments", [[], ["compile", "check"], ["translate"]])
def test_wrong_usage_is_answered_with_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue.main(arguments) == 2
    assert "update|check|compile" in capsys.readouterr().err
