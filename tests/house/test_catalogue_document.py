"""The catalogue of the shipped calls is of the calls as they are, and taken together they are hard to game."""

from __future__ import annotations

import re
from functools import cache

import pytest

from docs.make_catalogue import DOCUMENTS, document, shipped
from scoring.yardsticks import TIE
from simulator.cli.catalogue_calls import Catalogued, digest
from simulator.words import LANGUAGES
from tests.strategies.shipped import NAMES
from tests.strategies.shipped import shipped as compiled

STALE = "calls or rubrics have changed: run `python -m docs.make_catalogue`"

BOT_SCORES_LESS = 20
BLIND_PASSES = 0.005
"""The highest chance that any habit of somebody who knows nothing passes a call, as a fraction of 1."""


@cache
def calls() -> list[Catalogued]:
    return shipped()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_of_the_calls_as_they_are(language: str) -> None:
    cases = {name: compiled(name) for name in NAMES}
    text = DOCUMENTS[language].read_text(encoding="utf-8")
    named = dict(re.findall(r"^([\w-]+) (\w{12}-\w{12})$", text, re.MULTILINE))
    if named != {case.scenario.id: digest(case.scenario, case.rubric) for case in cases.values()}:
        pytest.fail(STALE, pytrace=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_figures_are_those_of_the_calls(language: str) -> None:
    if DOCUMENTS[language].read_text(encoding="utf-8") != document(language, calls()):
        pytest.fail(STALE, pytrace=False)


def test_nobody_who_knows_nothing_gets_far_in_any_call() -> None:
    for call in calls():
        figures = call.figures
        for habit in (figures.blind, *figures.bots):
            assert habit.score < BOT_SCORES_LESS, (call.id, habit)
            assert habit.passed <= BLIND_PASSES + TIE, (call.id, habit)
        assert call.level == 1 or figures.second_best.passed == 0, call.id


def test_every_call_tests_enough_and_ends_in_time() -> None:
    for call in calls():
        assert min(call.figures.assessed) >= 5, (call.id, call.figures.weights)
        assert max(call.figures.ideal) <= 16, call.id
        assert call.allows <= 2, call.id


def test_every_skill_and_every_critical_error_is_met_somewhere() -> None:
    assessed = [criterion for call in calls() for criterion, _share in call.figures.weights]
    met = {error for call in calls() for error in call.figures.critical}
    for criterion in calls()[0].criteria:
        assert assessed.count(criterion) >= 6, criterion
    assert met >= set(calls()[0].critical)
