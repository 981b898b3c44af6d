"""When calls are suggested again: soon after a fail, later after each pass, the same each time."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from simulator.model.mode import Mode
from simulator.practice import due_dates
from simulator.practice.spacing import LONGEST
from simulator.record import Summary
from tests.practice.made import BEGIN, played


def days_until(*sessions: Summary) -> float:
    """How many days after the last session its call is suggested again."""
    due: datetime = due_dates(sessions)["parcel"]
    return (due - max(one.ended for one in sessions)) / timedelta(days=1)


def test_a_failed_call_comes_back_the_next_day() -> None:
    assert days_until(played(1, score=40)) == 1
    assert days_until(played(1, score=95, critical=("undue-fees",))) == 1


def test_the_better_it_went_the_later_it_comes_back() -> None:
    ends = [played(1, score=40), played(1, score=75, outcome="partial"), played(1, score=75), played(1, score=92)]
    failed, half, good, easy = (days_until(end) for end in ends)
    assert failed <= half < good < easy


def test_each_pass_makes_the_time_longer_up_to_half_a_year() -> None:
    sessions: list[Summary] = []
    spans, day = [], 0.0
    for _ in range(10):
        sessions.append(played(day, score=80))
        spans.append(days_until(*sessions))
        day += spans[-1]
    assert spans == sorted(spans)
    assert spans[-1] == LONGEST


def test_a_fail_brings_a_known_call_back_soon() -> None:
    assert days_until(played(0), played(10), played(40)) > 30
    assert days_until(played(0), played(10), played(40, score=30)) == 1


def test_the_same_history_gives_the_same_days_in_any_order() -> None:
    sessions = [played(day, score=30 + 7 * day) for day in range(9)]
    mixed = random.Random(1).sample(sessions, len(sessions))
    assert due_dates(sessions) == due_dates(mixed) == due_dates(sessions)


@pytest.mark.parametrize("helped", [{"hinted": True}, {"undone": True}, {"branched": True}, {"mode": Mode.GUIDED}])
def test_a_session_with_help_changes_nothing(helped: dict[str, object]) -> None:
    alone = played(1, score=75)
    with_help = replace(played(3, score=20), **helped)  # type: ignore[arg-type]
    assert due_dates([alone, with_help]) == due_dates([alone])
    assert due_dates([with_help]) == {}


def test_calls_are_apart() -> None:
    found = due_dates([played(0), played(0, scenario="debit", score=10)])
    assert found["parcel"] > found["debit"] > BEGIN


def test_the_scheduler_brings_nothing_heavy_along() -> None:
    due_dates([played(0)])
    assert "fsrs" in sys.modules
    assert "torch" not in sys.modules
