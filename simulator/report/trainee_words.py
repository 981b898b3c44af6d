"""Sentences of a report on one trainee."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime

from scoring.scorecard import shown
from simulator.report.figures_rates import Rate
from simulator.report.figures_trainee import TraineeFigures
from simulator.report.gathering import Gathered
from simulator.report.score_chart import MEAN_OF, means
from simulator.words import _, date, duration, ngettext, percent


def labels(found: Gathered, today: Date) -> dict[str, str]:
    """The words of the page."""
    return {
        "kicker": _("Report on one trainee"),
        "title": found.name,
        "glance": _("At a glance"),
        "scores": _("Scores over time"),
        "legend": legend_words(found),
        "described": scores_words(found),
        "criteria": _("Criteria"),
        "about_criteria": _(
            "Skill from 0 to 100 over all calls that count, and the range it likely lies in (four times in five): "
            "one call says little."
        ),
        "calls": _("Calls"),
        "about_calls": _("Each call; passed, first, best and latest score among the sessions that count"),
        "critical": _("Critical errors"),
        "about_critical": _("Each fails the call whatever the score"),
        "no_critical": _("No critical error was made."),
        "objectives": _("Objectives"),
        "about_objectives": _("As the latest session of each call left them."),
        "met": _("met"),
        "not_met": _("not met"),
        "lessons": _("What to learn from the latest calls"),
        "chosen": _("Chosen"),
        "instead": _("Say instead"),
        "minutes": _("Time trained"),
        "minutes_described": minutes_words(found),
        "sessions": _("Sessions"),
        "about_sessions": _("All sessions that came to their end, the newest first"),
        "made": made_words(today),
    }


def made_words(today: Date) -> str:
    """Who made a page, and when."""
    return _("Made by RoleCall on {date}. Nobody else was sent this page.").format(date=date(today))


def period_words(figures: TraineeFigures) -> str:
    """From when to when the sessions were played."""
    if figures.first is None or figures.last is None:
        return _("No session came to its end.")
    return days_words(figures.first, figures.last)


def days_words(first: datetime, last: datetime) -> str:
    """From which day to which day sessions were played."""
    begun, ended = first.astimezone().date(), last.astimezone().date()
    if begun == ended:
        return _("Sessions of {day}").format(day=date(begun))
    return _("Sessions from {first} to {last}").format(first=date(begun), last=date(ended))


def privacy_words(found: Gathered) -> str:
    """What the report leaves out; empty where whoever asks is the trainee."""
    return "" if found.own else _("Practice that {name} has not shared is left out.").format(name=found.name)


def legend_words(found: Gathered) -> str:
    """What the marks of the drawing mean."""
    signs = _("● passed, ○ not passed, × critical error; the line is the mean of the latest {count} calls.")
    text = signs.format(count=MEAN_OF)
    return text + " " + _("◆ is the score as a trainer corrected it.") if found.figures.reviewed else text


def rate_words(rate: Rate) -> str:
    """A rate and what it leaves open: "12 of 20 (60%)"; a dash where nothing was tried."""
    if rate.share is None:
        return "–"
    text = _("{hits} of {tries} ({share})")
    return text.format(hits=rate.hits, tries=rate.tries, share=percent(rate.share))


def interval_words(rate: Rate) -> str:
    """Where the true rate lies 19 times in 20; empty where nothing was tried."""
    if rate.interval is None:
        return ""
    low, high = rate.interval
    return _("95% interval: {low} to {high}").format(low=percent(low), high=percent(high))


def scores_words(found: Gathered) -> str:
    """What the drawing of the scores shows, in words."""
    scores = [shown(summary.score) for summary in found.figures.counting]
    if not scores:
        return _("No session counts yet: guided calls, retries, and those with a hint or an undo do not.")
    if len(scores) == 1:
        return _("One call that counts, with a score of {score}.").format(score=scores[0])
    first, last = round(means(scores[:MEAN_OF])[-1]), round(means(scores)[-1])
    text = ngettext(
        "{count} call that counts, from {least} to {most} points. On average {first} at first, {last} of late.",
        "{count} calls that count, from {least} to {most} points. On average {first} at first, {last} of late.",
        len(scores),
    )
    return text.format(count=len(scores), least=min(scores), most=max(scores), first=first, last=last)


def minutes_words(found: Gathered) -> str:
    """How long was trained, in all and in the fullest week."""
    weeks = found.figures.weeks
    if not weeks:
        return ""
    monday, most = max(weeks, key=lambda week: week[1])
    text = _("{total} in all, most in the week of {monday}: {most}.")
    total, most_words = duration(found.figures.minutes * 60), duration(most * 60)
    return text.format(total=total, monday=date(monday), most=most_words)
