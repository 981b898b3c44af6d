"""What becomes of a trial when its call was changed: it stays where it stands as far as that still exists. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from scoring.rubric import Rubric
from simulator.engine import Marks, compiled_of
from simulator.model.message import N_, Message
from simulator.model.position import Position
from simulator.model.scenario import Fact, Gauge, Rule, Scenario
from simulator.preview.trial import Trial, entering, first_trial, variables
from simulator.session.progress import Progress, take


class Carried(NamedTuple):
    """A trial of the changed call, and what had to be given up for it."""

    trial: Trial
    notes: tuple[Message, ...]


def carry(trial: Trial, scenario: Scenario, rubric: Rubric) -> Carried:
    """`trial` in the call that `scenario` is now: the same state, gauges, facts and spent marks where they exist.

    A gauge is cut to its new maximum, what is new has the value it starts with, and where the state is gone the call
    begins again. The words are those of now. Raises nothing.
    """
    notes = []
    fresh = first_trial(scenario, rubric, trial.agent)
    if any(one.id == trial.variant for one in scenario.variants):
        fresh = replace(fresh.restart(trial.variant), past=())
    else:
        text = N_("The variant `{variant}` is gone; this is `{first}`.")
        notes.append(Message(text, {"variant": trial.variant, "first": fresh.variant}))
    move = _Move(trial.scenario, scenario, fresh.variant)
    progress = move.progress(trial.progress)
    if progress is None:
        text = N_("`{state}` is gone; the call begins again.")
        notes.append(Message(text, {"state": trial.position.state}))
    past = [(variant, move.progress(before)) for variant, before in trial.past]
    known = {one.id for one in scenario.variants}
    kept = tuple((variant, before) for variant, before in past if before is not None and variant in known)
    return Carried(replace(fresh, progress=progress or fresh.progress, past=kept), tuple(notes))


class _Move:
    """From one form of a call to another."""

    def __init__(self, old: Scenario, new: Scenario, variant: str) -> None:
        self._old, self._new = old, new
        self._start = compiled_of(new).start(variant)
        self._bits = _bits(old, new)

    def progress(self, progress: Progress) -> Progress | None:
        """`progress` in the new call; None where its state is gone.

        What was heard is heard again where the same answers still lead to the same place; else it begins there.
        """
        here = self.position(progress.position)
        if here is None:
            return None
        again = self._again(progress)
        return again if again is not None and again.position == here else entering(self._new, here)

    def position(self, position: Position) -> Position | None:
        """`position` in the new call; None where its state is gone."""
        new = self._new
        if position.state not in new.states and position.state not in new.endings:
            return None
        before = dict(zip(self._old.variables, zip(variables(self._old), position.values, strict=True), strict=True))
        values = tuple(
            _value(variable, before.get(variable.id), start)
            for variable, start in zip(variables(new), self._start.values, strict=True)
        )
        spent = 0
        for bit, after in self._bits.items():
            spent |= after if position.spent & bit else 0
        return Position(position.state, values, spent, position.back if position.back in new.states else "")

    def _again(self, progress: Progress) -> Progress | None:
        """The same answers given in the new call; None where one cannot be given any more."""
        start = self.position(progress.start)
        if start is None:
            return None
        again, stepper = entering(self._new, start), compiled_of(self._new)
        for taken in progress.taken:
            if again.position.state != taken.before.state:
                return None
            try:
                again = take(stepper, again, 0, taken.choice, 0)
            except LookupError:
                return None
        return again


def _value(variable: Gauge | Fact, before: tuple[Gauge | Fact, int] | None, start: int) -> int:
    """What stands for the value that a gauge or a fact had before, if it was one of its kind; else `start`."""
    if before is None or type(before[0]) is not type(variable):
        return start
    was, value = before
    if isinstance(variable, Gauge):
        return min(value, variable.max)
    word = was.values[value] if isinstance(was, Fact) else ""
    return variable.values.index(word) if word in variable.values else start


def _bits(old: Scenario, new: Scenario) -> dict[int, int]:
    """The bit of each mark of `old` in `new`: choices and silences go by their ids, rules by what they say."""
    before, after = Marks(old), Marks(new)
    bits = {bit: after.bits[owner] for owner, bit in before.bits.items() if owner in after.bits}
    # Several rules may say the same: the last is the last one then, and so on; where there are fewer now, the first
    # of them stands for the rest.
    rules = defaultdict[Rule, list[int]](list)
    for number, rule in enumerate(new.always):
        rules[rule].append(number)
    for number, rule in reversed([*enumerate(old.always)]):
        if rule.once and rules[rule]:
            same = rules[rule].pop() if len(rules[rule]) > 1 else rules[rule][0]
            bits[before.rule(number)] = after.rule(same)
    return bits
