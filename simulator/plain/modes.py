"""In which mode to take a call, asked line by line."""

from __future__ import annotations

from simulator.model.mode import Mode
from simulator.plain.answers import number_in
from simulator.plain.console import Console
from simulator.words import _

_ORDER = (Mode.GUIDED, Mode.PRACTICE, Mode.EXAM)


def ask_mode(console: Console) -> Mode | None:
    """The mode that a person chooses, practice where they only press Enter; None to go back. Raises InputEnded."""
    for line in (
        _("1. Guided: feedback after each answer, hints, answers can be taken back."),
        _("2. Practice: feedback at the end, answers can be taken back."),
        _("3. Exam: no help, nothing taken back, silence counts, gauges hidden."),
    ):
        console.tell(line)
    while True:
        answer = console.ask(_("Which mode? (number, Enter for practice, q to go back)"))
        if answer.word == "q":
            return None
        chosen = 2 if not answer.text else number_in(answer.text, len(_ORDER))
        if chosen is not None:
            console.tell()
            return _ORDER[chosen - 1]
