"""The debrief: the result, the criteria, then every decision with what it cost and what was better."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from simulator.model.message import N_
from simulator.session import Debrief
from simulator.tui.base import RoleScreen
from simulator.tui.text import plain, stacked
from simulator.tui.widgets.decision import DecisionCard
from simulator.tui.widgets.result import criteria_rows, result_rows
from simulator.words import _


class DebriefScreen(RoleScreen[int | None]):
    """Shows a debrief. Its result: the decision to try again from, None to leave."""

    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "go(1)", N_("Next decision")),
        Binding("p", "go(-1)", N_("Previous")),
        Binding("r", "retry", N_("Try again from here")),
        Binding("escape,q", "leave", N_("Home"), key_display="esc"),
    ]

    def __init__(self, debrief: Debrief, caller: str) -> None:
        super().__init__()
        self._debrief = debrief
        self._caller = caller

    def compose(self) -> ComposeResult:
        """One page to scroll, the decisions one after the other."""
        with VerticalScroll(id="page"):
            yield Static(stacked(result_rows(self._debrief)), id="result")
            yield Static(stacked(criteria_rows(self._debrief)), id="criteria")
            yield Static(plain(_("Decision by decision"), "bold $primary"), classes="heading")
            for decision in self._debrief.decisions:
                yield DecisionCard(decision, self._debrief, self._caller)
            if self._debrief.code:
                yield Static(plain(_("Code of this record: {code}").format(code=self._debrief.code), "$text-muted"))
        yield Footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One can only try again from a decision that is pointed at."""
        del parameters
        return self._at() is not None if action == "retry" else True

    def on_decision_card_focused(self) -> None:
        """Another decision is pointed at: other keys work."""
        self.refresh_bindings()

    def action_go(self, by: int) -> None:
        """Point at the next or the previous decision."""
        cards = list(self.query(DecisionCard))
        here = self._at()
        place = (0 if by > 0 else len(cards) - 1) if here is None else cards.index(here) + by
        if 0 <= place < len(cards):
            cards[place].focus()
            cards[place].scroll_visible(animate=False, top=True)

    def action_retry(self) -> None:
        """Try again from the decision that is pointed at."""
        here = self._at()
        if here is not None:
            self.dismiss(here.decision.number)

    def action_leave(self) -> None:
        """Leave the debrief."""
        self.dismiss(None)

    def _at(self) -> DecisionCard | None:
        return self.focused if isinstance(self.focused, DecisionCard) else None
