"""What somebody meant by what they typed."""

from __future__ import annotations

_YES = frozenset({"y", "yes", "o", "oui"})
_NO = frozenset({"n", "no", "non"})


def number_in(text: str, last: int) -> int | None:
    """The number from 1 to `last` that `text` says; None for anything else."""
    digits = text.strip()
    if not digits.isdecimal() or len(digits) > 9:
        return None
    number = int(digits)
    return number if 1 <= number <= last else None


def yes_or_no(text: str) -> bool | None:
    """Whether `text` is a yes or a no, in either language; None for anything else."""
    word = text.strip().casefold()
    return True if word in _YES else False if word in _NO else None
