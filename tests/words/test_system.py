"""The language of the system, from what its environment says."""

import sys

import pytest

from simulator import words
from simulator.words.system import language_of


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("fr", "fr"),
        ("fr_FR.UTF-8", "fr"),
        ("fr-CA", "fr"),
        ("FR_be@euro", "fr"),
        ("en_GB.UTF-8", "en"),
        ("frp_FR", "en"),
        ("de_DE.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        ("\x00é_", "en"),
    ],
)
def test_a_locale_stands_for_a_language(name: str, language: str) -> None:
    assert language_of(name) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, "fr"),
    ],
)
def test_the_environment_says_the_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert words.system_language() == language


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="those systems say it outside the environment")
def test_a_silent_environment_means_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANG")
    assert words.system_language() == "en"
