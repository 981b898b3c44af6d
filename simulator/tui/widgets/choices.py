"""The choices on offer, with number keys and arrows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.model.unseen import visible
from simulator.model.view import Offered
from simulator.words.labels import action_word


class Choices(OptionList):
    """Shows what may be said or done, and tells which was taken."""

    class Taken(Message):
        """A choice was taken."""

        def __init__(self, choice: str) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self) -> None:
        super().__init__(id="choices", markup=False)
        self._offered: tuple[Offered, ...] = ()

    def show(self, offered: Sequence[Offered]) -> None:
        """Offer these, in this order."""
        if tuple(offered) == self._offered:
            return
        self._offered = tuple(offered)
        self.clear_options()
        self.add_options([Option(_prompt(number, one)) for number, one in enumerate(offered, start=1)])
        self.highlighted = 0 if offered else None

    def take(self, number: int) -> None:
        """Take the choice with that number key, if there is one."""
        if 1 <= number <= len(self._offered):
            self.highlighted = number - 1
            self.post_message(self.Taken(self._offered[number - 1].id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or the mouse took a choice."""
        event.stop()
        self.post_message(self.Taken(self._offered[event.option_index].id))


def _prompt(number: int, offered: Offered) -> Content:
    if offered.action:
        word = f"[{action_word(offered.action)}] "
        return Content.assemble((f"{number} ", "bold $accent"), (word, "$secondary"), visible(offered.text))
    return Content.assemble((f"{number} ", "bold $accent"), visible(offered.text))
