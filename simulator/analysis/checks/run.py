"""Everything there is to say of a call as a whole: runs the checks of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    w301_longest_best,
    w302_bot_does_well,
    w303_second_best,
    w304_mended_fault,
    w305_cheap_critical,
    w306_unscored_harm,
    w307_absurd,
    w308_one_sided,
    w309_criteria_at_war,
    w310_early_failure,
    w311_partial_passes,
    w312_ask_everything,
    w313_one_way_to_a_fact,
    w314_beyond_repair,
    w315_same_best_choices,
    w316_idle_objective,
    w401_no_why,
    w402_nothing_heard,
    w403_long_line,
    w404_hard_to_read,
    w405_forbidden_phrase,
    w406_no_reaction,
    w407_no_technique,
)
from simulator.analysis.checks.ground import Finding, Ground, survey
from simulator.analysis.explorer import PLAYABLE
from simulator.model.scenario import Scenario

Check = Callable[[Ground], Iterator[Finding]]

MACHINE: Final[tuple[Check, ...]] = (
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
"""E4: the call as a machine, in the order of the codes."""

BALANCE: Final[tuple[Check, ...]] = (
    w301_longest_best.find,
    w302_bot_does_well.find,
    w303_second_best.find,
    w304_mended_fault.find,
    w305_cheap_critical.find,
    w306_unscored_harm.find,
    w307_absurd.find,
    w308_one_sided.find,
    w309_criteria_at_war.find,
    w310_early_failure.find,
    w311_partial_passes.find,
    w312_ask_everything.find,
    w313_one_way_to_a_fact.find,
    w314_beyond_repair.find,
    w315_same_best_choices.find,
    w316_idle_objective.find,
)
"""W3: whether the call can be gamed and measures what it says; looked at where the call is sound as a machine."""

CRAFT: Final[tuple[Check, ...]] = (
    w401_no_why.find,
    w402_nothing_heard.find,
    w403_long_line.find,
    w404_hard_to_read.find,
    w405_forbidden_phrase.find,
    w406_no_reaction.find,
    w407_no_technique.find,
)
"""W4: how the call is written."""


def findings(scenario: Scenario, rubric: Rubric, limit: int = PLAYABLE) -> tuple[Finding, ...]:
    """Everything wrong with `scenario`, at most `limit` positions a variant being looked at."""
    return findings_on(survey(scenario, rubric, limit))


def findings_on(ground: Ground) -> tuple[Finding, ...]:
    """Everything wrong on `ground`, in the order of the codes; of several at one place the first variant's."""
    wrong = _first_of_each(MACHINE, ground)
    return (*wrong, *(() if wrong else _first_of_each(BALANCE, ground)), *_first_of_each(CRAFT, ground))


def _first_of_each(checks: Iterable[Check], ground: Ground) -> tuple[Finding, ...]:
    found: dict[tuple[str, object], Finding] = {}
    for check in checks:
        for finding in check(ground):
            found.setdefault((finding.code, finding.place), finding)
    return tuple(found.values())
