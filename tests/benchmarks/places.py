"""Where a record for benchmarks is, and what a program takes that is run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

FEW: Final = 1_000
ROLECALL: Final = str(Path(sys.executable).with_name("rolecall"))


_WATCH: Final = """
import resource, subprocess, sys, time
begun = time.perf_counter()
subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A small program that runs another one: of its own children alone the system tells what they took."""


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
    command = [sys.executable, "-c", _WATCH, ROLECALL, *arguments]
    ran = subprocess.run(command, env=place.environment, capture_output=True, text=True, check=True)
    seconds, memory = ran.stdout.split()
    return Taken(float(seconds), int(memory))
