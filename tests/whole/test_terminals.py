"""A person at a terminal: colours where they are welcome, the first start, the end of the input."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.library.little import put
from tests.whole.program import on_terminal, run

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def faulty(parcel: Path) -> Path:
    """The small call with a word that means nothing."""
    return put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_diagnostics_are_coloured_on_a_terminal_alone(
    env: dict[str, str], coloured: bool, folder: Path, parcel: Path
) -> None:
    with on_terminal(folder, "check", faulty(parcel), env=env) as program:
        ended = program.end()
    assert ended.status == 1
    assert bool(ESCAPE.search(ended.out)) is coloured
    assert "slove" in ended.out
    assert not ESCAPE.search(run(folder, "check", parcel).out)


def test_a_person_starts_for_the_first_time(folder: Path, parcel: Path) -> None:
    settled = {"ROLECALL_TRAINEE": "", "ROLECALL_LANGUAGE": "", "LANG": "fr_FR.UTF-8", "LC_ALL": "", "LANGUAGE": ""}
    with on_terminal(folder, "--plain", "--library", parcel.parent, env=settled) as program:
        program.wait_for("Language / Langue")
        program.type("2\n")
        program.wait_for("Votre nom ou votre matricule")
        program.type("Léa\n")
        program.wait_for("Quel appel")
        program.type("q\n")
        assert program.end().status == 0
    assert 'name = "Léa"' in (folder / "config.toml").read_text(encoding="utf-8")
    with on_terminal(folder, "--plain", "--library", parcel.parent, env=settled) as program:
        program.wait_for("Quel appel")
        assert "matricule" not in program.text
        program.type("\x04")
        ended = program.end()
    assert ended.status == 1
    assert ended.out.rstrip().splitlines()[-1].startswith("rolecall: ")


def test_the_end_of_the_input_in_a_call_keeps_it(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel, "--plain", "--seed", "1", "--mode", "practice") as program:
        program.wait_for("Press Enter")
        program.type("\n")
        program.wait_for("Your answer")
        program.type("3\n")
        program.wait_for("Your answer", 2)
        program.type("\x04")
        ended = program.end()
    assert ended.status == 1
    assert "goes on with it." in ended.out
    with on_terminal(folder, "play", parcel, "--plain") as program:
        program.wait_for("Go on with it? (y/n)")
        program.type("y\n")
        program.wait_for("You: What was in the parcel")
        program.wait_for("Your answer")
        program.type("q\n")
        assert program.end().status == 0


def test_a_dumb_terminal_is_spoken_to_line_by_line(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel, "--mode", "exam", env={"TERM": "dumb"}) as program:
        program.wait_for("Press Enter")
        program.type("\n")
        program.wait_for("You have 18")
        program.type("q\n")
        ended = program.end()
    assert ended.status == 0
    assert "\x1b" not in ended.out


def test_a_terminal_without_standard_error_is_spoken_to_line_by_line(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel, "--mode", "practice", errors_aside=True) as program:
        program.wait_for("Press Enter")
        program.type("\n")
        program.wait_for("Your answer")
        program.type("q\n")
        assert program.end().status == 0


def test_the_screens_open_in_a_home_that_is_not_there_yet(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel) as program:
        program.wait_for("The parcel of Mo Reed")
        assert folder.is_dir()


def test_a_debrief_is_talked_about_line_by_line(folder: Path, parcel: Path) -> None:
    with on_terminal(folder, "play", parcel, "--plain", "--seed", "1", "--mode", "practice") as program:
        program.wait_for("Press Enter")
        program.type("\n")
        for number, answer in enumerate("3311", start=1):
            program.wait_for("Your answer", number)
            program.type(f"{answer}\n")
        program.wait_for("What went well?")
        assert "of 100" not in program.text
        program.type("I asked.\n")
        program.wait_for("What would you change?")
        program.type("\n")
        program.wait_for("Try again from which decision?")
        assert "What went well? I asked." in program.text
        program.type("f\n")
        program.wait_for("Kept as a page to read and print")
        program.type("1\n")
        program.wait_for("Your answer", 5)
        program.type("q\n")
        assert program.end().status == 0
    (page,) = (folder / "documents").iterdir()
    assert page.read_text(encoding="utf-8").endswith("</html>\n")
