"""E207 and E208: a choice is either words to say or an action with a label."""

from collections.abc import Iterator

from simulator.language.draft import given
from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """Exactly one of `say` and `do`; a `label` with `do` alone."""
    for path, _, choice_id, choice in subject.draft.choices():
        said, done, label = given(choice, "say", "do", "label")
        if said and done:
            yield Fault(
                "E207",
                (*path, "do"),
                Message(N_("The choice `{choice}` has both `say` and `do`."), {"choice": choice_id}),
                Message(N_("Keep `say` for words or `do` with a `label` for an action.")),
                at_key=True,
            )
        elif not said and not done:
            yield Fault(
                "E207",
                path,
                Message(N_("The choice `{choice}` has neither `say` nor `do`."), {"choice": choice_id}),
                Message(N_("Write `say:` with the words, or `do:` with a `label:` for an action.")),
                at_key=True,
            )
        elif done and not label:
            yield Fault(
                "E208",
                (*path, "do"),
                Message(N_("The action of the choice `{choice}` has no `label`."), {"choice": choice_id}),
                Message(N_("Add `label:` with what the trainee reads on it.")),
                at_key=True,
            )
        elif said and label:
            yield Fault(
                "E208",
                (*path, "label"),
                Message(N_("A `label` belongs to an action; the choice `{choice}` is spoken."), {"choice": choice_id}),
                Message(N_("Remove `label`, or write `do:` in place of `say:`.")),
                at_key=True,
            )
