"""What can be asked for by name: what the keys of a screen do, and what holds everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.tui.keys import working_keys
from simulator.tui.themes import DARK, LIGHT
from simulator.words import _

if TYPE_CHECKING:
    from textual.screen import Screen

    from simulator.tui.app import RoleCallApp


class Command(NamedTuple):
    """Something that can be asked for."""

    name: str
    about: str
    """Its key, or what it is for."""
    run: Callable[[], object]


def screen_commands(app: RoleCallApp, screen: Screen[Any]) -> list[Command]:
    """What the keys do on `screen`, then what holds everywhere."""
    keys = [Command(key.does, key.written, partial(app.simulate_key, key.key)) for key in working_keys(screen)]
    return [*keys, Command(_("Colours"), _("Choose how RoleCall looks"), app.action_change_theme)]


def theme_commands(app: RoleCallApp) -> list[Command]:
    """The themes: RoleCall's own first, then Textual's, which go by their names."""
    own = {DARK.name: _("RoleCall, dark"), LIGHT.name: _("RoleCall, light")}
    names = [*own, *(name for name in sorted(app.available_themes) if name not in own)]
    return [Command(own.get(name, name), "", partial(app.choose_theme, name)) for name in names]
