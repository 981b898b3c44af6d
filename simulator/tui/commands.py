"""The command palette in the language in use: what the keys of the screen do, and what holds everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from simulator.tui.keys import working_keys
from simulator.tui.themes import DARK, LIGHT
from simulator.words import _

if TYPE_CHECKING:
    from simulator.tui.app import RoleCallApp


class Command(NamedTuple):
    """Something that can be asked for by name."""

    name: str
    about: str
    run: Callable[[], object]


class _Commands(Provider):
    """Finds commands by their names and tells where none fits."""

    def commands(self) -> Iterator[Command]:
        """Everything that can be asked for."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """All of them."""
        for command in self.commands():
            yield DiscoveryHit(command.name, command.run, help=command.about)

    async def search(self, query: str) -> Hits:
        """Those that fit what was typed, else a line that says that none does."""
        matcher = self.matcher(query)
        found = [(matcher.match(command.name), command) for command in self.commands()]
        for score, command in found:
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), command.run, help=command.about)
        if not any(score > 0 for score, _command in found):
            yield Hit(1, _("Nothing is called that."), lambda: None)


class ScreenCommands(_Commands):
    """The commands of the screen and of the program."""

    def commands(self) -> Iterator[Command]:
        """What the keys do here, then what holds everywhere."""
        app = cast("RoleCallApp", self.app)
        for key in working_keys(self.screen):
            yield Command(key.does, _("Key: {key}").format(key=key.written), partial(app.simulate_key, key.key))
        yield Command(_("Colours"), _("Choose how RoleCall looks"), app.action_change_theme)


class ThemeCommands(_Commands):
    """The themes: RoleCall's own first, then Textual's, which go by their names."""

    def commands(self) -> Iterator[Command]:
        """A command for each theme."""
        app = cast("RoleCallApp", self.app)
        own = {DARK.name: _("RoleCall, dark"), LIGHT.name: _("RoleCall, light")}
        names = [*own, *(name for name in sorted(app.available_themes) if name not in own)]
        for name in names:
            yield Command(own.get(name, name), "", partial(app.choose_theme, name))


def palette() -> CommandPalette:
    """The palette of the screen."""
    return CommandPalette(placeholder=_("Search for a command…"), id="--command-palette")


def theme_palette() -> CommandPalette:
    """The palette of the themes."""
    return CommandPalette([ThemeCommands], placeholder=_("Search for colours…"))
