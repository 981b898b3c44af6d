"""Where an author stands in a call that is being written, and what may be done from there. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from scoring.rubric import Rubric
from simulator.engine import NoRoute, NotOnOffer, NoWayBack, compiled_of, opening, view
from simulator.model.heard import Heard
from simulator.model.message import N_, Message
from simulator.model.position import Position
from simulator.model.scenario import SILENCE, Ending, Fact, Gauge, Scenario
from simulator.model.view import View
from simulator.session.errors import SessionError, too_late, unknown_variant
from simulator.session.filling import Filling
from simulator.session.progress import Progress, Taken, begin, take

_UNSHUFFLED: Final = 0
"""Authors see the choices in the order of their file, so that no seed is of any use here."""
_PAST_MOST: Final = 50
"""How many jumps, settings and new starts can be undone."""


class Known(NamedTuple):
    """A fact as it stands."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A call and a position in it. `agent` fills `{agent}`; `past` is where one stood before each jump."""

    scenario: Scenario
    rubric: Rubric
    variant: str
    progress: Progress
    agent: str = ""
    past: tuple[tuple[str, Progress], ...] = ()

    @property
    def position(self) -> Position:
        """Where the call stands, in full."""
        return self.progress.position

    @property
    def view(self) -> View:
        """The moment: texts filled, choices in the file's order."""
        filling, plain = self.filling, view(compiled_of(self.scenario), self.position)
        return replace(plain, offered=tuple(replace(one, text=filling(one.text)) for one in plain.offered))

    @property
    def transcript(self) -> tuple[Heard, ...]:
        """What was heard since the start, or since the last jump; texts filled."""
        return self.filling.heard(self.progress.heard)

    @property
    def caller(self) -> str:
        """The caller's name; empty where the scenario gives none."""
        return self.scenario.caller_name

    @property
    def facts(self) -> tuple[Known, ...]:
        """The facts as they stand, in the file's order."""
        values = self.position.values[len(self.scenario.gauges) :]
        return tuple(Known(fact.id, fact.values[v]) for fact, v in zip(self.scenario.facts, values, strict=True))

    @property
    def spent(self) -> tuple[str, ...]:
        """What can happen once and has: `state/choice`, or `always[2]`."""
        names = compiled_of(self.scenario).marks.names()
        return tuple(name for bit, name in names.items() if self.position.spent & bit)

    @property
    def ending(self) -> Ending | None:
        """How the call ended, once it is over; texts filled."""
        found = self.scenario.endings.get(self.position.state)
        return None if found is None else self.filling.ending(found)

    def why(self, taken: Taken) -> str | None:
        """Why an answer that was given is worth what it is, as the file says it; None for a silence, or no words."""
        if taken.choice == SILENCE:
            return None
        why = self.scenario.states[taken.before.state].choice(taken.choice).why_by(taken.step.advance.route)
        return None if why is None else self.filling(why)

    @property
    def may_undo(self) -> bool:
        """Whether something was done that can be undone."""
        return bool(self.progress.taken or self.past)

    @property
    def may_be_silent(self) -> bool:
        """Whether a silence can count here."""
        return compiled_of(self.scenario).silence_possible(self.position)

    @property
    def filling(self) -> Filling:
        """What fills the braces of the texts."""
        return Filling(self.scenario, self.variant, self.agent)

    def choose(self, choice: str) -> Trial:
        """Take a choice, or `SILENCE`. Raises SessionError where it is not on offer, or leads nowhere."""
        try:
            return replace(self, progress=take(compiled_of(self.scenario), self.progress, _UNSHUFFLED, choice, 0))
        except NotOnOffer:
            raise too_late() from None
        except NoRoute:
            text = N_("No item of the `goto` of `{choice}` holds here: the call cannot go on.")
        except NoWayBack:
            text = N_("`{choice}` leads `back`, but no `always` rule led here: the call cannot go on.")
        raise SessionError(Message(text, {"choice": choice}))

    def keep_silent(self) -> Trial:
        """Say nothing. Raises SessionError where no silence can count."""
        return self.choose(SILENCE)

    def undo(self) -> Trial:
        """Take the last answer back, else the last jump. Raises SessionError where nothing was done."""
        if self.progress.taken:
            return replace(self, progress=replace(self.progress, taken=self.progress.taken[:-1]))
        if not self.past:
            raise SessionError(Message(N_("There is nothing to undo.")))
        variant, progress = self.past[-1]
        return replace(self, variant=variant, progress=progress, past=self.past[:-1])

    def restart(self, variant: str | None = None) -> Trial:
        """Begin the call again, in another variant where one is named. Raises SessionError for an unknown one."""
        wanted = self.variant if variant is None else variant
        if wanted not in [one.id for one in self.scenario.variants]:
            raise unknown_variant(self.scenario, wanted)
        return self._anew(wanted, begin(compiled_of(self.scenario), wanted))

    def next_variant(self) -> Trial:
        """Begin the call again in the variant that follows in the file."""
        known = [one.id for one in self.scenario.variants]
        return self.restart(known[(known.index(self.variant) + 1) % len(known)])

    def jump(self, state: str) -> Trial:
        """Enter a state, or an ending, with everything else as it is. Raises SessionError for an unknown one."""
        if state not in self.scenario.states and state not in self.scenario.endings:
            raise SessionError(Message(N_("There is no state and no ending `{name}`."), {"name": state[:80]}))
        return self._enter(self.position._replace(state=state))

    def setting(self, values: Mapping[str, int | str]) -> Trial:
        """Enter the state again with other gauges and facts. Raises SessionError for what they cannot be."""
        now = list(self.position.values)
        for name, value in values.items():
            place = self.scenario.variables.get(name)
            if place is None:
                raise SessionError(Message(N_("There is no gauge and no fact `{name}`."), {"name": name[:80]}))
            now[place] = _number(variables(self.scenario)[place], value)
        return self._enter(self.position._replace(values=tuple(now)))

    def _enter(self, position: Position) -> Trial:
        return self._anew(self.variant, entering(self.scenario, position))

    def _anew(self, variant: str, progress: Progress) -> Trial:
        past = (*self.past, (self.variant, self.progress))[-_PAST_MOST:]
        return replace(self, variant=variant, progress=progress, past=past)


