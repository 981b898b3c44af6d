"""What the author's tools print of the small call, as pages to compare with.

`python -m tests.cli.tool_pages` writes the pages anew; nothing else does. Read them before they are committed.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Final

from simulator import words
from simulator.cli.main import run
from tests.library.little import put

FOLDER: Final = Path(__file__).parents[1] / "golden" / "tools"

TRANSCRIPT: Final = ["transcript", "CALL", "--variant", "illness", "--play", "silence,ask,tell-all", "--trainee", "Ana"]
PAGES: Final[dict[str, Sequence[str]]] = {
    "transcript.en.txt": [*TRANSCRIPT, "--language", "en"],
    "transcript.fr.txt": [*TRANSCRIPT, "--language", "fr"],
    "transcript-bare.txt": ["transcript", "CALL", "--bare", "--trainee", "Ana", "--language", "en"],
}
"""The command that prints each page; `CALL` stands for the small call's file."""


def page(name: str) -> str:
    """What the command of that page prints."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, _home(folder), redirect_stdout(out):
        call = put(Path(folder) / "calls")
        try:
            run([str(call) if part == "CALL" else part for part in PAGES[name]])
        finally:
            words.use("en")
    return out.getvalue()


@contextmanager
def _home(folder: str) -> Iterator[None]:
    """A home of its own and a terminal of 60 columns."""
    before = dict(os.environ)
    os.environ.update({"ROLECALL_HOME": str(Path(folder) / "rc"), "COLUMNS": "60"})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for one in sys.argv[1:] or PAGES:
        (FOLDER / one).write_bytes(page(one).encode("utf-8"))
