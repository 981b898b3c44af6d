"""What helps during a call and answers nothing: the card, the articles, a hint, the words of before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import ActiveBinding, Binding, BindingType
from textual.keys import key_to_character

from simulator.model.message import N_
from simulator.session import Debrief, Hint
from simulator.tui.base import RoleScreen
from simulator.tui.widgets.card import card_rows
from simulator.tui.widgets.clock import Clock
from simulator.tui.widgets.feedback import hint_rows
from simulator.tui.widgets.heard import heard_rows
from simulator.tui.widgets.transcript import Transcript
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.session import Call


class AidedScreen(RoleScreen[Debrief | None]):
    """A screen with a call and its transcript."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,f2", "card", N_("Card")),
        Binding("k,f3", "articles", N_("Articles")),
        Binding("h,f4", "hint", N_("Hint")),
        Binding("pageup", "read(-1)", N_("Read back"), show=False),
        Binding("pagedown", "read(1)", N_("Read on"), show=False),
    ]

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call = call
        """What is played."""

    def works(self, action: str) -> bool:
        """A hint is there in guided mode alone, articles where the scenario has any."""
        match action:
            case "hint":
                return self.call.gives_hints
            case "articles":
                return bool(self.call.articles)
            case _:
                return True

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now: not those that the field in which somebody writes takes for letters."""
        found, field = super().active_bindings, self.focused
        if field is None:
            return found
        return {
            key: active
            for key, active in found.items()
            if active.node is field or not field.check_consume_key(key, key_to_character(key))
        }

    def action_card(self) -> None:
        """Look at the CRM card."""
        from simulator.tui.screens.sheet import SheetScreen

        self.app.push_screen(SheetScreen(_("CRM card"), card_rows(self.call.card), "c", clock=self.query_one(Clock)))

    def action_articles(self) -> None:
        """Look an article up."""
        from simulator.tui.screens.articles import ArticlesScreen

        self.app.push_screen(ArticlesScreen(self.call, self.query_one(Clock)))

    def action_hint(self) -> None:
        """Ask for a hint."""
        self.in_background(lambda: self.call.hint(language()), self._hinted, self.complain)

    def _hinted(self, hint: Hint | None) -> None:
        if not self.query_one(Transcript).hint("" if hint is None else hint.code, hint_rows(hint)):
            self.notify(_("There is no further hint here."), markup=False, timeout=4)

    def action_transcript(self) -> None:
        """Read the whole call so far."""
        from simulator.tui.screens.sheet import SheetScreen

        rows = heard_rows(self.call.transcript, self.call.caller)
        self.app.push_screen(SheetScreen(_("The call so far"), rows, "t", at_end=True, clock=self.query_one(Clock)))

    def action_read(self, direction: int) -> None:
        """Scroll the transcript by a page."""
        self.query_one(Transcript).turn(direction)
