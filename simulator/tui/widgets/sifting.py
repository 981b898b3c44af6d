"""What the trainer's table can be narrowed to: one way for each thing that can be picked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from simulator.model.mode import Mode
from simulator.record import Listed, Wanted
from simulator.words import _, ngettext
from simulator.words.labels import ROLES, mode_word, role_word

DAYS: Final = (7, 30, 365)


class Way(NamedTuple):
    """A filter that can be picked."""

    name: str
    wanted: Wanted
    trainee: str = ""
    title: str = ""


def ways(wanted: Wanted, pointed: Listed | None, now: datetime) -> Iterator[Way]:
    """All that `wanted` can be narrowed to further; the trainee and the call that are pointed at come first."""
    if pointed is not None:
        summary, who = pointed.summary, pointed.name or _("no name")
        yield Way(_("Only the trainee {name}").format(name=who), replace(wanted, trainee=summary.trainee), trainee=who)
        yield Way(
            _("Only the call “{title}”").format(title=summary.title),
            replace(wanted, scenario=summary.scenario),
            title=summary.title,
        )
    yield Way(_("Sessions nobody has reviewed"), replace(wanted, reviewed=False))
    yield Way(_("Reviewed sessions"), replace(wanted, reviewed=True))
    yield Way(_("Calls that are passed"), replace(wanted, passed=True))
    yield Way(_("Calls that are not passed"), replace(wanted, passed=False))
    yield Way(_("Calls with a critical error"), replace(wanted, critical=True))
    yield Way(_("Calls without a critical error"), replace(wanted, critical=False))
    for mode in Mode:
        yield Way(_("Mode: {mode}").format(mode=mode_word(mode)), replace(wanted, mode=mode))
    for role in sorted(ROLES, key=role_word):
        yield Way(_("Role: {role}").format(role=role_word(role)), replace(wanted, role=role))
    for days in DAYS:
        name = ngettext("The last {count} day", "The last {count} days", days).format(count=days)
        yield Way(name, replace(wanted, since=now - timedelta(days=days), until=None))
