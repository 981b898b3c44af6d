"""What is tried each time, and what waits for the long run (`pytest -m long`): the same tests of more of the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

import pytest

T = TypeVar("T")


def first(few: int, values: Iterable[T]) -> list[T]:
    """The first `few` of `values` each time, the others in the long run: for `parametrize`."""
    return [value if number < few else _long(value) for number, value in enumerate(values)]


def only(routine: Collection[object], values: Iterable[T]) -> list[T]:
    """Those of `values` that are in `routine` each time, the others in the long run: for `parametrize`."""
    return [value if value in routine else _long(value) for value in values]


def _long(value: T) -> T:
    marked: T = pytest.param(value, marks=pytest.mark.long)  # type: ignore[assignment]
    return marked
