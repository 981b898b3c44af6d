"""A rubric document that was found good -> a Rubric. Knows neither YAML nor the schema."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from scoring.rubric import Band, Bilingual, Criterion, Named, Rubric


def build_rubric(document: Mapping[str, Any], text_hash: str) -> Rubric:
    """The rubric that a good document says; `text_hash` is the SHA-256 of the file's text."""
    bands = sorted((Band(int(b["from"]), _both(b["label"])) for b in document["bands"]), key=lambda b: -b.start)
    return Rubric(
        id=document["id"],
        title=_both(document["title"]),
        pass_mark=int(document["pass_mark"]),
        bands=tuple(bands),
        criteria=tuple(_criterion(name, body) for name, body in document["criteria"].items()),
        role_weights=MappingProxyType(
            {
                role: MappingProxyType({criterion: int(weight) for criterion, weight in weights.items()})
                for role, weights in (document.get("weights") or {}).items()
            }
        ),
        critical=_named(document.get("critical")),
        techniques=_named(document.get("techniques")),
        text_hash=text_hash,
    )


def _both(body: Mapping[str, str]) -> Bilingual:
    return Bilingual(str(body["fr"]), str(body["en"]))


def _criterion(name: str, body: Mapping[str, Any]) -> Criterion:
    levels = tuple((int(level), _both(text)) for level, text in (body.get("levels") or {}).items())
    return Criterion(name, _both(body["label"]), int(body["weight"]), _both(body["about"]), tuple(sorted(levels)))


def _named(bodies: Mapping[str, Any] | None) -> tuple[Named, ...]:
    return tuple(Named(name, _both(b["label"]), _both(b["about"])) for name, b in (bodies or {}).items())
