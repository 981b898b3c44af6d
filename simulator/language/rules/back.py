"""E221: `back` is for choices; an `always` rule names where it leads."""

from collections.abc import Iterator

from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.scenario import BACK


def check(subject: Subject) -> Iterator[Fault]:
    """No rule leads `back`, and no `back` stands where no rule can have been left."""
    draft = subject.draft
    rules = list(draft.rules())
    for path, rule in rules:
        if rule.get("goto") == BACK:
            yield Fault(
                "E221",
                (*path, "goto"),
                Message(N_("A rule under `always` cannot lead `back`.")),
                Message(N_("Name a state or an ending; the choices in it may then lead `back`.")),
            )
    if not rules:
        for path, target in draft.gotos():
            if target == BACK:
                yield Fault(
                    "E221",
                    path,
                    Message(
                        N_("`back` returns to the state that an `always` rule left, and this file has no such rule.")
                    ),
                    Message(N_("Name the state to go to.")),
                )
