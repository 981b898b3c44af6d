"""The figures of reports: what counts, what is passed, and how long was trained, from summaries alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.mode import Mode
from simulator.record import Summary
from simulator.report.figures_minutes import minutes_by_day, minutes_by_week
from simulator.report.figures_rates import Rate, pass_rate
from simulator.report.figures_trainee import trainee_figures
from simulator.report.score_chart import MEAN_OF, means

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def summary(number: int = 1, *, day: int = 0, score: float = 80.0, passed: bool = True, **more: object) -> Summary:
    """A session so many days after a Monday."""
    started = MONDAY + timedelta(days=day, minutes=number)
    plain = Summary(
        session=f"{number:036}",
        trainee="ana",
        scenario="parcel",
        title="The parcel",
        role="satisfaction",
        language="en",
        mode=Mode.PRACTICE,
        variant="gift",
        started=started,
        ended=started + timedelta(minutes=6),
        ending="facts",
        outcome="success" if passed else "failure",
        score=score,
        passed=passed,
        critical=(),
        decisions=4,
        minutes=6.0,
        criteria={"care": 80.0},
        hinted=False,
        undone=False,
        branched=False,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def newest_first(*every: Summary) -> list[Summary]:
    """As the record gives them."""
    return sorted(every, key=lambda one: one.started, reverse=True)


def test_only_what_counts_is_rated() -> None:
    helped = summary(3, passed=True, hinted=True)
    rate = pass_rate([summary(1), summary(2, passed=False), helped, summary(4, mode=Mode.GUIDED)])
    assert (rate.hits, rate.tries, rate.share) == (1, 2, 0.5)


def test_a_rate_says_what_it_leaves_open() -> None:
    low, high = Rate(8, 10).interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert (Rate(0, 0).share, Rate(0, 0).interval) == (None, None)


def test_a_trainee_is_told_by_call() -> None:
    first, second = summary(1, score=40.0, passed=False), summary(2, day=1, score=90.0)
    other = summary(3, day=2, scenario="debit", title="The debit", hinted=True, critical=("told-others",))
    found = trainee_figures(newest_first(first, second, other), {second.session: 72.0, "somebody's": 1.0})
    assert found.sessions == (first, second, other)
    assert [call.played.title for call in found.calls] == ["The debit", "The parcel"]
    assert (found.calls[0].passed, found.calls[1].passed) == (Rate(0, 0), Rate(1, 2))
    assert (found.calls[1].played.first, found.calls[1].played.best) == (first, second)
    assert [(one.error, one.session) for one in found.critical] == [("told-others", other)]
    assert found.reviewed == {second.session: 72.0}
    assert found.minutes == 18.0
    assert found.counting == (first, second)


def test_nothing_played_makes_nothing() -> None:
    found = trainee_figures([])
    assert (found.first, found.last, found.minutes, found.weeks, found.calls) == (None, None, 0, (), ())


def test_a_day_is_that_of_where_one_is() -> None:
    late = summary(1, started=datetime(2026, 11, 23, 23, 30, tzinfo=UTC), mode=Mode.EXAM)
    early = summary(2, started=datetime(2026, 11, 24, 0, 30, tzinfo=UTC), minutes=4.5)
    here, east = minutes_by_day([late, early], UTC), minutes_by_day([late, early], timezone(timedelta(hours=1)))
    assert [(one.day.day, one.minutes) for one in here] == [(23, 6.0), (24, 4.5)]
    assert [(one.day.day, one.sessions, one.minutes, one.exam_minutes) for one in east] == [(24, 2, 10.5, 6.0)]


def test_weeks_without_practice_are_weeks_too() -> None:
    days = minutes_by_day([summary(1), summary(2, day=6), summary(3, day=21)], UTC)
    assert minutes_by_week(days) == (
        (date(2026, 11, 23), 12.0), (date(2026, 11, 30), 0.0), (date(2026, 12, 7), 0.0), (date(2026, 12, 14), 6.0),
    )  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 60), st.floats(0, 90)), max_size=30))
def test_no_minute_is_lost(played: list[tuple[str, int, float]]) -> None:
    every = [summary(n, day=day, trainee=who, minutes=long) for n, (who, day, long) in enumerate(played)]
    days = minutes_by_day(every, UTC)
    total = sum(one.minutes for one in every)
    assert abs(sum(one.minutes for one in days) - total) < 1e-6
    assert abs(sum(minutes for _monday, minutes in minutes_by_week(days)) - total) < 1e-6
    assert len({(one.trainee, one.day) for one in days}) == len(days)
    assert sum(one.sessions for one in days) == len(every)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=40))
def test_the_line_is_the_mean_of_the_latest(scores: list[int]) -> None:
    found = means(scores)
    assert len(found) == len(scores)
    assert found[0] == scores[0]
    assert abs(found[-1] - sum(scores[-MEAN_OF:]) / len(scores[-MEAN_OF:])) < 1e-9
