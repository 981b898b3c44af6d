"""Waits for what a person types, and misses no Ctrl-C meanwhile.

One that comes between the last step of the program and the moment in which the system waits for a key is only noted:
the program would hear of it after the next line. Here it wakes the wait, whenever it comes.
"""

from __future__ import annotations

import os
from typing import TextIO


def wait_for_a_line(terminal: TextIO) -> None:
    """Return when a line, or the end, can be read from `terminal`; for the main thread. Raises KeyboardInterrupt."""
    if os.name == "nt":
        return  # reading from a console ends by itself when Ctrl-C comes, and select knows no consoles
    import select
    import signal

    try:
        typed = terminal.fileno()
    except OSError:
        return  # nothing behind it that one could wait for
    # Bare numbers, and no objects that would complain of an interrupt between their making and their naming.
    heard, told = os.pipe()
    os.set_blocking(told, False)
    before = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    try:
        while typed not in select.select([typed, heard], [], [])[0]:
            os.read(heard, 4096)
    finally:
        signal.set_wakeup_fd(before)
        os.close(heard)
        os.close(told)
