"""The commented call, line by line: asked for before a call, thought about, left at any step."""

from __future__ import annotations

import pytest

from simulator import words
from simulator.library import Loaded
from simulator.record import Record
from tests.plain.talk import Said, take
from tests.plain.test_output import plain
from tests.session.desk import shipped
from tests.strategies.shipped import NAMES


def asked(record: Record, parcel: Loaded, *lines: str, mode: str = "") -> Said:
    """Ask for the commented call at the briefing, type `lines` in it, and do not take the call."""
    return take(record, parcel, mode, "c", *lines, "q", person=True)


def test_each_step_asks_before_it_answers(record: Record, parcel: Loaded) -> None:
    said = asked(record, parcel, "", "", "", "")
    lines = said.lines
    assert lines.count("What would you say? (Enter for the best answer, q to go back)") == 4
    first = lines.index("What would you say? (Enter for the best answer, q to go back)")
    assert lines[first - 1] == "Mo Reed, wary: Is that Ana? My parcel is late."
    assert lines[first + 1 : first + 6] == [
        "Best: What was in the parcel of Monday?",
        "Why: You learn what matters.",
        "Technique: Open question. Asking.",
        "Not: Your neighbour took it, at number 12.",
        "Why: That is not for you to tell.",
    ]
    assert "Best (CRM entry): What happened" in lines
    assert "Helped (success)." in lines
    assert "an exam of the same call says less about you" in said.text
    assert (list(record.sessions()), record.all_unfinished()) == ([], ()), "nothing is recorded"


def test_it_is_left_at_any_step(record: Record, parcel: Loaded) -> None:
    said = asked(record, parcel, "", "q")
    assert said.text.count("Best: ") == 1
    assert said.lines[-1].startswith("Press Enter to take the call, c to see the best call")


def test_an_exam_does_not_offer_it(record: Record, parcel: Loaded) -> None:
    said = take(record, parcel, "3", "c", "q", person=True)
    assert "c to see the best call" not in said.text
    assert "Best: " not in said.text


def test_whoever_has_a_call_to_go_on_with_is_shown_no_answers(record: Record, parcel: Loaded) -> None:
    take(record, parcel, "1", "q")
    said = take(record, parcel, "n", "", "q", person=True)
    assert "c to see the best call" not in said.text


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_call_is_told_plainly(record: Record, name: str) -> None:
    words.use("fr")
    loaded = shipped(name)
    said = take(record, loaded, "", "c", *[""] * 20, "q", person=True)
    plain(said.text)
