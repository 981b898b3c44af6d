"""A record with a million sessions: `python -m tests.million.generate FOLDER [--database URL]`.

The sessions are those of simulated trainees whose skill is known (FOLDER/trainees.csv); the latest 20,000 of them are
real plays of the shipped calls with all their events, no two alike. The same seed makes the same record, whatever the
database.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simulator.library import Cache, Library
from simulator.record import open_record
from simulator.record.address import locate
from simulator.record.database import Store
from tests.million.crowd import Trainee, crowd
from tests.million.loading import load
from tests.million.plays import grounds, play_all
from tests.million.sessions import rows

SESSIONS: Final = 1_000_000
PLAYS: Final = 20_000
TRAINEES: Final = 1_500
FILE: Final = "rolecall.db"


def generate(
    folder: Path,
    database: str | None = None,
    *,
    sessions: int = SESSIONS,
    plays: int = PLAYS,
    trainees: int = TRAINEES,
    seed: int = 1,
) -> None:
    """Fill the database (without one, the file in `folder`), which must be empty. Raises RecordError."""
    folder.mkdir(parents=True, exist_ok=True)
    database = database or str(folder / FILE)
    begun = time.perf_counter()
    cache = Cache(folder / "cache")
    everybody = crowd(trainees, seed)
    fields = grounds(Library((), cache), cache)
    _tell(f"{len(fields)} variants explored", begun)
    played = tuple(play_all(fields, everybody, plays, seed))
    _tell(f"{len(played)} plays, {sum(len(ground.played) for ground in fields)} of them distinct", begun)
    open_record(database).close()
    store = Store(locate(database))
    try:
        load(store, rows(played, everybody, sessions, seed), played, everybody)
    finally:
        store.close()
    _write(folder / "trainees.csv", everybody)
    _tell(f"{sessions} sessions in {database}", begun)


def _write(path: Path, trainees: Sequence[Trainee]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name", "skill"))
        writer.writerows((one.id, one.name, f"{one.skill:.4f}") for one in trainees)


def _tell(what: str, begun: float) -> None:
    print(f"{time.perf_counter() - begun:7.1f} s  {what}", file=sys.stderr, flush=True)


def main() -> None:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--database")
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--plays", type=int, default=PLAYS)
    parser.add_argument("--trainees", type=int, default=TRAINEES)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    generate(
        asked.folder,
        asked.database,
        sessions=asked.sessions,
        plays=asked.plays,
        trainees=asked.trainees,
        seed=asked.seed,
    )


if __name__ == "__main__":
    main()
