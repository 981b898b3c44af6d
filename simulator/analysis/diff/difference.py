"""The whole difference between two forms of a call: what is written, and where its calls end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.analysis.diff.calls import VariantCompared, compare_calls
from simulator.analysis.diff.changes import Change, How, changes
from simulator.analysis.diff.likeness import partners
from simulator.analysis.diff.sides import Form, Side
from simulator.analysis.diff.written import AS_IT_IS, Names, Tree, written
from simulator.analysis.explorer import PLAYABLE
from simulator.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Difference:
    """All that is otherwise in the new form of a call."""

    scenario: tuple[Change, ...]
    """What is written otherwise in the scenario."""
    rubric: tuple[Change, ...]
    """And in its rubric."""
    variants: tuple[VariantCompared, ...]
    """The variants that both have; none where only words changed, which no call can feel."""

    @property
    def same(self) -> bool:
        """Whether nothing changed in meaning."""
        return not self.scenario and not self.rubric


def difference(old: Form, new: Form, limit: int = PLAYABLE) -> Difference:
    """What changed from `old` to `new`, variants up to `limit` positions. Raises Unsound where one has no values."""
    names = _renamed(old.scenario, new.scenario)
    scenario = changes(written(old.scenario, names), written(new.scenario))
    rubric = changes(written(old.rubric), written(new.rubric))
    felt = any(change.how is not How.REWORDED for change in (*scenario, *rubric))
    return Difference(scenario, rubric, tuple(_variants(old, new, names, limit)) if felt else ())


def _variants(old: Form, new: Form, names: Names, limit: int) -> Iterator[VariantCompared]:
    renamed = partners(*(_under(written(form.scenario), "variants") for form in (old, new)))
    former = {after: before for before, after in renamed.items()}
    known = {variant.id for variant in old.scenario.variants}
    for variant in new.scenario.variants:
        name = former.get(variant.id, variant.id)
        if name in known:
            sides = Side.of(old, name, names.places, limit), Side.of(new, variant.id, {}, limit)
            yield compare_calls(*sides)


def _renamed(old: Scenario, new: Scenario) -> Names:
    """The new names of states, endings, gauges and facts: once some are known, more may be told."""
    now, names = written(new), AS_IT_IS
    while True:
        before = written(old, names)
        states, endings, gauges, facts = (
            partners(_under(before, key), _under(now, key)) for key in ("states", "endings", "gauges", "facts")
        )
        found = Names({**states, **endings}, {**gauges, **facts})
        if found == names or len(found.places) + len(found.variables) <= len(names.places) + len(names.variables):
            return names
        names = found


def _under(tree: dict[str, Tree], key: str) -> dict[str, Tree]:
    found = tree.get(key, {})
    assert isinstance(found, dict)
    return found
