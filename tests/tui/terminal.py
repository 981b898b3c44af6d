"""The program on a real pseudo-terminal, as a person has it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
CONTROL: Final = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>])")
PATIENCE: Final = 30.0
"""Seconds after which what is waited for does not come any more."""
ENTERED, LEFT = "\x1b[?1049h", "\x1b[?1049l"
"""What opens and closes the screen that the program has for itself."""


class Terminal:
    """One run of a command on a terminal of its own."""

    def __init__(self, command: list[str], environment: Mapping[str, str], before: Callable[[], None] | None) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

        def own() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if before is not None:
                before()

        self._program = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env={**os.environ, **environment}, cwd=ROOT,
            start_new_session=True, preexec_fn=own,
        )  # fmt: skip
        os.close(slave)
        self.raw = ""

    @property
    def text(self) -> str:
        """All that was written, without what moves the cursor."""
        return CONTROL.sub("", self.raw)

    def wait_for(self, words: str, times: int = 1) -> None:
        """Read until `words` are there that often, as they are or as a control sequence."""
        end = time.monotonic() + PATIENCE
        while max(self.text.count(words), self.raw.count(words)) < times:
            assert time.monotonic() < end, f"{words!r} did not come; the end was {self.text[-500:]!r}"
            self._read()

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._program.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._master)
        self._master = -1

    def status(self) -> int:
        """The exit status, when the program has ended; below 0 for a signal."""
        end = time.monotonic() + PATIENCE
        while self._program.poll() is None:
            assert time.monotonic() < end, "the program goes on"
            self._read()
        self._read()
        return self._program.returncode

    def close(self) -> None:
        """End what still runs."""
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        if self._master >= 0:
            os.close(self._master)

    def _read(self) -> None:
        if self._master < 0:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._program.wait(0.2)
            return
        while select.select([self._master], [], [], 0.05)[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # the other side is closed
                return
            if not data:
                return
            self.raw += data.decode(errors="replace")


@contextlib.contextmanager
def running(
    *arguments: str,
    environment: Mapping[str, str],
    code: str | None = None,
    before: Callable[[], None] | None = None,
) -> Iterator[Terminal]:
    """`rolecall` with `arguments`, or Python `code`, on a terminal."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "simulator", *arguments]
    terminal = Terminal(command, environment, before)
    try:
        yield terminal
    finally:
        terminal.close()
