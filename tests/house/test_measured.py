"""What README says of how well scores tell skill is what the command beside it measures."""

from __future__ import annotations

import pytest

from docs.measure_skill import CALLS, DOCUMENTS, GROUPS, OLD, measure, rows, shipped
from simulator.library import Cache
from tests.memory import CACHE
from tests.session.desk import parcel


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
    measured = list(measure(shipped(Cache())))
    for language, path in DOCUMENTS.items():
        if rows(measured, language) not in path.read_text(encoding="utf-8"):
            pytest.fail("the calls have changed: run `python -m docs.measure_skill`", pytrace=False)


def test_both_readmes_have_the_table() -> None:
    assert all(OLD.search(path.read_text(encoding="utf-8")) for path in DOCUMENTS.values())
