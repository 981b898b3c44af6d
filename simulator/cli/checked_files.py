"""Checks one file for `rolecall check`: whatever keeps it from being read becomes a diagnostic of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulator.checking import CheckedFile, check_source
from simulator.library import Cache, find_rubric, read_source
from simulator.model.diagnostic import Allowed, Diagnostic, Severity
from simulator.model.message import Message
from simulator.model.source import SourceText, Span


@dataclass(frozen=True, slots=True)
class Named:
    """The id that a call gives itself, and where it stands in the file."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say of one file: plain values, which one process can hand to another."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...]
    allowed: tuple[Allowed, ...] = ()
    named: Named | None = None
    """None for what is no call, or none that can be read."""


def tell_of(path: Path) -> Told:
    """Check the file at `path`. Raises only what is a fault of the program itself."""
    try:
        return _told(check_source(read_source(path), find_rubric(path, _rubrics())))
    except Exception as error:
        return _unreadable(path, error)


def unusable(path: Path, message: Message) -> Told:
    """What there is to say of a file or folder that cannot be used."""
    return Told(SourceText(str(path), ""), (Diagnostic("E100", Severity.ERROR, message, file=str(path)),))


def _told(file: CheckedFile) -> Told:
    named = None
    if file.scenario is not None and file.compiled is not None and file.compiled.spans is not None:
        named = Named(file.scenario.id, file.compiled.spans.span_of(("id",)))
    return Told(file.source, file.diagnostics, file.allowed, named)


def _unreadable(path: Path, error: Exception) -> Told:
    """A file that could not be read as a diagnostic of its own, so that the other files are still checked."""
    from simulator.cli.failures import as_refusal

    found = tuple(getattr(error, "diagnostics", ()))
    if found:
        return Told(SourceText(str(path), ""), found)
    refusal = as_refusal(error)
    if refusal is None:
        raise error
    return unusable(path, refusal.message)


@cache
def _rubrics() -> Cache:
    """The rubrics that were read, so that the files of a folder share them."""
    return Cache()
