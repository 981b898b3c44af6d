"""One session's unchanging side: its scenario, rubric and names, and the rules of its mode."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

from scoring.rubric import Rubric
from simulator.engine import Stepper, view
from simulator.model.events import Started
from simulator.model.mode import Mode
from simulator.model.scenario import Scenario
from simulator.model.view import View
from simulator.session.filling import Filling
from simulator.session.progress import Progress, shown
from simulator.session.reading import seconds_to_read


@dataclass(frozen=True, eq=False)
class Play:
    """What a session is played with. `trainee` is the name that fills `{agent}`."""

    scenario: Scenario
    rubric: Rubric
    started: Started
    trainee: str
    stepper: Stepper

    @property
    def silence_counts(self) -> bool:
        """Whether silence counts: in an exam, and in practice where it was asked for; never without a clock."""
        return self.started.silence and self.started.time_factor > 0

    @cached_property
    def filling(self) -> Filling:
        """What fills the braces of this session's texts."""
        return Filling(self.scenario, self.started.variant, self.trainee)

    def asks_words(self, progress: Progress) -> bool:
        """Whether the trainee is to say it first, before there are choices: not where there is nothing to say."""
        if not self.started.say_first or progress.typed is not None:
            return False
        plain = view(self.stepper, progress.position)
        return plain.speaks and any(offered.action is None for offered in plain.offered)

    def view(self, progress: Progress) -> View:
        """The moment as the trainee may see it: texts filled, choices in shown order, the clock in real seconds.

        Silence counts from when the choices could have been read. As long as the trainee is to say it first there are
        no choices, and silence does not count: to write takes longer than to speak.
        """
        plain = view(self.stepper, progress.position)
        if self.asks_words(progress):
            return replace(plain, offered=(), silence_after=None)
        by_id = {offered.id: offered for offered in plain.offered}
        ordered = [by_id[choice] for choice in shown(self.stepper, progress, self.started.seed)]
        offered = tuple(replace(offered, text=self.filling(offered.text)) for offered in ordered)
        after = plain.silence_after if self.silence_counts else None
        if after is not None:
            after = math.ceil((seconds_to_read(offered) + after) * self.started.time_factor)
        return replace(plain, offered=offered, silence_after=after)


def silence_by_default(mode: Mode, asked: bool | None) -> bool:
    """Whether silence counts in a session of that mode: always in an exam, in practice if asked for, never guided."""
    return mode is Mode.EXAM or (mode is Mode.PRACTICE and bool(asked))
