"""Numbers, durations, dates and lists as the language in use writes them.

A number never parts from its unit at the end of a line: the space between them is a no-break one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from typing import Final, NamedTuple

from simulator.words.speech import _, language, ngettext

_NO_BREAK: Final = "\u00a0"
_NARROW_NO_BREAK: Final = "\u202f"


class _Habits(NamedTuple):
    """How one language writes figures."""

    decimal: str
    thousands: str
    percent: str
    months: tuple[str, ...]
    first: str
    """The first day of a month."""
    short_date: str
    short_day: str


_FRENCH: Final = _Habits(
    decimal=",",
    thousands=_NARROW_NO_BREAK,
    percent=f"{_NARROW_NO_BREAK}%",
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    first="1er",
    short_date="{day:02}/{month:02}/{year}",
    short_day="{day:02}/{month:02}",
)  # fmt: skip

_ENGLISH: Final = _Habits(
    decimal=".",
    thousands=",",
    percent="%",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    first="1",
    short_date="{day} {name:.3} {year}",
    short_day="{day} {name:.3}",
)  # fmt: skip

_HABITS: Final = {"fr": _FRENCH, "en": _ENGLISH}


def number(value: float, decimals: int = 1) -> str:
    """`value` rounded to at most `decimals` decimals, without those that are zero: "1 234,5"."""
    habits = _HABITS[language()]
    whole, _point, fraction = f"{value:,.{decimals}f}".partition(".")
    fraction = fraction.rstrip("0")
    if not fraction and whole == "-0":
        whole = "0"
    whole = whole.replace(",", habits.thousands)
    return f"{whole}{habits.decimal}{fraction}" if fraction else whole


def percent(share: float, decimals: int = 0) -> str:
    """A share of one as a percentage, 0.125 with one decimal being "12,5 %"."""
    return number(share * 100, decimals) + _HABITS[language()].percent


def points(value: float) -> str:
    """Points of a score: "1 point", "12,5 points"."""
    return ngettext("{number} point", "{number} points", _things(value)).format(number=number(value))


def cost_words(cost: float) -> str:
    """What a decision cost, as a figure with its sign; empty where it cost nothing."""
    rounded = round(cost, 1)
    return f"−{number(rounded)}" if rounded > 0 else f"+{number(-rounded)}" if rounded < 0 else ""


def _things(value: float) -> int:
    """A whole number that takes the same form as `value` with its one decimal: gettext counts whole things only.

    French has the singular up to two, English for one alone.
    """
    shown = abs(round(value, 1))
    if language() == "fr":
        return int(shown)
    return 1 if shown == 1 else 2


def duration(seconds: float) -> str:
    """A length of time to the second: "45 s", "3 min 20 s", "1 h 5 min". A negative one raises ValueError."""
    if seconds < 0:
        raise ValueError(f"a duration is not negative: {seconds}")
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    units = [(hours, "h"), (minute, "min"), (0 if hours else second, "s")]
    parts = [f"{amount}{_NO_BREAK}{unit}" for amount, unit in units if amount]
    return " ".join(parts) or f"0{_NO_BREAK}s"


def date(value: Date, short: bool = False) -> str:
    """A day: "23 novembre 2026", or "23/11/2026" where there is little room."""
    habits = _HABITS[language()]
    name = habits.months[value.month - 1]
    if short:
        return habits.short_date.format(day=value.day, month=value.month, name=name, year=value.year)
    day = habits.first if value.day == 1 else str(value.day)
    return f"{day}{_NO_BREAK}{name} {value.year}"


def day(value: Date) -> str:
    """A day of the months around now, without its year: "23/11"."""
    name = _HABITS[language()].months[value.month - 1]
    return _HABITS[language()].short_day.format(day=value.day, month=value.month, name=name)


def day_from(today: Date, value: Date) -> str:
    """A day as seen from `today`: "today" (for what has passed as well), "tomorrow", "on 25 November 2026"."""
    if value <= today:
        return _("today")
    if (value - today).days == 1:
        return _("tomorrow")
    return _("on {date}").format(date=date(value))


def moment(value: datetime) -> str:
    """A day and the time of day in the time zone that `value` is in, short: "23/11/2026 14:05"."""
    return f"{date(value, short=True)} {value:%H:%M}"


def list_of(items: Sequence[str]) -> str:
    """All of `items` in one line: "a, b and c"."""
    return _joined(items, _("{items} and {last}"))


def one_of(items: Sequence[str]) -> str:
    """The alternatives `items` in one line: "a, b or c"."""
    return _joined(items, _("{items} or {last}"))


def _joined(items: Sequence[str], pair: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return pair.format(items=", ".join(items[:-1]), last=items[-1])
