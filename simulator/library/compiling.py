"""From a text to a value: by the cache where the text is known, else by the language. Opens no file.

A scenario is *compiled* where its text, keys, values and names are right (E1, E2, E3), *sound* where every call of it
comes to an end, and *checked* where there is no error at all (E4). A table asks for the first, who measures a call for
the second, who plays it for the third.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn

from simulator.library.cache import Cache
from simulator.library.errors import LibraryError
from simulator.model.message import N_, Message
from simulator.model.phrases import fill
from simulator.model.source import SourceText, text_hash

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.language import CompiledScenario, FindRubric
    from simulator.model.diagnostic import Diagnostic
    from simulator.model.scenario import Scenario

SCENARIO: Final = "scenario"
RUBRIC: Final = "rubric"


class Sound(NamedTuple):
    """A scenario whose calls all come to an end."""

    scenario: Scenario
    rubric: Rubric
    faults: tuple[Diagnostic, ...] = ()
    """What there is to say of it, where it has errors nevertheless; empty where it is checked."""


def scenario_of(source: SourceText, find_rubric: FindRubric, cache: Cache) -> tuple[Scenario, Rubric]:
    """The compiled scenario that `source` says, and its rubric. Raises LibraryError where there are errors."""
    known = known_scenario(source, find_rubric, cache)
    if known is not None:
        return known
    from simulator.language import compile_scenario

    return _keep(source, compile_scenario(source, find_rubric), cache, checked=False)


def sound_scenario(source: SourceText, find_rubric: FindRubric, cache: Cache) -> Sound:
    """The sound scenario that `source` says, with its rubric. Raises LibraryError where it is not sound."""
    known = known_scenario(source, find_rubric, cache, checked=True)
    if known is not None:
        return Sound(*known)
    from simulator.checking import check_source
    from simulator.model.diagnostic import has_errors

    checked = check_source(source, find_rubric)
    if checked.compiled is None or not checked.sound:
        refuse(source, checked.diagnostics)
    faults = checked.diagnostics if has_errors(checked.diagnostics) else ()
    return Sound(*_keep(source, checked.compiled, cache, checked=not faults), faults)


def rubric_of(source: SourceText, cache: Cache) -> Rubric:
    """The rubric that `source` says. Raises LibraryError where it has errors."""
    digest = text_hash(source.text)
    return cache.remembered(f"{RUBRIC}/{digest}", lambda: _rubric_of(source, digest, cache))


def _rubric_of(source: SourceText, digest: str, cache: Cache) -> Rubric:
    from scoring.rubric import Rubric
    from simulator.language import build_rubric

    found = cache.document(digest)
    if found and found[0].get("kind") == RUBRIC:
        rubric = _built(lambda: build_rubric(found[1], digest))
        if isinstance(rubric, Rubric):
            return rubric
    from simulator.language import compile_rubric

    compiled = compile_rubric(source)
    if compiled.rubric is None or compiled.document is None:
        refuse(source, compiled.diagnostics)
    cache.keep_document(digest, {"kind": RUBRIC, "id": compiled.rubric.id}, compiled.document)
    return compiled.rubric


def rebuild(scenario_text: str, rubric_text: str, cache: Cache) -> tuple[Scenario, Rubric]:
    """The scenario and rubric of a recorded session. Raises LibraryError where this version refuses the texts."""

    def make() -> tuple[Scenario, Rubric]:
        rubric = rubric_of(SourceText("rubric", rubric_text), cache)
        return scenario_of(SourceText("scenario", scenario_text), lambda _: rubric, cache)

    return cache.remembered(f"{_name(scenario_text)}/{_name(rubric_text)}", make)


@lru_cache(maxsize=16)
def _name(text: str) -> str:
    """The text's hash: sessions are played again by the thousand with the same few texts."""
    return text_hash(text)


def known_scenario(
    source: SourceText, find_rubric: FindRubric, cache: Cache, *, checked: bool = False
) -> tuple[Scenario, Rubric] | None:
    """Scenario and rubric by the cache alone; None where the text, or its rubric as it is now, is not known."""
    from simulator.language import build_scenario
    from simulator.model.scenario import Scenario

    digest = text_hash(source.text)
    found = cache.document(digest)
    if found is None or found[0].get("kind") != SCENARIO or (checked and not found[0].get("checked")):
        return None
    head, document = found
    rubric = find_rubric(str(document.get("rubric")))
    if rubric is None or rubric.text_hash != head.get("rubric_hash"):
        return None
    scenario = _built(lambda: build_scenario(document, digest))
    return (scenario, rubric) if isinstance(scenario, Scenario) else None


def head_of(scenario: Scenario, rubric: Rubric) -> dict[str, Any]:
    """What a table shows of a scenario, and which rubric it was found good with."""
    return {
        "kind": SCENARIO,
        "id": scenario.id,
        "title": fill(scenario.title, scenario.names),
        "role": scenario.role,
        "level": scenario.level,
        "language": scenario.language,
        "minutes": scenario.minutes,
        "rubric_hash": rubric.text_hash,
    }


def refuse(source: SourceText, diagnostics: tuple[Diagnostic, ...]) -> NoReturn:
    """Say that a file has errors, with all of them."""
    raise LibraryError(
        Message(N_("{file} has errors and cannot be played."), {"file": source.name}), diagnostics, source
    )


def _keep(source: SourceText, compiled: CompiledScenario, cache: Cache, *, checked: bool) -> tuple[Scenario, Rubric]:
    if compiled.scenario is None or compiled.rubric is None or compiled.document is None:
        refuse(source, compiled.diagnostics)
    head = {**head_of(compiled.scenario, compiled.rubric), "checked": checked}
    cache.keep_document(compiled.scenario.text_hash, head, compiled.document)
    return compiled.scenario, compiled.rubric


def _built(build: Any) -> object:
    """What `build` makes of a cached document; None where it cannot: the document is not what was put there."""
    try:
        return build()
    except Exception:
        return None
