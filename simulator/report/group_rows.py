"""The rows and lists of a report on a group, each cell as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scoring.sampling import Estimate
from simulator.groups.decisions import DecisionFigures
from simulator.model.scenario import SILENCE
from simulator.report.figures_group import members
from simulator.report.figures_rates import pass_rate
from simulator.report.group_gathering import GatheredGroup
from simulator.report.group_words import change_words, estimate_words
from simulator.report.heat import Heat, heat, starts_of
from simulator.report.rendering import drawn
from simulator.report.trainee_words import interval_words, rate_words
from simulator.words import _, duration, ngettext, number, percent, points

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_TOLD: Final = 8
"""How many decisions are told: the first of them matter most."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One trainee: the mean score, and a cell for each criterion; None where no call assessed it."""

    name: str
    score: Heat
    cells: tuple[Heat | None, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer to a decision: its share, what it cost, and whether nothing better was to be had."""

    share: str
    cost: str
    text: str
    best: bool


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision at which points are lost."""

    title: str
    where: str
    language: str
    said: str
    answers: tuple[AnswerRow, ...]


def glance(found: GatheredGroup) -> list[tuple[str, str, str]]:
    """The few figures that come first: name, value, what qualifies it."""
    counting, rate = found.group.calls, pass_rate(found.sessions)
    return [
        (
            _("Sessions"),
            str(len(found.sessions)),
            ngettext("{count} counts", "{count} count", counting).format(count=counting),
        ),
        (_("Passed"), rate_words(rate), interval_words(rate)),
        (_("Time trained"), duration(sum(one.minutes for one in found.sessions) * 60), ""),
        (_("Critical errors"), str(sum(len(one.critical) for one in found.sessions)), ""),
    ]


def heat_rows(found: GatheredGroup) -> list[HeatRow]:
    """Each trainee with a session that counts, whoever needs help most first."""
    starts = starts_of(found.rubric.bands if found.rubric else ())
    rows = []
    for one in found.group.trainees:
        means = [one.criteria.get(criterion) for criterion in found.group.criteria]
        cells = tuple(None if mean is None else heat(mean.value, mean.calls, starts) for mean in means)
        rows.append(HeatRow(_name(found, one.trainee), heat(one.score.value, one.score.calls, starts), cells))
    return rows


def pass_heads() -> list[str]:
    """What the columns of the pass rates are called."""
    return [_("Call"), _("Trainees"), _("Sessions"), _("Passed"), _("Interval")]


def passes(found: GatheredGroup) -> list[list[str | Markup]]:
    """Each call with its pass rate, the lowest first."""
    return [
        [one.title, str(one.trainees), str(one.calls), estimate_words(one.rate), _whisker(one.rate)]
        for one in found.group.passes
    ]


def try_heads() -> list[str]:
    """What the columns of first and latest tries are called."""
    return [_("Call"), _("Trainees"), _("First"), _("Latest"), _("Gained")]


def tries(found: GatheredGroup) -> list[list[str]]:
    """What each call's first and latest try come to."""
    return [
        [one.title, str(one.trainees), number(one.first, 0), number(one.latest, 0), change_words(one.change)]
        for one in found.group.tries
    ]


def member_heads() -> list[str]:
    """What the columns of the trainees are called."""
    return [_("Trainee"), _("Sessions"), _("Passed"), _("Critical errors"), _("Reviewed"), _("Time")]


def member_rows(found: GatheredGroup) -> list[list[str]]:
    """Each trainee of the group, by name; without a session too."""
    known = {one.trainee: one for one in members(found.sessions, found.reviewed)}
    rows = []
    for person in found.people:
        one = known.get(person.id)
        name = person.name or person.id
        if one is None:
            rows.append([name, "0", rate_words(pass_rate(())), "0", "0", duration(0)])
            continue
        figures = (rate_words(one.passed), str(one.critical), str(one.reviewed), duration(one.minutes * 60))
        rows.append([name, str(one.sessions), *figures])
    return rows


def decisions(found: GatheredGroup) -> list[DecisionRow]:
    """The decisions at which most points are lost."""
    return [_decision(found, one) for one in found.group.decisions[:MOST_TOLD] if one.total > 0]


def _decision(found: GatheredGroup, decision: DecisionFigures) -> DecisionRow:
    key = (decision.scenario, decision.state)
    met = ngettext("met in {count} call", "met {count} times", decision.met).format(count=decision.met)
    lost = _("{points} lost each time").format(points=points(decision.lost))
    languages = {summary.scenario: summary.language for summary in found.sessions}
    return DecisionRow(
        title=found.group.titles.get(decision.scenario, decision.scenario),
        where=f"{decision.state} · {lost} · {met}",
        language=languages.get(decision.scenario, ""),
        said=found.group.read.said.get(key, ""),
        answers=tuple(
            AnswerRow(
                share=percent(answer.share),
                cost="" if answer.cost is None or round(answer.cost, 1) <= 0 else f"−{points(answer.cost)}",
                text=_choice(found, decision, answer.choice),
                best=answer.cost is not None and answer.cost <= 0,
            )
            for answer in decision.answers
        ),
    )


def _choice(found: GatheredGroup, decision: DecisionFigures, choice: str) -> str:
    if choice == SILENCE:
        return _("(nothing is said)")
    return found.group.read.choices.get((decision.scenario, decision.state, choice), choice)


def _name(found: GatheredGroup, trainee: str) -> str:
    return found.group.names.get(trainee) or trainee


def _whisker(rate: Estimate) -> Markup:
    """The rate as a dot on the line of its interval; the figures stand beside it."""
    low, high = (100 * end for end in rate.interval or (rate.value, rate.value))
    place = round(100 * rate.value, 1)
    return drawn(
        '<svg class="rate" viewBox="-4 0 108 10" aria-hidden="true"><path class="rest" d="M0 5H100"/>'
        f'<path class="likely" d="M{low:.1f} 5H{high:.1f}"/><circle cx="{place}" cy="5" r="3.5"/></svg>'
    )
