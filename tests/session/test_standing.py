"""Where a trainee stands, from real sessions in a real record: what helps with one call never counts for skills."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from simulator.library import Entry, Library
from simulator.model.mode import Mode
from simulator.practice import Trend
from simulator.record import Record
from simulator.session import Call, Sight, Standing, history_of, standing_of
from simulator.words import say
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.session.desk import TRAINEE, begin, parcel, play

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BEST = ("ask", "on", "courier", "facts")
WORST = ("hurry", "tell-all", "refund", "nothing")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The small call, and one of level 1 in French."""
    put(tmp_path)
    put(tmp_path, "french.yaml", id="id: colis", **{"language: en": "language: fr", "level: 2": "level: 1"})
    return Library((tmp_path,), CACHE, NONE)


def finish(call: Call, *choices: str) -> Call:
    """Play a call to its end and its debrief."""
    play(call, *choices)
    call.debrief("en")
    return call


def standing(record: Record, library: Library, language: str = "en", days: int = 0) -> Standing:
    """Where Ana stands so many days later."""
    entries: tuple[Entry, ...] = library.listing().entries
    return standing_of(record, library, entries, TRAINEE, language, NOW + timedelta(days=days))


def test_somebody_new_gets_a_first_call_in_their_language(record: Record, library: Library) -> None:
    for language, call in (("en", "parcel"), ("fr", "colis")):
        found = standing(record, library, language)
        assert (found.skills, found.best, found.tries, found.due, found.counted, found.ended) == ((), {}, {}, {}, 0, 0)
        assert found.advice is not None
        assert found.advice.scenario == call
        assert "to begin with" in say(found.advice.reason)
    assert record.people.find(TRAINEE) == (), "to look leaves no trace"


def test_what_was_played_is_pooled(record: Record, library: Library) -> None:
    finish(begin(record, parcel()), *BEST)
    finish(begin(record, parcel(), Mode.EXAM, seed=2), *WORST)
    found = standing(record, library)
    assert [skill.criterion for skill in found.skills] == ["listening", "care", "calm"][: len(found.skills)]
    assert found.labels["listening"] == "Listening"
    assert standing(record, library, "fr").labels["listening"] == "Écoute"
    assert all(skill.trend is Trend.UNKNOWN and skill.low < skill.value < skill.high for skill in found.skills)
    assert (found.counted, found.ended) == (2, 2)
    assert found.best["parcel"] == pytest.approx(100)
    assert found.tries == {"parcel": 2}
    assert found.due == {"parcel": date(2026, 11, 24)}
    assert not found.is_due("parcel")
    assert standing(record, library, days=1).is_due("parcel")


def test_help_is_listed_and_does_not_count(record: Record, library: Library) -> None:
    finish(begin(record, parcel(), Mode.GUIDED), *BEST)
    undone = begin(record, parcel(), seed=2)
    play(undone, "hurry")
    undone.undo()
    finish(undone, *BEST)
    found = standing(record, library)
    assert (found.counted, found.ended, found.skills, found.best, found.due) == (0, 2, (), {}, {})
    assert found.tries == {"parcel": 2}


def test_the_advice_is_the_same_at_every_look(record: Record, library: Library) -> None:
    finish(begin(record, parcel()), *WORST)
    first = standing(record, library, days=2)
    assert first.advice is not None
    assert first.advice.scenario == "parcel"
    assert first == standing(record, library, days=2)


def test_a_call_that_is_gone_still_counts(record: Record) -> None:
    finish(begin(record, parcel()), *BEST)
    empty = Library((), CACHE, NONE)
    found = standing_of(record, empty, (), TRAINEE, "en", NOW)
    assert found.advice is None
    assert found.skills
    assert found.best["parcel"] == pytest.approx(100)


def test_the_history_has_first_best_and_latest(record: Record) -> None:
    assert history_of(record, "nobody").sessions == ()
    for seed, choices in enumerate((WORST, BEST, WORST), start=1):
        finish(begin(record, parcel(), seed=seed), *choices)
    guided = finish(begin(record, parcel(), Mode.GUIDED, seed=4), *BEST)
    exam = finish(begin(record, parcel(), Mode.EXAM, seed=5), *WORST)
    found = history_of(record, TRAINEE)
    (call,) = found.calls
    assert (call.scenario, call.title, call.tries) == ("parcel", "The parcel of Mo Reed", 5)
    assert call.first is not None
    assert call.best is not None
    assert call.latest is not None
    assert call.first.session < call.best.session < call.latest.session
    assert call.best.score == pytest.approx(100)
    assert call.latest.session == exam.session
    assert guided.session not in {call.first.session, call.best.session, call.latest.session}


def test_the_history_says_who_sees_what(record: Record) -> None:
    for seed, mode in enumerate((Mode.PRACTICE, Mode.PRACTICE, Mode.EXAM), start=1):
        finish(begin(record, parcel(), mode, seed=seed), *BEST)
    newest_practice = history_of(record, TRAINEE).sessions[1]
    record.share(newest_practice.summary.session)
    sights = [one.sight for one in history_of(record, TRAINEE).sessions]
    assert sights == [Sight.EXAM, Sight.SHARED, Sight.PRIVATE]
