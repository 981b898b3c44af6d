"""The choices on offer with what each one is worth, for an author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.visual import Visual

from scoring.evidence import Marks
from simulator.model.view import Offered
from simulator.preview.pricing import at_a_glance
from simulator.tui.text import plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.choices import Choices, words_of
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words
from simulator.words.labels import verdict_sign, verdict_word

NUMBER: Final = 3
"""Cells of a choice's number, with the gap behind it."""


class PricedChoices(Choices):
    """Each choice with its verdict, its cost and its id in the file."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: Mapping[str, Marks] = {}

    def show(self, moment: int, offered: Sequence[Offered], speaks: bool) -> None:
        """Offer these; what is known of their worth holds for one moment."""
        if moment != self._moment:
            self._marks = {}
        super().show(moment, offered, speaks)

    def price(self, marks: Mapping[str, Marks]) -> None:
        """Show what the choices are worth; nothing of one that is not in `marks`."""
        if dict(marks) != self._marks:
            self._marks = dict(marks)
            for place, prompt in enumerate(self.prompts()):
                self.replace_option_prompt_at_index(place, prompt)

    def prompts(self) -> list[Visual]:
        """Number, verdict and cost beside the words."""
        heads = [self._head(number, one) for number, one in enumerate(self._offered, start=1)]
        width = max((line.cell_length for head in heads for line in head), default=0)
        bodies = [Content.assemble(words_of(one, self._alike), plain(f"  {one.id}", "$muted")) for one in self._offered]
        return [Beside(head, Prose(body), width, stays=True) for head, body in zip(heads, bodies, strict=True)]

    def _head(self, number: int, offered: Offered) -> list[Content]:
        shown = plain(str(number), "bold $accent")
        marks = self._marks.get(offered.id)
        if marks is None:
            return [shown]
        rows = [Content.assemble(shown, "  ", verdict_of(marks))]
        cost = cost_words(at_a_glance(marks.cost))
        return [*rows, plain(" " * (NUMBER + 2) + cost, STYLES[str(marks.verdict)])] if cost else rows


def verdict_of(marks: Marks) -> Content:
    """The verdict by its sign and its word."""
    words = f"{verdict_sign(marks.verdict)} {verdict_word(marks.verdict)}"
    return plain(words, f"bold {STYLES[str(marks.verdict)]}")


def worth_rows(marks: Marks | None, why: str | None) -> Visual:
    """What an answer that was given is worth, and why."""
    head = Content("")
    if marks is not None:
        cost = cost_words(at_a_glance(marks.cost))
        head = Content.assemble(verdict_of(marks), plain(f"  {cost}" if cost else "", STYLES[str(marks.verdict)]))
    told = plain(why) if why else plain(_("The file does not say why."), "$muted")
    return stacked([Content.assemble(head, "  " if marks else "", told)])
