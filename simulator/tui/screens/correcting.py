"""The points of one decision as a form: what it had on each criterion, and what a trainer makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option

from scoring.review import Correction
from simulator.model.message import N_
from simulator.model.reviews import MOST_POINTS
from simulator.session.reviewed import GivenPoints
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, plain
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.picker import LongPicker
from simulator.words import _
from simulator.words.reactions import signed

LABEL_MOST: Final = 24


class _Form(LongPicker):
    """One line for each criterion."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Correct"))]


class CorrectingScreen(RoleModal[Correction | None]):
    """Its result: the criterion that is pointed at with its new points; None where they are as they were."""

    AUTO_FOCUS = "#setting"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "move(1)", N_("More"), key_display="→"),
        Binding("left,minus", "move(-1)", N_("Less"), key_display="←"),
        Binding("escape", "back", N_("Back")),
    ]

    def __init__(self, decision: int, given: Sequence[GivenPoints]) -> None:
        super().__init__()
        self._decision = decision
        self._given = tuple(given)
        self._points = [one.now for one in given]
        self._list = _Form(id="setting", markup=False)

    def compose(self) -> ComposeResult:
        """A line each."""
        title = _("Decision {number}: points on each criterion").format(number=self._decision)
        with Vertical(id="sheet"):
            yield Words(plain(title, "bold $primary"), id="sheet-title")
            yield self._list
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first one."""
        self._list.add_options(Option(self._row(place)) for place in range(len(self._given)))
        self._list.highlighted = 0

    def works(self, action: str) -> bool:
        """This opens nothing else."""
        return action not in ("keys", "command_palette")

    def action_move(self, by: int) -> None:
        """A point more or less. What the call itself gave can always be given back."""
        place = self._list.highlighted or 0
        values = _values(self._given[place])
        here = values.index(self._points[place]) + by
        self._points[place] = values[max(0, min(here, len(values) - 1))]
        self._list.replace_option_prompt_at_index(place, self._row(place))

    def on_option_list_option_selected(self) -> None:
        """Take the criterion that is pointed at."""
        place = self._list.highlighted or 0
        one, points = self._given[place], self._points[place]
        self.close(None if points == one.now else Correction(self._decision, one.criterion, points))

    def action_back(self) -> None:
        """Correct nothing."""
        self.close(None)

    def _row(self, place: int) -> Visual:
        one, points = self._given[place], self._points[place]
        width = min(LABEL_MOST, max(len(given.label) for given in self._given))
        words = [
            plain(f"[{_written(value):>2}]", "bold $accent")
            if value == points
            else plain(f" {_written(value):>2} ", "$muted")
            for value in _values(one)
        ]
        machine = _("the call gave {points}").format(points=_written(one.machine))
        told = Content.assemble(Content("").join(words), plain(f"   {machine}", "$muted"))
        return Beside([plain(one.label, "bold")], Prose(told), width, stays=True)


def _written(points: int) -> str:
    return signed(points) if points else "0"


def _values(one: GivenPoints) -> list[int]:
    """The points that may be given on a criterion: those of the scale, and what it has now or had."""
    return sorted({*range(-MOST_POINTS, MOST_POINTS + 1), one.machine, one.now})
