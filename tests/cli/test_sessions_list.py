"""`rolecall sessions list`: narrowed, searched and sorted as the trainer's table is."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from simulator.cli.sessions_list import _screens
from simulator.record import Summary, open_record
from simulator.record.address import locate
from simulator.record.database import Store
from tests.cli.running import Commands
from tests.record.many import fill, final_of, is_shared, standing_of

COUNT = 60


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where a record may be made."""
    return tmp_path / "many.db"


@pytest.fixture
def summaries(database: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Summary, ...]:
    """A record with many sessions, which commands use."""
    monkeypatch.setenv("ROLECALL_DATABASE", str(database))
    open_record(str(database)).close()
    store = Store(locate(str(database)))
    found = fill(store, COUNT)
    store.close()
    return found


def seen(summaries: tuple[Summary, ...]) -> dict[str, int]:
    """The numbers of the sessions that somebody else may see, by id."""
    numbered = enumerate(summaries, start=1)
    return {one.session: number for number, one in numbered if one.mode == "exam" or is_shared(number)}


def test_a_list_is_narrowed_by_what_stands_after_a_review(rolecall: Commands, summaries: tuple[Summary, ...]) -> None:
    def listed(*options: str) -> set[str]:
        found = rolecall("sessions", "list", "--format", "json", "--limit", "99", *options).json
        return {session["session"] for session in found}

    numbers = seen(summaries)
    by_id = {one.session: one for one in summaries}
    finals = {session: final_of(by_id[session], number) for session, number in numbers.items()}
    assert listed() == set(numbers)
    assert listed("--reviewed") == {session for session, number in numbers.items() if standing_of(number)}
    assert listed("--unreviewed") == {session for session, number in numbers.items() if not standing_of(number)}
    assert listed("--score", "40..60") == {session for session, (score, _) in finals.items() if 40 <= score <= 60}
    assert listed("--score", "..60") == {session for session, (score, _) in finals.items() if score <= 60}
    assert listed("--passed") == {session for session, (_, passed) in finals.items() if passed}
    assert listed("--critical") == {session for session in numbers if by_id[session].critical}
    assert listed("--role", "technical") == {s for s in numbers if by_id[s].role == "technical"}
    assert listed("--search", "etagere") == {s for s in numbers if by_id[s].scenario == "late-parcel"}
    assert listed("--until", "2026-03-01") == set()
    assert listed("--since", "2026-03-02", "--until", "2026-03-02") == set(numbers)


def test_a_list_is_sorted(rolecall: Commands, summaries: tuple[Summary, ...]) -> None:
    def scores(*options: str) -> list[float]:
        found = rolecall("sessions", "list", "--format", "json", "--limit", "99", "--sort", "score", *options).json
        return [session["score"] for session in found]

    assert len(scores()) == len(seen(summaries))
    assert scores() == sorted(scores(), reverse=True)
    assert scores("--ascending") == sorted(scores())
    found = rolecall("sessions", "list", "--sort", "trainee", "--limit", "1")
    assert "Anna O'Neill" in found.out


def test_a_group_is_a_file_of_names(rolecall: Commands, summaries: tuple[Summary, ...], tmp_path: Path) -> None:
    team = tmp_path / "team.csv"
    team.write_text("nom;site\nzoé aubert;Lyon\nNobody Else;Pau\n", encoding="utf-8")
    ran = rolecall("sessions", "list", "--group", team, "--limit", "99", "--format", "json")
    by_id = {one.session: one for one in summaries}
    assert {session["session"] for session in ran.json} == {
        s for s in seen(summaries) if by_id[s].trainee == "trainee-0"
    }
    assert "Nothing is recorded of: Nobody Else." in ran.err
    team.write_text("name\nAna\x1b]0;x\x07\n", encoding="utf-8")
    ran = rolecall("sessions", "list", "--group", team)
    assert ran.status == Exit.PROBLEM
    assert "\x1b" not in ran.err
    assert rolecall("sessions", "list", "--group", tmp_path / "none.csv").status != Exit.SUCCESS


def test_both_scores_stand_in_the_list(rolecall: Commands, summaries: tuple[Summary, ...]) -> None:
    number = next(number for number in seen(summaries).values() if standing_of(number))
    summary = summaries[number - 1]
    ran = rolecall("sessions", "list", "--format", "json", "--limit", "99")
    (found,) = [session for session in ran.json if session["session"] == summary.session]
    final, passed = final_of(summary, number)
    assert (found["score"], found["passed"]) == (summary.score, summary.passed)
    assert (found["final_score"], found["final_passed"]) == (final, passed)
    assert found["review"] == standing_of(number).name.lower()
    heads, *rows = rolecall("sessions", "list").out.splitlines()
    assert heads.split() == ["Session", "Begun", "Trainee", "Call", "Mode", "Score", "Reviewed", "Result"]
    assert len(rows) == min(50, len(seen(summaries)))
    assert max(map(len, rows)) <= 100


@pytest.mark.parametrize("score", ["", "a..b", "..", "1..2..3", "nan..2"])
def test_a_range_that_is_none_is_a_usage_error(rolecall: Commands, summaries: tuple[Summary, ...], score: str) -> None:
    assert summaries
    ran = rolecall("sessions", "list", "--score", score)
    assert ran.status == Exit.USAGE
    assert "40..60" in ran.err


def test_a_terminal_gets_the_list_in_screens(database: Path, summaries: tuple[Summary, ...]) -> None:
    with open_record(str(database)) as record:
        screens = list(_screens(record, record.pages(), 24))
    assert len(screens) == -(-COUNT // 21)
    assert len(summaries) == COUNT
    assert all(screen.startswith("Session ") for screen in screens)
    assert all(screen.count("\n") <= 24 for screen in screens)
