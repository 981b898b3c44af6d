"""How long it takes until a person sees something: ratios against named references in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.ratios import compared
from tests.benchmarks.terminal import seconds_until

pytestmark = pytest.mark.benchmark

BRIEFING_AT_MOST = 1.5
HELP_AT_MOST = 5.0
ROLECALL = str(Path(sys.executable).with_name("rolecall"))
MINIMAL = Path(__file__).with_name("minimal_app.py")
CALL, TITLE = "prelevement-rejete", "Le prélèvement rejeté"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home in which the call was played before, so that it is known."""
    values = {**os.environ, "ROLECALL_HOME": str(tmp_path), "TERM": "xterm-256color", "LANG": "fr_FR.UTF-8"}
    values |= {"ROLECALL_TRAINEE": "Ada", "ROLECALL_LANGUAGE": "fr"}
    command = [sys.executable, "-m", "simulator", "play", CALL, "--plain", "--seed", "1"]
    subprocess.run(command, env=values, input="1\n", text=True, capture_output=True, check=False)
    return values


def test_the_briefing_stands_almost_as_fast_as_a_minimal_app(environment: dict[str, str]) -> None:
    """exec to the frame that shows the briefing's title, for a known call, on a terminal."""
    program = [ROLECALL, "play", CALL, "--new"]
    found = compared(
        lambda: seconds_until(program, TITLE, environment),
        lambda: seconds_until([sys.executable, str(MINIMAL)], "The minimal app stands", environment),
        rounds=9,
    )
    print(f"\nbriefing against a minimal Textual app with five widgets: {found}")
    assert found.ratio <= BRIEFING_AT_MOST, str(found)


def test_help_costs_little_more_than_python_itself(environment: dict[str, str]) -> None:
    """`rolecall check --help` against `python -c pass`."""
    found = compared(
        lambda: _seconds([ROLECALL, "check", "--help"], environment),
        lambda: _seconds([sys.executable, "-c", "pass"], environment),
        rounds=15,
    )
    print(f"\n`rolecall check --help` against `python -c pass`: {found}")
    assert found.ratio <= HELP_AT_MOST, str(found)


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun
