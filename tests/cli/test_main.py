"""Where the program starts: what holds for every verb."""

from __future__ import annotations

import sys

import pytest

from simulator.cli.main import interrupt_again


class Falling:
    """Falls where nothing can be raised: when it is let go."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __del__(self) -> None:
        raise self._error


def let_go(error: BaseException) -> None:
    falling = Falling(error)
    del falling
    # An interrupt comes at one of the next steps.
    for _ in range(1_000):
        pass


def test_an_interrupt_that_fell_where_nothing_can_be_raised_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", interrupt_again)
    with pytest.raises(KeyboardInterrupt):
        let_go(KeyboardInterrupt())


def test_what_else_falls_there_is_told_as_ever(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", interrupt_again)
    let_go(ValueError("far down"))
    assert "ValueError: far down" in capsys.readouterr().err
