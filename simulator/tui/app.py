"""The app: its themes and palette, which screen comes first, and how it ends."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import App
from textual.binding import Binding, BindingType

from simulator.model.message import N_
from simulator.settings import Motion
from simulator.tui.commands import Command, screen_commands, theme_commands
from simulator.tui.keys import written_on
from simulator.tui.themes import DARK, LIGHT, with_ours
from simulator.words import _

if TYPE_CHECKING:
    from simulator.library import Entry, Loaded
    from simulator.tui.desk import Desk
    from simulator.tui.firsts import First


SIGNALLED: Final = 128
"""What shells add to the number of the signal that ended a program."""


class RoleCallApp(App[None]):
    """RoleCall on screens."""

    TITLE = "RoleCall"
    CSS_PATH = "rolecall.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", N_("Quit RoleCall"), show=False, priority=True),
        Binding("ctrl+c", "quit", N_("Quit RoleCall"), show=False, priority=True),
        Binding("ctrl+p", "command_palette", N_("Commands"), show=False, priority=True),
    ]

    def __init__(self, desk: Desk, call: Loaded | Entry | None = None, *, first: First | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._call = call
        self._first = first
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._begin_with(desk.settings.theme.value)
        if desk.settings.motion.value is Motion.REDUCED:
            self.animation_level = "none"

    def _begin_with(self, wanted: str) -> None:
        """Use the theme that is wanted, else our own dark one, from the first picture on."""
        theme = self.available_themes.get(wanted, DARK)
        if theme not in (DARK, LIGHT):
            self.theme = theme.name
            return
        # Setting the theme has every style made anew, which is a good part of the start; nothing is styled yet.
        self.set_reactive(App.theme, theme.name)
        classes = {f"-theme-{theme.name}": True, "-dark-mode": theme.dark, "-light-mode": not theme.dark}
        self.update_classes(classes, update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def fault(self) -> BaseException | None:
        """The fault of the program that ended the app; None where it was left in the ordinary way."""
        return self._exception

    def on_mount(self) -> None:
        """Open the first screen."""
        self._leave_when_told()
        if self.desk.wish.trainee:
            self._begin()
            return
        from simulator.tui.screens.first_start import FirstStartScreen

        self.push_screen(FirstStartScreen(), self._named)

    def _leave_when_told(self) -> None:
        """Put the terminal back on a signal to end, as Ctrl+Q does."""
        with suppress(NotImplementedError, RuntimeError):  # not on Windows, not outside the main thread
            asyncio.get_running_loop().add_signal_handler(
                signal.SIGTERM, partial(self.exit, return_code=SIGNALLED + signal.SIGTERM)
            )

    def _named(self, trainee: str | None) -> None:
        if trainee is None:
            self.exit()
            return
        self.desk.named(trainee)
        self._begin()

    def _begin(self) -> None:
        from simulator.library import Entry

        if self._first is not None:
            self.push_screen(self._first(self.desk), lambda _none: self.exit())
        elif self._call is None:
            self._home()
        elif isinstance(self._call, Entry):
            from simulator.tui.screens.opening import OpeningScreen

            self.push_screen(OpeningScreen(self._call), self._brief)
        else:
            self._brief(self._call)

    def _brief(self, loaded: Loaded | None) -> None:
        if loaded is None:
            self._home()
            return
        from simulator.tui.screens.briefing import BriefingScreen

        self.push_screen(BriefingScreen(loaded), lambda _none: self._home())

    def _home(self) -> None:
        from simulator.tui.screens.home import HomeScreen

        self.desk.wish_fulfilled()
        self.push_screen(HomeScreen(), lambda _none: self.exit())

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, and those that ours have beside Textual's."""
        return with_ours(super().get_css_variables())

    def get_key_display(self, binding: Binding) -> str:
        """What is written on a key, in the language in use."""
        return written_on(binding) or super().get_key_display(binding)

    def action_command_palette(self) -> None:
        """Open the palette of the screen.

        Textual's own speaks English alone, and ends the program when it is closed before it has found its commands.
        """
        from simulator.tui.base import RoleScreen

        if isinstance(self.screen, RoleScreen) and self.screen.works("command_palette"):
            self._ask(_("Search for a command…"), screen_commands(self, self.screen))

    def search_themes(self) -> None:
        """Open the palette of the themes."""
        self._ask(_("Search for colours…"), theme_commands(self))

    def _ask(self, placeholder: str, commands: list[Command]) -> None:
        from simulator.tui.screens.commands import CommandsScreen

        def run(command: Command | None) -> None:
            if command is not None:
                command.run()

        self.push_screen(CommandsScreen(placeholder, commands), run)

    def choose_theme(self, name: str) -> None:
        """Use a theme, and keep it for the next start where settings can be kept."""
        from simulator.settings import save
        from simulator.tui.base import RoleScreen

        self.theme = name
        if isinstance(self.screen, RoleScreen):
            self.screen.in_background(partial(save, self.desk.settings.places, theme=name), lambda _none: None)

    def _fatal_error(self) -> None:
        # Textual would print the values of all variables, names and answers of people included.
        self._close_messages_no_wait()
