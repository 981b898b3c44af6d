"""What a caller never came out with: the hidden facts of a variant that no line heard in the call revealed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.model.conditions import All, Among, Any, Compare, Condition, Not
from simulator.model.scenario import Choice, Line, Scenario
from simulator.session.debrief import HiddenFact
from simulator.session.play import Play
from simulator.session.progress import Progress


class _Telling(NamedTuple):
    """A line that reveals a fact, and the choice that it answers (None for a state's own line and a silence's)."""

    line: Line
    choice: Choice | None


def never_learned(play: Play, progress: Progress) -> tuple[HiddenFact, ...]:
    """The hidden facts that could have been brought out and were not, in the file's order."""
    heard = {one.reveals for one in progress.heard}
    scenario = play.scenario
    found = []
    for fact in scenario.facts:
        if fact.id not in scenario.hidden_facts or fact.id in heard:
            continue
        tellings = [telling for telling in _tellings(scenario) if telling.line.reveals == fact.id]
        if not tellings:
            continue
        value = fact.values[progress.position.values[scenario.variables[fact.id]]]
        fitting = [t for t in tellings if _could_hold(t.line.when, fact.id, value) is not False]
        # A line that asks for the fact's value says more of it than one that is said whatever the value.
        fitting.sort(key=lambda t: _could_hold(t.line.when, fact.id, value) is not True)
        line = play.filling(fitting[0].line.text) if fitting else None
        choice = fitting[0].choice if fitting else None
        asked = (play.filling(choice.text), choice.action) if choice else (None, None)
        found.append(HiddenFact(fact.id, value, line, *asked))
    return tuple(found)


def _tellings(scenario: Scenario) -> Iterator[_Telling]:
    for state in scenario.states.values():
        for choice in state.choices:
            yield from (_Telling(line, choice) for line in choice.reply)
        yield from (_Telling(line, None) for line in state.says)
        if state.silence is not None:
            yield from (_Telling(line, None) for line in state.silence.reply)


def _could_hold(condition: Condition | None, fact: str, value: str) -> bool | None:
    """Whether `condition` holds where `fact` is `value`; None where that depends on other gauges and facts too."""
    match condition:
        case None:
            return None
        case Compare(name=name, operator=operator, value=wanted):
            if name != fact:
                return None
            return (value == wanted) == (operator == "==")
        case Among(name=name, values=values):
            return value in values if name == fact else None
        case Not(part=part):
            inner = _could_hold(part, fact, value)
            return None if inner is None else not inner
        case All(parts=parts):
            inner_all = [_could_hold(part, fact, value) for part in parts]
            return False if False in inner_all else None if None in inner_all else True
        case Any(parts=parts):
            inner_any = [_could_hold(part, fact, value) for part in parts]
            return True if True in inner_any else None if None in inner_any else False
