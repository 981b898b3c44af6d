"""E301: a `goto` or `start` that leads to no state and no ending."""

from collections.abc import Iterator

from simulator.language.faults import Fault, Path
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.scenario import BACK


def check(subject: Subject) -> Iterator[Fault]:
    """Everything that is led to exists; a call starts in a state."""
    draft = subject.draft
    known = (*draft.states, *draft.endings)
    accepted = {*known, BACK, ""}  # that nothing is written is told by the schema
    for path, target in draft.gotos():
        if isinstance(target, str) and target not in accepted:
            yield _unknown(path, target, known)
    for path, rule in draft.rules():
        target = rule.get("goto")
        if isinstance(target, str) and target not in accepted:
            yield _unknown((*path, "goto"), target, known)
    start = draft.data.get("start")
    if isinstance(start, str) and start not in draft.states and draft.states:
        yield Fault(
            "E301",
            ("start",),
            Message(N_("The call starts in `{name}`, which is no state."), {"name": start}),
            did_you_mean(start, draft.states),
        )


def _unknown(path: Path, target: str, known: tuple[str, ...]) -> Fault:
    return Fault(
        "E301",
        path,
        Message(N_("There is no state and no ending `{name}`."), {"name": target}),
        did_you_mean(target, known),
    )
