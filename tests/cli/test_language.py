"""The language is found before the settings are read, and is the one that they say."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import words
from simulator.cli.language import config_files, settled, speak
from simulator.settings import Options, Places, find_places, read_settings

FILES = st.sampled_from(
    ["", 'language = "fr"\n', 'language = "EN"\n', 'name = "Ana"\n', 'language = "fr"\nlocked = ["language"]\n',
     'locked = ["language"]\n', 'locked = ["name"]\nlanguage = "en"\n']
)  # fmt: skip


@settings(max_examples=60)
@given(FILES, FILES, st.sampled_from([None, "fr", "en", " FR ", ""]))
def test_the_settings_say_the_same(
    tmp_path_factory: pytest.TempPathFactory, user: str, machine: str, variable: str | None
) -> None:
    folder = tmp_path_factory.mktemp("files")
    environment = {"ROLECALL_HOME": str(folder / "user"), "XDG_CONFIG_DIRS": str(folder / "machine")}
    if variable is not None:
        environment["ROLECALL_LANGUAGE"] = variable
    user_file, machine_file = map(Path, config_files(environment))
    for path, text in ((user_file, user), (machine_file, machine)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    places = Places(user_file, machine_file, folder / "cache")
    said = read_settings(Options(), environment, places).language
    assert settled(environment) == (said.value if said.source != "default" else None)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the settings are asked for the places")
def test_the_files_are_where_the_settings_look(monkeypatch: pytest.MonkeyPatch) -> None:
    for home in ("", "~/rc", "relative/rc"):
        monkeypatch.setenv("ROLECALL_HOME", home)
        places = find_places(os.environ)
        assert config_files(os.environ) == (str(places.user_file), str(places.machine_file))
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    monkeypatch.setenv("ROLECALL_HOME", "")
    places = find_places(os.environ)
    assert config_files(os.environ) == (str(places.user_file), str(places.machine_file))


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--language", "fr"], "fr"),
        (["--language=fr"], "fr"),
        (["check", "x", "--language", "fr"], "fr"),
        (["--language", "de"], "en"),
        (["--language"], "en"),
        ([], "en"),
    ],
)
def test_the_command_line_has_the_last_word(arguments: list[str], language: str) -> None:
    speak(arguments)
    assert words.language() == language


def test_the_system_is_asked_where_nobody_said_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    speak([])
    assert words.language() == "fr"
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    speak([])
    assert words.language() == "en"


def test_a_broken_file_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_bytes(b"language = \xff[")
    speak([])
    assert words.language() == "en"
