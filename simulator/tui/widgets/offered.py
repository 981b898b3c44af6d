"""All that was on offer at a decision, with what each choice would have cost and why."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.session import DecisionRow, OnOffer
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Beside
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words
from simulator.words.labels import action_word, verdict_sign, verdict_word


def offered_rows(decision: DecisionRow) -> Visual:
    """The choices, the best first."""
    rows: list[Content | Visual] = []
    for one in sorted(decision.offered, key=lambda one: one.cost):
        rows += [BLANK, _offered(one)] if rows else [_offered(one)]
    return stacked(rows)


def answer_words(text: str, action: str | None, style: str = "") -> Content:
    """An answer, in front of it what it is where something is done and not said."""
    deed = f"[{action_word(action)}] " if action else ""
    return Content.assemble(plain(deed, "$secondary"), plain(text, style))


def _offered(one: OnOffer) -> Visual:
    style = STYLES[str(one.verdict)]
    cost = cost_words(one.shown_cost)
    head = Content.assemble(
        plain(verdict_word(one.verdict), f"bold {style}"), plain(f"  {cost}" if cost else "", style),
        plain(f"  {_('your answer')}" if one.chosen else "", "bold $secondary"),
    )  # fmt: skip
    words = [head, answer_words(one.text, one.action)]
    if one.why:
        words.append(plain(one.why, "$muted"))
    return Beside([plain(verdict_sign(one.verdict), f"bold {style}")], stacked(words), 1, gap=1, stays=True)
