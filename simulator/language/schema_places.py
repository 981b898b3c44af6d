"""Places in the schema: which keys may stand at one, and how likely a key is there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulator.language.schema import Scenario
from simulator.language.schema_rubric import Rubric

Location = Sequence[int | str]
"""The keys and places in lists that lead from the top of a file to a value."""


class Fit(IntEnum):
    """How well a key suits a place, the best first."""

    KNOWN = 0
    """It is one of the keys there."""
    NAME = 1
    """The author gives names there."""
    UNKNOWN = 2
    """There are other keys there, or nothing can stand there."""


def keys_at(model: type[BaseModel], location: Location) -> list[str]:
    """The keys that the schema knows where `location` stands; none where the author gives names."""
    found = model_at(model, location)
    return _field_names(found) if found else []


def model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The mapping of known keys at `location`; None where another kind of value stands there."""
    kind = _kind_at(model, location)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def field_of(model: type[BaseModel], key: int | str) -> FieldInfo | None:
    """What the schema says of a key of `model`; None where it has no such key."""
    return next((field for name, field in model.model_fields.items() if key in (name, field.alias)), None)


def fit(key: str, location: Location) -> Fit:
    """How well `key` suits the mapping at `location` of a scenario or a rubric."""
    kinds = [_kind_at(model, location) for model in (Scenario, Rubric)]
    if any(isinstance(kind, type) and issubclass(kind, BaseModel) and field_of(kind, key) for kind in kinds):
        return Fit.KNOWN
    return Fit.NAME if any(get_origin(kind) is dict for kind in kinds) else Fit.UNKNOWN


def _kind_at(model: type[BaseModel], location: Location) -> Any:
    kind: Any = model
    for part in location:
        kind = _inside(kind, part)
        if kind is None:
            return None
    return kind


@lru_cache(maxsize=64)
def _field_names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _inside(kind: Any, part: int | str) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = field_of(kind, part)
        return _bare(field.annotation) if field else None
    arguments = get_args(kind)
    return _bare(arguments[-1]) if arguments else None


def _bare(kind: Any) -> Any:
    """`kind` without `Annotated` and without `| None`."""
    if hasattr(kind, "__metadata__"):
        kind = kind.__origin__
    if type(None) in get_args(kind):
        kind = next(part for part in get_args(kind) if part is not type(None))
    return kind if not hasattr(kind, "__metadata__") else kind.__origin__
