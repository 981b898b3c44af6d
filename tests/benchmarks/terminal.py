"""A program on a real pseudo-terminal, watched until it shows what is waited for."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

CONTROL = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>])")
PATIENCE = 30.0


QUIET = 0.03
"""Seconds without output after which a program has shown all it had to."""


class Watched:
    """A program on a terminal of its own, 80x24."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.begun = time.perf_counter()
        self._program = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True,
            close_fds=True,
        )  # fmt: skip
        os.close(slave)

    def until(self, wanted: str) -> float:
        """Read until `wanted` was shown; when that was."""
        words, seen, given_up = wanted.encode(), b"", time.perf_counter() + PATIENCE
        while time.perf_counter() < given_up:
            ready, _, _ = select.select([self._master], [], [], 1.0)
            if not ready:
                continue
            seen += os.read(self._master, 65536)
            if words in CONTROL.sub(b"", seen):
                return time.perf_counter()
        raise AssertionError(f"{wanted!r} was not shown within {PATIENCE} s; the last output was {seen[-2000:]!r}")

    def seconds_until(self, wanted: str, keys: str) -> float:
        """Seconds from pressing `keys` to the output that completes `wanted`."""
        begun = time.perf_counter()
        self.type(keys)
        return self.until(wanted) - begun

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def rest(self) -> None:
        """Read what still comes, until nothing does."""
        while select.select([self._master], [], [], QUIET)[0]:
            os.read(self._master, 65536)

    def memory(self) -> int:
        """The most that it took at once so far, in KiB, as Linux tells it."""
        status = Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmHWM:")[2].split()[0])

    def close(self) -> None:
        """End it."""
        os.killpg(self._program.pid, signal.SIGKILL)
        self._program.wait()
        os.close(self._master)


@contextmanager
def watched(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Watched]:
    """`command` on a terminal, until it is not needed any more."""
    program = Watched(command, environment)
    try:
        yield program
    finally:
        program.close()


def seconds_until(command: Sequence[str], wanted: str, environment: Mapping[str, str]) -> float:
    """Seconds from starting `command` on an 80x24 terminal to the output that completes `wanted`."""
    with watched(command, environment) as program:
        return program.until(wanted) - program.begun
