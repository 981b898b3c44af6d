"""The choices on offer, with number keys and arrows; as a form where nobody speaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.model.view import Offered
from simulator.tui.text import plain
from simulator.tui.visuals import Beside, Hidden, Prose
from simulator.tui.widgets.picker import Picker
from simulator.words import _
from simulator.words.labels import action_word

DEBRIEF: Final = "debrief"
PATIENCE: Final = 0.3
"""Seconds after which a wait is worth showing."""


class Choices(Picker):
    """Shows what may be said or done, and tells which was taken."""

    class Taken(Message):
        """A choice was taken."""

        def __init__(self, choice: str) -> None:
            super().__init__()
            self.choice = choice

    class Finished(Message):
        """The call is over, and its last words were read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Answer"), show=False),
        Binding("enter", "finish", N_("See the debrief")),
    ]

    def __init__(self) -> None:
        super().__init__(id="choices", markup=False)
        self._offered: tuple[Offered, ...] = ()
        self._alike = False
        """Whether all choices do the same, so that it need not be said of each."""
        self._moment = 0
        self._is_over = False
        self._speaker: str | None = None
        """Who is speaking, so that the choices are not shown yet."""
        self._patience: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter answers, and once the call is over opens the debrief."""
        del parameters
        if self._speaker is not None and action in ("select", "cursor_down", "cursor_up"):
            return False
        return not {"select": self._is_over, "finish": not self._is_over}.get(action, False)

    def action_finish(self) -> None:
        """On to the debrief."""
        self.post_message(self.Finished())

    def show(self, moment: int, offered: Sequence[Offered], speaks: bool) -> None:
        """Offer these, in this order, at that moment of the call; `speaks` is False where nobody speaks."""
        if (moment, tuple(offered), None) == (self._moment, self._offered, self._speaker):
            return
        self._moment, self._offered, self._speaker = moment, tuple(offered), None
        keys = _("1–{last}, or arrows and Enter").format(last=len(offered))
        self.border_title = f" {_('Your answer') if speaks else _heading(offered)} · {keys} "
        self.set_class(not speaks, "-form")
        self._alike = len({one.action for one in offered}) == 1 and not speaks
        self.clear_options()
        self.add_options(Option(prompt) for prompt in self.prompts())
        self.highlighted = 0 if offered else None
        self.scroll_home(animate=False)

    def point_at_none(self) -> None:
        """Enter alone takes none of them."""
        self.highlighted = None

    def listen(self, moment: int, offered: Sequence[Offered], speaker: str) -> None:
        """Keep the room of these choices, and show none of them as long as `speaker` speaks."""
        self._moment, self._offered, self._speaker = moment, tuple(offered), speaker
        self.border_title = f" {_('{name} is speaking… any key shows all of it').format(name=speaker)} "
        self.remove_class("-form")
        self._alike = False
        self.clear_options()
        self.add_options(Option(Hidden(prompt), disabled=True) for prompt in self.prompts())
        self.highlighted = None

    def prompts(self) -> list[Visual]:
        """The choices on offer as they are shown; another kind of list has other ones."""
        return [
            Beside([plain(str(number), "bold $accent")], Prose(words_of(one, self._alike)), 1, gap=2, stays=True)
            for number, one in enumerate(self._offered, start=1)
        ]

    def show_waiting(self, waiting: bool) -> None:
        """Look as if no answer were taken now, if that lasts."""
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        self.remove_class("-waiting")
        if waiting:
            self._patience = self.set_timer(PATIENCE, partial(self.add_class, "-waiting"))

    def show_end(self) -> None:
        """Offer what follows the call."""
        self._offered, self._is_over, self._speaker = (), True, None
        self.border_title = f" {_('The call is over')} "
        self.remove_class("-form")
        self.clear_options()
        self.add_option(Option(Prose(plain(_("See the debrief"), "bold")), id=DEBRIEF))
        self.highlighted = 0

    def point_at(self, number: int) -> str | None:
        """Point at the choice with that number key; its id, None where there is none."""
        if self._speaker is not None:
            return None
        if not 1 <= number <= len(self._offered):
            return None
        self.highlighted = number - 1
        return self._offered[number - 1].id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or the mouse took a choice."""
        event.stop()
        if event.option_id == DEBRIEF:
            self.post_message(self.Finished())
        elif event.option_index < len(self._offered):
            self.post_message(self.Taken(self._offered[event.option_index].id))


def _heading(offered: Sequence[Offered]) -> str:
    actions = {one.action for one in offered}
    return _("What you enter in the CRM") if actions == {"crm"} else _("What you do")


def words_of(offered: Offered, alike: bool) -> Content:
    """The words of a choice; what is done is named unless all choices do the same."""
    text = plain(offered.text)
    if not offered.action or alike:
        return text
    return Content.assemble(plain(f"[{action_word(offered.action)}] ", "$secondary"), text)
