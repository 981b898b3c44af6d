"""What was found good or computed before: documents of files and values of variants, in memory and on the disk."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from simulator.library.shelf import Shelf

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.analysis import Values
    from simulator.model.scenario import Scenario

_T = TypeVar("_T")

DOCUMENTS: Final = "documents"
VALUES: Final = "values"
WEIGHINGS: Final = "weighings"
LISTINGS: Final = "listings"
REMEMBERED: Final = 8
"""How many scenarios and rubrics, and how many variants' values, stay in memory."""


class Cache:
    """What need not be worked out twice. `folder` None keeps nothing on the disk. May be used from any thread."""

    def __init__(self, folder: Path | None = None) -> None:
        self._shelf = Shelf(folder)
        self._values: OrderedDict[str, Values] = OrderedDict()
        self._made: OrderedDict[str, object] = OrderedDict()
        self._lock = threading.Lock()
        self._working: dict[str, threading.Lock] = {}

    def head(self, text_hash: str) -> dict[str, Any] | None:
        """What is known of the file with that text, for a table."""
        return self._shelf.head(DOCUMENTS, text_hash)

    def document(self, text_hash: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Head and document of a text that was found good before."""
        found = self._shelf.get(DOCUMENTS, text_hash)
        if found is None:
            return None
        try:
            document = json.loads(found[1])
        except (ValueError, RecursionError):
            return None
        return (found[0], document) if isinstance(document, dict) else None

    def keep_document(self, text_hash: str, head: dict[str, Any], document: dict[str, Any]) -> None:
        """Remember that the file with that text is good, and what it says."""
        self._shelf.put(DOCUMENTS, text_hash, head, json.dumps(document, ensure_ascii=False, separators=(",", ":")))

    def weighing(self, key: str) -> dict[str, Any] | None:
        """What is known of how much a call tests each criterion."""
        return self._shelf.head(WEIGHINGS, key)

    def keep_weighing(self, key: str, weighing: dict[str, Any]) -> None:
        """Remember how much a call tests each criterion."""
        self._shelf.put(WEIGHINGS, key, weighing, "")

    def listing(self, key: str) -> str | None:
        """What was kept of a listing of some folders."""
        found = self._shelf.get(LISTINGS, key)
        return None if found is None else found[1]

    def keep_listing(self, key: str, body: str) -> None:
        """Remember a listing of some folders; nothing is written where it is the same as before."""
        before = self._shelf.head(LISTINGS, key)
        if before is None or before.get("sum") != sha256(body.encode("utf-8", "replace")).hexdigest():
            self._shelf.put(LISTINGS, key, {}, body)

    def remembered(self, key: str, make: Callable[[], _T]) -> _T:
        """What `make` gave for `key` before, if that is still in memory, else what it gives now."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return cast(_T, self._made[key])
        found = make()
        with self._lock:
            self._made[key] = found
            while len(self._made) > REMEMBERED:
                self._made.popitem(last=False)
        return found

    def values(self, scenario: Scenario, rubric: Rubric, variant: str) -> Values:
        """The values of one variant; two that ask for the same at once wait for one answer.

        Raises KeyError for an unknown variant, and `simulator.analysis.Unsound`.
        """
        if not (scenario.text_hash and rubric.text_hash):
            return _computed(scenario, rubric, variant)
        key = _values_key(scenario.text_hash, rubric.text_hash, scenario.role, variant)
        with self._lock:
            working = self._working.setdefault(key, threading.Lock())
        with working:
            with self._lock:
                if key in self._values:
                    self._values.move_to_end(key)
                    return self._values[key]
            found = self._from_disk(key, scenario, rubric, variant)
            if found is None:
                found = _computed(scenario, rubric, variant)
                self._shelf.put(VALUES, key, {"scenario": scenario.id, "variant": variant}, found.to_json())
            with self._lock:
                self._values[key] = found
                while len(self._values) > REMEMBERED:
                    old, _ = self._values.popitem(last=False)
                    self._working.pop(old, None)
            return found

    def _from_disk(self, key: str, scenario: Scenario, rubric: Rubric, variant: str) -> Values | None:
        from simulator.analysis import Values

        found = self._shelf.get(VALUES, key)
        if found is None:
            return None
        try:
            values = Values.from_json(scenario, found[1])
            return values if _usable(values, rubric, variant) else None
        except (ValueError, TypeError, LookupError):
            return None


def _computed(scenario: Scenario, rubric: Rubric, variant: str) -> Values:
    from simulator import analysis

    return analysis.values(scenario, rubric, variant)


@lru_cache(maxsize=64)
def _values_key(scenario_hash: str, rubric_hash: str, role: str, variant: str) -> str:
    """What the values of a variant depend on, as a name."""
    from simulator.engine.version import ENGINE_VERSION

    return sha256("\n".join((ENGINE_VERSION, scenario_hash, rubric_hash, role, variant)).encode()).hexdigest()


def _usable(values: Values, rubric: Rubric, variant: str) -> bool:
    """Whether values that were read are those of `variant`, and numbers throughout."""
    from simulator.engine import compiled_of

    width = len(rubric.criteria)
    table, yardsticks = values.table, values.yardsticks
    start = compiled_of(values.scenario).start(variant)
    return (
        values.variant == variant
        and yardsticks.criteria == rubric.criterion_ids
        and {*map(type, (yardsticks.best, yardsticks.blind, *table.best))} <= {float, int}
        and {*map(type, chain.from_iterable(table.vectors))} <= {float, int}
        and {*map(len, table.vectors)} <= {width}
        and {*map(type, table.points)} <= {int}
        and min(table.points) >= 0
        and values.best_value(start) == yardsticks.best
    )
