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
from collections.abc import Mapping, Sequence

CONTROL = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_=>])")
PATIENCE = 30.0


def seconds_until(command: Sequence[str], wanted: str, environment: Mapping[str, str]) -> float:
    """Seconds from starting `command` on an 80x24 terminal to the output that completes `wanted`."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True, close_fds=True
    )
    os.close(slave)
    try:
        return _wait_for(master, wanted.encode(), begun)
    finally:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        os.close(master)


def _wait_for(master: int, wanted: bytes, begun: float) -> float:
    seen = b""
    while time.perf_counter() - begun < PATIENCE:
        ready, _, _ = select.select([master], [], [], 1.0)
        if not ready:
            continue
        seen += os.read(master, 65536)
        if wanted in CONTROL.sub(b"", seen):
            return time.perf_counter() - begun
    raise AssertionError(f"{wanted!r} was not shown within {PATIENCE} s; the last output was {seen[-2000:]!r}")
