"""Makes the standard streams carry any text: no name, quote or emoji may end a call with an encoding error."""

from __future__ import annotations

import io
import sys


def use_utf8() -> None:
    """Read and write the standard streams as UTF-8 from now on, with a replacement for what that cannot carry.

    A stream that is missing (a program without a console) or is not a text file of the system is left alone.
    Standard input must not have been read yet.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
