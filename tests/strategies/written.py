"""A scenario value written out in the scenario language, so that the real compiler can read it back.

What a choice says and what it leads to are always written out in full; a state's own `goto` is used where every
choice can share it. Titles and words stand in quotes, ids and conditions do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, Union

from simulator.model.conditions import in_words
from simulator.model.scenario import (
    NO_VARIANT,
    Choice,
    Effect,
    Ending,
    Line,
    Route,
    Rule,
    Scenario,
    Silence,
    State,
    Variant,
)


class Word(str):
    """Text that is written without quotes: an id, a keyword or a condition."""

    __slots__ = ()


Value: TypeAlias = Union[str, int, bool, "Sequence[Value]", "Mapping[str, Value]"]
Document: TypeAlias = dict[str, Value]


def to_yaml(scenario: Scenario) -> str:
    """The text of `scenario`; objectives and in-file tests are not written."""
    return "\n".join(_block(document(scenario), 0)) + "\n"


def document(scenario: Scenario) -> Document:
    """The keys of the scenario language in the order of its page."""
    head: Document = {"rolecall": 1, "id": Word(scenario.id), "title": scenario.title}
    for key in ("language", "role"):
        head[key] = Word(getattr(scenario, key))
    head |= {"level": scenario.level, "minutes": scenario.minutes, "rubric": Word(scenario.rubric)}
    head |= {"about": scenario.about, "briefing": scenario.briefing, "caller": dict(scenario.caller)}
    optional: Document = {
        "law_as_of": Word(scenario.law_as_of.isoformat()) if scenario.law_as_of else "",
        "crm": dict(scenario.crm),
        "knowledge": {a.id: {"title": a.title, "text": a.text} for a in scenario.knowledge},
        "gauges": {g.id: {"label": g.label, "start": g.start, "max": g.max} for g in scenario.gauges},
        "facts": {f.id: [Word(value) for value in f.values] for f in scenario.facts},
        "variants": {v.id: _variant(v) for v in scenario.variants if v.id != NO_VARIANT},
        "always": [_rule(rule) for rule in scenario.always],
    }
    head |= _given(optional)
    head["start"] = Word(scenario.start)
    head["states"] = {state.id: _state(state) for state in scenario.states.values()}
    head["endings"] = {ending.id: _ending(ending) for ending in scenario.endings.values()}
    return head


def _state(state: State) -> Document:
    shared = _shared_goto(state)
    return _given(
        {
            "phase": Word(state.phase or ""),
            "scene": state.scene or "",
            "says": _lines(state.says),
            "silence": _silence(state.silence) if state.silence else {},
            "goto": Word(shared or ""),
            "choices": {choice.id: _choice(choice, shared) for choice in state.choices},
        }
    )


def _shared_goto(state: State) -> str | None:
    """The goto that the state can have for its choices: that of the first plain one, unless a choice stays."""
    routes = [route for choice in state.choices for route in choice.routes]
    if any(route.goto is None for route in routes):
        return None
    return next((c.routes[0].goto for c in state.choices if _is_plain(c.routes)), None)


def _is_plain(routes: tuple[Route, ...]) -> bool:
    """Whether the only route has nothing but a goto."""
    return routes == (Route(routes[0].goto),)


def _choice(choice: Choice, shared: str | None) -> Document:
    words: Document = {"do": Word(choice.action), "label": choice.text} if choice.action else {"say": choice.text}
    if choice.when:
        words["when"] = Word(in_words(choice.when))
    if choice.once:
        words["once"] = True
    words |= _worth(choice) | _effect(choice.effect)
    goto: Value = [_route(route) for route in choice.routes]
    if _is_plain(choice.routes):
        only = choice.routes[0].goto
        goto = "" if only == shared else Word(only or "")
    techniques = [Word(technique) for technique in choice.technique]
    rest: Document = {"technique": techniques, "reply": _lines(choice.reply), "goto": goto}
    return words | _given(rest | {"why": choice.why or "", "see": Word(choice.see or "")})


def _route(route: Route) -> Document:
    item: Document = {"when": Word(in_words(route.when))} if route.when else {}
    item |= _worth(route) | _effect(route.effect) | _given({"why": route.why or ""})
    return item | _given({"goto": Word(route.goto or "")})


def _worth(part: Choice | Route) -> Document:
    codes = [Word(code) for code in part.critical]
    return _given({"score": dict(part.score), "critical": codes[0] if len(codes) == 1 else codes})


def _effect(effect: Effect) -> Document:
    sets: dict[str, Value] = {fact: Word(value) for fact, value in effect.sets}
    return _given({"set": sets, "change": {gauge: change for gauge, change in effect.changes}})


def _silence(silence: Silence) -> Document:
    head: Document = {"after": silence.after}
    return head | _effect(silence.effect) | _given({"reply": _lines(silence.reply), "goto": Word(silence.goto or "")})


def _ending(ending: Ending) -> Document:
    head: Document = {"outcome": Word(ending.outcome), "title": ending.title, "text": ending.text}
    return head | _given({"score": dict(ending.score)})


def _rule(rule: Rule) -> Document:
    head: Document = {"when": Word(in_words(rule.when)), "goto": Word(rule.goto)}
    return head | ({"once": True} if rule.once else {})


def _variant(variant: Variant) -> Document:
    return _effect(variant.effect) | _given({"crm": dict(variant.crm), "about": variant.about or ""})


def _lines(lines: tuple[Line, ...]) -> Value:
    if len(lines) == 1 and lines[0] == Line(lines[0].text):
        return lines[0].text
    return [_line(line) for line in lines]


def _line(line: Line) -> Document:
    head: Document = {"when": Word(in_words(line.when))} if line.when else {}
    optional: Document = {"mood": Word(line.mood or ""), "speaker": line.speaker or ""}
    return head | _given(optional | {"reveals": Word(line.reveals or "")}) | {"say": line.text}


def _given(keys: Mapping[str, Value]) -> Document:
    """The keys that have something to say."""
    return {key: value for key, value in keys.items() if value not in ("", [], {})}


def _block(mapping: Mapping[str, Value], depth: int) -> Iterator[str]:
    for key, value in mapping.items():
        yield from _entry(f"{'  ' * depth}{key}:", value, depth + 1)


def _entry(head: str, value: Value, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{head} {{}}" if not value else head
        yield from _block(value, depth)
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        yield head
        for item in value:
            yield from _item(item, depth)
    elif isinstance(value, list):
        yield f"{head} [{', '.join(_scalar(item) for item in value)}]"
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: Mapping[str, Value], depth: int) -> Iterator[str]:
    dash = "  " * depth + "- "
    for number, line in enumerate(_block(item, depth + 1)):
        yield dash + line.lstrip() if number == 0 else line
    if not item:
        yield dash + "{}"


def _scalar(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and not isinstance(value, Word):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
