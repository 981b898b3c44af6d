"""Errors of the lower layers become one sentence and an exit status; faults of the program stay faults."""

from __future__ import annotations

import errno
import io
import os
import sys

import click
import pytest

from simulator import words
from simulator.cli.exits import Exit, Refused
from simulator.cli.failures import as_refusal, ended_by
from simulator.library import LibraryError
from simulator.model.message import Message
from simulator.record import Reason, RecordError


def said(error: Exception) -> str:
    """The sentence that `error` becomes."""
    refusal = as_refusal(error)
    assert refusal is not None
    return words.say(refusal.message)


def system(number: int, name: str | None = None) -> OSError:
    """What the system raises."""
    return OSError(number, os.strerror(number), name) if name else OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (system(errno.ENOSPC), "The disk is full."),
        (system(errno.ENOSPC, "/x"), "The disk is full."),
        (system(errno.EACCES, "/x"), "“/x” may not be read or written by you."),
        (system(errno.ENOENT, "/x"), "There is no file or folder “/x”."),
        (system(errno.EROFS, "/x"), "“/x” is on a disk that cannot be written."),
        (system(errno.EISDIR, "/x"), "“/x” is a folder, not a file."),
        (system(errno.EIO, "/x"), "“/x” cannot be used: Input/output error."),
        (system(errno.EIO), "The system refused: Input/output error."),
        (OSError("strange"), "The system refused: OSError."),
        (MemoryError(), "There is not enough memory for this."),
    ],
)
def test_the_system_is_quoted_in_a_sentence(error: Exception, sentence: str) -> None:
    assert said(error).startswith(sentence)


def test_a_sentence_of_a_lower_layer_is_kept() -> None:
    assert said(RecordError(Reason.LOCKED, Message("Busy."))) == "Busy."
    assert said(LibraryError(Message("No {x}.", {"x": "y"}))) == "No y."


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused(Message("No."), Exit.USAGE), Exit.USAGE),
        (Refused(Message("No.")), Exit.PROBLEM),
        (LibraryError(Message("No."), usage=True), Exit.USAGE),
        (LibraryError(Message("No.")), Exit.PROBLEM),
        (RecordError(Reason.MISSING, Message("No.")), Exit.USAGE),
        (RecordError(Reason.LOCKED, Message("No.")), Exit.PROBLEM),
        (system(errno.ENOSPC), Exit.PROBLEM),
        (click.Abort(), Exit.PROBLEM),
        (click.UsageError("No."), Exit.USAGE),
        (MemoryError(), Exit.PROBLEM),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_failure_has_its_status_and_one_sentence(
    error: Exception, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended_by(error) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1


def test_a_fault_of_the_program_is_not_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(KeyError("x")) is None
    assert capsys.readouterr().err == ""


def test_a_reader_who_went_away_hears_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(BrokenPipeError(errno.EPIPE, "Broken pipe")) == Exit.PROBLEM
    assert capsys.readouterr().err == ""


class Full(io.StringIO):
    """A stream that takes nothing."""

    def write(self, _text: str, /) -> int:
        """Refuse."""
        raise system(errno.ENOSPC)


def test_where_nobody_can_be_told_nothing_more_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    assert ended_by(system(errno.ENOSPC)) == Exit.PROBLEM
    assert ended_by(click.UsageError("No.")) == Exit.USAGE
