"""The words people read: translation at the moment of showing, and the numbers and dates of a language.

The source text is English. Until `use` is called, and where a catalogue is missing, it is what is shown.
What formats and what says messages is loaded when it is first asked for: `--help` needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.words.speech import LANGUAGES, _, language, ngettext, use

if TYPE_CHECKING:
    from simulator.words.formats import (
        cost_words,
        date,
        day,
        day_from,
        duration,
        list_of,
        moment,
        number,
        one_of,
        percent,
        points,
    )
    from simulator.words.saying import say
    from simulator.words.system import system_language

__all__ = [
    "LANGUAGES",
    "_",
    "cost_words",
    "date",
    "day",
    "day_from",
    "duration",
    "language",
    "list_of",
    "moment",
    "ngettext",
    "number",
    "one_of",
    "percent",
    "points",
    "say",
    "system_language",
    "use",
]

_LATER = {"say": "saying", "system_language": "system"}


def __getattr__(name: str) -> object:
    """Whatever is not loaded yet, from the module that has it."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"simulator.words.{_LATER.get(name, 'formats')}"), name)
