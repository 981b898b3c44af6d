"""An attestation of training for one trainee's file: what was done, for how long, which objectives were met, with what
results. What only the organisation knows is taken from who asks for it, or stays a blank to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from typing import NamedTuple

from simulator.report import attestation_rows as rows
from simulator.report import trainee_rows
from simulator.report.files import data
from simulator.report.gathering import Gathered
from simulator.report.rendering import render, spoken
from simulator.report.trainee_words import made_words, privacy_words
from simulator.words import _, ngettext


class Known(NamedTuple):
    """What the record does not know; empty where it is to be filled in by hand."""

    organisation: str = ""
    action: str = ""
    place: str = ""
    signatory: str = ""


def page(found: Gathered, codes: Mapping[str, str], known: Known, today: Date) -> str:
    """The whole page, in the language in use. `codes` are the short codes of the sessions' records."""
    return render(
        "attestation.html",
        data("debrief.css") + data("report.css"),
        {"spoken": spoken},
        say=_labels(found, today),
        about=(privacy_words(found),),
        identity=rows.identity(found, known.organisation),
        action=rows.action(found, known.action),
        objectives=trainee_rows.objectives(found),
        calls=rows.calls(found),
        call_heads=rows.call_heads(),
        skills=rows.skills(found),
        skill_heads=rows.skill_heads(),
        signature=rows.signature(known.place, known.signatory),
        days=rows.days(found),
        day_heads=rows.day_heads(),
        sessions=rows.sessions(found, codes),
        session_heads=rows.session_heads(),
    )


def _labels(found: Gathered, today: Date) -> dict[str, str]:
    """The words of the page."""
    return {
        "kicker": found.name,
        "title": _("Certificate of training"),
        "blank": _("To be filled in"),
        "action": _("Training"),
        "objectives": _("Objectives"),
        "about_objectives": _("As the latest session of each call left them."),
        "no_objectives": _("The calls that were played name no objectives."),
        "met": _("met"),
        "not_met": _("not met"),
        "results": _("Results of the evaluation"),
        "about_results": _results(found),
        "about_calls": _("Each call; scores from 0 to 100, of the sessions that count"),
        "about_criteria": _("Each criterion over all calls that count, from 0 to 100"),
        "critical": _critical(found),
        "stands_by": _(
            "The figures are those that RoleCall recorded. They say nothing of who sat at the keyboard; whoever signs "
            "vouches for that."
        ),
        "stamp": _("Signature and stamp"),
        "attendance": _("Attendance"),
        "about_days": _("Time trained by day, pauses left out"),
        "about_sessions": _("Each session, with the code by which its record can be checked"),
        "made": made_words(today),
    }


def _results(found: Gathered) -> str:
    """How results come about, and the overall one."""
    rate = found.figures.passed
    if not rate.tries:
        return _("No session counts yet: guided calls, retries, and those with a hint or an undo do not.")
    text = _(
        "{hits} of {tries} sessions that count were passed. A score of 100 is the best call there is, 0 is chance."
    )
    marked = _(
        "{hits} of {tries} sessions that count were passed, with {mark} points or more and no critical error. "
        "A score of 100 is the best call there is, 0 is chance."
    )
    mark = found.pass_mark
    return (text if mark is None else marked).format(hits=rate.hits, tries=rate.tries, mark=mark)


def _critical(found: Gathered) -> str:
    made = len(found.figures.critical)
    if not made:
        return _("No critical error was made.")
    text = ngettext(
        "{count} critical error was made in all sessions together.",
        "{count} critical errors were made in all sessions together.",
        made,
    )
    return text.format(count=made)
