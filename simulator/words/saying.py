"""Turns a message of the core into a sentence of the language in use."""

from __future__ import annotations

from datetime import date

from simulator.model.message import Message
from simulator.words import formats
from simulator.words.speech import _, ngettext


def say(message: Message) -> str:
    """`message` in the language in use, its holes filled.

    A message among the values is said, a sequence is listed ("a, b and c"), a number with decimals and a date
    are written as the language writes them, and everything else is shown as it is. `{count}` is the message's
    own count where the values give none.
    """
    text = _(message.text) if message.plural is None else ngettext(message.text, message.plural, message.count or 0)
    values = {"count": message.count, **message.values}
    return text.format_map({name: _shown(value) for name, value in values.items()})


def _shown(value: object) -> object:
    match value:
        case Message():
            return say(value)
        case float():
            return formats.number(value)
        case date():
            return formats.date(value)
        case list() | tuple():
            return formats.list_of([str(_shown(item)) for item in value])
        case _:
            return value
