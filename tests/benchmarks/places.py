"""Where a record for benchmarks is, and what a program takes that is run on it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

FEW: Final = 1_000
ROLECALL: Final = str(Path(sys.executable).with_name("rolecall"))


class Place(NamedTuple):
    """A home with what is remembered of the calls, and a database."""

    home: Path
    database: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program is started with that a trainer runs here."""
        told = {"HOME": str(self.home), "DATABASE": self.database, "TRAINEE": "Trainer", "LANGUAGE": "en"}
        return {**os.environ, "TERM": "xterm-256color", **{f"ROLECALL_{name}": value for name, value in told.items()}}


class Places(NamedTuple):
    """A record with a million sessions, and one with a thousand."""

    many: Place
    few: Place


class Taken(NamedTuple):
    """What a program took: seconds, and the most memory at once, in whatever the system counts in."""

    seconds: float
    memory: int


def run(place: Place, *arguments: str) -> Taken:
    """Run `rolecall` from start to end."""
    begun = time.perf_counter()
    command = [ROLECALL, *arguments]
    with subprocess.Popen(command, env=place.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as ran:
        _, status, usage = os.wait4(ran.pid, 0)
        ran.returncode = os.waitstatus_to_exitcode(status)
    assert ran.returncode == 0, arguments
    return Taken(time.perf_counter() - begun, usage.ru_maxrss)
