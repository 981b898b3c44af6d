"""Talks with the plain mode: what is typed goes in, what is told comes out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.library import Loaded
from simulator.plain.console import Console
from simulator.plain.playing import Playing, play
from simulator.record import Record
from simulator.session.wish import Wish
from tests.memory import CACHE


class Typed(io.StringIO):
    """Lines that are typed, by a person or by a script. A line may say how long it takes: `30 s: 2`."""

    def __init__(self, lines: Iterable[str], *, person: bool) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self._person = person
        self._seconds = 0.0

    def isatty(self) -> bool:
        """Whether a person types."""
        return self._person

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """The next line, when its time has passed."""
        line = super().readline(-1 if size is None else size)
        seconds, mark, rest = line.partition(" s: ")
        if not mark:
            return line
        self._seconds += float(seconds)
        return rest

    def clock(self) -> float:
        """The time in seconds."""
        return self._seconds


@dataclass(frozen=True)
class Said:
    """What a talk came to: everything told, and whether the call ended."""

    text: str
    over: bool = False

    @property
    def lines(self) -> list[str]:
        """What was told, line by line."""
        return self.text.splitlines()


def console(*lines: str, person: bool = False) -> tuple[Console, io.StringIO]:
    """A console at which `lines` are typed, and what it tells."""
    told = io.StringIO()
    typed = Typed(lines, person=person)
    return Console(typed, told, typed.clock), told


def take(record: Record, loaded: Loaded, *lines: str, person: bool = False, **wishes: object) -> Said:
    """Take a call by typing `lines`; raises what the call raises."""
    talk, told = console(*lines, person=person)
    wish = Wish(**{"trainee": "Ana", "seed": 1, "variant": loaded.scenario.variants[0].id, **wishes})  # type: ignore[arg-type]
    over = play(Playing(talk, record, CACHE, loaded, loaded.scenario.id, wish))
    return Said(told.getvalue(), over)


def without_code(text: str) -> str:
    """`text` without the code of the record, which is another one each time."""
    return re.sub(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", "####-####", text)
