"""Scripts: a call through a pipe, streams that are closed, full or of another encoding."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.whole.program import ROLECALL, ROOT, Ended, environment, piped, run

FAULTY = ROOT / "tests" / "faulty"
FULL = Path("/dev/full")


def shell(home: Path, line: str) -> Ended:
    """Run a line of a shell in which `rolecall` stands for the program."""
    program = f'rolecall() {{ {shlex.join(ROLECALL)} "$@"; }}\n'
    done = subprocess.run(
        ["/bin/sh", "-c", program + line], capture_output=True, cwd=ROOT, env=environment(home), check=False
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace"))


def test_the_example_of_the_readme(folder: Path) -> None:
    answers = r"1\n2\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n"
    ran = shell(folder, f"printf '{answers}' | rolecall play prelevement-rejete --plain --seed 1")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Le prélèvement rejeté\n")
    assert "Debrief: Le prélèvement rejeté" in ran.out
    assert "Code of this record: " in ran.out
    listed = json.loads(run(folder, "sessions", "list", "--format", "json").out)
    assert [(one["scenario"], one["status"]) for one in listed] == [("prelevement-rejete", "ended")]


def test_the_same_answers_give_the_same_call(folder: Path, parcel: Path) -> None:
    told = [
        run(folder / name, "play", parcel, "--plain", "--seed", "3", "--variant", "gift", stdin="1\n" * 9).out
        for name in "ab"
    ]
    first, second = (text.partition("Code of this record")[0] for text in told)
    assert first == second


def test_a_reader_who_has_seen_enough_is_no_fault(folder: Path) -> None:
    ran = shell(folder, f"rolecall check {FAULTY} {FAULTY} {FAULTY} --format full | head -1")
    assert ran.out.startswith("error[E")
    assert ran.err == ""


@pytest.mark.parametrize(
    "command",
    ["check tests/faulty", "check --help", "sessions export", "analyse PARCEL", "play PARCEL"],
)
@pytest.mark.usefixtures("database")
def test_a_reader_who_went_away_before_is_no_fault(command: str, folder: Path, parcel: Path) -> None:
    with piped(folder, *command.replace("PARCEL", str(parcel)).split()) as program:
        assert program.process.stdout is not None
        program.process.stdout.close()
        program.type("1\n" * 9)
        status = program.process.wait(60)
        assert program.process.stderr is not None
        assert program.process.stderr.read().decode() in ("", "\n")
    assert status in (0, 1)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "command",
    ["--help", "check tests/faulty", "sessions list --format json", "sessions export"],
)
@pytest.mark.usefixtures("database")
def test_output_that_finds_no_room_is_told(command: str, folder: Path, parcel: Path) -> None:
    ran = shell(folder, f"rolecall {command.replace('PARCEL', shlex.quote(str(parcel)))} >{FULL}")
    assert ran.status == 1
    assert ran.err.strip().splitlines()[-1].startswith("rolecall: The disk is full.")
    assert "Traceback" not in ran.err
    assert "Exception ignored" not in ran.err


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
def test_a_call_whose_words_find_no_room_can_be_resumed(folder: Path, parcel: Path) -> None:
    answers = r"printf '1\n1\n1\n1\n'"
    ran = shell(folder, f"{answers} | rolecall play {shlex.quote(str(parcel))} --seed 1 --variant gift >{FULL}")
    assert ran.status == 1
    assert ran.sentence.startswith("The disk is full.")
    assert run(folder, "sessions", "verify").status == 0
    assert run(folder, "play", parcel, "--resume", stdin="1\n" * 9).status == 0


@pytest.mark.parametrize(
    "settled",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "fr_FR.ISO-8859-1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=lambda settled: ",".join(settled.values()),
)
def test_no_encoding_ends_a_call(settled: dict[str, str], folder: Path) -> None:
    ran = run(folder, "play", "prelevement-rejete", "--seed", "1", stdin="1\né\n😀\nq\n", env=settled)
    assert (ran.status, ran.err) == (0, "")
    assert "« compte clos »" in ran.out.replace("\u00a0", " ").replace("\u202f", " ")
    assert "“é” is no answer here." in ran.out
    assert "“😀” is no answer here." in ran.out


@pytest.mark.parametrize(
    ("command", "closed"),
    [
        ("config", ">&-"),
        ("check nowhere", "2>&-"),
        ("play PARCEL", "<&-"),
        ("play PARCEL", "<&- >&- 2>&-"),
        ("sessions list", "<&- >&-"),
    ],
)
def test_a_stream_that_is_closed_is_no_fault(command: str, closed: str, folder: Path, parcel: Path) -> None:
    ran = shell(folder, f"rolecall {command.replace('PARCEL', shlex.quote(str(parcel)))} {closed}")
    assert ran.status == (1 if "play" in command else 2 if "nowhere" in command else 0)
    assert "Traceback" not in ran.out + ran.err
    assert "Exception ignored" not in ran.out + ran.err
