"""The parts of a briefing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from simulator.session.briefing import Briefing
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.words import _, list_of, ngettext, percent
from simulator.words.labels import level_word, role_word

if TYPE_CHECKING:
    from simulator.session import Emphasis

MOST = 4
"""How many criteria are named."""


def facts_line(briefing: Briefing) -> Content:
    """Role, level, length and pass mark."""
    minutes = ngettext("{count} minute", "{count} minutes", briefing.minutes).format(count=briefing.minutes)
    facts = _("{role} · level {level}, {word} · about {minutes} · {mark} to pass").format(
        role=role_word(briefing.role),
        level=briefing.level,
        word=level_word(briefing.level),
        minutes=minutes,
        mark=briefing.pass_mark,
    )
    return plain(facts, "$muted")


def objective_rows(briefing: Briefing) -> Visual:
    """What the trainee is to reach."""
    rows: list[Content | Visual] = [heading(_("Your objectives"))] if briefing.objectives else []
    rows += [Beside([plain("·")], Prose(plain(text)), 1, gap=1, stays=True) for text in briefing.objectives]
    return stacked(rows)


def emphasis_rows(found: Sequence[Emphasis]) -> Visual:
    """The criteria that weigh most in this call."""
    if not found:
        return stacked([])
    weights = [f"{row.label} {percent(row.weight)}" for row in found[:MOST]]
    return stacked([heading(_("This call tests most")), plain(list_of(weights))])


def caller_rows(briefing: Briefing) -> Visual:
    """Who is on the other end."""
    rows: list[Content | Visual] = []
    if briefing.caller:
        rows.append(plain(briefing.caller, "bold $primary"))
    if briefing.sketch:
        rows.append(plain(briefing.sketch, "italic"))
    return stacked([*rows, BLANK] if rows else [])
