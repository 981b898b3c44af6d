"""Where a trainee stands, at the top of home: the call to take next, and the skills as bars."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from simulator.practice import Skill
from simulator.session import Standing
from simulator.session.told import no_skills_yet
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Cell, Columns, Prose
from simulator.tui.widgets.verdicts import score_style
from simulator.words import _, ngettext, say
from simulator.words.labels import TRENDS, role_word, trend_sign, trend_word

if TYPE_CHECKING:
    from simulator.library import Entry

BAR: Final = 6
WIDE_BAR: Final = 12
VALUE: Final = 7
SIGN: Final = 1
WORD: Final = 10
ROOM: Final = 40
"""Cells of one skill from which on its bar is long."""
ROOM_FOR_WORDS: Final = 56
"""Cells of one skill from which on its trend has its word beside the sign."""
LEAST: Final = 34
"""Cells that one skill takes at least."""
MOST_COLUMNS: Final = 3
GAP: Final = 3


def next_rows(standing: Standing, entry: Entry) -> Visual:
    """The call to take next, and why."""
    level = _("level {level}").format(level=entry.level)
    facts = " · ".join((role_word(entry.role), level))
    head = Content.assemble(
        plain(_("Next call:"), "$accent"), "  ", plain(entry.title, "bold"), plain(f"  {facts}", "$muted")
    )
    reason = standing.advice and say(standing.advice.reason)
    return stacked([Columns([Cell(head)]), plain(reason or "")])


def skills_title(standing: Standing) -> Content:
    """What the bars are of, and what the signs that are there mean."""
    if not standing.skills:
        return plain(_("Your skills"))
    text = ngettext(
        "Skills from {count} call (± likely range)", "Skills from {count} calls (± likely range)", standing.counted
    )
    there = {str(skill.trend) for skill in standing.skills}
    signs = "  ".join(f"{sign} {_(word)}" for trend, (sign, word) in TRENDS.items() if trend in there)
    return plain(text.format(count=standing.counted)) + plain(f"  {signs}", "$muted")


def skill_rows(standing: Standing) -> Visual:
    """The skills, or why there are none yet."""
    if not standing.skills:
        return Prose(plain(no_skills_yet(standing)))
    return SkillGrid(standing)


class SkillGrid(Visual):
    """Each skill with its bar, its value and how sure it is, and its trend; in as many columns as there is room for."""

    def __init__(self, standing: Standing) -> None:
        self._cells = [skill_cells(skill, standing.labels.get(skill.criterion, "")) for skill in standing.skills]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines, the skills in order down each column."""
        each = (width - GAP * (self._columns(width) - 1)) // self._columns(width)
        lines = self.get_height({}, width)
        blank = Strip.blank(GAP, style.rich_style)
        made = [Columns(cells, gap=1).render_strips(each, 1, style, options)[0] for cells in self._cells]
        rows = [made[line::lines] for line in range(lines)]
        joined = [_joined([strip.extend_cell_length(each, style.rich_style) for strip in row], blank) for row in rows]
        return joined[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many lines as the columns need."""
        del rules
        return ceil(len(self._cells) / self._columns(width))

    def _columns(self, width: int) -> int:
        return max(1, min(MOST_COLUMNS, (width + GAP) // (LEAST + GAP)))


def skill_cells(skill: Skill, label: str) -> list[Cell]:
    """A skill as the cells of a row: label, bar, value with its uncertainty, trend."""
    value, reach = round(skill.value), round((skill.high - skill.low) / 2)
    sign, word = trend_sign(skill.trend), trend_word(skill.trend)
    return [
        Cell(plain(label or skill.criterion)),
        Cell(bar(value, BAR), BAR, until=ROOM),
        Cell(bar(value, WIDE_BAR), WIDE_BAR, room=ROOM),
        Cell(Content.assemble((f"{value:>3}", "bold"), plain(f" ±{reach:<2}", "$muted")), VALUE),
        Cell(plain(sign), SIGN),
        Cell(plain(word, "$muted"), WORD, room=ROOM_FOR_WORDS),
    ]


def bar(value: int, width: int) -> Content:
    """A value from 0 to 100 as a bar."""
    full = round(value * width / 100)
    return Content.assemble(("━" * full, score_style(value)), ("─" * (width - full), "$line"))


def _joined(strips: Sequence[Strip], blank: Strip) -> Strip:
    parts = [part for strip in strips for part in (strip, blank)]
    return Strip.join(parts[:-1])
