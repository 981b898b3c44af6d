"""What is asked before something of a review is kept, and the keeping, in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scoring.review import Correction
from simulator.session import review_writing as writing
from simulator.session.reviewed import ReviewedDecision
from simulator.tui.base import RoleScreen
from simulator.tui.screens.correcting import CorrectingScreen
from simulator.tui.screens.wording import WordingScreen
from simulator.words import _


class Marking:
    """Asks on `screen` and calls `then` when something was kept."""

    def __init__(self, screen: RoleScreen[Any], then: Callable[[], None]) -> None:
        self._screen = screen
        self._then = then

    def note(self, session: str, decision: int) -> None:
        """A note on a decision, or on the whole call (0)."""
        title = _("A note on the whole call")
        if decision:
            title = _("A note on decision {number}").format(number=decision)
        desk = self._screen.desk
        self._ask(
            WordingScreen(title, _("The trainee reads it beside their debrief.")),
            lambda words, me: writing.note(desk.record, session, me, words, decision, world=desk.world),
        )

    def correct(self, session: str, decision: ReviewedDecision) -> None:
        """Other points on a criterion, and why."""

        def chosen(wanted: Correction | None) -> None:
            if wanted is not None:
                self._reason(session, wanted)

        self._screen.app.push_screen(CorrectingScreen(decision.number, decision.points), chosen)

    def _reason(self, session: str, wanted: Correction) -> None:
        desk = self._screen.desk
        self._ask(
            WordingScreen(_("Why these points?"), _("A correction needs a reason: the trainee reads it.")),
            lambda words, me: writing.correct(
                desk.record, session, me, wanted, words, cache=desk.cache, world=desk.world
            ),
        )

    def sign(self, session: str, shown: int) -> None:
        """Stand by a score."""
        desk = self._screen.desk
        about = _("You stand by this score: {score} of 100. The record is anchored. A few words may go with it.")
        self._ask(
            WordingScreen(_("Sign off this session"), about.format(score=shown), needed=False),
            lambda words, me: writing.sign(desk.record, session, me, words, cache=desk.cache, world=desk.world),
        )

    def answer(self, session: str) -> None:
        """An answer to what the trainee said."""
        desk = self._screen.desk
        self._ask(
            WordingScreen(_("Your answer to the trainee"), _("It stands under what they said.")),
            lambda words, me: writing.answer(desk.record, session, me, words, world=desk.world),
        )

    def acknowledge(self, session: str) -> None:
        """The trainee has read the review."""
        desk = self._screen.desk
        about = _("Your trainer sees that you have. A few words may go with it.")
        self._ask(
            WordingScreen(_("You have read this review"), about, needed=False),
            lambda words, me: writing.acknowledge(desk.record, session, me, words, world=desk.world),
        )

    def dispute(self, session: str) -> None:
        """The trainee does not agree."""
        desk = self._screen.desk
        about = _("Say with what you do not agree: the trainer answers to it.")
        self._ask(
            WordingScreen(_("You do not agree"), about),
            lambda words, me: writing.dispute(desk.record, session, me, words, world=desk.world),
        )

    def _ask(self, asking: WordingScreen, deed: Callable[[str, str], None]) -> None:
        """Have something written, and keep it in the name of whoever is there."""
        screen, me = self._screen, self._screen.desk.wish.trainee

        def written(words: str | None) -> None:
            if words is not None:
                screen.in_background(lambda: deed(words, me), lambda _done: self._then())

        screen.app.push_screen(asking, written)
