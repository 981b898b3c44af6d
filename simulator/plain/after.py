"""What comes after a call, line by line: two questions to oneself, the debrief, then trying again or keeping it.

A script is asked nothing; where a person's input ends, the debrief is told all the same.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.plain.answers import number_in
from simulator.plain.console import Console, InputEnded
from simulator.plain.debrief import debrief_lines
from simulator.record import RecordError
from simulator.report.debrief_words import question_words
from simulator.session import Call, Debrief, SessionError, branch_call, reflect
from simulator.session.told import retry_sentence
from simulator.words import _, language, say

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.record import Record


class AfterCall:
    """Goes on from a call that is over. `documents` is where a debrief is kept; None where it cannot be."""

    def __init__(self, console: Console, record: Record, cache: Cache, documents: Path | None) -> None:
        self._console = console
        self._record = record
        self._cache = cache
        self._documents = documents

    def tell(self, call: Call) -> Call | None:
        """Ask, tell the debrief, and ask what next: a call to try again, None to go on. Raises RecordError."""
        debrief = call.debrief(language())
        if self._console.is_terminal and debrief.branch_of is None:
            debrief = self._reflected(debrief)
        self._console.tell()
        for line in debrief_lines(debrief, call.caller):
            self._console.tell(line)
        return self._what_next(debrief, call.caller) if self._console.is_terminal else None

    def _reflected(self, debrief: Debrief) -> Debrief:
        """The debrief with what the trainee says before they see it; what cannot be kept is told and passed over."""
        self._console.tell()
        self._console.tell(_("Before you see how it went, two questions. Enter alone passes over one."))
        answers: dict[Question, str] = {}
        try:
            for question in Question:
                answers[question] = self._console.ask(question_words(question)).text
        except InputEnded:
            pass
        if not any(answers.values()):
            return debrief
        try:
            return replace(debrief, reflections=reflect(self._record, debrief.session, answers))
        except RecordError as error:
            self._console.tell(say(error.message))
            return debrief

    def _what_next(self, debrief: Debrief, caller: str) -> Call | None:
        self._console.tell()
        if debrief.mode is Mode.EXAM:
            self._console.tell(retry_sentence())
        while True:
            try:
                answer = self._console.ask(self._question())
            except InputEnded:
                return None
            number = number_in(answer.text, len(debrief.decisions))
            if number is not None:
                return branch_call(self._record, debrief.session, number, cache=self._cache)
            if answer.word in ("", "q"):
                return None
            if answer.word == "f" and self._documents is not None:
                self._keep(debrief, caller, self._documents)
            else:
                text = _("Type a number from 1 to {last}, or press Enter to go on.")
                self._console.tell(text.format(last=len(debrief.decisions)))

    def _question(self) -> str:
        if self._documents is None:
            return _("Try again from which decision? (number, Enter to go on)")
        return _("Try again from which decision? (number, f to keep this as a page, Enter to go on)")

    def _keep(self, debrief: Debrief, caller: str, folder: Path) -> None:
        from simulator.report.keeping import keep

        try:
            path = keep(debrief, caller, folder)
        except SessionError as error:
            self._console.tell(say(error.message))
        else:
            self._console.tell(_("Kept as a page to read and print: {path}").format(path=path))
