"""The first start: a language and a name are asked for and kept, in the language that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import words
from simulator.plain.console import InputEnded
from simulator.plain.first_start import first_start
from simulator.settings import Options, Settings, read_settings
from tests.plain.talk import console


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings are kept."""
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "rc"))
    return tmp_path / "rc"


def settings(**options: str) -> Settings:
    return read_settings(Options(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(("number", "language"), [("1", "en"), ("2", "fr")])
@pytest.mark.usefixtures("folder")
def test_a_language_and_a_name_are_kept(number: str, language: str) -> None:
    talk, told = console(number, " Léa  Martin ", person=True)
    assert first_start(talk, settings()) == "Léa Martin"
    assert words.language() == language
    kept = settings()
    assert (kept.name.value, kept.language.value) == ("Léa Martin", language)
    assert not kept.needs_first_start
    assert len(told.getvalue().splitlines()) == 4


@pytest.mark.usefixtures("folder")
def test_the_language_is_not_asked_where_somebody_said_it() -> None:
    talk, told = console("Léa", person=True)
    words.use("fr")
    first_start(talk, settings(language="fr"))
    assert "Langue" not in told.getvalue()
    assert settings().language.value == "fr"


@pytest.mark.usefixtures("folder")
def test_a_slip_is_asked_again() -> None:
    talk, told = console("3", "English", "1", "", "x" * 81, "a\x1bb", "4711", person=True)
    assert first_start(talk, settings()) == "4711"
    assert told.getvalue().count("Language / Langue") == 3
    assert told.getvalue().count("of at most 80 characters") == 3


@pytest.mark.usefixtures("folder")
def test_the_input_may_end() -> None:
    talk, _told = console("1", person=True)
    with pytest.raises(InputEnded):
        first_start(talk, settings())


def test_a_call_can_be_taken_where_the_settings_cannot_be_written(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    talk, told = console("1", "Léa", person=True)
    assert first_start(talk, settings()) == "Léa"
    assert "cannot be saved" in told.getvalue()
