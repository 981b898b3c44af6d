"""A scenario or a rubric as a tree under the keys of the language, so that two can be laid beside each other.

Every field of the value is in it, and nothing that an author can write in two ways with one meaning: a tree differs
from another exactly where the values do. What has an id stands under it; order is that of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date as Date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from scoring.rubric import Rubric
from simulator.model import conditions
from simulator.model.conditions import All, Among, Compare, Condition, Not
from simulator.model.scenario import Choice, Effect, Line, Route, Scenario

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
"""Texts at the leaves; a list where the order means something, else keys."""

_UNTOLD: Final = frozenset({"id", "text_hash"})
"""An id is the key that its owner stands under; a hash says nothing that the text does not."""

_KEYS: Final = {
    (Choice, "action"): "do",
    (Choice, "routes"): "goto",
    (Line, "text"): "say",
    (Effect, "sets"): "set",
    (Effect, "changes"): "change",
}
"""What authors call a field that has another name in the value."""

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Names:
    """New names for old ones, to be read instead of those wherever they are used."""

    places: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """States and endings."""
    variables: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Gauges and facts."""

    def place(self, name: str) -> str:
        """The name of a state or an ending now."""
        return self.places.get(name, name)

    def variable(self, name: str) -> str:
        """The name of a gauge or a fact now."""
        return self.variables.get(name, name)


AS_IT_IS: Final = Names()


def written(value: Scenario | Rubric, names: Names = AS_IT_IS) -> dict[str, Tree]:
    """The tree of `value`, with `names` in place of what was renamed."""
    return {"id": value.id, **_Writer(names).object(value)}


class _Writer:
    def __init__(self, names: Names) -> None:
        self._names = names

    def object(self, value: Any) -> dict[str, Tree]:
        """A value's fields under their keys; what is as by default is left out."""
        found: dict[str, Tree] = {}
        for one in fields(value):
            key, given = _KEYS.get((type(value), one.name), one.name), getattr(value, one.name)
            if key in _UNTOLD or given is None or (one.default is not MISSING and given == one.default):
                continue
            if isinstance(given, Effect):
                found |= self.object(given)
                continue
            if key == "text" and isinstance(value, Choice):
                key = "label" if value.action else "say"
            found[key] = self._field(key, given)
        return found

    def _field(self, key: str, given: Any) -> Tree:
        match key:
            case "goto" | "start" | "ending" if isinstance(given, str):
                return self._names.place(given)
            case "goto" if given and given == (Route(given[0].goto),):
                return self._names.place(given[0].goto or "")
            case "reveals":
                return self._names.variable(given)
            case "set" | "change":
                return _together((self._names.variable(name), value) for name, value in given)
            case "score" if not isinstance(given[0], int):
                return _together(given)
            case _:
                return self._tree(given)

    def _tree(self, given: Any) -> Tree:
        match given:
            case bool():
                return "yes" if given else "no"
            case StrEnum() | str() | int() | float() | Date():
                return str(given)
            case Compare() | Among() | Not() | All() | conditions.Any():
                return conditions.in_words(self._renamed(given))
            case Mapping():
                return {str(key): self._tree(value) for key, value in given.items()}
            case tuple():
                return self._tuple(given)
            case _ if is_dataclass(given):
                return self.object(given)
        raise TypeError(f"nobody writes {given!r}")

    def _tuple(self, given: tuple[Any, ...]) -> Tree:
        if all(isinstance(one, str | int) for one in given):
            return ", ".join(map(str, given))
        if all(isinstance(one, tuple) for one in given):
            return {str(key): self._tree(value) for key, value in given}
        if all(hasattr(one, "id") for one in given):
            return {one.id: self.object(one) for one in given}
        return [self.object(one) for one in given]

    def _renamed(self, condition: Condition) -> Condition:
        match condition:
            case Compare(name=name, operator=operator, value=value):
                return Compare(self._names.variable(name), operator, value)
            case Among(name=name, values=values):
                return Among(self._names.variable(name), values)
            case Not(part=part):
                return Not(self._renamed(part))
            case All(parts=parts):
                return All(tuple(map(self._renamed, parts)))
            case conditions.Any(parts=parts):
                return conditions.Any(tuple(map(self._renamed, parts)))


def _together(pairs: Iterable[tuple[str, object]]) -> str:
    """A small mapping that is one thing to a reader, in one line; its order means nothing."""
    return ", ".join(sorted(f"{name}: {value}" for name, value in pairs))
