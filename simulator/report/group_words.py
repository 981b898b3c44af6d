"""Sentences of a report on a group."""

from __future__ import annotations

from datetime import date as Date

from scoring.sampling import Estimate
from simulator.report.figures_group import WeekOfScores
from simulator.report.group_gathering import GatheredGroup
from simulator.report.heat import legend
from simulator.report.trainee_words import days_words, made_words
from simulator.words import _, date, language, list_of, ngettext, number, percent


def labels(found: GatheredGroup, today: Date, weeks: tuple[WeekOfScores, ...]) -> dict[str, str]:
    """The words of the page."""
    return {
        "kicker": _("Report on a group"),
        "title": title_words(found),
        "glance": _("At a glance"),
        "criteria": _("Criteria by trainee"),
        "about_criteria": _("The mean of the calls that count, from 0 to 100; whoever needs help most stands on top"),
        "legend": legend(found.rubric.bands if found.rubric else (), language()),
        "trainee": _("Trainee"),
        "score": _("Score"),
        "not_assessed": _("not assessed"),
        "passes": _("Pass rates"),
        "about_passes": _("Sessions that count, and the interval in which the true rate lies 19 times in 20"),
        "progress": _("Progress over time"),
        "described": progress_words(weeks),
        "tries": _("First try against latest"),
        "about_tries": _("Of those who took a call twice or more; the interval comes from resampling the trainees"),
        "decisions": _("Where most points are lost"),
        "about_decisions": _read_from(found),
        "nothing_lost": _("No point was lost anywhere."),
        "members": _("Sessions and time"),
        "about_members": _("All sessions that came to their end; passed among those that count"),
        "made": made_words(today),
    }


def title_words(found: GatheredGroup) -> str:
    """What the group is called, or how many they are."""
    return found.name or _how_many(found)


def names_words(found: GatheredGroup) -> str:
    """Who is in it."""
    names = list_of([person.name or person.id for person in found.people])
    return _("{count}: {names}").format(count=_how_many(found), names=names) if found.name else names


def _how_many(found: GatheredGroup) -> str:
    return ngettext("{count} trainee", "{count} trainees", len(found.people)).format(count=len(found.people))


def period_words(found: GatheredGroup) -> str:
    """From when to when the sessions were played."""
    if found.period is None:
        return _("No session came to its end.")
    return days_words(found.period.first, found.period.last)


def progress_words(weeks: tuple[WeekOfScores, ...]) -> str:
    """What the drawing of the weeks shows, in words."""
    if not weeks:
        return ""
    told = [_week(week) for week in ([weeks[0], weeks[-1]] if len(weeks) > 1 else weeks)]
    return _("Mean score: {weeks}.").format(weeks=list_of(told))


def _week(week: WeekOfScores) -> str:
    text = ngettext(
        "{mean} in the week of {monday} ({count} session)",
        "{mean} in the week of {monday} ({count} sessions)",
        week.sessions,
    )
    return text.format(mean=number(week.mean, 0), monday=date(week.monday), count=week.sessions)


def estimate_words(estimate: Estimate) -> str:
    """A rate with its interval: "60% (31% to 83%)"."""
    low, high = estimate.interval or (estimate.value, estimate.value)
    return _("{value} ({low} to {high})").format(value=percent(estimate.value), low=percent(low), high=percent(high))


def change_words(estimate: Estimate) -> str:
    """What was gained, with its sign and its interval where there is one: "+12 (+3 to +20)"."""
    if estimate.interval is None:
        return _signed(estimate.value)
    low, high = estimate.interval
    text = _("{value} ({low} to {high})")
    return text.format(value=_signed(estimate.value), low=_signed(low), high=_signed(high))


def _signed(value: float) -> str:
    rounded = number(abs(value), 0)
    return rounded if rounded == "0" else f"−{rounded}" if value < 0 else f"+{rounded}"


def _read_from(found: GatheredGroup) -> str:
    text = ngettext(
        "From the latest call that counts: the mean of the points lost at a decision, and how often each answer was "
        "taken where it was on offer.",
        "From the latest {count} calls that count: the mean of the points lost at a decision, and how often each "
        "answer was taken where it was on offer.",
        found.group.read_from,
    )
    return text.format(count=found.group.read_from)
