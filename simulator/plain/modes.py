"""In which mode to take a call, asked line by line."""

from __future__ import annotations

from simulator.model.mode import Mode
from simulator.plain.answers import number_in
from simulator.plain.console import Console
from simulator.words import _
from simulator.words.labels import mode_word

_ORDER = (Mode.GUIDED, Mode.PRACTICE, Mode.EXAM)


def ask_mode(console: Console, default: Mode = Mode.PRACTICE) -> Mode | None:
    """The mode that a person chooses, `default` where they only press Enter; None to go back. Raises InputEnded."""
    for line in (
        _("1. Guided: feedback after each answer, hints, answers can be taken back."),
        _("2. Practice: feedback at the end, answers can be taken back."),
        _("3. Exam: no help, nothing taken back, silence counts, gauges hidden."),
    ):
        console.tell(line)
    while True:
        question = _("Which mode? (number, Enter for {mode}, q to go back)")
        answer = console.ask(question.format(mode=mode_word(default)))
        if answer.word == "q":
            return None
        chosen = default if not answer.text else _mode(answer.text)
        if chosen is not None:
            console.tell()
            return chosen


def _mode(text: str) -> Mode | None:
    number = number_in(text, len(_ORDER))
    return None if number is None else _ORDER[number - 1]
