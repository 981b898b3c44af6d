"""The scenario language: text in, a Scenario and diagnostics out. Opens no file, raises for no author's error.

`compile_scenario` and `compile_rubric` read text (they load yaml and pydantic when they run);
`build_scenario` and `build_rubric` rebuild what was found good before, from plain data.
"""

from simulator.language.build import build_scenario
from simulator.language.build_rubric import build_rubric
from simulator.language.compiling import (
    CompiledRubric,
    CompiledScenario,
    FindRubric,
    compile_rubric,
    compile_scenario,
    place_faults,
    text_hash,
)
from simulator.language.conditions import ConditionFault, parse_condition
from simulator.language.faults import Fault, Path

__all__ = [
    "CompiledRubric",
    "CompiledScenario",
    "ConditionFault",
    "Fault",
    "FindRubric",
    "Path",
    "build_rubric",
    "build_scenario",
    "compile_rubric",
    "compile_scenario",
    "parse_condition",
    "place_faults",
    "text_hash",
]
