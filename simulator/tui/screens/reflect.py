"""Two questions to oneself between a call and its debrief, before any figure is seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from simulator.model.message import N_
from simulator.model.reviews import Question
from simulator.report.debrief_words import question_words
from simulator.tui.base import RoleScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.topline import TopLine
from simulator.words import _

ANSWER_MAX: Final = 500
"""Characters; more than anybody writes on one line."""


class _Answer(Input):
    """Says what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Continue"))]


class ReflectScreen(RoleScreen[Mapping[Question, str]]):
    """Asks what went well and what one would change. Its result: the answers, none of which need be there."""

    AUTO_FOCUS = f"#{Question.WENT_WELL}"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("Other question")),
        Binding("escape", "skip", N_("Skip")),
    ]

    def __init__(self, title: str, trainee: str) -> None:
        super().__init__()
        self._heading = title
        self._trainee = trainee

    def compose(self) -> ComposeResult:
        """The questions, and what becomes of the answers."""
        yield TopLine(plain(self._heading, "bold $primary"), plain(self._trainee, "$muted"))
        with Vertical(id="reflect"):
            yield Words(plain(_("Before you see how it went"), "bold $primary"))
            for question in Question:
                yield Words(plain(question_words(question)), classes="label")
                yield _Answer(id=question, max_length=ANSWER_MAX, compact=True, select_on_focus=False)
            about = _("A few words are enough. They are kept with this call and shown beside its debrief.")
            yield Words(plain(about, "$muted"), id="promise")
        yield KeyLine()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next question, and after the last one to the debrief."""
        if event.input.id == Question.WENT_WELL:
            self.query_one(f"#{Question.WOULD_CHANGE}").focus()
        else:
            self.close({question: self.query_one(f"#{question}", Input).value for question in Question})

    def action_skip(self) -> None:
        """See the debrief without an answer."""
        self.close({})
