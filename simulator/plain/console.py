"""Lines out and answers in: all that the plain mode knows of a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from simulator.model.message import N_, Message
from simulator.model.unseen import visible, visible_lines
from simulator.plain.waiting import wait_for_a_line

LINE_MAX = 2_000
"""How many characters of an answer are read; the rest of its line is passed over."""


class InputEnded(Exception):
    """There is nothing more to read: the pipe is empty, or the person pressed the key that ends the input."""

    def __init__(self, message: Message | None = None) -> None:
        self.message = message or Message(N_("The input ended. Everything that was recorded is kept."))
        super().__init__(self.message.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """A line that was typed, without blanks around it, and how long it took in milliseconds."""

    text: str
    took_ms: int

    @property
    def word(self) -> str:
        """The answer whatever its capitals."""
        return self.text.casefold()


class Console:
    """Talks with a person, or with a script, one line at a time."""

    def __init__(
        self, source: TextIO | None = None, target: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._source = source or sys.stdin
        self._target = target or sys.stdout
        self._clock = clock

    @property
    def is_terminal(self) -> bool:
        """Whether a person sits in front of it, who can be asked and waited for."""
        return self._source.isatty()

    def tell(self, line: str = "") -> None:
        """Print one line."""
        self._print(visible(line))

    def tell_text(self, text: str) -> None:
        """Print a text with its own lines."""
        for line in visible_lines(text).rstrip("\n").split("\n"):
            self._print(line)

    def ask(self, prompt: str) -> Answer:
        """Print a prompt on a line of its own and read the answer. Raises InputEnded."""
        print(visible(prompt), file=self._target, flush=True)
        before = self._clock()
        line = self._read_line()
        if not line:
            raise InputEnded
        return Answer(line.strip(), max(0, round((self._clock() - before) * 1000)))

    def _print(self, line: str) -> None:
        """Print a line; on a terminal broken between words, which it would break anywhere."""
        if self._target.isatty():
            columns = shutil.get_terminal_size().columns
            parts = textwrap.wrap(line, max(20, columns), break_long_words=False, break_on_hyphens=False)
            line = "\n".join(parts)
        print(line, file=self._target)

    def _read_line(self) -> str:
        if self.is_terminal:
            wait_for_a_line(self._source)
        line = rest = self._source.readline(LINE_MAX)
        while rest and not rest.endswith("\n"):
            rest = self._source.readline(LINE_MAX)
        return line
