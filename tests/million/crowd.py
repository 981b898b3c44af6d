"""Simulated trainees: each has a name, and a skill that is known and the same for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import exp
from typing import Final
from uuid import UUID

FIRST: Final = (
    "Adèle", "Bruno", "Chloé", "Driss", "Élodie", "Fatou", "Gaël", "Hugo", "Inès", "Jules", "Karim", "Léa", "Maëlle",
    "Nora", "Océane", "Paul", "Quentin", "Rachel", "Samir", "Théo", "Ulysse", "Valérie", "William", "Yasmine", "Zoé",
)  # fmt: skip
LAST: Final = (
    "Aubert", "Benali", "Chevalier", "Diallo", "Étienne", "Fontaine", "Girard", "Hamon", "Ibrahim", "Jacquet", "Klein",
    "Lefèvre", "Morel", "N'Diaye", "Oliveira", "Perrin", "Quéré", "Roussel", "Serra", "Tran", "Ünal", "Vasseur",
    "Weber", "Yildiz", "Zeller",
)  # fmt: skip
MIDDLING: Final = 0.08
"""How strongly a trainee of skill 0 shies away from each point that an answer costs."""
PER_SKILL: Final = 0.9
"""By which power of e that grows with each standard deviation of skill."""


@dataclass(frozen=True, slots=True)
class Trainee:
    """`skill` is in standard deviations from the mean of the crowd."""

    id: str
    name: str
    skill: float

    def weigh(self, cost: float) -> float:
        """How likely, against the others on offer, the trainee takes an answer that costs so many points."""
        return exp(-MIDDLING * exp(PER_SKILL * self.skill) * max(cost, 0.0))


def crowd(count: int, seed: int) -> tuple[Trainee, ...]:
    """So many trainees, no two of whom share a name."""
    dice = random.Random(f"crowd {seed}")
    return tuple(
        Trainee(str(UUID(int=dice.getrandbits(128), version=4)), _name(number), dice.gauss(0, 1))
        for number in range(count)
    )


def _name(number: int) -> str:
    round_, place = divmod(number, len(FIRST) * len(LAST))
    first, last = FIRST[place % len(FIRST)], LAST[place // len(FIRST)]
    return f"{first} {last}" if not round_ else f"{first} {last} {round_ + 1}"
