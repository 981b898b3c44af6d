"""What came of a calibration, as sentences: how far reviewers agree on each criterion, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.sampling import FEWEST_UNITS, Estimate
from simulator.report.marking_words import mark_words
from simulator.session import CalibrationReport, CriterionAgreed, Dispute
from simulator.session.calibrated import Reviewer
from simulator.words import _, list_of, ngettext, number, percent, points

NOTHING = "-"
"""What stands for a figure that the marks do not say."""


def head_line(report: CalibrationReport) -> str:
    """Who marked how much."""
    calls = ngettext("{count} call", "{count} calls", len(report.calls)).format(count=len(report.calls))
    told = list_of([_("{name} ({count})").format(name=_name(one), count=one.calls) for one in report.reviewers])
    return _("“{name}”: {calls}, marked by {reviewers}.").format(name=report.name, calls=calls, reviewers=told)


def agreement_lines(report: CalibrationReport) -> Iterator[str]:
    """A sentence for each criterion."""
    for one in report.criteria:
        calls = ngettext("{count} call", "{count} calls", one.agreement.calls).format(count=one.agreement.calls)
        near = share_words(one.agreement.within_one)
        if one.agreement.reviewers == 2:
            text = _(
                "{criterion}, {calls}: {near} of the pairs of marks within one level; kappa {kappa}, "
                "{linear} with linear weights."
            )
        else:
            text = _("{criterion}, {calls}: {near} of the pairs of marks within one level; alpha {alpha}.")
        yield text.format(
            criterion=one.label,
            calls=calls,
            near=near,
            kappa=figure_words(one.agreement.kappa),
            linear=figure_words(one.agreement.linear_kappa),
            alpha=figure_words(one.agreement.alpha),
        )


def coefficient(one: CriterionAgreed) -> Estimate | None:
    """The one figure to read first: kappa of two reviewers, alpha of any other number."""
    return one.agreement.kappa if one.agreement.reviewers == 2 else one.agreement.alpha


def reading_lines(report: CalibrationReport) -> Iterator[str]:
    """What the figures mean, and why some are missing."""
    yield _("1 is perfect agreement, 0 what chance brings. Marks can be relied on from 0.8, with caution from 0.67.")
    if any(one.agreement.calls < FEWEST_UNITS for one in report.criteria):
        yield _("With fewer than {count} calls there is no interval.").format(count=FEWEST_UNITS)
    if any(coefficient(one) is None for one in report.criteria):
        yield _("“-” stands where the marks do not say it: all are the same, or no call has two.")


def dispute_lines(report: CalibrationReport) -> Iterator[str]:
    """Each call and criterion in dispute, with the marks side by side and what there is to talk about."""
    if not report.disputes:
        yield _("Nothing is in dispute: no two marks are more than one level apart.")
        return
    yield _("In dispute, two levels or more apart:")
    for dispute in report.disputes:
        yield _dispute(dispute, report)
        for decision in dispute.decisions:
            text = _("  Decision {number} ({points} lost): {text}")
            said = decision.text or _("You say nothing.")
            yield text.format(number=decision.number, points=points(decision.lost), text=said)


def figure_words(found: Estimate | None) -> str:
    """A coefficient and its interval: "0.62 (0.31 to 0.84)"."""
    if found is None:
        return NOTHING
    if found.interval is None:
        return number(found.value, 2)
    return _("{value} ({low} to {high})").format(
        value=number(found.value, 2), low=number(found.interval.low, 2), high=number(found.interval.high, 2)
    )


def share_words(found: Estimate | None) -> str:
    """A share and its interval: "85% (60% to 95%)"."""
    if found is None:
        return NOTHING
    if found.interval is None:
        return percent(found.value)
    return _("{value} ({low} to {high})").format(
        value=percent(found.value), low=percent(found.interval.low), high=percent(found.interval.high)
    )


def _dispute(dispute: Dispute, report: CalibrationReport) -> str:
    given = zip(report.reviewers, dispute.marks, strict=True)
    marks = list_of([_("{name} {mark}").format(name=_name(one), mark=mark_words(mark)) for one, mark in given])
    values = {"criterion": dispute.label, "title": dispute.title, "session": dispute.session[-8:], "marks": marks}
    if dispute.machine is None:
        text = _("{criterion} in “{title}” ({session}): {marks}. The machine does not assess it there.")
        return text.format(**values)
    text = _("{criterion} in “{title}” ({session}): {marks}. The machine's score: {score} of 100.")
    return text.format(**values, score=dispute.machine)


def _name(reviewer: Reviewer) -> str:
    return reviewer.name or _("no name")
