"""What a call tests: how much of its score hangs on each criterion, and how many points are at stake there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from scoring.rubric import Bilingual
from scoring.yardsticks import mean_weights
from simulator.library.cache import Cache

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Weighing:
    """Means over the variants of a call, by criterion; what no variant assesses has neither share nor stake."""

    shares: Mapping[str, float]
    """The effective weight: a fraction of 1."""
    stakes: Mapping[str, float]
    """The points that blind clicking loses."""
    labels: Mapping[str, Bilingual]
    """What the call's rubric calls its criteria: all of them, in its order."""


def known_weighing(cache: Cache, text_hash: str, rubric_hash: str) -> Weighing | None:
    """The weighing of the scenario and the rubric with those texts, where it was made before."""
    return _read(cache.weighing(_key(text_hash, rubric_hash)))


def weigh(scenario: Scenario, rubric: Rubric, cache: Cache) -> Weighing:
    """The weighing of a call; waits for the analysis. Raises `simulator.analysis.Unsound`."""
    found = known_weighing(cache, scenario.text_hash, rubric.text_hash)
    if found is not None:
        return found
    each = [cache.values(scenario, rubric, variant.id).yardsticks for variant in scenario.variants]
    shares: dict[str, float] = {}
    stakes: dict[str, float] = {}
    for place, (criterion, share) in enumerate(zip(rubric.criterion_ids, mean_weights(each), strict=True)):
        if share > 0:
            lost = [yardsticks.blind_lost[place] for yardsticks in each if yardsticks.assessed(place)]
            shares[criterion] = share
            stakes[criterion] = sum(lost) / len(lost)
    if scenario.text_hash and rubric.text_hash:
        labels = {criterion.id: (criterion.label.fr, criterion.label.en) for criterion in rubric.criteria}
        head = {"shares": shares, "stakes": stakes, "labels": labels}
        cache.keep_weighing(_key(scenario.text_hash, rubric.text_hash), head)
    return Weighing(shares, stakes, {criterion.id: criterion.label for criterion in rubric.criteria})


def _key(text_hash: str, rubric_hash: str) -> str:
    from simulator.engine.version import ENGINE_VERSION

    return sha256("\n".join((ENGINE_VERSION, text_hash, rubric_hash)).encode()).hexdigest()


def _read(head: dict[str, Any] | None) -> Weighing | None:
    if head is None:
        return None
    try:
        shares, stakes = ({str(k): float(v) for k, v in head[name].items()} for name in ("shares", "stakes"))
        labels = {str(k): Bilingual(str(fr), str(en)) for k, (fr, en) in head["labels"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return Weighing(shares, stakes, labels) if shares.keys() == stakes.keys() <= labels.keys() else None
