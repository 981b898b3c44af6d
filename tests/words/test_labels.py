"""The program has a word for everything that scenarios may call by its name."""

from __future__ import annotations

from simulator.model.scenario import Action, Outcome
from simulator.model.suggested import MOODS, PHASES
from simulator.words import labels


def test_every_suggested_word_has_a_word_in_both_languages() -> None:
    assert tuple(labels.MOODS) == MOODS
    assert tuple(labels.PHASES) == PHASES


def test_every_action_and_outcome_has_a_word() -> None:
    assert set(labels.ACTIONS) == set(Action)
    assert set(labels.OUTCOMES) == set(Outcome)


def test_no_two_moods_have_one_sign() -> None:
    assert len({sign for sign, _word in labels.MOODS.values()}) == len(MOODS)
