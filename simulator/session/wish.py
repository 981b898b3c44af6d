"""How a call was asked for, before it is opened: what every front end is given."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.model.mode import Mode


@dataclass(frozen=True, slots=True)
class Wish:
    """None leaves a matter to the front end: it asks a person, and takes the plainest way for a script.

    `time_factor` stretches the clocks of silence (0 for no clock). `resume`: go on with the call that was left
    (True), start a new one (False). `say_first`: type what one would say before the choices appear.
    """

    trainee: str
    mode: Mode | None = None
    seed: int | None = None
    variant: str | None = None
    silence: bool | None = None
    time_factor: float = 1.0
    resume: bool | None = None
    say_first: bool = False
