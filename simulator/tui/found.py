"""What the record says before a call is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from simulator.model.mode import Mode
from simulator.tui.widgets.modes import RESUME

if TYPE_CHECKING:
    from simulator.library import Loaded
    from simulator.tui.desk import Desk


class Found(NamedTuple):
    """What waits, and what would come."""

    waiting: str | None
    """The session of this scenario that was left before its end."""
    variants: Mapping[str, str]
    """The variant that each mode would take; under `RESUME` that of the session that waits."""
    mode: Mode
    """The mode that suits the trainee where they wish for none."""


def look(desk: Desk, loaded: Loaded) -> Found:
    """Ask the record; for a worker thread. Raises RecordError."""
    from simulator.session import choose_variant, first_mode

    record, wish, scenario = desk.record, desk.wish, loaded.scenario
    person = record.people.id_of(wish.trainee)
    waiting = record.unfinished(person, scenario.id) if person else None

    def variant(mode: Mode) -> str:
        return wish.variant or choose_variant(record, scenario, wish.trainee, mode, world=desk.world)

    learning = variant(Mode.PRACTICE)
    variants: dict[str, str] = {Mode.GUIDED: learning, Mode.PRACTICE: learning, Mode.EXAM: variant(Mode.EXAM)}
    mode = wish.mode or first_mode(record, wish.trainee)
    if waiting is None:
        return Found(None, variants, mode)
    return Found(waiting.session, {**variants, RESUME: waiting.variant}, mode)
