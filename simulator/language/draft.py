"""A document that may be wrong, read without trusting it: what is not of the right kind is passed over.

The schema has said what is wrong with it; the rules look at everything else in the same run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from simulator.language.conditions import ConditionFault, parse_condition
from simulator.language.faults import Path
from simulator.model.conditions import Condition


class At(NamedTuple):
    """A value and where it stands."""

    path: Path
    value: Any


class ChoiceAt(NamedTuple):
    """A choice and where it stands."""

    path: Path
    state: str
    id: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ConditionAt:
    """A condition that could be parsed, and where it stands."""

    path: Path
    text: str
    condition: Condition


def mapping(value: object) -> Mapping[str, Any]:
    """`value` where it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def given(body: Mapping[str, Any], *keys: str) -> list[bool]:
    """Of each key whether there is anything behind it: one that is left empty says nothing."""
    return [body.get(key) is not None for key in keys]


def items(value: object) -> list[tuple[int | None, Any]]:
    """The items of a list with their places; a single item stands for a list of one, at no place."""
    if isinstance(value, list):
        return list(enumerate(value))
    return [] if value is None else [(None, value)]


def whole(value: object) -> int | None:
    """The whole number that `value` says; None where it says none."""
    if isinstance(value, str) and value.lstrip("+-").isdecimal() and len(value) < 10:
        return int(value)
    return None


