"""Random scenarios written out in the scenario language are read back as the same values by the real compiler."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

import pytest

from simulator.language import compile_scenario
from simulator.model.scenario import Scenario
from simulator.model.source import SourceText
from tests.strategies.scenarios import seeded
from tests.strategies.written import to_yaml

SCENARIOS: Final = 200
BATCH: Final = 50


@pytest.mark.parametrize("first", range(0, SCENARIOS, BATCH))
def test_what_is_written_reads_back_as_the_same_scenario(first: int) -> None:
    for seed in range(first, first + BATCH):
        case = seeded(seed)
        read = compile_scenario(SourceText(f"seed {seed}", to_yaml(case.scenario)), {"small": case.rubric}.get)

        assert read.diagnostics == ()
        assert read.scenario is not None
        assert parts(read.scenario) == parts(case.scenario), f"seed {seed}"


def parts(scenario: Scenario) -> dict[str, object]:
    """What a scenario says; where two mappings hold the same, their order counts too."""
    said = {field.name: getattr(scenario, field.name) for field in fields(scenario) if field.name != "text_hash"}
    return said | {"order": (tuple(scenario.states), tuple(scenario.endings))}
