"""One call as it is played: what is shown of it, and what may be done to it.

Events are durable before the position moves. What is read is one immutable value at a time, so any thread may read
while another writes; answers are taken one at a time and never two for one moment.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.engine import NoRoute, NotOnOffer, NoWayBack
from simulator.library import Cache
from simulator.model.events import Chose, Event, Hinted, LookedUp, Paused, Resumed, Undone
from simulator.model.message import N_, Message
from simulator.model.phrases import fill
from simulator.model.scenario import SILENCE, Article
from simulator.record import AnchorKind, RecordError
from simulator.session.debrief import Debrief
from simulator.session.errors import OutOfTurn, SessionError, still_writing, too_late
from simulator.session.guidance import Feedback, Hint, feedback_of, hint_of
from simulator.session.log import SessionLog
from simulator.session.play import Play
from simulator.session.progress import Progress, play_event, take, take_back
from simulator.session.seen import Seen
from simulator.session.turn import Turn
from simulator.session.worth import criteria_of, ended_of, scorecard_of, values_for

if TYPE_CHECKING:
    from simulator.analysis import Values
    from simulator.session.beside import Beside


WORDS_MOST = 1_000
"""How many characters are kept of what a trainee would say."""


class Call(Seen):
    """A session that is being played; made by `open_call`, `resume_call` and `branch_call`."""

    def __init__(self, play: Play, progress: Progress, log: SessionLog, cache: Cache) -> None:
        super().__init__(play, progress)
        self._log = log
        self._cache = cache
        self._answering = threading.Lock()
        self._writing = threading.Lock()
        self._code = ""

    def say(self, words: str, *, decision: int | None = None) -> None:
        """What the trainee would say, before the choices appear; empty to see them without. Raises OutOfTurn where
        nobody asks for it, and RecordError where it could not be recorded.
        """
        with self._answer(decision):
            if not self.asks_words:
                raise too_late()
            kept, progress = " ".join(words.split())[:WORDS_MOST], self._progress
            number = self._log.say(self.decision, kept, progress.number)
            self._progress = replace(progress, typed=kept, number=number)

    def choose(self, choice_id: str, took_ms: int, *, decision: int | None = None) -> Turn:
        """Take a choice. Raises OutOfTurn, and RecordError where it could not be recorded and nothing moved."""
        with self._answer(decision):
            if all(offered.id != choice_id for offered in self.shown):
                raise too_late()
            return self._decide(choice_id, took_ms)

    def keep_silent(self, took_ms: int, *, decision: int | None = None) -> Turn:
        """Let the clock answer. Raises OutOfTurn where silence does not count, and RecordError as `choose` does."""
        with self._answer(decision):
            if self.view.silence_after is None:
                raise too_late()
            return self._decide(SILENCE, took_ms)

    def look_up(self, article_id: str) -> Article:
        """Open a knowledge article. Raises KeyError for an unknown one, and RecordError."""
        article = next((found for found in self.articles if found.id == article_id), None)
        if article is None:
            raise KeyError(article_id)
        with self._writing:
            self._note(LookedUp(self.decision, article_id))
        return article

    def hint(self, language: str | None = None) -> Hint | None:
        """First the skill that matters now, then the answer to avoid; None where there is no hint.

        Raises OutOfTurn, and RecordError.
        """
        if not self.gives_hints:
            raise too_late()
        values = self._values()
        with self._writing:
            if self.over:
                return None
            hint = hint_of(self._play, self._progress, values, language or self.scenario.language)
            if hint is not None:
                self._note(Hinted(self.decision, hint.code))
        return hint

    def last_marks(self, language: str | None = None) -> Feedback | None:
        """What the last answer was worth, in guided mode; None elsewhere and before the first."""
        progress = self._progress
        if not self.gives_feedback or not progress.taken:
            return None
        return feedback_of(self._play, progress, self._values(), language or self.scenario.language)

    def undo(self) -> None:
        """Take the last answer back. Raises OutOfTurn where that is not allowed, and RecordError."""
        with self._answer(None):
            if not self.may_undo:
                raise too_late()
            progress = self._progress
            number = self._log.answer(Undone(progress.taken[-1].number), progress.number)
            self._progress = replace(take_back(progress), number=number)

    def pause(self) -> None:
        """Leave the call, to come back later. Raises RecordError."""
        with self._writing:
            self._note(Paused(self.decision))

    def resume(self) -> None:
        """Come back to a call that was left. Raises RecordError."""
        with self._writing:
            self._note(Resumed(self.decision))

    def abandon(self) -> None:
        """Give the session up for good. Raises RecordError."""
        with self._writing:
            if not self._is_closed:
                self._log.abandon(self.decision)
                self._progress = replace(self._progress, abandoned=True)

    def prepare_values(self) -> None:
        """Have the analysis ready for feedback, hints and debrief; for a worker thread. Raises SessionError."""
        self._values()

    def debrief(self, language: str) -> Debrief:
        """The debrief of a call that is over; writes the end of the session where that is still to be done.

        Raises OutOfTurn while the call is not over, RecordError, SessionError.
        """
        from simulator.session.debriefing import debrief_from

        if not self.over:
            raise OutOfTurn(Message(N_("The call is not over yet.")))
        with self._writing:
            self._finish()
            self._anchor()
        return debrief_from(self._play, self._progress, self._values(), language, self._beside(), self._code)

    @property
    def _is_closed(self) -> bool:
        return self._progress.ended is not None or self._progress.abandoned

    @contextmanager
    def _answer(self, decision: int | None) -> Iterator[None]:
        """One answer at a time; refuses a second one, and one that was meant for another moment."""
        if not self._answering.acquire(blocking=False):
            raise still_writing()
        try:
            with self._writing:
                if self.over or self._is_closed or decision not in (None, self.decision):
                    raise too_late()
                yield
        finally:
            self._answering.release()

    def _decide(self, choice: str, took_ms: int) -> Turn:
        before = self._progress
        try:
            after = take(self._play.stepper, before, self.seed, choice, max(0, took_ms))
        except NotOnOffer:
            raise too_late() from None
        except (NoRoute, NoWayBack):
            text = N_("The scenario does not say how the call goes on from here; its author has to mend it.")
            raise SessionError(Message(text)) from None
        taken = after.taken[-1]
        event = Chose(taken.number, taken.before.state, taken.choice, taken.took_ms, taken.shown)
        self._progress = replace(after, number=self._log.answer(event, before.number))
        if self.over:
            # The answer stands; what keeps the end from being written is told when the debrief is asked for.
            with suppress(RecordError, SessionError):
                self._finish()
        return Turn(taken.number, self._play.filling.heard(taken.step.heard), self.over)

    def _note(self, event: Event) -> None:
        """Record something that moves nothing; a closed session takes nothing more."""
        if not self._is_closed:
            number = self._log.note(event, self._progress.number)
            noted = play_event(self._play.stepper, self._progress, self.seed, event)
            self._progress = replace(noted, number=number)

    def _finish(self) -> None:
        if self._progress.ended is not None:
            return
        card = scorecard_of(self._play, self._progress, self._values())
        ended = ended_of(self._progress, card)
        scenario, number = self.scenario, self._progress.number
        self._log.end(
            ended, number, title=fill(scenario.title, scenario.names), role=scenario.role, criteria=criteria_of(card)
        )
        self._progress = replace(self._progress, ended=ended)

    def _anchor(self) -> None:
        """Write the head down as shown; a debrief is not kept back because that failed."""
        if not self._code:
            with suppress(RecordError):
                self._code = self._log.record.anchor(self.session, AnchorKind.SHOWN)

    def _beside(self) -> Beside:
        """What the record has beside the call; a debrief is not kept back because that cannot be read."""
        from simulator.session.beside import Beside, beside_of

        with suppress(RecordError):
            return beside_of(self._log.record, self._log.record.events(self.session), self._play.started)
        return Beside()

    def _values(self) -> Values:
        return values_for(self._play, self._cache)
