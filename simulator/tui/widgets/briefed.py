"""The parts of a briefing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from simulator.session.briefing import Briefing
from simulator.tui.markdown import markdown
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import desk_rows, heading
from simulator.words import _, list_of, ngettext, percent
from simulator.words.labels import level_word, role_word, words_of_law

if TYPE_CHECKING:
    from simulator.session import Emphasis

MOST = 4
"""How many criteria are named."""


def situation_rows(briefing: Briefing, emphasis: Sequence[Emphasis] = ()) -> Visual:
    """What the call is about, what is to be reached in it, and the criteria that weigh most."""
    rows: list[Content | Visual] = [_facts(briefing), BLANK, markdown(briefing.text)]
    if briefing.objectives:
        rows += [BLANK, objective_rows(briefing)]
    if emphasis:
        weights = [f"{row.label} {percent(row.weight)}" for row in emphasis[:MOST]]
        rows += [BLANK, heading(_("This call tests most")), plain(list_of(weights))]
    return stacked(rows)


def objective_rows(briefing: Briefing) -> Visual:
    """What the trainee is to reach."""
    rows: list[Content | Visual] = [heading(_("Your objectives"))]
    rows += [Beside([plain("·")], Prose(plain(text)), 1, gap=1, stays=True) for text in briefing.objectives]
    return stacked(rows)


def at_hand_rows(briefing: Briefing) -> Visual:
    """Who is on the other end, what lies on the agent's desk, and of which day the law in it is."""
    rows: list[Content | Visual] = []
    if briefing.caller:
        rows.append(plain(briefing.caller, "bold $primary"))
    if briefing.sketch:
        rows.append(plain(briefing.sketch, "italic"))
    rows += [BLANK, desk_rows(briefing)] if rows else [desk_rows(briefing)]
    if briefing.law_as_of is not None:
        rows += [BLANK, plain(words_of_law(briefing.law_as_of), "$muted")]
    return stacked(rows)


def _facts(briefing: Briefing) -> Content:
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
