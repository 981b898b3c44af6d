"""Text -> document -> value, with every problem of the text on the way. Raises for no author's error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from scoring.rubric import Rubric
from simulator.language.build import build_scenario
from simulator.language.draft import Draft
from simulator.language.echoes import without_echoes
from simulator.language.faults import Fault
from simulator.language.nodes import Spans, spans, to_data
from simulator.language.rubric import build_rubric
from simulator.language.rules import Subject, checks
from simulator.language.rules.french_spaces import check as check_spaces
from simulator.language.rules.version import check as check_version
from simulator.model.diagnostic import Diagnostic, Severity, has_errors, severity_of
from simulator.model.message import N_, Message
from simulator.model.scenario import Scenario
from simulator.model.source import SourceText, Span, text_hash

FindRubric = Callable[[str], Rubric | None]

_OF_RUBRICS = re.compile(r"^(?:criteria|bands|pass_mark)\s*:", re.MULTILINE)
_OF_SCENARIOS = re.compile(r"^(?:states|endings|start)\s*:", re.MULTILINE)
"""The keys by which the two kinds of files are told apart, be one of them misspelt."""


@dataclass(frozen=True, slots=True)
class CompiledScenario:
    """`scenario` is None where there are errors. `document` is good for `build_scenario`, `spans` finds places."""

    scenario: Scenario | None
    diagnostics: tuple[Diagnostic, ...]
    document: dict[str, Any] | None = None
    rubric: Rubric | None = None
    spans: Spans | None = None


@dataclass(frozen=True, slots=True)
class CompiledRubric:
    """`rubric` is None where there are errors."""

    rubric: Rubric | None
    diagnostics: tuple[Diagnostic, ...]
    document: dict[str, Any] | None = None


def compile_scenario(source: SourceText, find_rubric: FindRubric) -> CompiledScenario:
    """The scenario that `source` says, and every problem of its text, keys, values and names (E1, E2, E3)."""
    from simulator.language.schema import Scenario as Schema
    from simulator.language.schema_faults import schema_faults
    from simulator.language.tree import parse

    tree = parse(source)
    if tree.root is None:
        return CompiledScenario(None, tree.diagnostics)
    data = to_data(tree.root)
    draft = Draft(data)
    newer = list(check_version(Subject(draft, None)))
    if newer:
        return CompiledScenario(None, (*tree.diagnostics, *place_faults(source, spans(tree.root), newer)))
    rubric, missing = _rubric(draft, find_rubric)
    faults = [*schema_faults(Schema, data), *missing]
    subject = Subject(draft, rubric)
    for check in checks():
        faults += check(subject)
    places = spans(tree.root)
    diagnostics = _joined(tree.diagnostics, place_faults(source, places, without_echoes(faults)))
    if has_errors(diagnostics):
        return CompiledScenario(None, diagnostics, rubric=rubric)
    # How a text is set matters once it can be read.
    diagnostics = _joined(diagnostics, place_faults(source, places, check_spaces(subject)))
    document: dict[str, Any] = plain(data)
    scenario = build_scenario(document, text_hash(source.text))
    return CompiledScenario(scenario, diagnostics, document, rubric, places)


def is_rubric(text: str) -> bool:
    """Whether the file of that text means to be a rubric; any other is taken for a scenario."""
    return bool(_OF_RUBRICS.search(text)) and not _OF_SCENARIOS.search(text)


def compile_rubric(source: SourceText) -> CompiledRubric:
    """The rubric that `source` says, and every problem of its text, keys and values."""
    from simulator.language.rubric_checks import rubric_faults
    from simulator.language.schema_faults import schema_faults
    from simulator.language.schema_rubric import Rubric as Schema
    from simulator.language.tree import parse

    tree = parse(source)
    if tree.root is None:
        return CompiledRubric(None, tree.diagnostics)
    data = to_data(tree.root)
    newer = list(check_version(Subject(Draft(data), None)))
    faults = newer or [*schema_faults(Schema, data), *rubric_faults(data)]
    diagnostics = _joined(tree.diagnostics, place_faults(source, spans(tree.root), without_echoes(faults)))
    if has_errors(diagnostics):
        return CompiledRubric(None, diagnostics)
    document: dict[str, Any] = plain(data)
    return CompiledRubric(build_rubric(document, text_hash(source.text)), diagnostics, document)


def place_faults(source: SourceText, places: Spans, faults: Iterable[Fault]) -> list[Diagnostic]:
    """`faults` with their places in `source`; the same thing said twice of one place is said once."""
    found: dict[tuple[str, Span, str], Diagnostic] = {}
    for fault in faults:
        span = places.key_span_of(fault.path) if fault.at_key else places.span_of(fault.path)
        if fault.part is not None:
            span = _part(source, span, fault.part)
        key = (fault.code, span, fault.headline.text)
        diagnostic = Diagnostic(fault.code, severity_of(fault.code), fault.headline, span, fault.help, source.name)
        found.setdefault(key, diagnostic)
    return list(found.values())


def plain(data: Any) -> Any:
    """`data` with ordinary texts in place of the file's words, fit for JSON."""
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return None if data is None else str(data)


def _rubric(draft: Draft, find_rubric: FindRubric) -> tuple[Rubric | None, list[Fault]]:
    name = draft.data.get("rubric")
    if not isinstance(name, str) or not name.strip():
        return None, []
    rubric = find_rubric(str(name))
    if rubric is not None:
        return rubric, []
    return None, [
        Fault(
            "E314",
            ("rubric",),
            Message(N_("There is no rubric `{name}` that can be used."), {"name": str(name)}),
            Message(N_("Name a shipped one, `customer-relations`, or the path of a rubric file that passes `check`.")),
        )
    ]


def _part(source: SourceText, span: Span, part: tuple[int, int]) -> Span:
    """The place of a stretch of a value; the value's own place where the text is not written as it reads."""
    line = source.line(span.line)
    written = line[span.column - 1 : span.end_column - 1]
    if written[:1] in ("|", ">"):
        return _part_of_block(source, span, part)
    quoted = 1 if written[:1] in ("'", '"') else 0
    start = span.column + quoted + part[0]
    end = span.column + quoted + part[1]
    if end > span.end_column or "\\" in written:
        return span
    return Span(span.line, start, max(end, start + 1))


def _part_of_block(source: SourceText, span: Span, part: tuple[int, int]) -> Span:
    """The place of a stretch of a text below a `|` or a `>`: a line's end counts as one character.

    Below a `>` the empty lines after a line count in place of its end.
    """
    folded = source.line(span.line)[span.column - 1] == ">"
    lines = source.text.split("\n")[span.line :]
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    place, length = 0, 0
    for number, line in enumerate(lines, start=span.line + 1):
        place += length
        text = line[indent:]
        if part[0] < place + len(text):
            start = indent + part[0] - place + 1
            return Span(number, start, min(start + part[1] - part[0], len(line) + 1))
        behind = lines[number - span.line : number - span.line + 1]
        length = len(text) + (0 if folded and text and behind and not behind[0].strip() else 1)
    return span


def _joined(of_text: tuple[Diagnostic, ...], of_meaning: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Both in the order of reading. A line that YAML misread is told of that alone: the rest would follow from it.

    A missing key is told all the same, for it is missing from more than the line it is told at.
    """
    misread = {d.span.line for d in of_text if d.span is not None and d.severity is Severity.ERROR}
    others = [d for d in of_meaning if d.span is None or d.span.line not in misread or d.code == "E202"]
    return tuple(sorted((*of_text, *others), key=lambda d: d.sort_key))
