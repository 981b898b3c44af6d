"""Where whoever looks stands, for the verbs that say so; leaves no trace where nothing was recorded yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.cli.context import Context
    from simulator.library import Entry
    from simulator.session import Standing


def standing(context: Context, entries: Sequence[Entry]) -> Standing:
    """The standing of the trainee in the settings among these calls. Raises RecordError."""
    from simulator.cli.front import system_user
    from simulator.record import Reason, RecordError
    from simulator.session import standing_of
    from simulator.words import language

    name = context.settings.name.value or system_user()
    try:
        with context.record(create=False) as record:
            return standing_of(record, context.library, entries, name, language())
    except RecordError as error:
        if error.reason is not Reason.MISSING:
            raise
    return standing_of(None, context.library, entries, name, language())
