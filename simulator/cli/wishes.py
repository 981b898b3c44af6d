"""From options and settings to what a front end is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.cli.naming import check_variant
from simulator.model.mode import Mode
from simulator.session.wish import Wish

if TYPE_CHECKING:
    from simulator.cli.context import Context
    from simulator.library import Loaded


def wish_of(
    context: Context,
    loaded: Loaded | None,
    trainee: str,
    *,
    mode: str | None = None,
    resume: bool | None = None,
    seed: int | None = None,
    variant: str | None = None,
    silence: bool | None = None,
    say_first: bool | None = None,
) -> Wish:
    """The wish that the options say. Raises Refused for a variant that the call does not have."""
    if loaded is not None:
        check_variant(loaded.scenario, variant)
    return Wish(
        trainee=trainee,
        mode=Mode(mode) if mode else None,
        seed=seed,
        variant=variant,
        silence=silence,
        time_factor=context.settings.time_factor.value,
        resume=resume,
        say_first=context.settings.say_first.value if say_first is None else say_first,
    )
