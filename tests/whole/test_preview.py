"""`rolecall preview` as a process: in a pipe, on a terminal, beside an editor; nothing of it is recorded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.little import put
from tests.tui.terminal import ENTERED, LEFT, running
from tests.whole.program import environment, on_terminal, run

PROMPT = "Your command (a number, ? for help):"
SLIP = {"goto: solve\n        why": "goto: slove\n        why"}


def recorded(folder: Path) -> list[Path]:
    """What was left in the user's folder."""
    return sorted(folder.rglob("*")) if folder.exists() else []


def test_in_a_pipe_it_ends_at_the_end_of_the_input(folder: Path, parcel: Path) -> None:
    ran = run(folder, "preview", parcel, stdin="2\nstate solve\n")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Nothing is wrong with this file.\n")
    assert "State: solve" in ran.out
    assert ran.out.endswith(PROMPT + "\n")
    assert recorded(folder) == []


def test_the_status_says_whether_there_was_a_call(folder: Path, parcel: Path) -> None:
    put(parcel.parent, **SLIP)
    for path in (parcel, parcel.parent / "none.yaml", parcel.parent):
        ran = run(folder, "preview", path, "--plain", stdin="quit\n")
        assert (ran.status, ran.err) == (1, "")
    assert run(folder, "preview").status == 2


@pytest.mark.parametrize("how", [{"TERM": "dumb"}, {"ROLECALL_PLAIN": "1"}])
def test_on_a_terminal_it_speaks_plainly_where_that_is_wished(folder: Path, parcel: Path, how: dict[str, str]) -> None:
    with on_terminal(folder, "preview", parcel, env=how) as program:
        program.wait_for(PROMPT)
        program.type("2\n")
        program.wait_for("Mo Reed, angry: Excuse me?")
        put(parcel.parent, **SLIP)
        program.type("reload\n")
        program.wait_for("error[E301]")
        program.type("\x04")
        ended = program.end()
    assert ended.status == 1
    assert "\x1b" not in ended.out


def test_on_a_terminal_a_save_is_shown_at_once(folder: Path, parcel: Path) -> None:
    with running("preview", str(parcel), environment=environment(folder)) as terminal:
        terminal.wait_for(ENTERED)
        terminal.wait_for("nothing wrong")
        put(parcel.parent, **SLIP)
        terminal.wait_for("1 error")
        terminal.wait_for("Old: this is the call as it last was")
        draft = put(parcel.parent, "draft.yaml", **{"My parcel is late.": "Where is my parcel?"})
        os.replace(draft, parcel)
        terminal.wait_for("Where is my parcel?")
        terminal.type("q")
        assert terminal.status() == 0
        assert terminal.raw.count(LEFT) == 1
    assert not list(folder.rglob("*.db"))


def test_ctrl_c_leaves_at_any_moment(folder: Path, parcel: Path) -> None:
    with running("preview", str(parcel), environment=environment(folder)) as terminal:
        terminal.wait_for(ENTERED)
        terminal.type("\x03")
        assert terminal.status() == 0
        assert "Traceback" not in terminal.text
    with on_terminal(folder, "preview", parcel, "--plain") as program:
        program.wait_for(PROMPT)
        program.interrupt()
        ended = program.end()
    assert ended.status == 1
    assert "Traceback" not in ended.out
