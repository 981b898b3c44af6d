"""E309, E311, E301: an in-file test names a variant, choices and an ending that exist."""

from collections.abc import Iterator

from simulator.language.draft import items
from simulator.language.faults import Fault
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.scenario import NO_VARIANT, SILENCE


def check(subject: Subject) -> Iterator[Fault]:
    """Every name in `tests` exists; whether the play is possible is found by playing it."""
    draft = subject.draft
    choices = {choice.id for choice in draft.choices()} | {SILENCE}
    variants = tuple(draft.variants) or (NO_VARIANT,)
    for name, test in draft.tests.items():
        path = ("tests", name)
        variant, ending = test.get("variant"), test.get("ending")
        if isinstance(variant, str) and variant not in variants:
            headline = Message(N_("There is no variant `{name}`."), {"name": variant})
            none = Message(N_("This call has no variants: take `variant` out of the test."))
            advice = did_you_mean(variant, variants) if draft.variants else none
            yield Fault("E309", (*path, "variant"), headline, advice)
        if isinstance(ending, str) and ending not in draft.endings:
            headline = Message(N_("There is no ending `{name}`."), {"name": ending})
            yield Fault("E301", (*path, "ending"), headline, did_you_mean(ending, draft.endings))
        for place, choice in items(test.get("play")):
            if isinstance(choice, str) and choice not in choices:
                where = (*path, "play") if place is None else (*path, "play", place)
                headline = Message(N_("No state has a choice `{name}`."), {"name": choice})
                yield Fault("E311", where, headline, did_you_mean(choice, choices))
