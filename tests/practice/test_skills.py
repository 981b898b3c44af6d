"""Skills pooled over calls: whatever the order, surer with each call, never a verdict from one."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice import Sample, Skill, Trend, skills_of

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def sample(number: int, criterion: str = "empathy", score: float = 60.0, stake: float = 6.0) -> Sample:
    """What the call `number` says of one criterion."""
    return Sample(criterion, score, stake, BEGIN + timedelta(days=number), f"session-{number:04}")


def skill(*scores: float, stake: float = 6.0) -> Skill:
    """The skill of somebody with those scores on one criterion, the oldest first."""
    found = skills_of(sample(number, score=score, stake=stake) for number, score in enumerate(scores))
    return found[0]


samples = st.lists(
    st.builds(
        sample,
        st.integers(0, 400),
        st.sampled_from(["empathy", "clarity", "listening"]),
        st.floats(-200, 140),
        st.floats(3, 12),
    ),
    max_size=20,
    unique_by=lambda one: (one.session, one.criterion),
)


@given(samples, st.randoms())
def test_the_order_means_nothing(found: list[Sample], dice: random.Random) -> None:
    mixed = list(found)
    dice.shuffle(mixed)
    assert skills_of(mixed) == skills_of(found)


@given(samples)
def test_every_figure_lies_between_0_and_100(found: list[Sample]) -> None:
    for one in skills_of(found):
        assert 0 <= one.low <= one.value <= one.high <= 100
        assert all(0 <= score <= 100 for score in one.scores)
        assert one.calls == sum(own.criterion == one.criterion for own in found)


@given(samples.filter(bool))
def test_it_is_surer_with_every_call(found: list[Sample]) -> None:
    """The interval is looked at where nothing cuts it off: at the general level."""
    level = [replace(one, score=50.0) for one in found]
    again = sample(500, level[0].criterion, 50.0)
    before = {one.criterion: one.high - one.low for one in skills_of(level)}
    after = {one.criterion: one.high - one.low for one in skills_of([*level, again])}
    assert after[again.criterion] < before[again.criterion]
    assert all(after[name] <= before[name] + 1e-9 for name in before)


@given(samples.filter(bool), st.data())
def test_a_better_call_never_makes_a_skill_worse(found: list[Sample], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(found) - 1))
    better = list(found)
    better[place] = replace(found[place], score=found[place].score + data.draw(st.floats(0, 100)))
    before, after = ({one.criterion: one.value for one in skills_of(each)} for each in (found, better))
    assert all(after[name] >= value - 1e-9 for name, value in before.items())


def test_one_call_is_no_verdict() -> None:
    perfect, hopeless = skill(100.0), skill(0.0)
    assert perfect.value < 75
    assert hopeless.value > 25
    assert perfect.low < 60
    assert hopeless.high > 40


def test_many_calls_are() -> None:
    assert 76 < skill(*[80.0] * 30).value < 80
    assert skill(*[80.0] * 30).low > 65


def test_what_was_learned_is_not_held_down_by_long_ago() -> None:
    found = skill(*[10.0] * 200, *[80.0] * 30)
    assert found == skills_of([sample(number, score=80) for number in range(200, 230)])[0]
    assert found.calls == 30


def test_what_a_call_tests_more_counts_more() -> None:
    mostly_good = skills_of([sample(1, score=90, stake=12), sample(2, score=30, stake=3)])
    mostly_bad = skills_of([sample(1, score=90, stake=3), sample(2, score=30, stake=12)])
    assert mostly_good[0].value > mostly_bad[0].value


def test_a_criterion_that_was_hardly_tested_does_not_look_like_the_weakest() -> None:
    """Somebody who does well everywhere: the criterion with one call stays near the others."""
    much = [sample(number, "clarity", 85) for number in range(20)]
    clarity, empathy = skills_of([*much, sample(30, "empathy", 75, stake=3)])
    assert empathy.value > 70
    assert empathy.high - empathy.low > clarity.high - clarity.low


def test_a_criterion_with_nothing_at_stake_is_not_told_of() -> None:
    assert skills_of([sample(1, stake=0)]) == ()
    assert skills_of([]) == ()


@pytest.mark.parametrize(
    ("scores", "trend"),
    [
        ((10, 10, 90), Trend.UNKNOWN),
        ((10, 10, 90, 90), Trend.RISING),
        ((90, 90, 10, 10), Trend.FALLING),
        ((60, 50, 60, 50), Trend.STEADY),
        ((50, 60, 55, 70), Trend.STEADY),
    ],
)
def test_a_trend_is_more_than_chance(scores: tuple[float, ...], trend: Trend) -> None:
    assert skill(*scores).trend is trend


def test_the_interval_holds_what_is_true_about_four_times_in_five() -> None:
    """Trainees whose true skill is known, and calls as noisy as the shipped ones."""
    dice, held = random.Random(4), []
    for _ in range(400):
        true = min(95.0, max(5.0, dice.gauss(50, 25)))
        scores = [dice.gauss(true, 30) for _ in range(8)]
        found = skill(*scores)
        held.append(found.low <= true <= found.high)
    assert 0.7 < mean(held) < 0.9
