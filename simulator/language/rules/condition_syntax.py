"""E216: a text that is no condition."""

from collections.abc import Iterator

from simulator.language.conditions import ConditionFault, parse_condition
from simulator.language.faults import Fault
from simulator.language.rules import Subject


def check(subject: Subject) -> Iterator[Fault]:
    """Every `when` and `met` is in the condition language."""
    for path, text in subject.draft.condition_texts():
        try:
            parse_condition(text)
        except ConditionFault as fault:
            yield Fault("E216", path, fault.headline, fault.help, part=(fault.start, fault.end))
