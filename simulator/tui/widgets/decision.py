"""A decision of a debrief: what was heard, what was answered, its verdict and cost, and what was better."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.visual import Visual

from simulator.model.heard import Heard, Kind
from simulator.report.debrief_words import critical_labels, lost_on, one_line, took_words
from simulator.session import Debrief, DecisionRow, OnOffer
from simulator.tui.text import Words, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.tui.widgets.heard import SPOKEN, body_of, margin_of, margin_width
from simulator.tui.widgets.offered import answer_words
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words, list_of, number
from simulator.words.labels import action_word, phase_word, verdict_sign, verdict_word, words_of_law


def lessons_heading() -> Content:
    """The head of the lessons."""
    return heading(_("What to learn from this call"))


def decisions_heading(debrief: Debrief) -> Content:
    """The head of the decisions, with the day of the law that is cited in them."""
    law = f"  ·  {words_of_law(debrief.law_as_of)}" if debrief.law_as_of is not None else ""
    return Content.assemble(heading(_("Decision by decision")), plain(law, "$muted"))


class Card(Words, can_focus=True):
    """Can be pointed at, to see all that was on offer or to try again from there."""

    class Focused(Message):
        """This decision is pointed at now, or no longer."""

    def __init__(self, decision: DecisionRow, rows: Visual, classes: str) -> None:
        super().__init__(rows, classes=f"decision {classes}")
        self.decision = decision

    def on_focus(self) -> None:
        """Tell the screen."""
        self.post_message(self.Focused())

    def on_blur(self) -> None:
        """Tell the screen."""
        self.post_message(self.Focused())


class DecisionCard(Card):
    """One decision, whole, with what trainers said of it."""

    def __init__(
        self, decision: DecisionRow, debrief: Debrief, caller: str, said: Sequence[Content | Visual] = ()
    ) -> None:
        super().__init__(decision, stacked([_Told(decision, debrief, caller).rows(), *said]), "whole")


class LessonCard(Card):
    """What to learn from one decision: why it was no good, what to say instead, and by which technique."""

    def __init__(self, decision: DecisionRow, debrief: Debrief) -> None:
        super().__init__(decision, _Told(decision, debrief, "").lesson(), "lesson")


class _Told:
    """The rows of one decision, all with one margin."""

    def __init__(self, decision: DecisionRow, debrief: Debrief, caller: str) -> None:
        self._decision = decision
        self._debrief = debrief
        self._caller = caller
        words = (_("Better"), _("Also"), _("Say"), _("Typed"))
        self._width = max(margin_width(caller), *map(len, words)) if caller else max(len(_("You")), *map(len, words))

    def rows(self) -> Visual:
        """Everything there is to say of it."""
        decision = self._decision
        rows: list[Content | Visual] = [self._head(plain(str(decision.number), "bold"))]
        rows += [self._heard(heard) for heard in decision.said if heard.kind in SPOKEN or heard.kind is Kind.SCENE]
        rows += self._own_words()
        rows.append(self._beside([plain(_("You"), "bold $secondary")], self._answer()))
        rows += self._why(decision.why)
        rows += self._faults()
        rows += self._better()
        rows += self._others()
        return stacked(rows)

    def lesson(self) -> Visual:
        """Why, what to say instead, and the technique with what it is."""
        decision = self._decision
        title = _("Decision {number}").format(number=decision.number)
        rows: list[Content | Visual] = [self._head(plain(title, "bold"))]
        rows += self._own_words()
        rows.append(self._beside([plain(_("You"), "bold $secondary")], self._answer()))
        rows += self._why(decision.why)
        for error in self._debrief.critical:
            if error.id in decision.critical:
                rows.append(self._beside([], plain(f"✗ {error.label}. {error.about}", "$error")))
        for best in decision.best[:1]:
            rows.append(self._beside([plain(_("Say"), "bold $success")], answer_words(best.text, best.action)))
            rows += self._why(best.why)
            for one in best.techniques:
                text = _("Technique: {label}. {about}").format(label=one.label, about=one.about)
                rows.append(self._beside([], plain(text, "$success")))
        return stacked(rows)

    def _head(self, title: Content) -> Visual:
        decision = self._decision
        style = STYLES[str(decision.verdict)]
        word = f"{verdict_sign(decision.verdict)} {verdict_word(decision.verdict)}"
        cost = cost_words(decision.shown_cost)
        facts = [phase_word(decision.phase) if decision.phase else "", lost_on(decision, self._debrief)]
        if took := took_words(decision):
            facts.append(_("took {time}").format(time=took))
        told = " · ".join(filter(None, facts))
        head = Content.assemble(
            plain(word, f"bold {style}"),
            plain(f"  {cost}" if cost else "", f"bold {style}"),
            plain(f"  {told}" if told else "", "$muted"),
        )
        return Beside([title], Prose(head), max(2, title.cell_length), gap=1, stays=True)

    def _own_words(self) -> list[Content | Visual]:
        """What the trainee would have said, before there were choices."""
        typed = self._decision.typed
        return [self._beside([plain(_("Typed"), "$secondary")], plain(one_line(typed), "italic"))] if typed else []

    def _answer(self) -> Content:
        decision = self._decision
        if decision.silence:
            return plain(_("… you say nothing."), "italic $muted")
        return answer_words(decision.text, decision.action, "bold")

    def _why(self, why: str | None) -> list[Content | Visual]:
        return [self._beside([], plain(why, "$muted"))] if why else []

    def _faults(self) -> list[Content | Visual]:
        decision, rows = self._decision, []
        labels = critical_labels(decision, self._debrief)
        rows += [self._beside([], plain(f"✗ {label}", "bold $error")) for label in labels]
        if decision.risky:
            text = _("An equally good answer would have spared the caller's patience or trust.")
            rows.append(self._beside([], plain(text)))
        if decision.techniques:
            named = list_of([technique.label for technique in decision.techniques])
            rows.append(self._beside([], plain(_("Technique: {labels}.").format(labels=named), "$success")))
        if decision.see is not None:
            rows.append(self._beside([], plain(_("Worth reading: {article}").format(article=decision.see.title))))
        if decision.undone:
            text = _("Answers taken back here: {count}.").format(count=number(decision.undone, 0))
            rows.append(self._beside([], plain(text, "$muted")))
        return rows

    def _better(self) -> list[Content | Visual]:
        """The best answer, and how the call would have gone on after it."""
        decision = self._decision
        if not decision.best or decision.cost <= 0:
            return []
        best = decision.best[0]
        rows: list[Content | Visual] = [
            self._beside([plain(_("Better"), "bold $success")], answer_words(best.text, best.action))
        ]
        rows += self._why(best.why)
        ahead = decision.best_leads_to[1:]
        if ahead:
            rows.append(self._beside([], plain(_("It would have gone on like this:"), "$muted")))
        return rows + [self._heard(heard, quiet=True) for heard in ahead]

    def _others(self) -> list[Content | Visual]:
        """What else was on offer, each with its verdict and cost; why is a key away."""
        decision, margin = self._decision, [plain(_("Also"), "$muted")]
        told = decision.best[:1] if decision.cost > 0 else ()
        rows: list[Content | Visual] = []
        for one in decision.offered:
            if not one.chosen and one not in told:
                rows.append(self._beside(margin, _priced(one)))
                margin = []
        return rows

    def _heard(self, heard: Heard, *, quiet: bool = False) -> Visual:
        """Words with who says them; `quiet` for those that were never said."""
        named = heard.kind in SPOKEN or heard.kind in (Kind.CHOICE, Kind.SILENCE)
        margin = margin_of(heard, self._caller) if named else []
        if quiet:
            margin = [plain(line.plain, "$muted") for line in margin]
        return self._beside(margin, plain(body_of(heard).plain, "$muted") if quiet else body_of(heard))

    def _beside(self, margin: list[Content], words: Content) -> Visual:
        return Beside(margin, Prose(words), self._width)


def _priced(one: OnOffer) -> Content:
    """An answer that was not given, the sign of its verdict before it and its cost behind it."""
    style, action = STYLES[str(one.verdict)], f"[{action_word(one.action)}] " if one.action else ""
    cost = cost_words(one.shown_cost)
    return Content.assemble(
        plain(f"{verdict_sign(one.verdict)} ", style),
        plain(f"{action}{one.text}", "$muted"),
        plain(f"\u00a0\u00a0{cost}" if cost else "", style),
    )
