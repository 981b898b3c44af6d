"""What is heard and what may be answered, as lines."""

from __future__ import annotations

from simulator.model.heard import Heard, Kind
from simulator.model.view import Offered
from simulator.words import _
from simulator.words.labels import action_word, mood_word


def heard_line(heard: Heard, caller: str) -> str:
    """One entry of a transcript as a line."""
    match heard.kind:
        case Kind.CHOICE if heard.action:
            return _("You ({action}): {text}").format(action=action_word(heard.action), text=heard.text)
        case Kind.CHOICE:
            return _("You: {text}").format(text=heard.text)
        case Kind.SILENCE:
            return _("You say nothing.")
        case Kind.SCENE:
            return heard.text
        case Kind.ENDING:
            return _("The call is over. {text}").format(text=heard.text)
        case _:
            return _spoken(heard, caller)


def said_or_done(text: str, action: str | None, said: str, done: str) -> str:
    """An answer in the sentence for words, `said` with {text}, or in that for actions, `done` with {action} as well."""
    if action:
        return done.format(action=action_word(action), text=text)
    return said.format(text=text)


def offered_line(number: int, offered: Offered) -> str:
    """A choice on offer as a line, with the number to type."""
    if offered.action:
        text = _("{number}. ({action}) {text}")
        return text.format(number=number, action=action_word(offered.action), text=offered.text)
    return _("{number}. {text}").format(number=number, text=offered.text)


def _spoken(heard: Heard, caller: str) -> str:
    """Words that somebody else speaks, with who and how."""
    who = heard.speaker or caller
    if heard.mood and heard.speaker is None:
        return _("{who}, {mood}: {text}").format(who=who, mood=mood_word(heard.mood), text=heard.text)
    return _("{who}: {text}").format(who=who, text=heard.text)
