"""E220: an item without `when` takes everything, so what stands behind it can never be reached."""

from collections.abc import Iterator

from simulator.language.draft import At
from simulator.language.faults import Fault
from simulator.language.rules import Subject
from simulator.model.message import N_, Message


def check(subject: Subject) -> Iterator[Fault]:
    """In a list, only the last item is without `when`."""
    for path, value in _lists(subject):
        if not isinstance(value, list):
            continue
        for place, item in enumerate(value[:-1]):
            if isinstance(item, str) or (isinstance(item, dict) and "when" not in item):
                yield Fault(
                    "E220",
                    (*path, place),
                    Message(N_("This item has no `when`, so the ones below it are never reached.")),
                    Message(N_("Give it a `when`, or move it to the end of the list.")),
                )
                break


def _lists(subject: Subject) -> Iterator[At]:
    yield from subject.draft.ways()
    yield from subject.draft.speeches()
