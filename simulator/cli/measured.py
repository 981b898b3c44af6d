"""The call that a verb measures and does not play: it may have errors, which a person is told of in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.words import ngettext

if TYPE_CHECKING:
    from simulator.cli.context import Context
    from simulator.library import Loaded


def load(context: Context, name: str) -> Loaded:
    """The call with that id, or in the file at that path. Raises LibraryError where it cannot be measured."""
    loaded = context.library.load_sound(name)
    if loaded.faults:
        from simulator.cli.failures import tell
        from simulator.cli.paths import typed
        from simulator.model.diagnostic import error_count

        count = error_count(loaded.faults)
        text = ngettext(
            "The call has {count} error; see `rolecall check {file}`.",
            "The call has {count} errors; see `rolecall check {file}`.",
            count,
        )
        tell(text.format(count=count, file=typed(loaded.path)))
    return loaded
