"""Joins what the language, the analysis and the in-file tests have to say of one file into one list of diagnostics."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scoring.rubric import Rubric
from simulator.language import (
    CompiledScenario,
    Fault,
    FindRubric,
    compile_rubric,
    compile_scenario,
    is_rubric,
    place_faults,
    settle_allows,
)
from simulator.model.diagnostic import Allowed, Diagnostic, severity_of
from simulator.model.message import N_, Message
from simulator.model.scenario import Scenario
from simulator.model.source import SourceText, Span

if TYPE_CHECKING:
    from simulator.analysis import Ground


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file and everything there is to say of it, in the order of reading."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...]
    scenario: Scenario | None = None
    rubric: Rubric | None = None
    compiled: CompiledScenario | None = None
    allowed: tuple[Allowed, ...] = ()
    """The warnings that the file itself silences; they are not among the diagnostics."""
    sound: bool = False
    """Whether there is a call, and each way through it comes to an end: it can be measured, whatever else is wrong."""


def check_source(source: SourceText, find_rubric: FindRubric) -> CheckedFile:
    """Check a scenario or a rubric file. `find_rubric` finds what a scenario's `rubric` names."""
    file = compile_source(source, find_rubric)
    ground = ground_of(file)
    checked = file if ground is None else with_findings(file, ground)
    return with_allows(checked)


def with_allows(checked: CheckedFile) -> CheckedFile:
    """`checked` with the warnings that its author allowed set apart, and with what there is to say of each allow."""
    settled = settle_allows(checked.source, checked.diagnostics, _codes)
    return replace(checked, diagnostics=settled.diagnostics, allowed=settled.allowed)


def _codes() -> tuple[str, ...]:
    """Every code that there is."""
    from simulator.pages import codes

    return codes()


def compile_source(source: SourceText, find_rubric: FindRubric) -> CheckedFile:
    """What the language has to say of a scenario or a rubric file: its text, keys, values and names (E1, E2, E3)."""
    if is_rubric(source.text):
        compiled_rubric = compile_rubric(source)
        return CheckedFile(source, compiled_rubric.diagnostics, rubric=compiled_rubric.rubric)
    compiled = compile_scenario(source, find_rubric)
    return CheckedFile(source, compiled.diagnostics, compiled.scenario, compiled.rubric, compiled)


def ground_of(file: CheckedFile) -> Ground | None:
    """Everything that can be found out about the call of `file`, which may take a while; None where it has none."""
    from simulator.analysis import survey

    return survey(file.scenario, file.rubric) if file.scenario is not None and file.rubric is not None else None


def with_findings(file: CheckedFile, ground: Ground) -> CheckedFile:
    """`file` with all there is to say of its call as a whole (E4, W), found on `ground`."""
    from simulator.analysis import findings_on

    if file.compiled is None or file.compiled.spans is None:
        return file
    found = [Fault(f.code, f.place, f.headline, f.help, at_key=True) for f in findings_on(ground)]
    placed = place_faults(file.source, file.compiled.spans, found)
    sound = all(graph.sound for graph in ground.graphs)
    return replace(file, diagnostics=in_order((*file.diagnostics, *placed)), sound=sound)


def same_id(name: str, span: Span, source: SourceText, first: SourceText) -> Diagnostic:
    """What there is to say of the id `name` at `span` of `source`, where `first` in the same folder has it too."""
    return Diagnostic(
        "E315",
        severity_of("E315"),
        Message(N_("`{id}` is also the id of “{file}”."), {"id": name, "file": first.name}),
        span,
        Message(N_("Give each call of a folder an id of its own.")),
        source.name,
    )


def in_order(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """`diagnostics` in the order of reading."""
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
