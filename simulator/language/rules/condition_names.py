"""E302, E304 and E218: what a condition compares exists and can be compared so."""

from collections.abc import Iterator

from simulator.language.draft import ConditionAt, whole
from simulator.language.faults import Fault
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.conditions import All, Among, Any, Compare, Condition, Not
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """Every name is a gauge or a fact; a fact has the value; a gauge can reach the number."""
    for place in subject.draft.conditions():
        for part in _leaves(place.condition):
            yield from _leaf(subject, place, part)


def _leaves(condition: Condition) -> Iterator[Compare | Among]:
    match condition:
        case Compare() | Among():
            yield condition
        case Not(part=part):
            yield from _leaves(part)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from _leaves(part)


def _leaf(subject: Subject, place: ConditionAt, leaf: Compare | Among) -> Iterator[Fault]:
    draft = subject.draft
    values = leaf.values if isinstance(leaf, Among) else (leaf.value,)
    if leaf.name in draft.facts:
        if isinstance(leaf, Compare) and leaf.operator not in ("==", "!="):
            yield _fault(
                place,
                "E218",
                leaf.operator,
                Message(N_("The fact `{name}` cannot be compared by `{operator}`."), _names(leaf)),
                Message(N_("Values of a fact are equal or not: write `==`, `!=` or `in [...]`.")),
            )
        for value in values:
            known = draft.facts[leaf.name]
            if str(value) not in known:
                headline = Message(N_("The fact `{name}` has no value `{value}`."), {"name": leaf.name, "value": value})
                yield _fault(place, "E304", str(value), headline, did_you_mean(str(value), known))
    elif leaf.name in draft.gauges:
        for value in values:
            yield from _number(subject, place, leaf, value)
    else:
        yield _fault(
            place,
            "E302",
            leaf.name,
            Message(N_("There is no gauge and no fact `{name}`."), {"name": leaf.name}),
            did_you_mean(leaf.name, (*draft.gauges, *draft.facts))
            or Message(N_("List it at the top of the file first: a gauge under `gauges:`, a fact under `facts:`.")),
        )


def _number(subject: Subject, place: ConditionAt, leaf: Compare | Among, value: int | str) -> Iterator[Fault]:
    if isinstance(value, str):
        yield _fault(
            place,
            "E304",
            value,
            Message(N_("The gauge `{name}` is a number; `{value}` is not."), {"name": leaf.name, "value": value}),
            Message(N_("Compare it with a whole number, for example `{name} >= 5`."), {"name": leaf.name}),
        )
        return
    top = whole(subject.draft.gauges[leaf.name].get("max", "10"))
    if top is not None and not 0 <= value <= top:
        yield _fault(
            place,
            "E218",
            str(value),
            Message(
                N_("The gauge `{name}` runs from 0 to {max}; it is never {value}."),
                {"name": leaf.name, "max": top, "value": value},
            ),
            Message(N_("Compare it with a number from 0 to {max}."), {"max": top}),
        )


def _names(leaf: Compare | Among) -> dict[str, object]:
    return {"name": leaf.name, "operator": getattr(leaf, "operator", "in")}


def _fault(place: ConditionAt, code: str, found: str, headline: Message, help_message: Message | None) -> Fault:
    at = place.text.find(found)
    return Fault(code, place.path, headline, help_message, part=(at, at + len(found)) if at >= 0 else None)
