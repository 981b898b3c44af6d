"""What a group can do and where it loses points, as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.items import FEWEST
from scoring.sampling import Estimate
from simulator.groups.decisions import AnswerFigures, DecisionFigures, Found, never_taken, telling_choices
from simulator.groups.gathering import Group
from simulator.groups.results import FirstAndLatest, PassRate, TraineeCriteria
from simulator.model.scenario import SILENCE
from simulator.words import _, list_of, ngettext, number, percent, points

MOST_TOLD = 10
"""How many decisions, and how many choices of a kind, are told: the first of them matter most."""


def head_line(group: Group) -> str:
    """From how many calls and trainees all of it is."""
    calls = ngettext("{count} call that counts", "{count} calls that count", group.calls).format(count=group.calls)
    people = len(group.trainees)
    trainees = ngettext("{count} trainee", "{count} trainees", people).format(count=people)
    return _("{calls}, {trainees}.").format(calls=calls, trainees=trainees)


def trainee_lines(group: Group) -> Iterator[str]:
    """A sentence for each trainee."""
    for one in group.trainees:
        calls = ngettext("{count} call", "{count} calls", one.score.calls).format(count=one.score.calls)
        found = [(criterion, one.criteria.get(criterion)) for criterion in group.criteria]
        told = [
            _("{criterion} {score}").format(criterion=group.label(criterion), score=number(mean.value, 0))
            for criterion, mean in found
            if mean is not None
        ]
        text = _("{trainee}, {calls}: score {score}; {criteria}.") if told else _("{trainee}, {calls}: score {score}.")
        score = number(one.score.value, 0)
        yield text.format(trainee=name_of(group, one), calls=calls, score=score, criteria=list_of(told))


def pass_lines(group: Group) -> Iterator[str]:
    """How often each call is passed."""
    for one in group.passes:
        text = ngettext(
            "“{title}”: passed in {passed} of {count} call, {rate}.",
            "“{title}”: passed in {passed} of {count} calls, {rate}.",
            one.calls,
        )
        yield text.format(title=one.title, passed=one.passed, count=one.calls, rate=rate_words(one))


def try_lines(group: Group) -> Iterator[str]:
    """What each call's first and latest try come to."""
    for one in group.tries:
        text = ngettext(
            "“{title}”: {count} trainee, from {first} in the first try to {latest} in the latest, {change}.",
            "“{title}”: {count} trainees, from {first} in the first try to {latest} in the latest, {change}.",
            one.trainees,
        )
        first, latest = number(one.first), number(one.latest)
        yield text.format(title=one.title, count=one.trainees, first=first, latest=latest, change=change_words(one))


def decision_lines(group: Group) -> Iterator[str]:
    """The decisions at which most points are lost, each with its answers."""
    for decision in group.decisions[:MOST_TOLD]:
        if decision.total <= 0:
            return
        text = ngettext(
            "“{title}”, {state}: {points} lost each time, met in {count} call. {said}",
            "“{title}”, {state}: {points} lost each time, met {count} times. {said}",
            decision.met,
        )
        yield text.format(
            title=_title(group, decision),
            state=decision.state,
            points=points(decision.lost),
            count=decision.met,
            said=group.read.said.get((decision.scenario, decision.state), ""),
        ).rstrip()
        for answer in decision.answers:
            yield _answer(group, decision, answer)


def choice_lines(group: Group) -> Iterator[str]:
    """The choices that nobody takes, and those that the strong take and the weak don't."""
    unused, telling = never_taken(group.decisions), telling_choices(group.decisions)
    if group.decisions and not any(
        answer.telling.n >= FEWEST for decision in group.decisions for answer in decision.answers
    ):
        text = _("Which choices part the strong from the weak is said from {count} first tries of a decision on.")
        yield text.format(count=FEWEST)
    for one in telling[:MOST_TOLD]:
        yield _telling(group, one)
    for one in unused[:MOST_TOLD]:
        text = _("“{title}”, {state}: nobody of {count} took this: {text}")
        yield text.format(
            title=_title(group, one.decision),
            state=one.decision.state,
            count=one.answer.offered,
            text=choice_words(group, one.decision, one.answer.choice),
        )


def name_of(group: Group, one: TraineeCriteria) -> str:
    """A trainee's name, or that there is none any more."""
    return group.names.get(one.trainee) or _("no name")


def choice_words(group: Group, decision: DecisionFigures, choice: str) -> str:
    """What a choice says or does."""
    if choice == SILENCE:
        return _("(nothing is said)")
    return group.read.choices.get((decision.scenario, decision.state, choice), choice)


def rate_words(one: PassRate) -> str:
    """A pass rate with its interval: "60% (31% to 83%)"."""
    low, high = one.rate.interval or (one.rate.value, one.rate.value)
    return _("{value} ({low} to {high})").format(value=percent(one.rate.value), low=percent(low), high=percent(high))


def change_words(one: FirstAndLatest) -> str:
    """What was gained, with its sign and its interval where there is one: "+12 (+3 to +20)"."""
    change: Estimate = one.change
    if change.interval is None:
        return _signed(change.value)
    low, high = change.interval
    return _("{value} ({low} to {high})").format(value=_signed(change.value), low=_signed(low), high=_signed(high))


def _answer(group: Group, decision: DecisionFigures, answer: AnswerFigures) -> str:
    values = {"share": percent(answer.share), "text": choice_words(group, decision, answer.choice)}
    if answer.cost is None:
        return _("  {share}: {text}").format(**values)
    return _("  {share}, {points} lost: {text}").format(**values, points=points(answer.cost))


def _telling(group: Group, one: Found) -> str:
    found = one.answer.telling
    values = {
        "title": _title(group, one.decision),
        "state": one.decision.state,
        "strong": percent(found.strong or 0),
        "weak": percent(found.weak or 0),
        "value": number(found.value or 0, 2),
        "count": found.n,
        "text": choice_words(group, one.decision, one.answer.choice),
    }
    text = _(
        "“{title}”, {state}: {strong} of the strong and {weak} of the weak took this "
        "(correlation {value}, {count} first tries): {text}"
    )
    return text.format(**values)


def _title(group: Group, decision: DecisionFigures) -> str:
    return group.titles.get(decision.scenario, decision.scenario)


def _signed(value: float) -> str:
    rounded = number(abs(value))
    return rounded if rounded == "0" else f"−{rounded}" if value < 0 else f"+{rounded}"
