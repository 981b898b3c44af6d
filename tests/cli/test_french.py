"""The command line speaks French where French is spoken: help, slips, and what is asked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from simulator.settings.kinds import KINDS
from tests.cli.test_usage import COMMANDS

ROOT = Path(__file__).parents[2]

TELL = """
import contextlib, io, json, sys
from simulator.cli.main import run
told = []
for arguments in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        run(arguments)
    told.append(out.getvalue() + err.getvalue())
print(json.dumps(told))
"""

SLIPS = [
    ["plya"],
    ["xyzzy"],
    ["--xyzzy"],
    ["check"],
    ["play", "a", "b"],
    ["play", "a", "--mode", "x"],
    ["play", "a", "--seed", "x"],
    ["check", "x", "--format"],
    ["sessions", "list", "--since", "x"],
    ["sessions", "purge"],
    ["sessions", "purge", "--older-than", "x"],
    ["sessions", "import", "nowhere"],
    ["sessions", "show", "abcdef"],
    ["analyse", "xyzzy"],
    ["analyse", "prelevement-rejete", "--variant", "x"],
    ["transcript", "prelevement-rejete", "--play", "x"],
    ["check", "nowhere"],
    ["config"],
]
TYPED = re.compile(
    r"--?[a-z-]+|\[[a-z|-]+\]|\w+(?:-\w+)+|“[^”]*”|«[^»]*»|(?<!\w)'[^']*'|/\S+|\w+\.\w+|(?i:rolecall\w*)"
)
"""What is typed as it stands, in every language: options, their values, file names."""

SAME = {
    "argument", "arguments", "code", "json", "lines", "mode", "option", "options", "satisfaction", "score", "scripts",
    "session", "silence", "standard", "version", "graphviz", "mermaid", "page", "minutes", "positions", "points",
    "xapi", "postgresql", "tables", "correction", "scores", "terminal", "yaml", "criteria", "markdown",
}  # fmt: skip
"""Words that both languages write alike."""

SETTINGS = {part for key in KINDS for part in key.split("_")} | {"full"}
"""Names of settings and their values, which are typed into a config.toml in every language."""


@cache
def told(language: str, *commands: tuple[str, ...]) -> list[str]:
    """What `rolecall` says to each command in `language`, from one process: help is translated as it is loaded."""
    arguments = json.dumps([[f"--language={language}", *command] for command in commands])
    with TemporaryDirectory() as home:
        environment = {"ROLECALL_HOME": home, "PATH": "", "COLUMNS": "100"}
        done = subprocess.run(
            [sys.executable, "-c", TELL, arguments], capture_output=True, encoding="utf-8", env=environment, cwd=ROOT
        )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def words_of(text: str) -> set[str]:
    """The words of a text that mean something, without what is typed as it stands."""
    return {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", TYPED.sub(" ", text))}


def test_every_help_is_in_french() -> None:
    commands = [(*command, "--help") for command in COMMANDS]
    english, french = told("en", *commands), told("fr", *commands)
    for command, ours, theirs in zip(commands, english, french, strict=True):
        verbs = {word for path in COMMANDS for word in path}
        both = (words_of(ours) & words_of(theirs)) - SAME - verbs
        assert not both, f"{' '.join(command)}: {sorted(both)}"


def test_every_slip_is_told_in_french() -> None:
    commands = [tuple(slip) for slip in SLIPS]
    for slip, ours, theirs in zip(SLIPS, told("en", *commands), told("fr", *commands), strict=True):
        typed = {word for part in slip for word in words_of(part)} | (SETTINGS if slip == ["config"] else set())
        both = (words_of(ours) & words_of(theirs)) - SAME - typed
        assert not both, f"{' '.join(slip)}: {sorted(both)}\n{theirs}"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_of_help_are_not_cut(language: str) -> None:
    for text in told(language, *[(*command, "--help") for command in COMMANDS]):
        assert "..." not in text
        assert max(map(len, text.splitlines())) <= 100