def first_trial(scenario: Scenario, rubric: Rubric, agent: str = "") -> Trial:
    """The beginning of a call, in its first variant."""
    variant = scenario.variants[0].id
    return Trial(scenario, rubric, variant, begin(compiled_of(scenario), variant), agent)


def entering(scenario: Scenario, position: Position) -> Progress:
    """A call that is entered at `position`, as if everything before had happened."""
    return Progress(position, opening(compiled_of(scenario), position))


def variables(scenario: Scenario) -> tuple[Gauge | Fact, ...]:
    """The gauges, then the facts: what the values of a position are, in their order."""
    return (*scenario.gauges, *scenario.facts)


def _number(variable: Gauge | Fact, value: int | str) -> int:
    """What stands for `value` in a position. Raises SessionError where it is none of the variable's."""
    if isinstance(variable, Fact):
        if value in variable.values:
            return variable.values.index(str(value))
        text = N_("The fact `{name}` has no value `{value}`. It has: {values}.")
        told = {"name": variable.id, "value": str(value)[:80], "values": list(variable.values)}
        raise SessionError(Message(text, told))
    digits = str(value)
    if digits.isdecimal() and len(digits) <= 4 and int(digits) <= variable.max:
        return int(digits)
    text = N_("The gauge `{name}` goes from 0 to {max}; `{value}` is none of these.")
    raise SessionError(Message(text, {"name": variable.id, "max": variable.max, "value": digits[:80]}))
