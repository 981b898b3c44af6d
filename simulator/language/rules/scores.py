"""E305, E306, E307: criteria, critical errors and techniques are the rubric's."""

from collections.abc import Iterable, Iterator

from simulator.language.draft import items, mapping
from simulator.language.faults import Fault, Path
from simulator.language.nearby import did_you_mean
from simulator.language.rules import Subject
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """Every criterion, critical error and technique is one of the rubric."""
    rubric = subject.rubric
    if rubric is None:
        return
    criteria = rubric.criterion_ids
    critical = tuple(error.id for error in rubric.critical)
    techniques = tuple(technique.id for technique in rubric.techniques)
    for path, value in subject.draft.scored():
        for criterion in mapping(value.get("score")):
            if criterion not in criteria:
                headline = Message(N_("The rubric has no criterion `{name}`."), {"name": criterion})
                yield Fault(
                    "E305", (*path, "score", criterion), headline, did_you_mean(criterion, criteria), at_key=True
                )
        yield from _codes(value, path, "critical", "E306", N_("The rubric has no critical error `{name}`."), critical)
    for choice in subject.draft.choices():
        yield from _codes(
            choice.value, choice.path, "technique", "E307", N_("The rubric has no technique `{name}`."), techniques
        )
    for name, test in subject.draft.tests.items():
        path = ("tests", name)
        yield from _codes(test, path, "critical", "E306", N_("The rubric has no critical error `{name}`."), critical)


def _codes(owner: object, path: Path, key: str, code: str, headline: str, known: Iterable[str]) -> Iterator[Fault]:
    names = tuple(known)
    for place, name in items(mapping(owner).get(key)):
        if isinstance(name, str) and name not in names:
            where = (*path, key) if place is None else (*path, key, place)
            none = Message(N_("This rubric lists none: take it out here, or write it into the rubric first."))
            yield Fault(code, where, Message(headline, {"name": name}), did_you_mean(name, names) or none)
