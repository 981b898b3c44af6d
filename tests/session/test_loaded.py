"""What is in memory when a call is briefed, opened and resumed, seen from an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.library.little import CALLS, SCENARIO

PROGRAM = """
import sys
from pathlib import Path
from simulator.library import Cache, Library
cache, database = Cache(Path(sys.argv[1])), sys.argv[2]
loaded = Library((), cache).load(Path(sys.argv[3]))
from simulator.session import briefing_of
briefing_of(loaded, "Ana")
print("briefed", *sorted(sys.modules))
from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.session import open_call, resume_call
with open_record(database) as record:
    call = open_call(record, loaded, "Ana", Mode.GUIDED, variant="gift", cache=cache)
    call.choose("ask", 1)
    assert call.last_marks().cost == 0
    again = resume_call(record, call.session, cache=Cache(Path(sys.argv[1])))
    for choice in ("on", "courier", "facts"):
        again.choose(choice, 1)
    assert again.debrief("en").shown == 100
print("played", *sorted(sys.modules))
"""

READING = {"yaml", "pydantic", "simulator.language.tree", "simulator.language.schema", "simulator.checking"}
SCREENS = {"textual", "rich", "click", "jinja2"}
LATER = {
    "sqlalchemy",
    "sqlite3",
    "alembic",
    "transitions",
    "simulator.engine",
    "simulator.analysis",
    "simulator.record",
}


def test_a_known_call_is_played_from_the_briefing_to_the_debrief_without_being_read_again(tmp_path: Path) -> None:
    arguments = [str(tmp_path / "cache"), str(tmp_path / "rolecall.db"), str(CALLS / SCENARIO)]
    command = [sys.executable, "-c", PROGRAM, *arguments]
    subprocess.run(command, capture_output=True, text=True, check=True)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    briefed, played = (set(line.split()[1:]) for line in done.stdout.splitlines())
    assert briefed & (READING | SCREENS | LATER) == set()
    assert played & (READING | SCREENS) == set()
    assert "transitions" in played
