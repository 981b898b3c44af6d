"""The words people read: translation at the moment of showing, and the numbers and dates of a language.

The source text is English. Until `use` is called, and where a catalogue is missing, it is what is shown.
"""

from simulator.words.formats import date, duration, list_of, moment, number, one_of, percent, points
from simulator.words.saying import say
from simulator.words.speech import LANGUAGES, _, language, ngettext, use
from simulator.words.system import system_language

__all__ = [
    "LANGUAGES",
    "_",
    "date",
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
