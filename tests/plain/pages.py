"""One whole call and one debrief in plain lines, as a page to compare with.

`python -m tests.plain.pages` writes the pages anew; nothing else does. Read them before they are committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from simulator import words
from simulator.library import Library
from simulator.record import Record, open_record
from tests.library.little import CALLS, NONE, SCENARIO
from tests.memory import CACHE
from tests.plain.talk import take, without_code

FOLDER: Final = Path(__file__).parents[1] / "golden" / "plain"

CALL: Final = (
    "",  # the mode: practice
    "",  # the briefing was read
    "?", "c", "k", "1", "h", ".", "9", "2", "u", "3", "r", "t", "3", "1", "1",
    "I asked what was in it.",  # what went well
    "",  # what to change
    "x", "f",  # neither is a decision
    "",  # on
)  # fmt: skip
"""A person who tries every letter, takes an answer back, and does well in the end."""


def whole_call(record: Record) -> str:
    """Everything that is told in one call, from the briefing on."""
    parcel = Library((), CACHE, NONE).load(CALLS / SCENARIO)
    return without_code(take(record, parcel, *CALL, person=True).text)


def bad_debrief(record: Record) -> str:
    """A debrief with a critical error, a fact that was never learned, and a silence."""
    parcel = Library((), CACHE, NONE).load(CALLS / SCENARIO)
    told = take(record, parcel, ".", "2", variant="illness", silence=True).text
    return without_code(told[told.index("Debrief:") :])


GUIDED: Final = (
    "1", "",  # the mode: guided; the briefing was read
    "h", "?", "I am sorry to hear that.", "h", "p", "", "2", "u", "2", "", "2", "Let me see.", "1",
)  # fmt: skip
"""A person who says it first, asks for hints, pauses, and is hung up on."""


def guided_call(record: Record) -> str:
    """A guided call up to its debrief, in which the trainee says it first."""
    parcel = Library((), CACHE, NONE).load(CALLS / SCENARIO)
    told = take(record, parcel, *GUIDED, person=True, say_first=True).text
    return told[: told.index("Debrief:")]


PAGES: Final = {"call": whole_call, "guided": guided_call, "debrief": bad_debrief}


def path(name: str) -> Path:
    """Where a page is kept."""
    return FOLDER / f"{name}.txt"


if __name__ == "__main__":
    words.use("en")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for page, make in PAGES.items():
        with tempfile.TemporaryDirectory() as folder, open_record(str(Path(folder) / "rolecall.db")) as opened:
            path(page).write_bytes(make(opened).encode("utf-8"))
