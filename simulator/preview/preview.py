"""What there is to show of a file that is being written: its newest reading, and the last good call. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.model.message import Message
from simulator.preview.carrying import carry
from simulator.preview.reading import Reading
from simulator.preview.trial import Trial, first_trial


@dataclass(frozen=True, slots=True)
class Preview:
    """`trial` is None until a call could be read; `notes` is what it had to give up when the file changed."""

    reading: Reading | None = None
    trial: Trial | None = None
    notes: tuple[Message, ...] = ()
    agent: str = ""

    @property
    def is_old(self) -> bool:
        """Whether the trial is of the call as it was before the errors that the file has now."""
        return self.trial is not None and self.reading is not None and not self.reading.has_call

    def read(self, reading: Reading) -> Preview:
        """What there is to show when the file was read again."""
        scenario, rubric = reading.file.scenario, reading.file.rubric
        if scenario is None or rubric is None:
            return replace(self, reading=reading, notes=())
        if self.trial is None:
            return replace(self, reading=reading, trial=first_trial(scenario, rubric, self.agent), notes=())
        if self.trial.scenario is scenario:
            return replace(self, reading=reading)
        trial, notes = carry(self.trial, scenario, rubric)
        return replace(self, reading=reading, trial=trial, notes=notes)

    def tried(self, trial: Trial) -> Preview:
        """What there is to show when the author did something."""
        return replace(self, trial=trial, notes=())
