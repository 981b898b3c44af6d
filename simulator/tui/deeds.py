"""What a screen does to a call in a thread, where what can go wrong is an answer too."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from simulator.record import RecordError
from simulator.session import OutOfTurn

if TYPE_CHECKING:
    from simulator.session import Call, Turn


def answered(call: Call, choice: str | None, took_ms: int, decision: int) -> Turn | None:
    """Give an answer, a silence where `choice` is None; None where it came too late. Raises RecordError."""
    try:
        if choice is None:
            return call.keep_silent(took_ms, decision=decision)
        return call.choose(choice, took_ms, decision=decision)
    except OutOfTurn:
        return None


def said(call: Call, words: str, decision: int) -> None:
    """Keep what the trainee would say; nothing where it came too late. Raises RecordError."""
    with suppress(OutOfTurn):
        call.say(words, decision=decision)


def paused(call: Call) -> RecordError | None:
    """Note that the call was left; where that cannot be noted it is left all the same, for nothing is lost."""
    try:
        call.pause()
    except RecordError as error:
        return error
    return None
