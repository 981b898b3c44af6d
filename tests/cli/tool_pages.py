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
    "diff.en.txt": ["diff", "CALL", "NEW", "--language", "en"],
    "diff.fr.txt": ["diff", "CALL", "NEW", "--language", "fr"],
    "graph.mmd": ["graph", "CALL", "--language", "en"],
    "graph.fr.mmd": ["graph", "CALL", "--variant", "gift", "--language", "fr"],
    "graph.dot": ["graph", "CALL", "--format", "dot", "--language", "en"],
    "diff.json": ["diff", "CALL", "NEW", "--format", "json", "--language", "en"],
}
"""The command that prints each page; `CALL` stands for the small call's file, `NEW` for one with changes."""

NEW: Final = {
    "goto: [{when: reason == medicine, goto: gone": "goto: [{when: reason == medicine, goto: solve",
    '"You wave it away."': '"You wave it off."',
    "score: {care: 2, listening: 2}": "score: {care: 2, listening: 1}",
    "      wait:\n": "      hope:\n",
    '        goto: note\n        why: "It helps': '        goto: helped\n        why: "It helps',
    '            say: "My medicine."\n            reveals: reason\n': (
        '            say: "My medicine."\n            reveals: reason\n'
        '          - when: patience <= 1\n            mood: impatient\n            say: "A present!"\n'
    ),
    'label: "Patience", start: 3': 'label: "Patience", start: 4',
    "critical: told-others": "critical: []",
    "tests:\n  ideal: {variant: gift, play: [ask, on, courier, facts], ending: helped, score: 100, passed: yes}": (
        "# No tests any more."
    ),
}
"""What is written otherwise in the changed call."""


def page(name: str) -> str:
    """What the command of that page prints."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, _home(folder), redirect_stdout(out):
        calls = Path(folder) / "calls"
        files = {"CALL": str(put(calls)), "NEW": str(put(calls, "new.yaml", **NEW))}
        try:
            run([files.get(part, part) for part in PAGES[name]])
        finally:
            words.use("en")
    out.seek(0)
    return out.read()


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
