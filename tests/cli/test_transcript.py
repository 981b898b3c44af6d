"""`rolecall transcript`: which call is told, what a hostile one does, and what is said of a slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cli.exits import Exit
from simulator.cli.wrapping import wrapped
from simulator.model.unseen import UNSEEN, visible_lines
from simulator.words.columns import columns_of
from tests.cli.running import Commands
from tests.library.little import put
from tests.strategies.shipped import SOME


def marks(text: str) -> list[str]:
    """What is said of each decision: the last word or figure on its line."""
    return [line.split()[-1] for line in text.splitlines() if line[:1].isdigit()]


def test_the_best_call_costs_nothing_and_the_worst_the_most(rolecall: Commands, parcel: Path) -> None:
    best, worst = (rolecall("transcript", parcel, "--play", name) for name in ("ideal", "worst"))
    assert (best.status, best.err, worst.status, worst.err) == (Exit.SUCCESS, "", Exit.SUCCESS, "")
    assert best.out == rolecall("transcript", parcel).out
    assert set(marks(best.out)) == {"best"}
    assert "Passed: 100 of 100" in best.out
    assert "Not passed: a critical error" in worst.out
    others = [rolecall("transcript", parcel, "--play", "random", "--seed", seed).out for seed in range(8)]
    assert len(set(others)) > 1
    assert rolecall("transcript", parcel, "--play", "random", "--seed", "3").out == others[3]


def test_the_second_best_call_loses_something_wherever_it_can(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("transcript", parcel, "--play", "second-best")
    assert ran.status == Exit.SUCCESS
    assert "the call that always takes the second-best choice" in ran.out
    assert "best" not in marks(ran.out)


def test_bare_tells_the_same_call_without_what_it_is_worth(rolecall: Commands, parcel: Path) -> None:
    told = rolecall("transcript", parcel, "--play", "worst").out.splitlines()
    bare = rolecall("transcript", parcel, "--play", "worst", "--bare").out.splitlines()
    assert len(bare) < len(told)
    assert [line for line in bare if line.startswith("    ")] == [line for line in told if line.startswith("    ")]
    assert not any("−" in line for line in bare)


def test_a_part_of_a_call_may_be_told(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("transcript", parcel, "--play", "ask, on", "--variant", "gift")
    assert ran.status == Exit.SUCCESS
    assert ran.out.splitlines()[-1] == "The call is not over here. On offer: courier, wait, refund."


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--play", "aks"], "aks is not on offer at decision 1. There are: ask, hurry, tell-all, on and silence."),
        (["--play", "ask,ask"], "ask is not on offer at decision 2."),
        (["--play", "tell-all,on,ask,on", "--variant", "illness"], "The call is over before on: it ended in gone."),
        (["--play", "\x1b[2J"], "�[2J is not on offer"),
        (["--variant", "x"], "This call has no variant x. It has: gift and illness."),
        (["--seed", "x"], "“x” is no whole number"),
    ],
)
def test_a_slip_is_told(options: list[str], sentence: str, rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("transcript", parcel, *options)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert sentence in ran.err


def test_a_hostile_text_moves_no_cursor(rolecall: Commands, tmp_path: Path) -> None:
    nasty = r'"\e[2J\u202eMy medicine.\a [bold]"'
    call = put(tmp_path, **{'"My medicine."': nasty, '"Mo Reed"': r'"Mo\u2028Reed\e]0;x\a"'})
    ran = rolecall("transcript", call, "--variant", "illness", "--play", "ask")
    assert ran.status == Exit.PROBLEM  # the file itself is refused for what cannot be seen in it
    assert not UNSEEN.search(ran.out.replace("\n", ""))
    assert not UNSEEN.search(ran.err.replace("\n", ""))


def test_a_faulty_call_shows_what_is_wrong_with_it(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("transcript", put(tmp_path, **{"goto: solve\n        why": "goto: slove\n        why"}))
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "^^^^^" in ran.err


@pytest.mark.parametrize("call", SOME)
def test_lines_fit_and_french_punctuation_stays_with_its_word(
    call: str, rolecall: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns, language in ((30, "fr"), (80, "en"), (100, "fr")):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = rolecall("transcript", call, "--play", "ideal", "--language", language).out.splitlines()
        assert max(map(columns_of, lines)) <= columns
        assert not any(line.lstrip().startswith((":", "!", "?", "»")) for line in lines)


@given(st.text(), st.integers(4, 60))
def test_every_word_is_kept_and_no_line_is_too_wide_for_its_words(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns, "  "))
    assert not any(UNSEEN.search(line) for line in lines)
    assert all(columns_of(line) <= columns or " " not in line.strip(" ") for line in lines)
    given_words = [word for line in visible_lines(text).split("\n") for word in line.split(" ") if word]
    assert [word for line in lines for word in line.split(" ") if word] == given_words
