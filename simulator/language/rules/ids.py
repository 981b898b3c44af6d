"""E215, E312 and E313: ids that are reserved, or that two things share."""

from collections.abc import Iterator

from simulator.language.draft import mapping
from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.scenario import BACK, SILENCE

_CONDITION_WORDS = frozenset({"and", "or", "not", "in", "true", "false"})


def check(subject: Subject) -> Iterator[Fault]:
    """`silence` and `back` are RoleCall's; a state and an ending, a gauge and a fact, never share an id."""
    draft = subject.draft
    reserved = [(choice.path, choice.id, {SILENCE}) for choice in draft.choices()]
    reserved += [(("states", state), state, {BACK}) for state in draft.states]
    reserved += [(("endings", ending), ending, {BACK}) for ending in draft.endings]
    reserved += [(("gauges", gauge), gauge, set(_CONDITION_WORDS)) for gauge in draft.gauges]
    reserved += [(("facts", fact), fact, set(_CONDITION_WORDS)) for fact in draft.facts]
    for path, name, words in reserved:
        if name in words:
            yield Fault(
                "E215",
                path,
                Message(N_("`{name}` is a word of the language and cannot be an id."), {"name": name}),
                Message(N_("Choose another name.")),
                at_key=True,
            )
    for name in draft.endings:
        if name in draft.states:
            yield Fault(
                "E312",
                ("endings", name),
                Message(N_("`{name}` is both a state and an ending."), {"name": name}),
                Message(N_("Rename one of them: a `goto` could mean either.")),
                at_key=True,
            )
    for name in mapping(draft.data.get("facts")):
        if name in draft.gauges:
            yield Fault(
                "E313",
                ("facts", name),
                Message(N_("`{name}` is both a gauge and a fact."), {"name": name}),
                Message(N_("Rename one of them: a condition could mean either.")),
                at_key=True,
            )
