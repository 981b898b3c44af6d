"""What an author does with a call that is on the screen: answers, jumps, settings, and taking them back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from simulator.model.message import N_
from simulator.preview.preview import Preview
from simulator.preview.trial import Trial
from simulator.session import SessionError
from simulator.tui.base import RoleScreen
from simulator.tui.commands import Command
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.transcript import Transcript
from simulator.tui.widgets.trial import TrialPane
from simulator.words import _, say
from simulator.words.labels import outcome_word

if TYPE_CHECKING:
    from collections.abc import Iterator

ABOUT: Final = 44
"""Cells for the words of a state, in the list of states."""


class TryingScreen(RoleScreen[None]):
    """A screen with a preview; those that are made of it say how it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"take({n})", N_("Answer"), key_display="1-9", show=False) for n in range(1, 10)),
        Binding("j", "jump", N_("State")),
        Binding("s", "set", N_("Set")),
        Binding("full_stop", "silence", N_("Say nothing"), key_display="."),
        Binding("u", "undo", N_("Undo")),
        Binding("r", "restart", N_("Start")),
        Binding("v", "variant", N_("Variant")),
        Binding("pageup", "scroll(-1)", N_("Read back"), show=False),
        Binding("pagedown", "scroll(1)", N_("Read on"), show=False),
    ]

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview
        """What is shown."""

    def works(self, action: str) -> bool:
        """What can be done depends on the call and on where it stands."""
        trial = self.preview.trial
        match action:
            case "set":
                return trial is not None and bool(trial.position.values)
            case "silence":
                return trial is not None and trial.may_be_silent
            case "undo":
                return trial is not None and trial.may_undo
            case "variant":
                return trial is not None and len(trial.scenario.variants) > 1
            case "take" | "jump" | "restart" | "scroll":
                return trial is not None
            case _:
                return True

    def tried(self) -> None:
        """Something was done: show it."""

    def do(self, deed: Callable[[Trial], Trial]) -> None:
        """Do something with the call; what cannot be done is told."""
        if self.preview.trial is None:
            return
        try:
            self.preview = self.preview.tried(deed(self.preview.trial))
        except SessionError as error:
            self.complain(say(error.message))
        else:
            self.tried()

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Take the choice that was taken in the list."""
        self.do(lambda trial: trial.choose(event.choice))

    def action_take(self, number: int) -> None:
        """Take a choice by its number."""
        choice = self.query_one(TrialPane).point_at(number)
        if choice is not None:
            self.do(lambda trial: trial.choose(choice))

    def action_silence(self) -> None:
        """Say nothing."""
        self.do(Trial.keep_silent)

    def action_undo(self) -> None:
        """Take the last answer, or the last jump, back."""
        self.do(Trial.undo)

    def action_restart(self) -> None:
        """Begin the call again."""
        self.do(Trial.restart)

    def action_variant(self) -> None:
        """Begin the call again in the next variant."""
        self.do(Trial.next_variant)

    def action_jump(self) -> None:
        """Ask for a state, and go there."""
        from simulator.tui.screens.commands import CommandsScreen

        def go(place: Command | None) -> None:
            if place is not None:
                place.run()

        if self.preview.trial is not None:
            places = list(self._places(self.preview.trial))
            self.app.push_screen(CommandsScreen(_("Search for a state…"), places, ABOUT), go)

    def _places(self, trial: Trial) -> Iterator[Command]:
        """Every state with what is said on entering it, then every ending with its outcome."""

        def enter(name: str) -> None:
            self.do(lambda trial: trial.jump(name))

        for state in trial.scenario.states.values():
            words = state.says[0].text if state.says else state.scene or ""
            yield Command(state.id, trial.filling(words), partial(enter, state.id))
        for ending in trial.scenario.endings.values():
            yield Command(ending.id, outcome_word(ending.outcome), partial(enter, ending.id))

    def action_set(self) -> None:
        """Ask for gauges and facts, and show the state with them."""
        from simulator.tui.screens.setting import SettingScreen

        def put(values: dict[str, int | str] | None) -> None:
            if values is not None:
                self.do(lambda trial: trial.setting(values))

        if self.preview.trial is not None:
            self.app.push_screen(SettingScreen(self.preview.trial), put)

    def action_scroll(self, direction: int) -> None:
        """Scroll the transcript by a page."""
        self.query_one(Transcript).turn(direction)
