"""Ctrl-C at any moment: a sentence, exit status 1, no traceback, and a call that can be resumed."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.whole.program import ROOT, Ended, Program, on_terminal, piped, run

STOPPED = "rolecall: Stopped. Everything that was recorded is kept."
READY = "Press Enter to take the call"
PROMPT = "Your answer (number, ? for help):"
WATCHED = (sys.executable, "-X", "importtime", "-m", "simulator")
"""A program that says on standard error what it loads, so that one knows how far it is."""


def interrupted(program: Program) -> Ended:
    """Press Ctrl-C; how it ended, and that it ended well."""
    program.interrupt()
    ended = program.end()
    talk = ended.err or ended.out
    assert ended.status == 1, talk
    assert talk.splitlines()[-1] == STOPPED
    assert "Traceback" not in talk
    return ended


def test_at_the_briefing(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel, "--plain", "--mode", "exam") as program:
        program.wait_for(READY)
        interrupted(program)
    assert "no session" in run(folder, "sessions", "list").err.lower()


def test_at_the_first_start(folder: Path) -> None:
    with on_terminal(folder, "--plain", env={"ROLECALL_TRAINEE": ""}) as program:
        program.wait_for("Your name or staff number:")
        interrupted(program)
    assert not (folder / "config.toml").exists()


def test_while_a_question_waits_on_a_terminal(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel, "--plain", "--mode", "practice", "--seed", "1") as program:
        program.wait_for(READY)
        program.type("\n")
        program.wait_for(PROMPT)
        program.type("3\n")
        program.wait_for(PROMPT, 2)
        interrupted(program)
    resumed = run(folder, "play", parcel, "--resume", stdin="1\n" * 9)
    assert resumed.status == 0
    assert resumed.out.startswith("The call goes on.\n")
    assert "You: What was in the parcel" in resumed.out
    assert run(folder, "sessions", "verify").out == "1 session is right.\n"


def test_while_a_question_waits_in_a_pipe(folder: Path, parcel: Path) -> None:
    with piped(folder, "play", parcel, "--seed", "1") as program:
        program.type("3\n")
        program.wait_for(PROMPT, 2)
        interrupted(program)
    assert run(folder, "play", parcel, "--resume", stdin="1\n" * 9).status == 0


@pytest.mark.usefixtures("database")
def test_while_a_question_of_the_command_line_waits(folder: Path) -> None:
    with on_terminal(folder, "sessions", "purge", "--older-than", "0d") as program:
        program.wait_for("(y/n)")
        interrupted(program)
    assert run(folder, "sessions", "verify").out == "1 session is right.\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_while_files_are_checked(folder: Path, jobs: int) -> None:
    with piped(folder, "check", "--jobs", jobs, *[ROOT / "tests" / "faulty"] * 40) as program:
        program.wait_for("error[")
        interrupted(program)


@pytest.mark.parametrize("seed", [1, 2])
def test_while_a_call_is_analysed(folder: Path, seed: int) -> None:
    with piped(folder, "analyse", "more-than-i-pay-now", program=WATCHED) as program:
        _wait_for_module(program, "simulator.analysis.")
        with suppress(subprocess.TimeoutExpired):
            program.process.wait(random.Random(seed).uniform(0, 0.3))
        press_until_it_ends(program, every=0.2)
        ended = program.end()
        assert (ended.status, ended.out) == (1, "")
        assert STOPPED in ended.err.splitlines()
        assert "Traceback" not in ended.err


def press_until_it_ends(program: Program, every: float) -> None:
    """Interrupt a program; libraries in C may drop what hits them, and a person presses the keys again."""
    while program.process.poll() is None:
        program.interrupt()
        with suppress(subprocess.TimeoutExpired):
            program.process.wait(every)


def at_a_random_instant(home: Path, dice: random.Random, parcel: Path) -> None:
    """Interrupt a command at a random instant of its life, from its first own line on."""
    command = dice.choice(
        [["check", "scenarios"], ["config"], ["sessions", "list"], ["--help"], ["play", str(parcel), "--new"],
         ["analyse", str(parcel)], ["sessions", "export"]]
    )  # fmt: skip
    with piped(home, *command, program=WATCHED) as program:
        _wait_for_module(program, "simulator.cli.main")
        program.type("1\n1\n1\n")
        with suppress(subprocess.TimeoutExpired):
            program.process.wait(dice.uniform(0, 0.6))
        press_until_it_ends(program, every=10)
        ended = program.end()
    assert "Traceback" not in ended.err, f"{command}: {ended.err[-3_000:]}"
    assert "Exception ignored" not in ended.err, f"{command}: {ended.err[-3_000:]}"
    assert ended.status in (0, 1), command


@pytest.mark.usefixtures("database")
def test_at_random_instants(folder: Path, parcel: Path) -> None:
    dice = random.Random(1)
    for _ in range(6):
        at_a_random_instant(folder, dice, parcel)
    assert run(folder, "sessions", "verify").status == 0


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 8))
@pytest.mark.usefixtures("database")
def test_at_many_random_instants(folder: Path, parcel: Path, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(20):
        at_a_random_instant(folder, dice, parcel)
    assert run(folder, "sessions", "verify").status == 0


def _wait_for_module(program: Program, module: str) -> None:
    assert program.process.stderr is not None
    for line in program.process.stderr:
        if f" {module}" in line.decode():
            return
    raise AssertionError(f"{module} was never loaded")
