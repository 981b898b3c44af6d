"""Messages for people, marked for translation where they stand and translated only when shown.

The core never knows which language is spoken: it builds a `Message`, and `simulator.words.say` turns it into
a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


def N_(text: str) -> str:
    """Mark `text` for the catalogues and hand it back unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with named `{holes}`, and what goes into them.

    `text` is the catalogue key (English, singular where it counts something); `plural` and `count` are given
    together where the sentence depends on a number. A value may itself be a `Message`.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    plural: str | None = None
    count: int | None = None

    def __reduce__(self) -> tuple[type[Message], tuple[object, ...]]:
        """Messages go from one process to another."""
        return Message, (self.text, dict(self.values), self.plural, self.count)
