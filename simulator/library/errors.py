"""What a person is told where a scenario cannot be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.message import Message

if TYPE_CHECKING:
    from simulator.model.diagnostic import Diagnostic
    from simulator.model.source import SourceText


class LibraryError(Exception):
    """A file or id cannot be used. `diagnostics` are places in `source`, where it could be read at all."""

    def __init__(
        self,
        message: Message,
        diagnostics: tuple[Diagnostic, ...] = (),
        source: SourceText | None = None,
        *,
        usage: bool = False,
    ) -> None:
        super().__init__(message.text)
        self.message = message
        self.diagnostics = diagnostics
        self.source = source
        self.usage = usage
        """Whether what was named is not there, and nothing is wrong with what is."""
