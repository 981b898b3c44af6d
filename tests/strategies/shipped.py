"""The shipped scenarios as the compiler reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from scoring.rubric import Rubric
from simulator.language import compile_rubric, compile_scenario
from simulator.model.source import SourceText
from tests.routine import only
from tests.strategies.scenarios import Case

_ROOT: Final = Path(__file__).parents[2]

NAMES: Final = tuple(sorted(path.stem for path in (_ROOT / "scenarios").rglob("*.yaml")))
"""Their file names without suffix, which are their ids."""

SMALLEST: Final = "dix-huit-appels-en-file"
"""The call with the fewest positions."""

SMALLEST_ONLY: Final = only((SMALLEST,), NAMES)
"""For what looks at every position: the other calls wait for the long run."""

OF_EACH_TRADE: Final = ("deuxieme-promesse", "fourth-call", "mme-lemoine", "passez-moi-la-directrice", "six-sur-dix")
"""One call of each trade."""

SOME: Final = only(OF_EACH_TRADE, NAMES)
"""For what is alike in all calls: those of each trade that are not named above wait for the long run."""


def shipped(name: str) -> Case:
    """The shipped scenario in the file of that name, with its rubric. Fails where it does not compile."""
    (path,) = (_ROOT / "scenarios").rglob(f"{name}.yaml")
    read = compile_scenario(_source(path), _rubric)
    assert read.scenario is not None, read.diagnostics
    assert read.rubric is not None
    return Case(read.scenario, read.rubric)


def _rubric(rubric_id: str) -> Rubric | None:
    return compile_rubric(_source(_ROOT / "scoring" / "rubrics" / f"{rubric_id}.yaml")).rubric


def _source(path: Path) -> SourceText:
    return SourceText(path.name, path.read_text("utf-8"))
