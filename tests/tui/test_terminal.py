"""On a real terminal: it is left as it was found, however the program ends, and the exit status says how."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from simulator.model.events import Paused
from simulator.record import open_record

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are of other systems", allow_module_level=True)

from tests.tui.terminal import CONTROL, ENTERED, LEFT, running

PLAY = ("play", "prelevement-rejete", "--new", "--seed", "1")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A user who has been here before, and waits for no words to be spoken."""
    (tmp_path / "config.toml").write_text('motion = "reduced"\n', encoding="utf-8")
    return {
        "ROLECALL_HOME": str(tmp_path), "ROLECALL_TRAINEE": "Ana", "ROLECALL_LANGUAGE": "en",
        "TERM": "xterm-256color", "LANG": "C.UTF-8",
    }  # fmt: skip


def events(home: Path) -> list[object]:
    with open_record(str(home / "rolecall.db"), create=False) as record:
        (waiting,) = record.all_unfinished()
        return [one.event for one in record.events(waiting.session)]


@pytest.mark.parametrize("key", ["\x03", "\x11"], ids=["ctrl-c", "ctrl-q"])
def test_the_program_is_left_at_any_moment(environment: dict[str, str], tmp_path: Path, key: str) -> None:
    with running(*PLAY, environment=environment) as terminal:
        terminal.wait_for(ENTERED)
        terminal.type(key)
        assert terminal.status() == 0
        assert terminal.raw.count(LEFT) == 1
    with running(*PLAY, environment=environment) as terminal:
        terminal.wait_for("Take the call")
        terminal.type("\r")
        terminal.wait_for("Your answer")
        terminal.type(key)
        assert terminal.status() == 0
        assert not CONTROL.sub("", terminal.raw[terminal.raw.rindex(LEFT) :]).strip(), "nothing is left behind"
    assert isinstance(events(tmp_path)[-1], Paused)


def test_a_signal_to_end_leaves_the_terminal_clean(environment: dict[str, str]) -> None:
    with running(*PLAY, environment=environment) as terminal:
        terminal.wait_for("Take the call")
        terminal.kill(signal.SIGTERM)
        assert terminal.status() == 128 + signal.SIGTERM
        assert LEFT in terminal.raw


@pytest.mark.parametrize("ignored", [False, True])
def test_a_terminal_that_goes_away_ends_the_program_and_the_call_is_kept(
    environment: dict[str, str], tmp_path: Path, ignored: bool
) -> None:
    def begin() -> None:
        # However the tests themselves were started: `nohup` hands its deafness on.
        signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else signal.SIG_DFL)

    with running(*PLAY, environment=environment, before=begin) as terminal:
        terminal.wait_for("Take the call")
        terminal.type("\r")
        terminal.wait_for("Your answer")
        terminal.hang_up()
        assert terminal.status() == (129 if ignored else -signal.SIGHUP)
    assert events(tmp_path)


FAULT = """
from simulator.tui.screens.briefing import BriefingScreen
def fail(self):
    secret = "a name"
    raise ZeroDivisionError("oops")
BriefingScreen.action_home = fail
from simulator.cli import main
main(["play", "prelevement-rejete", "--new"])
"""


def test_a_fault_of_the_program_is_a_sentence_and_status_1(environment: dict[str, str], tmp_path: Path) -> None:
    with running(environment=environment, code=FAULT) as terminal:
        terminal.wait_for("Take the call")
        terminal.type("\x1b")
        assert terminal.status() == 1
        said = terminal.text[terminal.raw.index(LEFT) - len(terminal.raw) :]
        assert "RoleCall met a fault of its own" in said
        assert "Traceback" not in said
        assert "a name" not in said
    written = (tmp_path / "cache" / "fault.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError: oops" in written


def test_no_colour_is_none_where_none_is_wished(environment: dict[str, str]) -> None:
    with running(*PLAY, environment={**environment, "NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.wait_for("Take the call")
        terminal.type("\x11")
        terminal.status()
        shades = {
            tuple(map(int, part.split(";")[2:5])) for part in terminal.raw.split("\x1b[") if part.startswith("38;2;")
        }
        assert all(red == green == blue for red, green, blue in shades)


def test_the_first_start_and_a_call_by_hand(environment: dict[str, str], tmp_path: Path) -> None:
    del environment["ROLECALL_TRAINEE"], environment["ROLECALL_LANGUAGE"]
    with running(environment=environment) as terminal:
        terminal.wait_for("Your name or staff number")
        terminal.type("Ana\r")
        terminal.wait_for("Search")
        terminal.type("\x11")
        assert terminal.status() == 0
    assert 'name = "Ana"' in (tmp_path / "config.toml").read_text(encoding="utf-8")
