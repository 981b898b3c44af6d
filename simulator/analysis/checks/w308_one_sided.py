"""W308: a criterion that can only be earned, or only be lost."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground, choice_place, choices
from simulator.analysis.graph import Place
from simulator.model.message import N_, Message
from simulator.model.scenario import Points, Scenario


def find(ground: Ground) -> Iterator[Finding]:
    """Every such criterion, where the file first gives points on it."""
    first, signs = dict[str, Place](), dict[str, set[bool]]()
    for place, points in _scores(ground.scenario):
        for criterion, given in points:
            if given:
                first.setdefault(criterion, (*place, "score", criterion))
                signs.setdefault(criterion, set()).add(given > 0)
    for criterion, place in first.items():
        if len(signs[criterion]) == 1:
            yield Finding("W308", place, *_words(criterion, earned=True in signs[criterion]))


def _scores(scenario: Scenario) -> Iterator[tuple[Place, Points]]:
    """All points of the file: of choices, of the items of their `goto`, of endings."""
    for state, choice in choices(scenario):
        place = choice_place(state.id, choice.id)
        yield place, choice.score
        for number, route in enumerate(choice.routes):
            yield (*place, "goto", number), route.score
    for ending in scenario.endings.values():
        yield ("endings", ending.id), ending.score


def _words(criterion: str, *, earned: bool) -> tuple[Message, Message]:
    name = {"criterion": criterion}
    if earned:
        return (
            Message(N_("`{criterion}` can only be earned in this call: nothing takes a point off it."), name),
            Message(N_("Give -1 to a choice that does harm in this respect, or leave the criterion out."), name),
        )
    return (
        Message(N_("`{criterion}` can only be lost in this call: nothing gives a point on it."), name),
        Message(N_("Give +1 or +2 to a choice that does well in this respect, or leave the criterion out."), name),
    )
