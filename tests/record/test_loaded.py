"""What is loaded when: no database before a record is opened, no migrations when there is nothing to migrate."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOOK = """
import sys
import simulator.record
from simulator.model.source import text_hash
from simulator.record import RecordError, new_session_id, open_record, short_code
heavy = {"sqlalchemy", "alembic", "psycopg", "platformdirs"}
print(sorted(heavy & set(sys.modules)))
open_record(sys.argv[1]).close()
open_record(sys.argv[1]).close()
print(sorted(heavy & set(sys.modules)))
print(simulator.record.Record.__name__, hasattr(simulator.record, "Recorder"))
"""


def test_a_database_is_loaded_when_it_is_opened(file: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", LOOK, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["[]", "['platformdirs', 'sqlalchemy']", "Record False"]
