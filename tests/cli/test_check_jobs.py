"""`rolecall check --jobs`: several processes say what one says, in the same order."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from simulator.cli.check_jobs import told_of
from simulator.cli.checked_files import tell_of
from simulator.cli.exits import Exit
from simulator.model.message import Message
from simulator.words import say
from tests.cli.running import Commands
from tests.library.little import put

TESTS = Path(__file__).parents[1]
FILES = sorted(
    path for folder in ("faulty/e1", "faulty/e3", "library/calls") for path in (TESTS / folder).rglob("*.yaml")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Calls and what is none: good, faulty, of one id, and one that cannot be read as text."""
    put(tmp_path / "calls")
    put(tmp_path / "faulty", **{"goto: solve\n        why": "goto: slove\n        why"})
    for name in ("second.yaml", "third.yaml"):
        (tmp_path / "calls" / name).write_bytes((tmp_path / "calls" / "parcel.yaml").read_bytes())
    (tmp_path / "calls" / "latin.yaml").write_bytes("title: “été”".encode("utf-16-le"))
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--format", "short"], ["--format", "json"], ["--language", "fr"]])
def test_two_processes_say_what_one_says(rolecall: Commands, folder: Path, options: list[str]) -> None:
    alone = rolecall("check", folder, TESTS / "faulty" / "e3", "--jobs", "1", *options)
    assert rolecall("check", folder, TESTS / "faulty" / "e3", "--jobs", "2", *options) == alone
    assert alone.status == Exit.PROBLEM
    assert alone.out.count("E315") == 2


def test_files_are_told_in_the_order_in_which_they_were_given() -> None:
    backwards = FILES[::-1]
    assert [file.source.name for file in told_of(backwards, 3)] == [str(path) for path in backwards]


def test_all_there_is_to_say_goes_from_one_process_to_another() -> None:
    for path in FILES:
        told = tell_of(path)
        assert pickle.loads(pickle.dumps(told)) == told


def test_a_message_within_a_message_goes_too() -> None:
    message = Message("{what} twice", {"what": Message("{number} file", {"number": 2}, "{number} files", 2)})
    assert say(pickle.loads(pickle.dumps(message))) == say(message) == "2 files twice"


@pytest.mark.parametrize("jobs", ["0", "61", "many"])
def test_what_is_no_number_of_processes_is_wrong_usage(rolecall: Commands, parcel: Path, jobs: str) -> None:
    ran = rolecall("check", parcel, "--jobs", jobs)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "--jobs" in ran.err
