"""The figures of a group for a person: tables, or sentences in plain mode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.cli.tables import table
from simulator.plain.group import (
    change_words,
    choice_lines,
    decision_lines,
    head_line,
    name_of,
    pass_lines,
    rate_words,
    trainee_lines,
    try_lines,
)
from simulator.words import _, ngettext, number

if TYPE_CHECKING:
    from simulator.groups.gathering import Group

NOTHING = "-"


def lines(group: Group, *, plain: bool) -> Iterator[str]:
    """All of it, part by part; a part of which there is nothing to say is left out."""
    yield head_line(group)
    parts = (
        (_("Criteria by trainee, the mean of their calls:"), trainee_lines(group) if plain else _criteria(group)),
        (
            _("Pass rates, with their 95 % interval:"),
            pass_lines(group) if plain else _passes(group),
        ),
        (_("First try against latest, of those who took a call again:"), try_lines(group) if plain else _tries(group)),
        (_read_from(group), decision_lines(group)),
        (_("Choices that tell:"), choice_lines(group)),
    )
    for head, told in parts:
        if found := list(told):
            yield ""
            yield head
            yield from found
    if group.read.untold:
        text = ngettext(
            "{count} call cannot be told again by this version.",
            "{count} calls cannot be told again by this version.",
            group.read.untold,
        )
        yield ""
        yield text.format(count=group.read.untold)


def _read_from(group: Group) -> str:
    text = ngettext(
        "Where most points are lost, from the latest call:",
        "Where most points are lost, from the latest {count} calls:",
        group.read_from,
    )
    return text.format(count=group.read_from)


def _criteria(group: Group) -> Iterator[str]:
    """Trainees by criteria; the criteria are numbered, so that the table keeps within a screen."""
    if not group.trainees:
        return
    numbered = dict(enumerate(group.criteria, start=1))
    heads = (_("Trainee"), _("Calls"), _("Score"), *(str(place) for place in numbered))
    rows = []
    for one in group.trainees:
        means = [one.criteria.get(criterion) for criterion in numbered.values()]
        cells = [NOTHING if mean is None else number(mean.value, 0) for mean in means]
        rows.append((name_of(group, one), str(one.score.calls), number(one.score.value, 0), *cells))
    yield from table(heads, rows, right=frozenset(range(1, len(heads)))).split("\n")
    yield from (
        _("{number}: {criterion}").format(number=place, criterion=group.label(criterion))
        for place, criterion in numbered.items()
    )


def _passes(group: Group) -> Iterator[str]:
    if not group.passes:
        return
    rows = [(one.title, str(one.trainees), str(one.calls), rate_words(one)) for one in group.passes]
    heads = (_("Call"), _("Trainees"), _("Calls"), _("Passed"))
    yield from table(heads, rows, right=frozenset({1, 2})).split("\n")


def _tries(group: Group) -> Iterator[str]:
    if not group.tries:
        return
    rows = [
        (one.title, str(one.trainees), number(one.first), number(one.latest), change_words(one)) for one in group.tries
    ]
    heads = (_("Call"), _("Trainees"), _("First"), _("Latest"), _("Gained"))
    yield from table(heads, rows, right=frozenset({1, 2, 3})).split("\n")
