"""Files checked by several processes: what happens when one of them dies."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from tests.whole.program import ROOT, piped

DIED = (
    "rolecall: A process that checked files ended without a word, perhaps because memory ran out. "
    "Try again with `--jobs 1`."
)


def test_a_process_that_dies_is_told_and_its_siblings_end(folder: Path) -> None:
    with piped(folder, "check", "--jobs", "2", *[ROOT / "scenarios"] * 40) as program:
        first, second = children(program.process.pid)
        os.kill(first, signal.SIGKILL)
        ended = program.end()
    assert ended.status == 1
    assert ended.err.splitlines()[-1] == DIED
    assert "Traceback" not in ended.err
    assert not alive(second)


def children(parent: int) -> list[int]:
    """The two processes that check files, once there are two."""
    found: list[int] = []
    while len(found) < 2:
        found = [number for number in _begun_by(parent) if "spawn_main" in _command(number)]
    return found


def _begun_by(parent: int) -> list[int]:
    told = Path(f"/proc/{parent}/task/{parent}/children")
    return [*map(int, (told.read_text() if told.exists() else _told("pgrep", "-P", str(parent))).split())]


def _command(process: int) -> str:
    told = Path(f"/proc/{process}/cmdline")
    with suppress(ProcessLookupError):
        return told.read_text() if told.exists() else _told("ps", "-o", "command=", "-p", str(process))
    return ""


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def alive(process: int) -> bool:
    """Whether there is still such a process."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
