"""A call as it may be seen while it is played: every property is one consistent moment, from any thread."""

from __future__ import annotations

from scoring.rubric import Rubric
from simulator.model.heard import Heard
from simulator.model.mode import Mode
from simulator.model.scenario import SILENCE, Article, Ending, Outcome, Scenario
from simulator.model.view import Offered, View
from simulator.session.play import Play
from simulator.session.progress import Progress


class Seen:
    """What front ends may show of a call. The progress is one immutable value, replaced as a whole."""

    def __init__(self, play: Play, progress: Progress) -> None:
        self._play = play
        self._progress = progress

    @property
    def session(self) -> str:
        """The session's id."""
        return self._play.started.session

    @property
    def scenario(self) -> Scenario:
        """What is played."""
        return self._play.scenario

    @property
    def rubric(self) -> Rubric:
        """What it is judged by."""
        return self._play.rubric

    @property
    def variant(self) -> str:
        """The variant's id."""
        return self._play.started.variant

    @property
    def mode(self) -> Mode:
        """Guided, practice or exam."""
        return self._play.started.mode

    @property
    def seed(self) -> int:
        """What the choices are shuffled by."""
        return self._play.started.seed

    @property
    def time_factor(self) -> float:
        """How much longer clocks run; 0 for no clock."""
        return self._play.started.time_factor

    @property
    def trainee(self) -> str:
        """The trainee's name."""
        return self._play.trainee

    @property
    def caller(self) -> str:
        """The caller's name; empty where the scenario gives none."""
        return self._play.scenario.caller_name

    @property
    def card(self) -> tuple[tuple[str, str], ...]:
        """The CRM card of the variant."""
        return self._play.filling.card

    @property
    def articles(self) -> tuple[Article, ...]:
        """The knowledge articles."""
        return tuple(self._play.filling.article(article) for article in self._play.scenario.knowledge)

    @property
    def decision(self) -> int:
        """The number of the decision to be taken now, from 1."""
        return self._progress.decision

    @property
    def view(self) -> View:
        """The moment: texts filled, choices in shown order, `silence_after` in real seconds where silence counts."""
        return self._play.view(self._progress)

    @property
    def shown(self) -> tuple[Offered, ...]:
        """The choices on offer in shown order."""
        return self.view.offered

    @property
    def transcript(self) -> tuple[Heard, ...]:
        """Everything heard so far."""
        return self._play.filling.heard(self._progress.heard)

    @property
    def mood(self) -> str | None:
        """The mood of the last line that had one."""
        return next((heard.mood for heard in reversed(self._progress.heard) if heard.mood), None)

    @property
    def over(self) -> bool:
        """Whether the call has reached an ending."""
        return self._progress.position.state in self._play.scenario.endings

    @property
    def ending(self) -> Ending | None:
        """How the call ended."""
        found = self._play.scenario.endings.get(self._progress.position.state)
        return None if found is None else self._play.filling.ending(found)

    @property
    def show_gauges(self) -> bool:
        """Whether gauges are shown: in an exam the customer is read from the words."""
        return self.mode is not Mode.EXAM

    @property
    def may_undo(self) -> bool:
        """Whether the last answer can be taken back now."""
        progress = self._progress
        return self.mode is not Mode.EXAM and bool(progress.taken) and not self.over and not progress.abandoned

    @property
    def gives_feedback(self) -> bool:
        """Whether each answer is commented on."""
        return self.mode is Mode.GUIDED

    @property
    def gives_hints(self) -> bool:
        """Whether a hint may be asked for."""
        return self.mode is Mode.GUIDED and not self.over

    @property
    def says_first(self) -> bool:
        """Whether the trainee says it first in this session."""
        return self._play.started.say_first

    @property
    def asks_words(self) -> bool:
        """Whether the trainee is to type what they would say; there are no choices before that."""
        return self._play.asks_words(self._progress)

    @property
    def typed(self) -> str:
        """What the trainee typed for the decision to be taken now; empty where they did not."""
        return self._progress.typed or ""

    @property
    def hung_up(self) -> bool:
        """Whether the caller ended the call, and badly: no answer led there, but what it did to the caller."""
        ending, taken = self.ending, self._progress.taken
        if ending is None or ending.outcome is not Outcome.FAILURE or not taken:
            return False
        return taken[-1].choice == SILENCE or taken[-1].step.advance.rule >= 0

    @property
    def silence_counts(self) -> bool:
        """Whether a silence is an answer in this session."""
        return self._play.silence_counts
