"""Runs a command in this process, as a script would: what it printed, what it said, how it ended."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from simulator import words
from simulator.cli.main import run


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output read as JSON."""
        return json.loads(self.out)


class Commands:
    """Runs commands one after the other in one home."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: object, stdin: str = "", terminal: bool = False) -> Ran:
        """Run `rolecall` with these arguments; `terminal` has a person sit in front of standard input."""
        self._capsys.readouterr()
        self._monkeypatch.setattr(sys, "stdin", Typed(stdin, terminal=terminal))
        try:
            status = run([str(argument) for argument in arguments])
        finally:
            words.use("en")
        out, err = self._capsys.readouterr()
        return Ran(status, out, err)


class Typed(io.StringIO):
    """Lines that are typed, by a person or a script."""

    def __init__(self, text: str, *, terminal: bool = False) -> None:
        super().__init__(text)
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether a person types."""
        return self._terminal
