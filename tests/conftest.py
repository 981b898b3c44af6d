"""Every test starts in the same place: in English, with no settings, in a home of its own."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from simulator import words
from simulator.words.catalogue import compile_all

# The suite gives the same result each time it runs; `--hypothesis-profile=search` looks for new examples.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1_000, print_blob=True)
settings.load_profile("suite")

# Tests make very many values and few cycles of them: to look for those less often saves a tenth of the time.
gc.set_threshold(50_000, 10, 20)

# Programs that tests start, and the other half of the tests, take what was compiled once.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "XDG_CONFIG_DIRS": "machine/config",
    "XDG_DATA_DIRS": "machine/data",
}
"""Where programs keep what is the user's and the machine's, by the variable that tells them."""

HABITS = ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "LC_ALL", "LC_MESSAGES")
"""Variables by which the terminal or the user of the tests would change what the program shows."""


def pytest_collection_finish() -> None:
    """What was loaded stays until the end, and is not looked at again for what could be let go."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """The catalogues as they are in the checkout now, and not as they were when it was installed."""
    compile_all()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the user's home, and an environment that says nothing else about the user."""
    system = tmp_path_factory.mktemp("system")
    for name in [*HABITS, *(name for name in os.environ if name.startswith("ROLECALL_"))]:
        monkeypatch.delenv(name, raising=False)
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(name, str(system / folder))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    (system / "home").mkdir()
    return system / "home"


@pytest.fixture(autouse=True)
def english(home: Path) -> Iterator[None]:  # noqa: ARG001 - the environment is put back after the language is
    """English is in use when a test starts, whatever the one before it spoke."""
    words.use("en")
    yield
    words.use("en")
