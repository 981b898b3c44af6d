"""The exit statuses, and the one exception that ends a command with a sentence."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.model.message import Message


class Exit(IntEnum):
    """What a program that runs `rolecall` can rely on."""

    SUCCESS = 0
    """It did what was asked."""
    PROBLEM = 1
    """A check found errors, or something kept the command from doing its work."""
    USAGE = 2
    """The command line was wrong, or named something that is not there."""


class Refused(Exception):
    """A command ends with a sentence on stderr and an exit status."""

    def __init__(self, message: Message, status: Exit = Exit.PROBLEM, details: str = "") -> None:
        super().__init__(message.text)
        self.message = message
        self.status = status
        self.details = details
        """Lines to print below the sentence, such as diagnostics."""
