"""The briefing, as lines."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.plain.console import Console
from simulator.plain.marks import without_marks
from simulator.session import Briefing, Emphasis
from simulator.words import _, list_of, ngettext, percent
from simulator.words.labels import level_word, role_word, words_of_law

_TESTED_MOST = 4
"""How many criteria are named of those that a call tests."""


def tell_briefing(console: Console, briefing: Briefing) -> None:
    """Everything known before the call."""
    console.tell(briefing.title)
    minutes = ngettext("{count} minute", "{count} minutes", briefing.minutes).format(count=briefing.minutes)
    console.tell(
        _("Role: {role}. Level {level} ({word}). About {minutes}.").format(
            role=role_word(briefing.role), level=briefing.level, word=level_word(briefing.level), minutes=minutes
        )
    )
    console.tell()
    console.tell_text(without_marks(briefing.text))
    _tell_caller(console, briefing)
    if briefing.objectives:
        console.tell()
        console.tell(_("Your objectives:"))
        for number, objective in enumerate(briefing.objectives, start=1):
            console.tell(f"{number}. {objective}")
    tell_card(console, briefing.card)
    if briefing.articles:
        titles = list_of([article.title for article in briefing.articles])
        console.tell(_("Articles you can open with k during the call: {titles}.").format(titles=titles))
    if briefing.law_as_of is not None:
        console.tell(words_of_law(briefing.law_as_of))


def _tell_caller(console: Console, briefing: Briefing) -> None:
    if briefing.caller and briefing.sketch:
        console.tell()
        console.tell(_("On the line: {name}. {sketch}").format(name=briefing.caller, sketch=briefing.sketch))
    elif briefing.caller:
        console.tell()
        console.tell(_("On the line: {name}.").format(name=briefing.caller))


def tell_emphasis(console: Console, emphasis: Sequence[Emphasis]) -> None:
    """The criteria that the call tests most, the heaviest first."""
    rows = [
        _("{label} ({weight} of the score)").format(label=row.label, weight=percent(row.weight))
        for row in emphasis[:_TESTED_MOST]
    ]
    if rows:
        console.tell(_("This call tests most: {criteria}.").format(criteria=list_of(rows)))
    console.tell()


def tell_card(console: Console, card: tuple[tuple[str, str], ...]) -> None:
    """The CRM card, a line each."""
    if not card:
        console.tell(_("There is no CRM card for this call."))
        return
    console.tell()
    console.tell(_("CRM card:"))
    for key, value in card:
        console.tell(_("{key}: {value}").format(key=key, value=value))
