"""Everything that is wrong with a call as a machine: runs the checks of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from scoring.rubric import Rubric
from simulator.analysis.checks import (
    e401_unreachable_state,
    e402_never_on_offer,
    e403_never_spoken,
    e404_list_runs_out,
    e405_no_choice_left,
    e406_endless_loop,
    e407_unreached_ending,
    e408_failed_test,
    e409_silence_better,
    e410_critical_best,
    e411_ideal_through_fault,
    e412_too_many_positions,
    e413_rule_at_start,
    e414_no_way_back,
    e415_hanging_up_pays,
    e416_too_small_spread,
)
from simulator.analysis.checks.ground import Finding, Ground, survey
from simulator.analysis.explorer import PLAYABLE
from simulator.model.scenario import Scenario

Check = Callable[[Ground], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    e401_unreachable_state.find,
    e402_never_on_offer.find,
    e403_never_spoken.find,
    e404_list_runs_out.find,
    e405_no_choice_left.find,
    e406_endless_loop.find,
    e407_unreached_ending.find,
    e408_failed_test.find,
    e409_silence_better.find,
    e410_critical_best.find,
    e411_ideal_through_fault.find,
    e412_too_many_positions.find,
    e413_rule_at_start.find,
    e414_no_way_back.find,
    e415_hanging_up_pays.find,
    e416_too_small_spread.find,
)
"""Every check, in the order of the codes."""


def findings(scenario: Scenario, rubric: Rubric, limit: int = PLAYABLE) -> tuple[Finding, ...]:
    """Everything wrong with `scenario`, at most `limit` positions a variant being looked at."""
    return findings_on(survey(scenario, rubric, limit))


def findings_on(ground: Ground) -> tuple[Finding, ...]:
    """Everything wrong on `ground`, in the order of the codes; of several at one place the first variant's."""
    found: dict[tuple[str, object], Finding] = {}
    for check in CHECKS:
        for finding in check(ground):
            found.setdefault((finding.code, finding.place), finding)
    return tuple(found.values())
