"""What the choices cost wherever an author stands: by the values of the variant, else by values from there on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from scoring.evidence import Marks
from simulator.model.position import Position
from simulator.preview.trial import Trial

if TYPE_CHECKING:
    from simulator.analysis import Ground, Values

KEPT: Final = 4
"""How many values found on the way are kept: those of a large call take a good deal of memory."""


class Prices:
    """The values of one call that was surveyed, and the last ones that were found on the way."""

    def __init__(self, ground: Ground) -> None:
        self._of_variant = {values.variant: values for _graph, values in ground.measured()}
        self._found: deque[Values] = deque(maxlen=KEPT)

    def has(self, variant: str) -> bool:
        """Whether choices of that variant have a price at all: not where a call of it may never end."""
        return variant in self._of_variant

    def marks(self, trial: Trial) -> Mapping[str, Marks] | None:
        """The marks of every choice on offer; None where they are not known (yet)."""
        return self.marks_at(trial.variant, trial.position)

    def marks_at(self, variant: str, position: Position) -> Mapping[str, Marks] | None:
        """The marks of every choice on offer in `position`; None where they are not known (yet)."""
        for values in self._tables(variant):
            try:
                return values.marks(position)
            except LookupError:
                continue
        return None

    def keep(self, values: Values) -> None:
        """Add what `values_from` found."""
        self._found.append(values)

    def values_from(self, trial: Trial) -> Values | None:
        """The values of all that can follow from where the trial stands, which may take a while.

        None where a call may never end from there.
        """
        from simulator.analysis import Unsound, explore, values_by

        try:
            graph = explore(trial.scenario, trial.variant, start=trial.position)
            return values_by(graph, self._of_variant[trial.variant].yardsticks)
        except (KeyError, Unsound):
            return None

    def _tables(self, variant: str) -> Iterator[Values]:
        if variant in self._of_variant:
            yield self._of_variant[variant]
            yield from (values for values in self._found if values.variant == variant)


def at_a_glance(cost: float) -> float:
    """A cost as it is shown while a call is written: in whole points, and with a decimal where that would hide it."""
    return float(round(cost)) if abs(cost) >= 1 else round(cost, 1)
