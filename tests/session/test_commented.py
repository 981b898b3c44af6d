"""The commented call is the best call, with a reason for each step; it leaves nothing behind."""

from __future__ import annotations

import pytest

from simulator.model.heard import Kind
from simulator.model.scenario import Outcome
from simulator.session import commented_of
from tests.memory import CACHE
from tests.session.desk import parcel, random_call, shipped
from tests.strategies.shipped import NAMES


def test_it_tells_each_step_of_the_best_call_with_its_reasons() -> None:
    told = commented_of(parcel(), "Ana", "en", CACHE, variant="gift")
    assert (told.title, told.caller, told.outcome) == ("The parcel of Mo Reed", "Mo Reed", Outcome.SUCCESS)
    assert [turn.best.text for turn in told.turns] == [
        "What was in the parcel of Monday?",
        "Let me find it.",
        "A courier brings another one today.",
        "What happened",
    ]
    first, *_others, last = told.turns
    assert [heard.text for heard in first.said] == ["Is that Ana? My parcel is late."]
    assert (first.phase, first.best.why) == ("greeting", "You learn what matters.")
    assert [(move.label, move.about) for move in first.techniques] == [("Open question", "Asking.")]
    assert first.worst is not None
    assert (first.worst.text, first.worst.why) == (
        "Your neighbour took it, at number 12.",
        "That is not for you to tell.",
    )
    assert last.best.action == "crm"
    assert [heard.kind for heard in told.last] == [Kind.ENDING]


def test_techniques_are_in_the_language_asked_for() -> None:
    told = commented_of(parcel(), "Ana", "fr", CACHE, variant="illness")
    assert told.turns[0].techniques[0].label == "Question ouverte"


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_call_can_be_told(name: str) -> None:
    loaded = shipped(name)
    for variant in loaded.scenario.variants:
        told = commented_of(loaded, "", "fr", CACHE, variant=variant.id)
        values = CACHE.values(loaded.scenario, loaded.rubric, variant.id)
        assert len(told.turns) == len(values.ideal)
        assert all(turn.best.why for turn in told.turns)


@pytest.mark.parametrize("seed", range(30))
def test_random_calls_are_told(seed: int) -> None:
    loaded = random_call(seed)
    told = commented_of(loaded, "Ana", "en", CACHE, variant=loaded.scenario.variants[0].id)
    assert all(turn.worst is None or turn.worst.text != turn.best.text for turn in told.turns)
