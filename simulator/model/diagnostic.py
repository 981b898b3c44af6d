"""What `rolecall check` has to say of a file, as data; printing it is somebody else's work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.model.message import Message
from simulator.model.source import Span


class Severity(StrEnum):
    """An error keeps the file from being played; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


def severity_of(code: str) -> Severity:
    """Codes that begin with W warn; all others are errors."""
    return Severity.WARNING if code.startswith("W") else Severity.ERROR


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem of one file.

    `code` is stable for ever (E1.. text, E2.. keys and values, E3.. names, E4.. the call as a machine, W..).
    `headline` says what is wrong, `help` what to write instead. `span` is None only where the file has no
    place to show (unreadable, not text).
    """

    code: str
    severity: Severity
    headline: Message
    span: Span | None = None
    help: Message | None = None
    file: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order of reading: file, line, column, code."""
        place = (self.span.line, self.span.column) if self.span else (0, 0)
        return (self.file, *place, self.code)


@dataclass(frozen=True, slots=True)
class Allowed:
    """A warning that the author of the file lets stand, and why."""

    diagnostic: Diagnostic
    reason: str


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Whether any of `diagnostics` keeps the file from being played."""
    return error_count(diagnostics) > 0


def error_count(diagnostics: tuple[Diagnostic, ...]) -> int:
    """How many of `diagnostics` keep the file from being played."""
    return sum(d.severity is Severity.ERROR for d in diagnostics)
