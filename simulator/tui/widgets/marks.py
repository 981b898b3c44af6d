"""What a reviewer marks by and has marked: the levels of a criterion to pick from, and all marks of a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.report.marking_words import level_words, mark_words
from simulator.session.calibrating import Anchored
from simulator.tui.text import plain
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.picker import Picker
from simulator.words import _

_UNMARKED = "·"
"""Where a mark is still to come."""


class Levels(Picker):
    """The five levels, and that nothing could be heard. The one that was given has a dot before it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Mark"), key_display="1-5")]

    def __init__(self) -> None:
        super().__init__(id="levels", markup=False)

    def show(self, criterion: Anchored, marks: Mapping[str, int | None]) -> None:
        """Offer the levels of a criterion."""
        rows = [*level_words(criterion), (None, _("nothing of it can be heard in this call"))]
        given = [criterion.id in marks and marks[criterion.id] == level for level, _words in rows]
        self.clear_options()
        self.add_options(
            Option(_row(mark_words(level), words, given=here)) for (level, words), here in zip(rows, given, strict=True)
        )
        self.highlighted = given.index(True) if True in given else 0


def given_row(criteria: Sequence[Anchored], marks: Mapping[str, int | None], place: int) -> Visual:
    """All criteria with their marks; the one in question is pointed at."""
    parts = []
    for number, criterion in enumerate(criteria):
        here, marked = number == place, criterion.id in marks
        words = f"{criterion.label} {mark_words(marks[criterion.id]) if marked else _UNMARKED}"
        # A mark never parts from its criterion at the end of a line.
        told = f"{'▸ ' if here else ''}{words}".replace(" ", "\u00a0")
        parts.append(plain(told, "bold $accent" if here else "" if marked else "$muted"))
    return Prose(Content("  ").join(parts))


def _row(name: str, words: str, *, given: bool) -> Visual:
    return Beside([plain(f"● {name}" if given else f"  {name}", "bold $accent")], Prose(plain(words)), 3, stays=True)
