"""The caller's CRM card, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.content import Content
from textual.visual import Visual

from simulator.model.scenario import Article
from simulator.tui.text import BLANK, labelled, plain, stacked
from simulator.words import _

LABEL_MOST = 24


class HasCard(Protocol):
    """A briefing or a call: both have a card and articles."""

    @property
    def card(self) -> tuple[tuple[str, str], ...]:
        """What the CRM says, label by label."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The knowledge articles."""


def card_rows(card: Sequence[tuple[str, str]]) -> Visual:
    """The card, a label and a value each."""
    if not card:
        return stacked([plain(_("There is no CRM card for this call."), "$muted")])
    width = min(LABEL_MOST, max(len(label) for label, _value in card))
    return stacked([labelled(label, plain(value), width) for label, value in card])


def desk_rows(known: HasCard) -> Visual:
    """The card and the titles of the articles: what lies on the agent's desk."""
    rows: list[Content | Visual] = [heading(_("CRM card")), card_rows(known.card)]
    if known.articles:
        rows += [BLANK, heading(_("Knowledge articles"))]
        rows += [plain(f"· {article.title}") for article in known.articles]
    return stacked(rows)


def heading(text: str) -> Content:
    """The head of a section."""
    return plain(text, "bold $primary")
