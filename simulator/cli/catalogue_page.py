"""The catalogue as a page in Markdown, in the language in use, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.analysis.bots import BOTS
from simulator.analysis.report.catalogue import Fared, highest
from simulator.model.unseen import visible
from simulator.words import _, language, list_of, ngettext, number, percent
from simulator.words.labels import language_word, level_word, role_in_short, role_word

if TYPE_CHECKING:
    from scoring.rubric import Bilingual
    from simulator.cli.catalogue_calls import Catalogued

MOST = 3
"""Criteria named in the table of all calls."""

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")


def as_json(calls: Sequence[Catalogued]) -> str:
    """Everything that is known, for programs."""
    import json
    from dataclasses import asdict

    return json.dumps([asdict(call) for call in calls], ensure_ascii=False, indent=2)


def page(calls: Sequence[Catalogued]) -> str:
    """The whole page: all calls in a table, each by itself, and what they test and let happen taken together."""
    parts = [f"# {_('Catalogue of calls')}", *_contents(calls), *(_section(call) for call in calls), *_together(calls)]
    return "\n\n".join(parts) + "\n"


def _contents(calls: Sequence[Catalogued]) -> Iterator[str]:
    yield ngettext("{count} call.", "{count} calls.", len(calls)).format(count=len(calls))
    heads = (_("Call"), _("Role"), _("Level"), _("Language"), _("Minutes"), _("Tests most"))
    yield _table(heads, (_row(call) for call in calls))


def _row(call: Catalogued) -> tuple[str, ...]:
    most = [_label(call.criteria, criterion) for criterion, _share in call.figures.weights[:MOST]]
    link = f"[{_plain(call.title)}](#{_anchor(call)})"
    return (
        link,
        _plain(role_word(call.role)),
        str(call.level),
        language_word(call.language),
        str(call.minutes),
        list_of(most),
    )


def _section(call: Catalogued) -> str:
    level = _("level {level}, {word}").format(level=call.level, word=level_word(call.level))
    head = f"`{visible(call.id)}` · {_plain(role_word(call.role))} · {level} · {language_word(call.language)}"
    minutes = ngettext("{count} minute", "{count} minutes", call.minutes).format(count=call.minutes)
    parts = [
        f'<a id="{_anchor(call)}"></a>',
        f"## {_plain(call.title)}",
        f"{head} · {minutes}",
        _plain(call.about),
        "\n".join(f"- {line}" for line in _facts(call)),
        _table((_("Always taking"), _("Score"), _("Passes")), map(_habit_row, _habits(call)), right=2),
    ]
    return "\n\n".join(parts)


def _facts(call: Catalogued) -> Iterator[str]:
    figures = call.figures
    shares = [f"{_label(call.criteria, criterion)} {percent(share)}" for criterion, share in figures.weights]
    yield _("Tests: {criteria}.").format(criteria=list_of(shares))
    if figures.techniques:
        shown = [_label(call.techniques, one) for one in figures.techniques]
        yield _("Techniques shown: {techniques}.").format(techniques=list_of(shown))
    if figures.critical:
        errors = [_label(call.critical, one) for one in figures.critical]
        yield _("Critical errors that can be made: {errors}.").format(errors=list_of(errors))
    for place, variant in enumerate(call.variants):
        text = _("Variant `{variant}`: {positions} positions; the best call takes {decisions} decisions.")
        yield text.format(
            variant=visible(variant), positions=number(figures.positions[place]), decisions=figures.ideal[place]
        )
    if call.allows:
        text = ngettext("{count} warning is allowed.", "{count} warnings are allowed.", call.allows)
        yield text.format(count=call.allows)


def _habits(call: Catalogued) -> tuple[Fared, ...]:
    return (call.figures.blind, *call.figures.bots, call.figures.second_best)


def _habit_row(habit: Fared) -> tuple[str, str, str]:
    names = {bot.id: _(bot.picks) for bot in BOTS}
    names |= {"blind": _("any answer, blindly"), "second-best": _("the second-best choice")}
    return names[habit.id], number(habit.score), percent(habit.passed, 2)


def _together(calls: Sequence[Catalogued]) -> Iterator[str]:
    yield f"## {_('All calls together')}"
    yield _("Calls that assess a criterion, by role:")
    yield _criteria_by_role(calls)
    critical = _counted([(call.critical, call.figures.critical) for call in calls])
    yield _table((_("Critical error"), _("Calls in which it can be made")), critical, right=1)
    habits = map(highest, zip(*map(_habits, calls), strict=True))
    yield _("The highest score, and the highest chance to pass, in any call:")
    yield _table((_("Always taking"), _("Score"), _("Passes")), map(_habit_row, habits), right=2)


def _criteria_by_role(calls: Sequence[Catalogued]) -> str:
    """Whether one rubric fits all trades: what it names and a trade never asks shows as a nought."""
    roles = sorted({call.role for call in calls}, key=role_word)
    taken = [[call for call in calls if call.role == role] for role in roles]
    columns = [
        dict(_counted([(call.criteria, [one for one, _share in call.figures.weights]) for call in among]))
        for among in (*taken, calls)
    ]
    rows = [[label, *(column.get(label, "0") for column in columns)] for label in columns[-1]]
    return _table((_("Criterion"), *(_plain(role_in_short(role)) for role in roles), _("all")), rows, len(columns))


def _counted(named: Iterable[tuple[Mapping[str, Bilingual], Sequence[str]]]) -> Iterator[tuple[str, str]]:
    """How many calls have each of the things that their rubrics name."""
    labels: dict[str, str] = {}
    counts: dict[str, int] = {}
    for names, had in named:
        for name in names:
            labels.setdefault(name, _label(names, name))
            counts[name] = counts.get(name, 0) + (name in had)
    yield from ((labels[name], str(count)) for name, count in counts.items())


def _label(names: Mapping[str, Bilingual], name: str) -> str:
    return _plain(names[name].in_language(language()))


def _anchor(call: Catalogued) -> str:
    return re.sub(r"[^\w-]", "", call.id)


def _plain(text: str) -> str:
    """`text` with nothing in it that Markdown reads as more than text."""
    return _MARKUP.sub(r"\\\1", " ".join(visible(text).split()))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: int = 0) -> str:
    """`rows` under `heads`; so many of the last columns hold numbers."""
    rule = ["---"] * (len(heads) - right) + ["--:"] * right
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rule, *rows))