class Draft:
    """The parts of a scenario document by what they are, each with its path.

    What many rules go over is put together once.
    """

    def __init__(self, data: object) -> None:
        self.data = mapping(data)
        self.states = self._named("states")
        self.endings = self._named("endings")
        self.gauges = self._named("gauges")
        self.variants = self._named("variants")
        self.articles = self._named("knowledge")
        self.tests = self._named("tests")
        self.facts = {
            fact: tuple(str(v) for v in values if isinstance(v, str))
            for fact, values in mapping(self.data.get("facts")).items()
            if isinstance(values, list) and fact not in self.gauges
        }

    def _named(self, key: str) -> dict[str, Mapping[str, Any]]:
        return {str(name): mapping(value) for name, value in mapping(self.data.get(key)).items()}

    def choices(self) -> tuple[ChoiceAt, ...]:
        """Every choice of every state."""
        return self._choices

    @cached_property
    def _choices(self) -> tuple[ChoiceAt, ...]:
        return tuple(self._find_choices())

    def _find_choices(self) -> Iterator[ChoiceAt]:
        for state, value in self.states.items():
            for choice, body in mapping(value.get("choices")).items():
                if isinstance(body, dict):
                    yield ChoiceAt(("states", state, "choices", str(choice)), state, str(choice), body)

    def ways(self) -> Iterator[At]:
        """Every `goto` of a state and of a choice, as written."""
        for state, value in self.states.items():
            yield At(("states", state, "goto"), value.get("goto"))
        for choice in self.choices():
            yield At((*choice.path, "goto"), choice.value.get("goto"))

    def routes(self) -> tuple[At, ...]:
        """Every item of a `goto` that is given as a mapping."""
        return self._routes

    @cached_property
    def _routes(self) -> tuple[At, ...]:
        return tuple(self._find_routes())

    def _find_routes(self) -> Iterator[At]:
        for path, way in self.ways():
            for place, route in items(way):
                if isinstance(route, dict):
                    yield At(path if place is None else (*path, place), route)

    def silences(self) -> Iterator[At]:
        """Every silence."""
        for state, value in self.states.items():
            if isinstance(value.get("silence"), dict):
                yield At(("states", state, "silence"), value["silence"])

    def speeches(self) -> Iterator[At]:
        """Every `says` and `reply`, as written."""
        yield from (At(("states", state, "says"), value.get("says")) for state, value in self.states.items())
        yield from (At((*choice.path, "reply"), choice.value.get("reply")) for choice in self.choices())
        yield from (At((*silence.path, "reply"), silence.value.get("reply")) for silence in self.silences())

    def lines(self) -> tuple[At, ...]:
        """Every line that somebody speaks, given as a mapping."""
        return self._lines

    @cached_property
    def _lines(self) -> tuple[At, ...]:
        return tuple(self._find_lines())

    def _find_lines(self) -> Iterator[At]:
        for path, value in self.speeches():
            for place, line in items(value):
                if isinstance(line, dict):
                    yield At(path if place is None else (*path, place), line)

    def gotos(self) -> Iterator[At]:
        """Every name of a state or an ending that something leads to."""
        for path, way in self.ways():
            for place, route in items(way):
                here = path if place is None else (*path, place)
                yield At((*here, "goto"), route.get("goto")) if isinstance(route, dict) else At(here, route)
        for path, silence in self.silences():
            yield At((*path, "goto"), silence.get("goto"))

    def rules(self) -> Iterator[At]:
        """Every `always` rule."""
        always = self.data.get("always")
        for place, rule in enumerate(always if isinstance(always, list) else []):
            if isinstance(rule, dict):
                yield At(("always", place), rule)

    def objectives(self) -> Iterator[At]:
        """Every objective."""
        objectives = self.data.get("objectives")
        for place, objective in enumerate(objectives if isinstance(objectives, list) else []):
            if isinstance(objective, dict):
                yield At(("objectives", place), objective)

    def effects(self) -> Iterator[At]:
        """Everything that may have a `set` and a `change`."""
        for name, variant in self.variants.items():
            yield At(("variants", name), variant)
        yield from (At(choice.path, choice.value) for choice in self.choices())
        yield from self.routes()
        yield from self.silences()

    def scored(self) -> Iterator[At]:
        """Everything that may have a `score` and a `critical`."""
        yield from (At(choice.path, choice.value) for choice in self.choices())
        yield from self.routes()
        yield from (At(("endings", name), ending) for name, ending in self.endings.items())

    def condition_texts(self) -> Iterator[At]:
        """Every condition as it is written."""
        owners = [At(choice.path, choice.value) for choice in self.choices()]
        owners += [*self.routes(), *self.lines(), *self.rules()]
        for path, value in owners:
            if isinstance(value.get("when"), str):
                yield At((*path, "when"), str(value["when"]))
        for path, objective in self.objectives():
            if isinstance(objective.get("met"), str):
                yield At((*path, "met"), str(objective["met"]))

    def conditions(self) -> Iterator[ConditionAt]:
        """Every condition that could be parsed."""
        for path, text in self.condition_texts():
            try:
                yield ConditionAt(path, text, parse_condition(text))
            except ConditionFault:
                continue

    def texts(self) -> Iterator[At]:
        """Every text that people say or read, but for names."""
        yield At(("title",), self.data.get("title"))
        yield At(("caller", "sketch"), mapping(self.data.get("caller")).get("sketch"))
        for key, parts, part in (("gauges", self.gauges, "label"), ("variants", self.variants, "about")):
            yield from (At((key, name, part), body.get(part)) for name, body in parts.items())
        yield from self.card_texts()
        yield from self.filled_texts()

    def card_texts(self) -> Iterator[At]:
        """Every line of the card, that of each variant too."""
        for path, owner in (((), self.data), *((("variants", name), one) for name, one in self.variants.items())):
            yield from (At((*path, "crm", str(line)), text) for line, text in mapping(owner.get("crm")).items())

    def filled_texts(self) -> Iterator[At]:
        """Every text in which braces are filled, but for the title and the card."""
        yield from (At((key,), self.data.get(key)) for key in ("briefing", "about"))
        for key, parts in (("endings", self.endings), ("knowledge", self.articles)):
            for name, body in parts.items():
                yield from (At((key, name, part), body.get(part)) for part in ("title", "text"))
        for path, objective in self.objectives():
            yield At((*path, "text"), objective.get("text"))
        for path, route in self.routes():
            yield At((*path, "why"), route.get("why"))
        yield from self._spoken_texts()

    def _spoken_texts(self) -> Iterator[At]:
        for choice in self.choices():
            yield from (At((*choice.path, key), choice.value.get(key)) for key in ("say", "label", "why"))
        for state, value in self.states.items():
            yield At(("states", state, "scene"), value.get("scene"))
        for path, line in self.lines():
            yield from (At((*path, key), line.get(key)) for key in ("say", "speaker"))
        for path, value in self.speeches():
            yield from (
                At(path if n is None else (*path, n), line) for n, line in items(value) if isinstance(line, str)
            )
