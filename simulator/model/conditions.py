"""Conditions on gauges and facts: a closed grammar as frozen values, nothing that could run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Operator: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True)
class Compare:
    """`trust >= 5` or `cause == job_loss`: a name, an operator, a whole number or a value of the fact."""

    name: str
    operator: Operator
    value: int | str


@dataclass(frozen=True, slots=True)
class Among:
    """`cause in [job_loss, illness]`: true where the name has one of the values."""

    name: str
    values: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True where `part` is false."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """`and`: true where every part is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """`or`: true where at least one part is true."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = Compare | Among | Not | All | Any


def names(condition: Condition | None) -> Iterator[str]:
    """The gauges and facts that `condition` reads, in the order written, repeats included."""
    match condition:
        case None:
            return
        case Compare(name=name) | Among(name=name):
            yield name
        case Not(part=part):
            yield from names(part)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from names(part)


def in_words(condition: Condition) -> str:
    """`condition` as an author writes it; brackets stand only where they are needed."""
    match condition:
        case Compare(name=name, operator=operator, value=value):
            return f"{name} {operator} {value}"
        case Among(name=name, values=values):
            return f"{name} in [{', '.join(str(value) for value in values)}]"
        case Not(part=part):
            return f"not {_in_brackets(part)}"
        case All(parts=parts):
            return " and ".join(_in_brackets(part) for part in parts)
        case Any(parts=parts):
            return " or ".join(_in_brackets(part) for part in parts)


def _in_brackets(condition: Condition) -> str:
    words = in_words(condition)
    return f"({words})" if isinstance(condition, All | Any) else words
