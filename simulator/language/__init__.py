"""The scenario language: text in, a Scenario and diagnostics out. Opens no file, raises for no author's error.

`compile_scenario` and `compile_rubric` read text (they load yaml and pydantic when they run);
`build_scenario` and `build_rubric` rebuild what was found good before, from plain data. Each is loaded when it is
first asked for: a known scenario is rebuilt without what finds faults.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.language.allowing import Settled, settle_allows
    from simulator.language.build import build_scenario
    from simulator.language.compiling import (
        CompiledRubric,
        CompiledScenario,
        FindRubric,
        compile_rubric,
        compile_scenario,
        is_rubric,
        place_faults,
    )
    from simulator.language.conditions import ConditionFault, parse_condition
    from simulator.language.faults import Fault, Path
    from simulator.language.rubric import build_rubric

__all__ = [
    "CompiledRubric",
    "CompiledScenario",
    "ConditionFault",
    "Fault",
    "FindRubric",
    "Path",
    "Settled",
    "build_rubric",
    "build_scenario",
    "compile_rubric",
    "compile_scenario",
    "is_rubric",
    "parse_condition",
    "place_faults",
    "settle_allows",
]

_HOMES = {
    "build_scenario": "build",
    "build_rubric": "rubric",
    "ConditionFault": "conditions",
    "parse_condition": "conditions",
    "Fault": "faults",
    "Path": "faults",
    "Settled": "allowing",
    "settle_allows": "allowing",
}


def __getattr__(name: str) -> object:
    """Whatever is not loaded yet, from the module that has it."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"simulator.language.{_HOMES.get(name, 'compiling')}"), name)
