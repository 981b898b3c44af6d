"""One decision of a debrief: what was heard, what was answered, its verdict and cost, and what was better."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.visual import Visual

from simulator.model.heard import Kind
from simulator.session import Debrief, DecisionRow
from simulator.tui.text import Words, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.tui.widgets.heard import SPOKEN, body_of, margin_of, margin_width
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words, list_of, number
from simulator.words.labels import action_word, phase_word, verdict_sign, verdict_word, words_of_law


def decisions_heading(debrief: Debrief) -> Content:
    """The head of the decisions, with the day of the law that is cited in them."""
    law = f"  ·  {words_of_law(debrief.law_as_of)}" if debrief.law_as_of is not None else ""
    return Content.assemble(heading(_("Decision by decision")), plain(law, "$muted"))


class DecisionCard(Words, can_focus=True):
    """Can be pointed at, to see all that was on offer or to try again from there."""

    class Focused(Message):
        """This decision is pointed at now, or no longer."""

    def __init__(self, decision: DecisionRow, debrief: Debrief, caller: str) -> None:
        super().__init__(_Told(decision, debrief, caller).rows(), classes="decision")
        self.decision = decision

    def on_focus(self) -> None:
        """Tell the screen."""
        self.post_message(self.Focused())

    def on_blur(self) -> None:
        """Tell the screen."""
        self.post_message(self.Focused())


class _Told:
    """The rows of one decision, all with one margin."""

    def __init__(self, decision: DecisionRow, debrief: Debrief, caller: str) -> None:
        self._decision = decision
        self._debrief = debrief
        self._caller = caller
        self._width = max(margin_width(caller), len(_("Better")), len(_("Then")))

    def rows(self) -> Visual:
        """Everything there is to say of it."""
        decision = self._decision
        rows: list[Content | Visual] = [self._head()]
        for heard in decision.said:
            if heard.kind in SPOKEN or heard.kind is Kind.SCENE:
                margin = margin_of(heard, self._caller) if heard.kind in SPOKEN else []
                rows.append(self._beside(margin, body_of(heard)))
        rows.append(self._beside([plain(_("You"), "bold $secondary")], self._answer()))
        rows += self._why(decision.why)
        rows += self._faults()
        rows += self._better()
        return stacked(rows)

    def _head(self) -> Visual:
        decision = self._decision
        style = STYLES[str(decision.verdict)]
        word = f"{verdict_sign(decision.verdict)} {verdict_word(decision.verdict)}"
        cost = cost_words(decision.cost)
        phase = f"  {phase_word(decision.phase)}" if decision.phase else ""
        head = Content.assemble(
            plain(word, f"bold {style}"),
            plain(f"  {cost}" if cost else "", style),
            plain(f"{phase}{self._lost()}", "$muted"),
        )
        return Beside([plain(str(decision.number), "bold")], Prose(head), 2, gap=1, stays=True)

    def _lost(self) -> str:
        """Which criteria the cost comes from."""
        labels = {row.id: row.label for row in self._debrief.criteria}
        costs = [(labels.get(name, name), cost_words(points)) for name, points in self._decision.lost]
        told = ", ".join(f"{label} {cost}" for label, cost in costs if cost)
        return f"  ·  {told}" if told else ""

    def _answer(self) -> Content:
        decision = self._decision
        if decision.silence:
            return plain(_("… you say nothing."), "italic $muted")
        action = f"[{action_word(decision.action)}] " if decision.action else ""
        return Content.assemble(plain(action, "$secondary"), plain(decision.text, "bold"))

    def _why(self, why: str | None) -> list[Content | Visual]:
        return [self._beside([], plain(why, "$muted"))] if why else []

    def _faults(self) -> list[Content | Visual]:
        decision, rows = self._decision, []
        names = {error.id: error.label for error in self._debrief.critical}
        rows += [self._beside([], plain(f"✗ {names.get(code, code)}", "bold $error")) for code in decision.critical]
        if decision.risky:
            text = _("An equally good answer would have spared the caller's patience or trust.")
            rows.append(self._beside([], plain(text)))
        if decision.techniques:
            labels = list_of([technique.label for technique in decision.techniques])
            rows.append(self._beside([], plain(_("Technique: {labels}.").format(labels=labels), "$success")))
        if decision.see is not None:
            rows.append(self._beside([], plain(_("Read again: {article}.").format(article=decision.see.title))))
        if decision.undone:
            text = _("Answers taken back here: {count}.").format(count=number(decision.undone, 0))
            rows.append(self._beside([], plain(text, "$muted")))
        return rows

    def _better(self) -> list[Content | Visual]:
        decision = self._decision
        if not decision.best or decision.cost <= 0:
            return []
        best = decision.best[0]
        action = f"[{action_word(best.action)}] " if best.action else ""
        words = Content.assemble(plain(action, "$secondary"), plain(best.text))
        rows: list[Content | Visual] = [self._beside([plain(_("Better"), "bold $success")], words)]
        rows += self._why(best.why)
        led_to = [heard for heard in decision.best_leads_to if heard.kind in SPOKEN or heard.kind is Kind.ENDING][:1]
        rows += [self._beside([plain(_("Then"), "$muted")], body_of(heard)) for heard in led_to]
        return rows

    def _beside(self, margin: list[Content], words: Content) -> Visual:
        return Beside(margin, Prose(words), self._width)
