"""E209, E302, E303, E304: `set` gives facts a value of theirs, `change` moves gauges."""

from collections.abc import Iterator

from simulator.language.draft import mapping
from simulator.language.faults import Fault, Path
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """Every name under `set` is a fact and every name under `change` a gauge."""
    for path, value in subject.draft.effects():
        for fact, word in mapping(value.get("set")).items():
            yield from _set(subject, (*path, "set", fact), fact, word)
        for gauge in mapping(value.get("change")):
            yield from _change(subject, (*path, "change", gauge), gauge)
    for path, line in subject.draft.lines():
        fact = line.get("reveals")
        if isinstance(fact, str) and fact not in subject.draft.facts:
            yield _unknown_fact(subject, (*path, "reveals"), fact, at_key=False)


def _set(subject: Subject, path: Path, fact: str, word: object) -> Iterator[Fault]:
    facts = subject.draft.facts
    if fact in subject.draft.gauges:
        yield Fault(
            "E209",
            path,
            Message(N_("`{name}` is a gauge: `set` gives a value to facts."), {"name": fact}),
            Message(N_("Move a gauge with `change`, for example `change: {{{name}: -1}}`."), {"name": fact}),
            at_key=True,
        )
    elif fact not in facts:
        yield _unknown_fact(subject, path, fact, at_key=True)
    elif isinstance(word, str) and _value(word) not in facts[fact]:
        yield Fault(
            "E304",
            path,
            Message(N_("The fact `{name}` has no value `{value}`."), {"name": fact, "value": word}),
            did_you_mean(word, facts[fact]),
        )


def _change(subject: Subject, path: Path, gauge: str) -> Iterator[Fault]:
    if gauge in subject.draft.facts:
        yield Fault(
            "E209",
            path,
            Message(N_("`{name}` is a fact: `change` moves gauges."), {"name": gauge}),
            Message(N_("Give a fact its value with `set`.")),
            at_key=True,
        )
    elif gauge not in subject.draft.gauges:
        yield Fault(
            "E302",
            path,
            Message(N_("There is no gauge `{name}`."), {"name": gauge}),
            did_you_mean(gauge, subject.draft.gauges)
            or Message(N_("List it at the top of the file first, under `gauges:`, with a `label` and a `start`.")),
            at_key=True,
        )


def _unknown_fact(subject: Subject, path: Path, fact: str, *, at_key: bool) -> Fault:
    return Fault(
        "E303",
        path,
        Message(N_("There is no fact `{name}`."), {"name": fact}),
        did_you_mean(fact, subject.draft.facts)
        or Message(N_("List it at the top of the file first, under `facts:`, with its values.")),
        at_key=at_key,
    )


def _value(word: str) -> str:
    return {"true": "yes", "false": "no"}.get(word, word)
