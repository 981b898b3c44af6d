"""One decision of a debrief: what was said, what was chosen, what it cost, what was better."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.model.heard import Kind
from simulator.session import Debrief, DecisionRow
from simulator.tui.text import plain, stacked
from simulator.tui.widgets.transcript import heard_content
from simulator.words import _, list_of, number
from simulator.words.labels import verdict_sign, verdict_word

STYLES = {
    "best": "$success",
    "good": "$success",
    "fair": "$warning",
    "mistake": "$warning",
    "blunder": "$error",
    "critical": "$error",
    "ended-the-call": "$error",
}


class DecisionCard(Static, can_focus=True):
    """Can be pointed at, to try again from there."""

    class Focused(Message):
        """This decision is pointed at now, or no longer."""

    def __init__(self, decision: DecisionRow, debrief: Debrief, caller: str) -> None:
        super().__init__(
            stacked(_rows(decision, debrief, caller)), classes=f"decision {decision.verdict}", markup=False
        )
        self.decision = decision

    def on_focus(self) -> None:
        """Tell the screen."""
        self.post_message(self.Focused())

    def on_blur(self) -> None:
        """Tell the screen."""
        self.post_message(self.Focused())


def _rows(decision: DecisionRow, debrief: Debrief, caller: str) -> list[Content]:
    style = STYLES[str(decision.verdict)]
    head = f"{decision.number}. {verdict_sign(decision.verdict)} {verdict_word(decision.verdict)}"
    cost = f"  -{number(round(decision.cost, 1))}" if decision.cost else ""
    rows = [Content.assemble((head, f"bold {style}"), (cost, style))]
    rows += [heard_content(heard, caller) for heard in decision.said if heard.kind is not Kind.CHOICE]
    mine = _("… you say nothing.") if decision.silence else decision.text
    rows.append(Content.assemble((_("You"), "bold $secondary"), "  ", plain(mine)))
    if decision.why:
        rows.append(plain(decision.why, "italic"))
    names = {error.id: error.label for error in debrief.critical}
    rows += [plain(f"X {names.get(code, code)}", "bold $error") for code in decision.critical]
    if decision.risky:
        rows.append(plain(_("An equally good answer would have spared the caller's patience or trust.")))
    if decision.techniques:
        labels = list_of([technique.label for technique in decision.techniques])
        rows.append(plain(_("Technique: {labels}.").format(labels=labels), "$text-muted"))
    return rows + _better(decision, caller)


def _better(decision: DecisionRow, caller: str) -> list[Content]:
    rows: list[Content] = []
    if decision.best and decision.cost > 0:
        best = decision.best[0]
        rows.append(Content.assemble((_("Better"), "bold $success"), "  ", plain(best.text)))
        if best.why:
            rows.append(plain(best.why, "italic"))
        rows += [heard_content(heard, caller) for heard in decision.best_leads_to[1:2]]
    if decision.see is not None:
        rows.append(plain(_("Read again: {article}").format(article=decision.see.title), "$text-muted"))
    return rows
