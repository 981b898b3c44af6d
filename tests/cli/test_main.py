"""Where the program starts: what holds for every verb."""

from __future__ import annotations

import sys
from threading import Event

import pytest

from simulator.cli.main import interrupt_again, run


class Falling:
    """Falls where nothing can be raised: when it is let go."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __del__(self) -> None:
        raise self._error


def let_go(error: BaseException) -> None:
    falling = Falling(error)
    del falling


def test_an_interrupt_that_fell_where_nothing_can_be_raised_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", interrupt_again)
    let_go(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        Event().wait(60)


def test_what_else_falls_there_is_told_as_ever(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "unraisablehook", interrupt_again)
    let_go(ValueError("far down"))
    assert "ValueError: far down" in capsys.readouterr().err


class Interrupted:
    """A name whose class cannot be made: a person stops the program meanwhile."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


def test_what_became_of_an_interrupt_is_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def makes_a_class(*_arguments: object, **_options: object) -> int:
        type("Made", (), {"name": Interrupted()})
        return 0

    monkeypatch.setattr("simulator.cli.app.app.main", makes_a_class)
    assert run(["config"]) == 1
