"""E310: what stands in braces is filled from the caller, the CRM card or the trainee's name."""

from collections.abc import Iterator

from simulator.language.draft import mapping
from simulator.language.faults import Fault
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.phrases import AGENT, holes


def check(subject: Subject) -> Iterator[Fault]:
    """Every name in braces can be filled in every variant."""
    known = _known(subject)
    for path, text in subject.draft.filled_texts():
        if not isinstance(text, str) or "{" not in text:
            continue
        for name, at in holes(text):
            if name not in known:
                yield Fault(
                    "E310",
                    path,
                    Message(N_("Nothing fills `{{{name}}}`."), {"name": name}),
                    did_you_mean(name, known) or Message(N_("Write `{{{{` for a brace itself.")),
                    part=(at, at + len(name) + 2),
                )


def _known(subject: Subject) -> tuple[str, ...]:
    """The caller's keys, the card's lines (those of a variant only where every variant has them), the agent."""
    draft = subject.draft
    card = list(mapping(draft.data.get("crm")))
    variants = list(draft.variants.values())
    for line in mapping(variants[0].get("crm")) if variants else ():
        if all(line in mapping(variant.get("crm")) for variant in variants):
            card.append(line)
    caller = [key for key, value in mapping(draft.data.get("caller")).items() if isinstance(value, str)]
    return (*caller, *card, AGENT)
