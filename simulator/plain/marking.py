"""Marking calls line by line: what was said, then a level for each criterion by the rubric's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from scoring.agreement import LEVELS
from simulator.plain.answers import number_in, yes_or_no
from simulator.plain.console import Console
from simulator.plain.telling import heard_line
from simulator.report.marking_words import UNHEARD, level_words, mark_words
from simulator.session import CallToMark, call_to_mark
from simulator.words import _, language, list_of, ngettext

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.model.calibration import Calibration
    from simulator.record import Record
    from simulator.session.calibrating import Anchored


class Marked(NamedTuple):
    """A criterion by its label, and the mark it was given."""

    label: str
    mark: int | None


class PlainMarking:
    """One reviewer at work. What was confirmed is recorded, call by call."""

    def __init__(self, console: Console, record: Record, calibration: Calibration, by: str, cache: Cache) -> None:
        self._console = console
        self._record = record
        self._calibration = calibration
        self._by = by
        self._cache = cache

    def run(self) -> bool:
        """Mark the calls that are left; False where the reviewer stopped before the last. Raises InputEnded."""
        left = self._record.calibrations.to_mark(self._calibration, self._by)
        self._tell_welcome(len(left))
        for place, session in enumerate(left, start=1):
            call = call_to_mark(self._record, session, language(), cache=self._cache)
            self._tell_call(call, place, len(left))
            marks = self._confirmed(call)
            if marks is None:
                self._console.tell(_("Stopped. The calls that you have marked are kept; the same command goes on."))
                return False
            self._record.calibrations.mark(self._calibration, session, self._by, marks)
        return True

    def _tell_welcome(self, left: int) -> None:
        text = ngettext("“{name}”: {count} call to mark.", "“{name}”: {count} calls to mark.", left)
        self._console.tell(text.format(name=self._calibration.name, count=left))
        if left:
            self._console.tell(
                _("Mark what you hear. Nobody sees anybody's marks, nor any score, before their own are all there.")
            )

    def _tell_call(self, call: CallToMark, place: int, left: int) -> None:
        self._console.tell()
        self._console.tell(_("Call {number} of {total}: {title}").format(number=place, total=left, title=call.title))
        self._tell_heard(call)

    def _tell_heard(self, call: CallToMark) -> None:
        for heard in call.heard:
            self._console.tell(heard_line(heard, call.caller))

    def _confirmed(self, call: CallToMark) -> dict[str, int | None] | None:
        """The marks of a call, once the reviewer stands by them; None for the wish to stop."""
        while True:
            marks = self._marks(call)
            if marks is None:
                return None
            told = list_of([_named(Marked(one.label, marks[one.id])) for one in call.criteria])
            self._console.tell()
            self._console.tell(_("Your marks: {marks}.").format(marks=told))
            wanted = None
            while wanted is None:
                question = _("Keep them? They cannot be changed afterwards. (y/n, n to mark this call again)")
                wanted = yes_or_no(self._console.ask(question).text)
            if wanted:
                return marks

    def _marks(self, call: CallToMark) -> dict[str, int | None] | None:
        marks: dict[str, int | None] = {}
        for criterion in call.criteria:
            self._console.tell()
            for line in criterion_lines(criterion):
                self._console.tell(line)
            answer = self._mark(call, criterion)
            if answer is None:
                return None
            marks[criterion.id] = answer.mark
        return marks

    def _mark(self, call: CallToMark, criterion: Anchored) -> Marked | None:
        """The mark on one criterion; None for the wish to stop."""
        question = _("{criterion}: your mark (1 to 5, - if it cannot be heard, t for the call again, q to stop):")
        while True:
            answer = self._console.ask(question.format(criterion=criterion.label))
            if answer.word == "q":
                return None
            if answer.text == UNHEARD:
                return Marked(criterion.label, None)
            number = number_in(answer.text, LEVELS[-1])
            if number is not None:
                return Marked(criterion.label, number)
            if answer.word == "t":
                self._tell_heard(call)
            else:
                text = _("“{answer}” is no mark. Type a number from 1 to 5, -, t or q.")
                self._console.tell(text.format(answer=answer.text[:40]))


def criterion_lines(criterion: Anchored) -> Iterator[str]:
    """A criterion with its five levels: in the rubric's words, or between which of those a level lies."""
    yield _("{criterion}. {about}").format(criterion=criterion.label, about=criterion.about)
    for level, words in level_words(criterion):
        if words:
            yield _("{level}: {text}").format(level=level, text=words)


def _named(one: Marked) -> str:
    return _("{criterion} {mark}").format(criterion=one.label, mark=mark_words(one.mark))
