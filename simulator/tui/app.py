"""The app: themes, the language of its palette, and which screen comes first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from simulator.model.message import N_
from simulator.settings import Motion
from simulator.tui.themes import DARK, LIGHT
from simulator.words import _

if TYPE_CHECKING:
    from simulator.library import Loaded
    from simulator.tui.desk import Desk


class RoleCallApp(App[None]):
    """RoleCall on screens."""

    TITLE = "RoleCall"
    CSS_PATH = "rolecall.tcss"
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (76, "-normal"), (116, "-wide")]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-short"), (22, "-medium"), (34, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", N_("Quit"), show=False, priority=True),
        Binding("ctrl+c", "quit", N_("Quit"), show=False, priority=True),
    ]

    def __init__(self, desk: Desk, loaded: Loaded | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._loaded = loaded
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        wanted = desk.settings.theme.value
        self.theme = wanted if wanted in self.available_themes else DARK.name
        if desk.settings.motion.value is Motion.REDUCED:
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Open the first screen."""
        if not self.desk.wish.trainee:
            from simulator.tui.screens.first_start import FirstStartScreen

            self.push_screen(FirstStartScreen(), self._named)
        else:
            self._begin()

    def _named(self, trainee: str | None) -> None:
        if trainee is None:
            self.exit()
            return
        self.desk.named(trainee)
        self._begin()

    def _begin(self) -> None:
        if self._loaded is None:
            self._home()
        else:
            from simulator.tui.screens.briefing import BriefingScreen

            self.push_screen(BriefingScreen(self._loaded), self._after_call)

    def _after_call(self, home: bool | None) -> None:
        """From a call that was asked for by name, one goes home or leaves."""
        if home:
            self._home()
        else:
            self.exit()

    def _home(self) -> None:
        from simulator.tui.screens.home import HomeScreen

        self.push_screen(HomeScreen(), lambda _none: self.exit())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette, in the language in use."""
        del screen
        yield SystemCommand(_("Theme"), _("Change the colours"), self.action_change_theme)
        yield SystemCommand(_("Keys"), _("Show the keys that work here"), self.action_show_help_panel)
        yield SystemCommand(_("Quit"), _("Leave RoleCall; everything recorded is kept"), self.action_quit)
