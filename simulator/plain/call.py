"""One call, line by line: numbered choices, one letter for everything else.

What is told as done is durable: an answer is shown in the transcript after it was recorded, never before.
"""

from __future__ import annotations

from simulator.model.heard import Kind
from simulator.plain.aids import Aids
from simulator.plain.answers import number_in
from simulator.plain.console import Answer, Console, InputEnded
from simulator.plain.guidance import feedback_lines
from simulator.plain.telling import heard_line, offered_line
from simulator.record import Reason, RecordError
from simulator.session import Call
from simulator.words import _, duration, language, say
from simulator.words.labels import words_of_gauge

_TRY_AGAIN = frozenset({Reason.LOCKED, Reason.FULL, Reason.DISK, Reason.READ_ONLY, Reason.UNREACHABLE})
"""What may be over when a person answers once more."""


class PlainCall:
    """Shows a call's moments as lines and hands answers to it."""

    def __init__(self, console: Console, call: Call) -> None:
        self._console = console
        self._call = call
        self._aids = Aids(console, call)
        self._told = 0
        self._waited = 0
        """How many milliseconds the caller has waited for this answer."""

    def run(self) -> bool:
        """Play until the call is over; False where the trainee left it. Raises InputEnded where the input did.

        A call that was left can be resumed. Raises RecordError where an answer could not be recorded, and a person
        was not there to give it again.
        """
        while not self._call.over:
            self._tell_new()
            self._offer()
            try:
                left = not self._answered()
            except InputEnded:
                self._call.pause()
                raise
            except RecordError as error:
                if not self._console.is_terminal or error.reason not in _TRY_AGAIN:
                    raise
                self._console.tell(say(error.message))
                continue
            if left:
                self._call.pause()
                return False
        self._tell_new()
        return True

    def _answered(self) -> bool:
        """Take one answer; False for the wish to leave."""
        asks_words = self._call.asks_words
        answer = self._ask(asks_words)
        if answer.word == "q":
            return False
        if self._too_late():
            self._console.tell(_("Too late: the caller has been waiting."))
            self._keep_silent()
        elif answer.word == "u":
            self._undo()
        elif answer.word == "p":
            self._pause()
        elif answer.text == "." and not asks_words:
            self._keep_silent()
        elif (aid := self._aids.named(answer.word)) is not None:
            took = aid()
            self._waited += 0 if asks_words else took
        elif asks_words:
            self._call.say(answer.text)
        else:
            self._choose(answer.text)
        return True

    def _ask(self, asks_words: bool) -> Answer:
        """The next line. Nobody waits for words that are written: it takes longer than to say them."""
        if asks_words:
            return self._console.ask(_("What would you say? (Enter to see the choices, ? for help)"))
        answer = self._console.ask(_("Your answer (number, ? for help):"))
        self._waited += answer.took_ms
        return answer

    def _choose(self, answer: str) -> None:
        offered = self._call.shown
        number = number_in(answer, len(offered))
        if number is None:
            text = _("“{answer}” is no answer here. Type a number from 1 to {last}, or ? for help.")
            self._console.tell(text.format(answer=answer[:40], last=len(offered)))
            return
        self._call.choose(offered[number - 1].id, self._waited)
        self._waited = 0
        self._tell_new()
        self._feedback()

    def _keep_silent(self) -> None:
        if self._call.view.silence_after is None:
            self._console.tell(_("Silence changes nothing here. Choose an answer."))
            return
        self._call.keep_silent(self._waited)
        self._waited = 0

    def _undo(self) -> None:
        if not self._call.may_undo:
            self._console.tell(_("Nothing can be taken back here."))
            return
        self._call.undo()
        self._waited = 0
        self._console.tell(_("Your last answer is taken back."))
        self._told = max(0, len(self._call.transcript) - 1)

    def _pause(self) -> None:
        """Stop until the person is back; the caller does not wait meanwhile."""
        self._call.pause()
        self._console.ask(_("The call is paused. Press Enter to go on."))
        self._call.resume()

    def _limit(self) -> int | None:
        """How many seconds the caller waits for an answer; None where nobody watches the clock."""
        after = self._call.view.silence_after
        return after if self._call.silence_counts and self._console.is_terminal else None

    def _too_late(self) -> bool:
        limit = self._limit()
        return limit is not None and self._waited > limit * 1000

    def _feedback(self) -> None:
        feedback = self._call.last_marks(language())
        for line in feedback_lines(feedback) if feedback is not None else ():
            self._console.tell(line)

    def _tell_new(self) -> None:
        heard = self._call.transcript
        for entry in heard[self._told :]:
            if entry.kind is Kind.ENDING and self._call.hung_up:
                self._console.tell(_("The caller has hung up."))
            self._console.tell(heard_line(entry, self._call.caller))
        self._told = len(heard)

    def _offer(self) -> None:
        self._console.tell()
        if self._call.show_gauges:
            for gauge in self._call.view.gauges:
                self._console.tell(words_of_gauge(gauge.label, gauge.value, gauge.max))
        limit = self._limit()
        if limit is not None:
            left = max(0, limit - self._waited // 1000)
            self._console.tell(_("You have {time} to answer.").format(time=duration(left)))
        for number, offered in enumerate(self._call.shown, start=1):
            self._console.tell(offered_line(number, offered))
