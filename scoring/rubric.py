"""The rubric as values: criteria with anchored levels, weights by role, critical errors, techniques, pass mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in French and in English."""

    fr: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language` ("fr" or anything else for English)."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of scores with a word for it: from `start` up to the next band."""

    start: int
    label: Bilingual


@dataclass(frozen=True, slots=True)
class Criterion:
    """One soft skill. `levels` anchors some of the levels 1..5: what one hears at that level."""

    id: str
    label: Bilingual
    weight: int
    about: Bilingual
    levels: tuple[tuple[int, Bilingual], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A critical error or a technique: its id, its label, and what it is."""

    id: str
    label: Bilingual
    about: Bilingual


@dataclass(frozen=True, slots=True)
class Rubric:
    """What a call is judged by. `pass_mark` is 0..100, `bands` run from the highest `start` down."""

    id: str
    title: Bilingual
    pass_mark: int
    bands: tuple[Band, ...]
    criteria: tuple[Criterion, ...]
    role_weights: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    critical: tuple[Named, ...] = ()
    techniques: tuple[Named, ...] = ()
    text_hash: str = ""
    """SHA-256 (hex) of the file's text with LF line ends."""

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """The criteria in the file's order, which is the order of every vector of points."""
        return tuple(c.id for c in self.criteria)

    def weights(self, role: str) -> tuple[int, ...]:
        """The weight of each criterion for `role`: the role's own where it differs, else the default."""
        own = self.role_weights.get(role, {})
        return tuple(own.get(c.id, c.weight) for c in self.criteria)

    def band(self, score: float) -> Band:
        """The band that `score` falls in; the lowest one for anything below."""
        return next((b for b in self.bands if score >= b.start), self.bands[-1])
