"""The program as a process of its own: run to its end, talked with through pipes or on a terminal, interrupted."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 120.0
"""Seconds after which a program that says nothing is taken for dead."""

ENDED: Final = "1\n" * 9
"""What is typed to end the small call: always the first answer, often enough for any way through it."""

ROLECALL: Final = (sys.executable, "-W", "error", "-m", "simulator")

BOUND: Final = (
    "import ctypes, os, sys\n"
    "if os.geteuid() == 0 and any(ctypes.CDLL(None).prctl(24, right, 0, 0, 0) for right in (1, 2)): sys.exit(77)\n"
    "os.execv(sys.argv[1], sys.argv[1:])\n"
)
"""Runs a program that may only do what the files' own permissions allow, even where the tests run as root."""


@dataclass(frozen=True)
class Ended:
    """A program that has ended."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence it ended with on standard error; fails where there are others, or a traceback."""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("rolecall: "), self.err
        return lines[0].removeprefix("rolecall: ")


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a program is told of its user: Ana, in English, with her files in `home`."""
    ours = {"ROLECALL_HOME": str(home), "ROLECALL_TRAINEE": "Ana", "ROLECALL_LANGUAGE": "en", "TERM": "xterm-256color"}
    return {**os.environ, **ours, **(more or {})}


def run(
    home: Path, *arguments: object, stdin: str = "", bound: bool = False, env: Mapping[str, str] | None = None
) -> Ended:
    """Run `rolecall` to its end."""
    command = [*ROLECALL, *map(str, arguments)]
    if bound:
        command = [sys.executable, "-c", BOUND, *command]
    done = subprocess.run(
        command,
        input=stdin.encode(),
        capture_output=True,
        cwd=ROOT,
        env=environment(home, env),
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace"))


class Program:
    """A program that runs: what it prints is read as it comes."""

    def __init__(self, process: subprocess.Popen[bytes], output: int, typing: int) -> None:
        self.process = process
        self._output = output
        self._typing = typing
        self.told = b""

    def type(self, text: str) -> None:
        """Type something; nothing happens where nobody reads any more."""
        with suppress(OSError):
            os.write(self._typing, text.encode())

    def wait_for(self, wanted: str, times: int = 1) -> None:
        """Read until `wanted` was told so many times. Fails where the program ends, or says nothing, before."""
        while self.told.count(wanted.encode()) < times:
            assert self._read(), f"{wanted!r} was never told, but:\n{self.text}"

    def read_bytes(self, number: int) -> None:
        """Read until so many bytes were told, or there are no more."""
        while len(self.told) < number and self._read(at_most=number - len(self.told)):
            pass

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """End it at once, without a chance to tidy up."""
        self.process.kill()

    def end(self) -> Ended:
        """Read what is left, and wait until it has ended."""
        while self._read():
            pass
        status = self.process.wait(PATIENCE)
        err = self.process.stderr.read().decode("utf-8", "replace") if self.process.stderr else ""
        return Ended(status, self.text, err)

    @property
    def text(self) -> str:
        """What was told so far."""
        return self.told.decode("utf-8", "replace").replace("\r\n", "\n")

    def _read(self, at_most: int = 65_536) -> bool:
        ready, _, _ = select.select([self._output], [], [], PATIENCE)
        assert ready, f"nothing was told for {PATIENCE} s after:\n{self.text}"
        try:
            found = os.read(self._output, at_most)
        except OSError:  # how a terminal says that nobody writes any more
            return False
        self.told += found
        return bool(found)


@contextmanager
def piped(
    home: Path, *arguments: object, program: Sequence[str] = ROLECALL, env: Mapping[str, str] | None = None
) -> Iterator[Program]:
    """`rolecall` between pipes, over when the block is. Standard error is a pipe of its own."""
    command = [*program, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0, cwd=ROOT, env=environment(home, env)
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield Program(process, process.stdout.fileno(), process.stdin.fileno())
        finally:
            process.kill()


@contextmanager
def on_terminal(
    home: Path, *arguments: object, env: Mapping[str, str] | None = None, errors_aside: bool = False
) -> Iterator[Program]:
    """`rolecall` on a terminal of 24 lines and 80 columns, over when the block is.

    Standard error is shown on it, or goes into a pipe of its own.
    """
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen(
        [*ROLECALL, *map(str, arguments)],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.PIPE if errors_aside else slave,
        cwd=ROOT,
        env=environment(home, env),
        start_new_session=True,
    ) as process:
        os.close(slave)
        try:
            yield Program(process, master, master)
        finally:
            process.kill()
            os.close(master)
