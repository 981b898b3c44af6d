"""What an option's value may be, each kind with a sentence for what it may not be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import click

from simulator.words import _

_DAYS = {"d": 1, "j": 1, "m": 30, "y": 365, "a": 365}
"""How many days a unit has, by its letter in English and French."""
_DAYS_MAX = 365 * 1_000


def age(value: str) -> timedelta:
    """A length of time such as 90d, 6m or 2y."""
    number, unit = value.strip()[:-1], value.strip()[-1:].lower()
    days = int(number) * _DAYS[unit] if number.isdecimal() and len(number) <= 6 and unit in _DAYS else -1
    if not 0 <= days <= _DAYS_MAX:
        raise click.BadParameter(_("“{value}” is no age. Write for example 90d, 6m or 2y.").format(value=value))
    return timedelta(days=days)


def day(value: str) -> datetime:
    """The beginning of a day such as 2026-09-01, by this machine's clock."""
    try:
        return datetime.strptime(value.strip(), "%Y-%m-%d").astimezone()
    except (ValueError, OverflowError, OSError):
        text = _("“{value}” is no day. Write it like this: 2026-09-01.").format(value=value)
        raise click.BadParameter(text) from None


def last_day(value: str) -> datetime:
    """The end of a day such as 2026-09-30, by this machine's clock: the beginning of the day after it."""
    try:
        return (day(value).replace(tzinfo=None) + timedelta(days=1)).astimezone()
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(
            _("“{value}” is no day. Write it like this: 2026-09-01.").format(value=value)
        ) from None


def whole_number(least: int, most: int) -> Callable[[str | int], int]:
    """What reads a whole number from `least` to `most`."""

    def read(value: str | int) -> int:
        try:
            number = int(value)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            text = _("“{value}” is no whole number from {least} to {most}.")
            raise click.BadParameter(text.format(value=str(value)[:40], least=least, most=most))
        return number

    return read
