"""The knowledge articles, laid over a call; opening one is recorded and changes nothing in the call."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.tui.base import RoleModal
from simulator.tui.markdown import markdown
from simulator.tui.screens.sheet import SheetScreen, SheetTitle
from simulator.tui.text import laid_out, plain
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.picker import LongPicker
from simulator.words import _

if TYPE_CHECKING:
    from simulator.session import Call


class ArticlesScreen(RoleModal[None]):
    """The titles; the text of one lies over them."""

    AUTO_FOCUS = "#articles"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Back to the call")),
        Binding("k,q", "back", N_("Back to the call"), show=False),
    ]

    def __init__(self, call: Call, clock: Clock) -> None:
        super().__init__()
        self._call = call
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The titles."""
        with Vertical(id="sheet"):
            yield SheetTitle(_("Knowledge articles"), self._clock)
            titles = (Option(laid_out(plain(article.title))) for article in self._call.articles)
            yield LongPicker(*titles, id="articles", markup=False)
        yield KeyLine()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open an article, and record that."""
        article = self._call.articles[event.option_index]
        self.in_background(lambda: self._call.look_up(article.id), lambda _article: None)
        self.app.push_screen(SheetScreen(article.title, markdown(article.text), clock=self._clock))

    def action_back(self) -> None:
        """Back to the call."""
        self.close()
