"""Where an analysis starts: what `--from STATE` and `--set NAME=VALUE` mean in each variant of a call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message
from simulator.model.nearest import nearest

if TYPE_CHECKING:
    from simulator.library import Loaded
    from simulator.model.position import Position

_LISTED = 12


def settings(pairs: Iterable[str]) -> dict[str, str]:
    """The values that are set, by name. Raises Refused for what is no `name=value`."""
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not (name and equals and value):
            text = N_("“{pair}” sets nothing. Write a name, = and a value: trust=2.")
            raise Refused(Message(text, {"pair": pair[:80]}), Exit.USAGE)
        found[name] = value
    return found


def starts(
    loaded: Loaded, variants: Sequence[str], state: str | None, values: dict[str, str]
) -> dict[str, Position | None]:
    """Where the calls of each variant start; None is where they always do. Raises Refused for what the call lacks."""
    if state is None and not values:
        return dict.fromkeys(variants)
    scenario = loaded.scenario
    if state is not None and state not in scenario.states:
        text = N_("There is no state {name}. Did you mean {near}?"), N_("There is no state {name}. There are: {names}.")
        raise _unknown(state, list(scenario.states), *text)
    for name in values:
        if name not in scenario.variables:
            text = (
                N_("There is no gauge and no fact {name}. Did you mean {near}?"),
                N_("There is no gauge and no fact {name}. There are: {names}."),
            )
            raise _unknown(name, list(scenario.variables), *text)
    return {variant: _start(loaded, variant, state, values) for variant in variants}


def _start(loaded: Loaded, variant: str, state: str | None, values: dict[str, str]) -> Position:
    from simulator.preview.trial import first_trial
    from simulator.session.errors import SessionError

    trial = first_trial(loaded.scenario, loaded.rubric).restart(variant)
    try:
        return (trial if state is None else trial.jump(state)).setting(values).position
    except SessionError as error:
        raise Refused(error.message, Exit.USAGE) from None


def _unknown(name: str, known: list[str], meant: str, listed: str) -> Refused:
    near = nearest(name, known)
    told = {"name": name[:80], "near": near, "names": known[:_LISTED]}
    return Refused(Message(listed if near is None else meant, told), Exit.USAGE)
