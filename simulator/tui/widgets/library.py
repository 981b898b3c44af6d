"""A call of the library as a row of the table, and as a preview."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.visual import Visual

from scoring.scorecard import shown
from simulator.library import Entry, Loaded
from simulator.session import Standing
from simulator.session.briefing import Briefing, briefing_of
from simulator.session.told import played_sentences
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Cell, Columns
from simulator.tui.widgets.briefed import objective_rows
from simulator.words import _, day, ngettext, say
from simulator.words.labels import language_word, level_word, role_in_short, role_word

ROLE: Final = 12
LANGUAGE: Final = 2
LEVEL: Final = 5
MINUTES: Final = 4
BEST: Final = 6
TRIES: Final = 6
AGAIN: Final = 7
NOT_PLAYABLE: Final = 22


def heads() -> Visual:
    """The names of the columns."""
    # A code of two letters says itself what it is.
    names = (_("Call"), _("Role"), _("Level"), "", _("Min."), _("Best"), _("Tries"), _("Redo on"))
    return Columns(_cells(*names, style="$muted"), gap=1)


def entry_row(entry: Entry, standing: Standing) -> Visual:
    """One line: title, role, level, language, minutes, best score, tries, when it is suggested again."""
    if entry.problem is not None:
        return Columns(
            [Cell(plain(f"! {entry.path.name}", "$error")), Cell(plain(_("not playable"), "$error"), NOT_PLAYABLE)]
        )
    best, due = standing.best.get(entry.id), standing.due.get(entry.id)
    cells = _cells(
        entry.title,
        role_in_short(entry.role),
        "●" * entry.level + "○" * (3 - entry.level),
        entry.language.upper(),
        str(entry.minutes),
        "–" if best is None else str(shown(best)),
        str(standing.tries.get(entry.id, 0)),
        "" if due is None else _("due") if standing.is_due(entry.id) else day(due),
    )
    return Columns(cells, gap=1)


def _cells(
    title: str, role: str, level: str, spoken: str, minutes: str, best: str, tries: str, again: str, style: str = ""
) -> list[Cell]:
    return [
        Cell(plain(title, style or "bold")),
        Cell(plain(role, style), ROLE, room=64),
        Cell(plain(level, style), LEVEL),
        Cell(plain(spoken, style), LANGUAGE, room=64),
        Cell(plain(minutes, style), MINUTES, right=True, room=50),
        Cell(plain(best, style), BEST, right=True),
        Cell(plain(tries, style), TRIES, right=True, room=64),
        Cell(plain(again, style), AGAIN, right=True),
    ]


def problem_rows(entry: Entry) -> Visual:
    """Why a file cannot be played."""
    rows: list[Content | Visual] = [plain(entry.path.name, "bold $error"), BLANK]
    if entry.problem is not None:
        rows.append(plain(say(entry.problem)))
    rows += [BLANK, plain(_("`rolecall check` shows everything that is wrong with it."), "$muted")]
    return stacked(rows)


def preview_rows(entry: Entry, loaded: Loaded | None, trainee: str, standing: Standing, *, full: bool) -> Visual:
    """What is known of a call before its briefing; more once the file has been read, all of it where `full`."""
    minutes = ngettext("{count} minute", "{count} minutes", entry.minutes).format(count=entry.minutes)
    level = _("level {level}, {word}").format(level=entry.level, word=level_word(entry.level))
    rows: list[Content | Visual] = [
        plain(entry.title, "bold $primary"),
        plain(" · ".join((role_word(entry.role), level, language_word(entry.language), minutes)), "$muted"),
    ]
    played = " ".join(played_sentences(standing, entry.id))
    if played:
        rows.append(plain(played))
    if loaded is not None:
        briefing = briefing_of(loaded, trainee)
        rows += _told(briefing)
        if full and briefing.objectives:
            rows += [BLANK, objective_rows(briefing)]
    if entry.replaces is not None:
        rows += [BLANK, plain(_("This file stands in for another call with the same id."), "$muted")]
    return stacked(rows)


def _told(briefing: Briefing) -> list[Content | Visual]:
    rows: list[Content | Visual] = [BLANK, plain(briefing.about)] if briefing.about else []
    if briefing.caller:
        sketch = f"  {briefing.sketch}" if briefing.sketch else ""
        rows += [BLANK, Content.assemble(plain(briefing.caller, "bold"), plain(sketch))]
    return rows
