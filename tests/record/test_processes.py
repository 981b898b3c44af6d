"""Several programs at once, and programs that die: no event that was acknowledged is ever lost."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from simulator.record import open_record
from tests.library.little import put
from tests.record.sample import begin, ended, finish, started, wrong

ROOT = Path(__file__).parents[2]

APPEND = """
import sys
from simulator.record import open_record
from tests.record.sample import begin, chose, session_id, started
url, session, decisions = sys.argv[1], session_id(int(sys.argv[2])), int(sys.argv[3])
with open_record(url) as record:
    print("ready", flush=True)
    sys.stdin.readline()
    for decision in range(1, decisions + 1):
        print(record.append(session, chose(decision)), flush=True)
"""

CREATE = """
import sys
from simulator.record import open_record
from tests.record.sample import chose, begin, started
print("ready", flush=True)
sys.stdin.readline()
with open_record(sys.argv[1]) as record:
    print(len(record.events(begin(record, started(int(sys.argv[2])), chose(1)))), flush=True)
"""

PLAY_ON = """
import sys
from simulator.record import open_record
from tests.record.sample import SCENARIO, RUBRIC, chose, ended, started
number = int(sys.argv[2])
with open_record(sys.argv[1]) as record:
    while True:
        beginning = started(number)
        record.start(beginning, SCENARIO, RUBRIC)
        print(beginning.session, 1, flush=True)
        for decision in range(1, 8):
            print(beginning.session, record.append_typed(beginning.session, decision, "Je comprends."), flush=True)
            print(beginning.session, record.append(beginning.session, chose(decision)), flush=True)
        record.end(beginning.session, ended(), title="", role="", criteria={})
        print(beginning.session, 16, flush=True)
        number += 1
"""


@contextmanager
def running(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A script in a process of its own, which is over when the block is."""
    command = [sys.executable, "-W", "error", "-c", script, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def at_once(script: str, *every: tuple[object, ...]) -> list[list[str]]:
    """What processes print that begin their work at the same moment."""
    with ExitStack() as stack:
        processes = [stack.enter_context(running(script, *arguments)) for arguments in every]
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        return [_rest(process) for process in processes]


def _rest(process: subprocess.Popen[str]) -> list[str]:
    out, talk = process.communicate(timeout=900)
    assert talk == ""
    assert process.returncode == 0
    return out.split()


def test_two_programs_append_to_one_session(any_url: str) -> None:
    with open_record(any_url) as record:
        session = begin(record, started())
        one, other = at_once(APPEND, (any_url, 1, 100), (any_url, 1, 100))
        numbers = sorted(map(int, one + other))
        assert numbers == list(range(2, 202))
        assert [event.number for event in record.events(session)] == [1, *numbers]
        assert wrong(record.verify()) == {}


def test_two_programs_append_to_their_own_sessions(any_url: str) -> None:
    with open_record(any_url) as record:
        for number in (1, 2):
            begin(record, started(number))
        one, other = at_once(APPEND, (any_url, 1, 100), (any_url, 2, 100))
        assert list(map(int, one)) == list(map(int, other)) == list(range(2, 102))
        assert wrong(record.verify()) == {}


def test_two_programs_make_the_database_at_once(any_url: str) -> None:
    assert at_once(CREATE, (any_url, 1), (any_url, 2)) == [["2"], ["2"]]
    with open_record(any_url, create=False) as record:
        assert len(record.all_unfinished()) == 2
        assert wrong(record.verify()) == {}


def kill_at_random(url: str, times: int) -> None:
    """Kill a program that plays, at random instants; after each look for all that it had acknowledged."""
    dice = random.Random(times)
    for turn in range(times):
        acknowledged: dict[str, int] = {}
        with running(PLAY_ON, url, 1 + 1_000_000 * turn) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(dice.randint(1, 60))]
            with suppress(subprocess.TimeoutExpired):
                process.wait(dice.uniform(0, 0.004))
            process.kill()
            lines.extend(process.stdout)
        for session, number in (line.split() for line in lines if line.endswith("\n")):
            acknowledged[session] = int(number)
        with open_record(url, create=False) as record:
            for session, last in acknowledged.items():
                assert len(record.events(session)) >= last
                assert (record.summary(session) is not None) == (len(record.events(session)) == 16)
            assert wrong(record.verify()) == {}
            for left in record.all_unfinished():
                finish(record, left.session, ended())


def test_a_killed_program_loses_no_acknowledged_event(any_url: str) -> None:
    kill_at_random(any_url, 5)


@pytest.mark.long
def test_a_program_killed_often_loses_no_acknowledged_event(any_url: str) -> None:
    kill_at_random(any_url, 50)


PLAY = """
import io, sys
from simulator.cli.main import run
print("ready", flush=True)
sys.stdin.readline()
url, call, name, calls = sys.argv[1:]
out, sys.stdout = sys.stdout, io.StringIO()
for number in range(int(calls)):
    sys.stdin = io.StringIO("1\\n" * 40)
    mode = ("practice", "exam")[number % 2]
    print(run(["play", call, "--plain", "--new", "--mode", mode, "--trainee", name, "--database", url]), file=out)
"""


def play_at_once(url: str, call: Path, people: int, calls: int) -> None:
    """Have so many people take so many calls each, all at the same time, and look for every one of them."""
    names = [f"Agent {number}" for number in range(people // 2)] * 2
    every = at_once(PLAY, *((url, call, name, calls) for name in names))
    assert every == [["0"] * calls] * people
    with open_record(url, create=False) as record:
        summaries = list(record.sessions())
        assert len(summaries) == people * calls
        assert record.all_unfinished() == ()
        assert wrong(record.verify()) == {}
        assert len({summary.session for summary in summaries}) == people * calls
        assert sorted(person.name for person in record.people.list()) == sorted(set(names))
        played = Counter(summary.trainee for summary in summaries)
        assert set(played.values()) == {2 * calls}
        for summary in summaries:
            assert len(record.anchors(summary.session)) == 1


@pytest.mark.long
def test_twenty_people_play_at_once(any_url: str, tmp_path: Path) -> None:
    play_at_once(any_url, put(tmp_path / "calls"), people=20, calls=5)
