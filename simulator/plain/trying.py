"""Where an author stands in a call, as lines: the state, the numbers, and the choices with what they cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scoring.evidence import Marks
from simulator.model.scenario import Fact, Gauge
from simulator.plain.telling import offered_line
from simulator.preview.preview import Preview
from simulator.preview.pricing import at_a_glance
from simulator.preview.trial import Trial, variables
from simulator.words import _, list_of, one_of, points, say
from simulator.words.labels import outcome_word, verdict_word, words_of_gauge


def notice_lines(preview: Preview) -> Iterator[str]:
    """What has to be known of the call before anything else."""
    yield from (say(note) for note in preview.notes)
    if preview.is_old:
        yield _("Old: this is the call as it last was; the file cannot be played now.")
    if preview.trial is None:
        yield _("There is no call to show yet.")


def place_lines(trial: Trial) -> Iterator[str]:
    """The state or the ending, the variant, the gauges, the facts, and what is spent."""
    if trial.ending:
        yield _("Ending: {ending} ({outcome})").format(
            ending=trial.position.state, outcome=outcome_word(trial.ending.outcome)
        )
    else:
        yield _("State: {state}").format(state=trial.position.state)
    if len(trial.scenario.variants) > 1:
        yield _("Variant: {variant}").format(variant=trial.variant)
    for gauge in trial.view.gauges:
        yield words_of_gauge(gauge.label, gauge.value, gauge.max)
    if trial.facts:
        told = [_("{fact} is {value}").format(fact=fact.id, value=fact.value) for fact in trial.facts]
        yield _("Facts: {facts}").format(facts=list_of(told))
    if trial.spent:
        yield _("Spent: {marks}").format(marks=list_of(trial.spent))


def choice_lines(trial: Trial, marks: Mapping[str, Marks] | None) -> Iterator[str]:
    """The choices in the file's order, each with its id, its verdict and its cost where these are known."""
    for number, offered in enumerate(trial.view.offered, start=1):
        line = offered_line(number, offered)
        found = (marks or {}).get(offered.id)
        if found is None:
            yield _("{line} ({choice})").format(line=line, choice=offered.id)
        else:
            yield _("{line} ({choice}: {worth})").format(line=line, choice=offered.id, worth=worth_of(found))
    if not trial.view.offered and not trial.ending:
        yield _("No choice is on offer here: a call would be stuck.")


def worth_of(marks: Marks) -> str:
    """The verdict on a choice, and its cost where it has one."""
    verdict = verdict_word(marks.verdict)
    cost = at_a_glance(marks.cost)
    if cost == 0:
        return verdict
    return _("{verdict}, costs {points}").format(verdict=verdict, points=points(cost))


def range_lines(trial: Trial) -> Iterator[str]:
    """What the gauges and facts can be."""
    for variable in variables(trial.scenario):
        yield _range(variable)


def _range(variable: Gauge | Fact) -> str:
    if isinstance(variable, Gauge):
        return _("{gauge}: 0 to {max}").format(gauge=variable.id, max=variable.max)
    return _("{fact}: {values}").format(fact=variable.id, values=one_of(variable.values))
