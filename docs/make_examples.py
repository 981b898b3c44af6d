"""Makes the examples of reports: one trainee, one group, one attestation, in both languages, from plays by dice.

Run from the folder above: `python -m docs.make_examples`. To see them on paper: `chromium --headless
--no-pdf-header-footer --print-to-pdf=page.pdf docs/examples/trainee.en.html`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from simulator import words
from simulator.library import Cache, Library
from simulator.record import Record, open_record
from simulator.report import attestation_page, group_page, trainee_page
from simulator.report.gathering import Wanted, gather
from simulator.report.group_gathering import gather_group
from simulator.words.catalogue import compile_all
from tests.report.school import Pupil, review, teach

FOLDER: Final = Path(__file__).with_name("examples")
CALLS: Final = ("prelevement-rejete", "passez-moi-la-directrice", "more-than-i-pay-now")
PUPILS: Final = (
    Pupil("Camille Moreau", 0.35, 0.9, 18, (8, 17)),
    Pupil("Inès Benali", 0.6, 0.85, 12, (11,)),
    Pupil("Hugo Lefèvre", 0.3, 0.5, 9, (8,)),
    Pupil("Awa Diallo", 0.7, 0.95, 15, (7, 14)),
    Pupil("Tom Garnier", 0.5, 0.55, 6, (5,)),
    Pupil("Léa Nguyen", 0.45, 0.8, 14, (13,)),
)
TODAY: Final = date(2026, 11, 26)
KNOWN: Final = attestation_page.Known(organisation="Centre de formation Relation & Écoute")


def make(library: Library, record: Record) -> Iterator[tuple[str, str]]:
    """Each example: the name of its file, and its text."""
    loaded = [library.load(call) for call in CALLS]
    for pupil in PUPILS:
        teach(record, library.cache, pupil, loaded)
    review(record, library.cache, PUPILS[0], "Mme Roche")
    people = [record.people.find(pupil.name)[0] for pupil in PUPILS]
    for language in words.LANGUAGES:
        words.use(language)
        wanted = Wanted("", language)
        found = gather(record, library, people[0], wanted, _unseen)
        codes = record.codes([summary.session for summary in found.figures.sessions])
        yield f"trainee.{language}.html", trainee_page.page(found, TODAY)
        yield f"attestation.{language}.html", attestation_page.page(found, codes, KNOWN, TODAY)
        group = gather_group(record, library, people, wanted, _unseen)
        yield f"group.{language}.html", group_page.page(group, TODAY)


def _unseen(_done: int, _all: int) -> None:
    """Nobody waits in front of a screen."""


if __name__ == "__main__":
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    compile_all()
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, open_record(str(Path(folder) / "rolecall.db")) as opened:
        for name, text in make(Library((), Cache(Path(folder) / "cache")), opened):
            (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
