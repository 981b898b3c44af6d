"""Measures the calls of a catalogue, several at once: plain values, which one process can hand to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scoring.rubric import Bilingual, Rubric
from simulator.analysis.report.catalogue import CallFigures, figures_of
from simulator.cli.failures import tell
from simulator.cli.jobs import in_order, worth_having
from simulator.cli.paths import typed
from simulator.model.diagnostic import Severity
from simulator.model.message import N_, Message
from simulator.model.scenario import Scenario
from simulator.session.filling import Filling
from simulator.words import say

_DIED: Final = N_("A process that measured calls ended without a word, perhaps because memory ran out. Try `--jobs 1`.")

WORTH_IT: Final = 2
"""Calls for each process, from which on it saves more time than it takes to start."""


@dataclass(frozen=True, slots=True)
class Catalogued:
    """One call of a catalogue."""

    id: str
    title: str
    about: str
    role: str
    level: int
    language: str
    minutes: int
    variants: tuple[str, ...]
    figures: CallFigures
    allows: int
    """Warnings that the file silences."""
    criteria: dict[str, Bilingual]
    """What the rubric calls its criteria; so the next two."""
    critical: dict[str, Bilingual]
    techniques: dict[str, Bilingual]
    digest: str
    """That of the texts that the figures come from: the call's and its rubric's."""


def calls_of(paths: Iterable[tuple[Path, Message | None]], jobs: int | None) -> tuple[list[Catalogued], bool]:
    """Every call among `paths`, by role and level; whether there was something that could not be measured.

    What could not be is told on standard error. Rubrics are passed over.
    """
    given = [*paths]
    files = [path for path, problem in given if problem is None]
    wanted = min(jobs or worth_having(len(files), WORTH_IT), len(files))
    found = [*in_order(measured, files, wanted, Message(_DIED))]
    problems = [problem for _path, problem in given if problem is not None]
    problems += [one for one in found if isinstance(one, Message)]
    for problem in problems:
        tell(say(problem))
    calls = [one for one in found if isinstance(one, Catalogued)]
    return sorted(calls, key=lambda call: (call.language, call.role, call.level, call.id)), bool(problems)


def measured(path: Path) -> Catalogued | Message | None:
    """The call at `path`, why it could not be measured, or None for a rubric."""
    from simulator.checking import compile_source, ground_of, with_allows, with_findings
    from simulator.library import LibraryError, find_rubric, read_source

    try:
        source = read_source(path)
    except LibraryError as error:
        return error.message
    file = compile_source(source, find_rubric(path))
    ground = ground_of(file)
    if ground is None or file.scenario is None:
        return None if file.rubric is not None and file.scenario is None and file.compiled is None else _faulty(path)
    checked = with_allows(with_findings(file, ground))
    figures = figures_of(ground)
    if figures is None or any(one.severity is Severity.ERROR for one in checked.diagnostics):
        return _faulty(path)
    return _catalogued(file.scenario, ground.rubric, figures, len(checked.allowed))


def _faulty(path: Path) -> Message:
    return Message(N_("{file} has errors and is left out; see `rolecall check {file}`."), {"file": typed(path)})


def _catalogued(scenario: Scenario, rubric: Rubric, figures: CallFigures, allows: int) -> Catalogued:
    filled = Filling(scenario, None, "")
    return Catalogued(
        id=scenario.id,
        title=filled(scenario.title),
        about=filled(scenario.about),
        role=scenario.role,
        level=scenario.level,
        language=scenario.language,
        minutes=scenario.minutes,
        variants=tuple(variant.id for variant in scenario.variants),
        figures=figures,
        allows=allows,
        criteria={one.id: one.label for one in rubric.criteria},
        critical={one.id: one.label for one in rubric.critical},
        techniques={one.id: one.label for one in rubric.techniques},
        digest=digest(scenario, rubric),
    )


def digest(scenario: Scenario, rubric: Rubric) -> str:
    """What tells the texts that a call's figures come from."""
    return f"{scenario.text_hash[:12]}-{rubric.text_hash[:12]}"
