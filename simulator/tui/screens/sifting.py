"""The menu of the trainer's table: what it can be narrowed to, and the filters that are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.record import EVERY, Listed
from simulator.session.groups import Group, group_of, read_names
from simulator.session.sifting import read_days, read_scores
from simulator.settings.filters import Kept, forget_filter, keep_filter, kept_filters
from simulator.tui.commands import Command
from simulator.tui.widgets.sifting import ways
from simulator.words import _, list_of

if TYPE_CHECKING:
    from simulator.tui.screens.sessions import SessionsScreen

FEW: Final = 5
"""As many names as a message tells."""


class FilterMenu:
    """What can be picked over the table of `screen`, which is told what was."""

    def __init__(self, screen: SessionsScreen) -> None:
        self._screen = screen
        self._now = Kept()

    def open(self, now: Kept, pointed: Listed | None) -> None:
        """Offer it: `now` is how the table stands, `pointed` the row that is pointed at."""
        self._now = now
        places = self._screen.desk.settings.places
        self._screen.in_background(lambda: kept_filters(places), partial(self._offer, pointed))

    def _offer(self, pointed: Listed | None, kept: dict[str, Kept]) -> None:
        from simulator.tui.screens.commands import CommandsScreen

        picks = [*self._narrowing(pointed, kept), *self._keeping(kept)]
        self._screen.app.push_screen(CommandsScreen(_("Show only…"), picks, about=1), self._picked)

    def _picked(self, way: Command | None) -> None:
        if way is not None:
            way.run()

    def _narrowing(self, pointed: Listed | None, kept: dict[str, Kept]) -> Iterator[Command]:
        screen = self._screen
        for name, one in kept.items():
            yield Command(_("Filter “{name}”").format(name=name), "", partial(screen.use, one))
        now = (screen.desk.world.at if screen.desk.world else None) or datetime.now(UTC)
        for way in ways(self._now.wanted, pointed, now):
            yield Command(way.name, "", partial(screen.sift, way.wanted, way.trainee, way.title))
        asked = (
            (_("Scores from … to …"), _("For example 40..60, 40.. or ..60."), self._scores),
            (_("Days from … to …"), _("For example 2026-09-01..2026-09-30."), self._days),
            (_("A group from a file…"), _("The path of a CSV or YAML file with names."), self._group),
        )
        for title, about, then in asked:
            yield Command(title, "", partial(self._ask, title, about, then))
        yield Command(_("All sessions"), "", screen.action_clear)

    def _keeping(self, kept: dict[str, Kept]) -> Iterator[Command]:
        if self._now.wanted != EVERY:
            title = _("Keep this filter…")
            yield Command(title, "", partial(self._ask, title, _("What is it to be called?"), self._keep))
        for name in kept:
            yield Command(_("Forget the filter “{name}”").format(name=name), "", partial(self._forget, name))

    def _ask(self, title: str, about: str, then: Callable[[str], None]) -> None:
        from simulator.tui.screens.asking import AskingScreen

        def answered(line: str | None) -> None:
            if line is not None:
                then(line)

        self._screen.app.push_screen(AskingScreen(title, about), answered)

    def _keep(self, name: str) -> None:
        kept, places = self._now, self._screen.desk.settings.places
        self._screen.in_background(lambda: keep_filter(places, name, kept), lambda _none: self._kept(name))

    def _kept(self, name: str) -> None:
        self._screen.notify(_("The filter “{name}” is kept.").format(name=name), markup=False)

    def _forget(self, name: str) -> None:
        places = self._screen.desk.settings.places
        self._screen.in_background(lambda: forget_filter(places, name), lambda _none: None)

    def _scores(self, line: str) -> None:
        try:
            least, most = read_scores(line)
        except ValueError:
            text = _("“{value}” is no range of scores. Write for example 40..60, 40.. or ..60.")
            self._screen.complain(text.format(value=line))
        else:
            self._screen.sift(replace(self._now.wanted, least=least, most=most))

    def _days(self, line: str) -> None:
        try:
            since, until = read_days(line)
        except ValueError:
            text = _("“{value}” are no days. Write for example 2026-09-01..2026-09-30.")
            self._screen.complain(text.format(value=line))
        else:
            self._screen.sift(replace(self._now.wanted, since=since, until=until))

    def _group(self, line: str) -> None:
        screen = self._screen
        screen.in_background(lambda: group_of(screen.desk.record, read_names(Path(line).expanduser())), self._grouped)

    def _grouped(self, group: Group) -> None:
        if group.unknown:
            text = _("Nothing is recorded of: {names}.").format(names=list_of(group.unknown[:FEW]))
            self._screen.notify(text, markup=False, timeout=12)
        self._screen.sift(replace(self._now.wanted, trainees=group.ids))
