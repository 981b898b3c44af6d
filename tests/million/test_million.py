"""The generator of many sessions: its real plays are what it says, and the same seed makes the same record anywhere."""

from __future__ import annotations

import csv
from pathlib import Path
from statistics import correlation

import pytest

from simulator.engine.version import ENGINE_VERSION
from simulator.record import Record, RecordError, Verdict, open_record
from simulator.session import rescore
from tests.million.generate import FILE, generate
from tests.record.postgres import server

SESSIONS, PLAYS, TRAINEES = 150, 60, 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small record in a file."""
    made = tmp_path_factory.mktemp("million")
    generate(made, sessions=SESSIONS, plays=PLAYS, trainees=TRAINEES)
    return made


def plays(record: Record) -> list[str]:
    """The sessions that have their events."""
    return [summary.session for summary in record.sessions() if has_events(record, summary.session)]


def has_events(record: Record, session: str) -> bool:
    """Whether a session is a real play."""
    try:
        return bool(record.events(session))
    except RecordError:
        return False


def test_the_real_plays_are_played_again_to_the_same_score(folder: Path) -> None:
    with open_record(str(folder / FILE)) as record:
        found = plays(record)
        assert len(found) == PLAYS
        for session in found[::6]:
            (checked,) = record.verify(session, engine=ENGINE_VERSION, rescore=rescore)
            assert (checked.verdict, checked.problems) == (Verdict.RIGHT, ())
        choices = [tuple(getattr(one.event, "choice", "") for one in record.events(session)) for session in found]
        variants = [record.started(session).variant for session in found]
        assert len(set(zip(variants, choices, strict=True))) == PLAYS, "no two are alike"


def test_the_skilled_score_more(folder: Path) -> None:
    with (folder / "trainees.csv").open(encoding="utf-8", newline="") as file:
        skills = {row["id"]: float(row["skill"]) for row in csv.DictReader(file)}
    with open_record(str(folder / FILE)) as record:
        every = list(record.sessions())
        assert record.verify_whole().problems == ()
    assert len(every) == SESSIONS
    assert correlation([skills[one.trainee] for one in every], [one.score for one in every]) > 0.5


def test_the_same_sessions_are_made_on_a_server(folder: Path, tmp_path: Path) -> None:
    with server() as url:
        generate(tmp_path, url, sessions=SESSIONS, plays=PLAYS, trainees=TRAINEES)
        with open_record(url) as other, open_record(str(folder / FILE)) as record:
            assert list(other.sessions()) == list(record.sessions())
            assert other.verify_whole().problems == ()
            assert other.tallies() == record.tallies()
            assert other.pages().first() == record.pages().first()
            session = plays(other)[0]
            assert other.events(session) == record.events(session)
            assert other.shared(other.started(session).trainee) == record.shared(record.started(session).trainee)
