"""One file for each check on a scenario document: its code and its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scoring.rubric import Rubric
from simulator.language.draft import Draft
from simulator.language.faults import Fault

Check = Callable[["Subject"], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the checks look at: the document, and the rubric it names where that could be read."""

    draft: Draft
    rubric: Rubric | None


def checks() -> tuple[Check, ...]:
    """Every check, in the order of their codes."""
    from simulator.language.rules import (
        actions,
        back,
        braces,
        condition_names,
        condition_syntax,
        effect_names,
        ids,
        in_file_tests,
        last_item,
        law,
        openings,
        references,
        scores,
        suggested_words,
        targets,
        version,
    )

    modules = (
        version, actions, openings, last_item, ids, law, condition_syntax, condition_names, effect_names, targets,
        back, scores, references, braces, in_file_tests, suggested_words,
    )  # fmt: skip
    return tuple(module.check for module in modules)
