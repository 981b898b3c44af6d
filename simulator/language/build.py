"""A document that was found good -> a Scenario. Knows neither YAML nor the schema, so that a known file starts fast.

`document` is the file as plain data: mappings, lists and texts. It must have passed the schema and the rules once;
anything else may raise KeyError, TypeError or ValueError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from types import MappingProxyType
from typing import Any

from simulator.language.conditions import parse_condition
from simulator.model.conditions import Condition
from simulator.model.scenario import (
    NO_VARIANT,
    Action,
    Article,
    Choice,
    Effect,
    Ending,
    Fact,
    Gauge,
    InFileTest,
    Line,
    Objective,
    Outcome,
    Points,
    Route,
    Rule,
    Scenario,
    Silence,
    State,
    Variant,
)

Document = Mapping[str, Any]
_YES = ("yes", "true")
_WORDS = {"true": "yes", "false": "no"}


def build_scenario(document: Document, text_hash: str) -> Scenario:
    """The scenario that a good document says; `text_hash` is the SHA-256 of the file's text."""
    facts = tuple(Fact(name, tuple(_word(v) for v in values)) for name, values in _map(document, "facts").items())
    variants = tuple(_variant(name, body or {}) for name, body in _map(document, "variants").items())
    return Scenario(
        id=document["id"],
        title=document["title"],
        language=document["language"],
        role=document["role"],
        level=int(document["level"]),
        minutes=int(document["minutes"]),
        rubric=document["rubric"],
        about=document["about"],
        briefing=document["briefing"],
        caller=MappingProxyType({key: str(value) for key, value in document["caller"].items() if value}),
        start=document["start"],
        states=MappingProxyType({name: _state(name, body) for name, body in document["states"].items()}),
        endings=MappingProxyType({name: _ending(name, body) for name, body in document["endings"].items()}),
        gauges=tuple(_gauge(name, body) for name, body in _map(document, "gauges").items()),
        facts=facts,
        always=tuple(
            Rule(parse_condition(rule["when"]), rule["goto"], _yes(rule.get("once")))
            for rule in document.get("always") or ()
        ),
        variants=variants or (Variant(NO_VARIANT),),
        objectives=tuple(
            Objective(objective["text"], parse_condition(objective["met"]))
            for objective in document.get("objectives") or ()
        ),
        crm=tuple(_map(document, "crm").items()),
        knowledge=tuple(
            Article(name, body["title"], body["text"]) for name, body in _map(document, "knowledge").items()
        ),
        tests=_tests(document, variants),
        law_as_of=Date.fromisoformat(document["law_as_of"]) if document.get("law_as_of") else None,
        text_hash=text_hash,
    )


def _map(document: Document, key: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = document.get(key) or {}
    return found


def _yes(value: object) -> bool:
    return value in _YES


def _word(value: str) -> str:
    return _WORDS.get(value, str(value))


def _list(value: Any) -> Sequence[Any]:
    """A single item stands for a list of one."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _when(body: Document) -> Condition | None:
    return parse_condition(body["when"]) if body.get("when") is not None else None


def _points(body: Document) -> Points:
    return tuple((criterion, int(points)) for criterion, points in _map(body, "score").items())


def _effect(body: Document) -> Effect:
    return Effect(
        tuple((fact, _word(value)) for fact, value in _map(body, "set").items()),
        tuple((gauge, int(change)) for gauge, change in _map(body, "change").items()),
    )


def _gauge(name: str, body: Document) -> Gauge:
    return Gauge(name, body["label"], int(body["start"]), int(body.get("max") or 10))


def _variant(name: str, body: Document) -> Variant:
    return Variant(name, _effect(body), tuple(_map(body, "crm").items()), body.get("about"))


def _ending(name: str, body: Document) -> Ending:
    return Ending(name, Outcome(body["outcome"]), body["title"], body["text"], _points(body))


def _lines(value: Any, mood: str | None = None) -> tuple[Line, ...]:
    bodies = ({"say": item} if isinstance(item, str) else item for item in _list(value))
    return tuple(
        Line(body["say"], _when(body), body.get("mood") or mood, body.get("speaker"), body.get("reveals"))
        for body in bodies
    )


def _state(name: str, body: Document) -> State:
    silence = body.get("silence")
    return State(
        id=name,
        choices=tuple(_choice(key, choice, body.get("goto")) for key, choice in body["choices"].items()),
        says=_lines(body.get("says"), body.get("mood")),
        scene=body.get("scene"),
        phase=body.get("phase"),
        silence=_silence(silence) if silence else None,
    )


def _silence(body: Document) -> Silence:
    return Silence(int(body["after"]), _effect(body), _lines(body.get("reply")), body.get("goto"))


def _choice(name: str, body: Document, state_goto: Any) -> Choice:
    action = Action(body["do"]) if body.get("do") else None
    return Choice(
        id=name,
        text=body["say"] if action is None else body["label"],
        action=action,
        when=_when(body),
        once=_yes(body.get("once")),
        score=_points(body),
        effect=_effect(body),
        critical=tuple(_list(body.get("critical"))),
        technique=tuple(_list(body.get("technique"))),
        reply=_lines(body.get("reply")),
        routes=_routes(body.get("goto"), state_goto),
        why=body.get("why"),
        see=body.get("see"),
    )


def _routes(value: Any, state_goto: Any) -> tuple[Route, ...]:
    """The items of a choice's `goto`, else of its state's; an item that names no place leads where the state does."""
    onward = state_goto if isinstance(state_goto, str) else None
    bodies = [{"goto": item} if isinstance(item, str) else item for item in _list(value) or _list(state_goto)]
    return tuple(
        Route(
            body.get("goto") or onward,
            _when(body),
            _points(body),
            _effect(body),
            tuple(_list(body.get("critical"))),
            body.get("why"),
        )
        for body in bodies or [{}]
    )


def _tests(document: Document, variants: tuple[Variant, ...]) -> tuple[InFileTest, ...]:
    first = variants[0].id if variants else NO_VARIANT
    return tuple(_test(name, body, first) for name, body in _map(document, "tests").items())


def _test(name: str, body: Document, first_variant: str) -> InFileTest:
    score = body.get("score")
    if score is not None:
        score = (int(score["from"]), int(score["to"])) if isinstance(score, Mapping) else (int(score), int(score))
    critical = body.get("critical")
    return InFileTest(
        id=name,
        variant=body.get("variant") or first_variant,
        play=tuple(_list(body["play"])),
        ending=body.get("ending"),
        score=score,
        passed=None if body.get("passed") is None else _yes(body["passed"]),
        critical=None if critical is None else tuple(_list(critical)),
    )
