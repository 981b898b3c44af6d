"""The modes a call can be taken in, and the call that was left."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.visual import Visual
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.model.mode import Mode
from simulator.tui.text import plain
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.picker import Picker
from simulator.words import _

RESUME: Final = "resume"


class Modes(Picker):
    """A line for each mode."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Take the call"))]

    def __init__(self) -> None:
        super().__init__(*_options(_modes()), id="modes", markup=False)
        self.show_say_first(False)

    def show_say_first(self, wanted: bool) -> None:
        """Say whether the trainee types what they would say before the choices appear."""
        told = _("say it first (s): yes") if wanted else _("say it first (s): no")
        self.border_title = f" {_('How do you take this call?')} · {told} "

    @property
    def pointed_at(self) -> str:
        """The mode that is pointed at, or `RESUME`."""
        return "" if self.highlighted is None else self.get_option_at_index(self.highlighted).id or ""

    def point_at(self, choice: str) -> None:
        """Point at a mode or at `RESUME`."""
        self.highlighted = self.get_option_index(choice)

    def offer_resuming(self, offered: bool) -> None:
        """Offer to go on with the call that was left, first of all."""
        rows = {RESUME: (_("Go on"), _("with the call that you left"))} if offered else {}
        pointed_at = RESUME if offered else self.pointed_at
        self.clear_options()
        self.add_options(_options({**rows, **_modes()}))
        self.point_at(pointed_at if pointed_at != RESUME or offered else Mode.PRACTICE)


def _modes() -> dict[str, tuple[str, str]]:
    return {
        Mode.GUIDED: (_("Guided"), _("a word on each answer, hints; answers can be taken back")),
        Mode.PRACTICE: (_("Practice"), _("feedback at the end; answers can be taken back")),
        Mode.EXAM: (_("Exam"), _("no help, nothing taken back, silence counts, gauges hidden")),
    }


def _options(rows: dict[str, tuple[str, str]]) -> list[Option]:
    width = max(len(name) for name, _about in rows.values())
    return [Option(_row(name, about, width), id=key) for key, (name, about) in rows.items()]


def _row(name: str, about: str, width: int) -> Visual:
    return Beside([plain(name, "bold $accent")], Prose(plain(about)), width, stays=True)
