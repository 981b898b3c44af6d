"""What README says of how well scores tell skill is what the command beside it measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.measure_skill import CALLS, GROUPS, Measured, measure, shipped
from simulator.library import Cache
from tests.memory import CACHE
from tests.session.desk import parcel

ROOT = Path(__file__).parents[2]


def figures(one: Measured) -> str:
    """One cell of README's table."""
    assert one.correlation.interval is not None
    low, high = one.correlation.interval
    return f"{one.correlation.value:.2f} ({low:.2f} to {high:.2f})"


def test_more_calls_tell_more_and_a_team_is_harder_to_tell_apart() -> None:
    call = parcel()
    values = [CACHE.values(call.scenario, call.rubric, variant.id) for variant in call.scenario.variants]
    found = list(measure(values, trainees=60))
    assert [(one.group, one.calls) for one in found] == [(group, calls) for group in GROUPS for calls in CALLS]
    anybody, team = found[: len(CALLS)], found[len(CALLS) :]
    assert anybody[0].correlation.value < anybody[-1].correlation.value
    assert team[-1].correlation.value < anybody[-1].correlation.value


@pytest.mark.long
def test_both_readmes_say_what_is_measured() -> None:
    english, french = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "LISEZMOI.md"))
    for one in measure(shipped(Cache())):
        told = figures(one)
        assert told in english
        assert told.replace(".", ",").replace("to", "à") in french
