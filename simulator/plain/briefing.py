"""The briefing, as lines."""

from __future__ import annotations

from simulator.plain.console import Console
from simulator.plain.marks import without_marks
from simulator.session import Briefing
from simulator.words import _, list_of, ngettext
from simulator.words.labels import level_word, role_word


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
    if briefing.objectives:
        console.tell()
        console.tell(_("Your objectives:"))
        for number, objective in enumerate(briefing.objectives, start=1):
            console.tell(f"{number}. {objective}")
    tell_card(console, briefing.card)
    if briefing.articles:
        titles = list_of([article.title for article in briefing.articles])
        console.tell(_("Articles you can open with k during the call: {titles}.").format(titles=titles))
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
