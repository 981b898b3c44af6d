"""E310: what stands in braces is filled from the caller, the CRM card or the trainee's name."""

from collections.abc import Iterable, Iterator

from simulator.language.draft import At, Draft, mapping
from simulator.language.faults import Fault
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message
from simulator.model.phrases import AGENT, holes, same_name


def check(subject: Subject) -> Iterator[Fault]:
    """Every name in braces can be filled in every variant."""
    draft = subject.draft
    caller = tuple(key for key, value in mapping(draft.data.get("caller")).items() if isinstance(value, str))
    card = tuple(mapping(draft.data.get("crm")))
    # A title stands in the library, where neither variant nor trainee is known yet.
    yield from _unfilled([At(("title",), draft.data.get("title"))], (*caller, *card))
    yield from _unfilled(draft.card_texts(), (*caller, AGENT))
    yield from _unfilled(draft.filled_texts(), (*caller, *card, *_in_all_variants(draft), AGENT))


def _unfilled(texts: Iterable[At], known: tuple[str, ...]) -> Iterator[Fault]:
    for path, text in texts:
        if not isinstance(text, str) or "{" not in text:
            continue
        for name, at in holes(text):
            if not any(same_name(name, one) for one in known):
                yield Fault(
                    "E310",
                    path,
                    Message(N_("Nothing fills `{{{name}}}`."), {"name": name}),
                    did_you_mean(name, known) or Message(N_("Write `{{{{` for a brace itself.")),
                    part=(at, at + len(name) + 2),
                )


def _in_all_variants(draft: Draft) -> Iterator[str]:
    """The lines of the card that every variant has of its own."""
    variants = list(draft.variants.values())
    for line in mapping(variants[0].get("crm")) if variants else ():
        if all(line in mapping(variant.get("crm")) for variant in variants):
            yield line
