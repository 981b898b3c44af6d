"""What a trainer's table is narrowed to and sorted by, in words; and what people write for a range, read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date as Date
from datetime import datetime, time, timedelta
from typing import Final

from simulator.model.message import N_
from simulator.record import Column, Order, Standing, Wanted
from simulator.words import _, date, ngettext, number
from simulator.words.labels import language_word, mode_word, role_word

COLUMNS: Final = {
    Column.STARTED: N_("Begun"),
    Column.TRAINEE: N_("Trainee"),
    Column.CALL: N_("Call"),
    Column.MODE: N_("Mode"),
    Column.SCORE: N_("Score"),
    Column.FINAL: N_("Score after review"),
    Column.PASSED: N_("Passed"),
    Column.CRITICAL: N_("Critical error"),
    Column.REVIEWED: N_("Review"),
}
STANDINGS: Final = {
    Standing.OPEN: N_("not reviewed"),
    Standing.REVIEWED: N_("reviewed"),
    Standing.SIGNED: N_("signed off"),
}
_BETWEEN: Final = ".."


def column_word(column: Column) -> str:
    """What a column is called."""
    return _(COLUMNS[column])


def standing_word(standing: Standing) -> str:
    """How far trainers have come with a session."""
    return _(STANDINGS[standing])


def order_by(column: Column, descending: bool | None = None) -> Order:
    """Sorted by a column; unless it is said, texts begin with A and all else with what is greatest or newest."""
    rises = column in (Column.TRAINEE, Column.CALL, Column.MODE)
    return Order(column, not rises if descending is None else descending)


def filter_words(wanted: Wanted, *, trainee: str = "", title: str = "") -> tuple[str, ...]:
    """What a filter leaves, each part of it in a few words; `trainee` and `title` are what its ids stand for."""
    return tuple(_words(wanted, trainee or _("no name"), title))


def read_scores(text: str) -> tuple[float | None, float | None]:
    """The least and the most of "40..60", "40.." or "..60", or of one score. Raises ValueError for anything else."""
    least, most = _ends(text)
    found = tuple(float(end.replace(",", ".")) if end else None for end in (least, most))
    if any(end is not None and not math.isfinite(end) for end in found):
        raise ValueError(text)
    return found[0], found[1]


def read_days(text: str) -> tuple[datetime | None, datetime | None]:
    """The beginning of the first day of "2026-09-01..2026-09-30", and the end of the last one, by this machine's clock.

    Either may be left out, and one day stands for itself. Raises ValueError for anything else.
    """
    since, until = _ends(text)
    try:
        return _midnight(since, 0), _midnight(until, 1)
    except (OverflowError, OSError):
        raise ValueError(text) from None


def _midnight(day: str, later: int) -> datetime | None:
    if not day:
        return None
    return datetime.combine(Date.fromisoformat(day) + timedelta(days=later), time()).astimezone()


def _ends(text: str) -> tuple[str, str]:
    least, between, most = (part.strip() for part in text.partition(_BETWEEN))
    if not (least or most):
        raise ValueError(text)
    return (least, most) if between else (least, least)


def _words(wanted: Wanted, trainee: str, title: str) -> Iterator[str]:
    if wanted.text:
        yield _("“{words}”").format(words=wanted.text)
    if wanted.trainee is not None:
        yield trainee
    if wanted.trainees is not None:
        count = len(wanted.trainees)
        yield ngettext("group of {count}", "group of {count}", count).format(count=count)
    if wanted.scenario is not None:
        yield title or wanted.scenario
    if wanted.role is not None:
        yield role_word(wanted.role)
    if wanted.language is not None:
        yield language_word(wanted.language)
    if wanted.mode is not None:
        yield mode_word(wanted.mode)
    yield from _results(wanted)
    yield from _days(wanted)


def _results(wanted: Wanted) -> Iterator[str]:
    if wanted.passed is not None:
        yield _("passed") if wanted.passed else _("not passed")
    if wanted.critical is not None:
        yield _("critical error") if wanted.critical else _("no critical error")
    if wanted.reviewed is not None:
        yield _("reviewed") if wanted.reviewed else _("not reviewed")
    match wanted.least, wanted.most:
        case None, None:
            pass
        case least, None if least is not None:
            yield _("score from {least}").format(least=number(least))
        case None, most if most is not None:
            yield _("score up to {most}").format(most=number(most))
        case least, most if least is not None and most is not None:
            yield _("score {least} to {most}").format(least=number(least), most=number(most))


def _days(wanted: Wanted) -> Iterator[str]:
    if wanted.since is not None:
        yield _("since {day}").format(day=date(wanted.since.astimezone(), short=True))
    if wanted.until is not None:
        last = wanted.until.astimezone() - timedelta(microseconds=1)
        yield _("up to {day}").format(day=date(last, short=True))
