"""Trials of small calls, for the tests of the preview: a few words build one, whole numbers walk it anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from scoring.rubric import Rubric
from simulator.model.scenario import SILENCE, Gauge, Scenario
from simulator.preview.trial import Trial, first_trial, variables
from simulator.session.errors import SessionError
from tests.analysis.making import RUBRIC
from tests.strategies.scenarios import Case, attempt

ROADS = st.lists(st.integers(0, 10_000), max_size=12)
"""Deeds to be done one after the other, whatever each comes to."""


def any_calls() -> st.SearchStrategy[Case]:
    """Random calls that follow all rules of form; some of them are wrong as a whole."""
    return st.randoms(use_true_random=False).map(attempt)


def trial_of(scenario: Scenario, *play: str, rubric: Rubric = RUBRIC) -> Trial:
    """A trial after a play."""
    trial = first_trial(scenario, rubric)
    for choice in play:
        trial = trial.choose(choice)
    return trial


def walked(trial: Trial, road: Sequence[int]) -> Trial:
    """`trial` after the deeds that the numbers say; those that cannot be done are passed over."""
    for number in road:
        try:
            trial = _done(trial, number % 8, number // 8)
        except SessionError:
            continue
    return trial


def _done(trial: Trial, deed: int, number: int) -> Trial:
    places = [*trial.scenario.states, *trial.scenario.endings]
    offered = [one.id for one in trial.view.offered]
    match deed:
        case 0:
            return trial.jump(places[number % len(places)])
        case 1:
            return trial.undo()
        case 2:
            return trial.next_variant()
        case 3:
            return trial.setting(_values(trial.scenario, number))
        case 4:
            return trial.choose(SILENCE)
        case _ if offered:
            return trial.choose(offered[number % len(offered)])
        case _:
            return trial.restart()


def _values(scenario: Scenario, number: int) -> dict[str, int | str]:
    """A value for each gauge and fact."""
    values: dict[str, int | str] = {}
    for place, variable in enumerate(variables(scenario)):
        if isinstance(variable, Gauge):
            values[variable.id] = (number + place) % (variable.max + 1)
        else:
            values[variable.id] = variable.values[(number + place) % len(variable.values)]
    return values
