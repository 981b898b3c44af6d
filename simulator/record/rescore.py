"""Compares what is stored about an ended session with what its events, and playing it again, say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from simulator.model.message import N_, Message
from simulator.model.reviews import SignedOff
from simulator.record.labels import part
from simulator.record.summary import summarise
from simulator.record.values import Recorded, Rescored, Reviewed, Summary

_TOLERANCE = 1e-9
_figures = attrgetter("ending", "outcome", "score", "passed", "critical", "decisions", "criteria")


def against_events(stored: Summary, events: Sequence[Recorded]) -> tuple[Message, ...]:
    """What in the stored summary is not what the events say."""
    computed = summarise(events, title=stored.title, role=stored.role, criteria=stored.criteria)
    if computed == stored:
        return ()
    return _differences(_by_name(stored), _by_name(computed))


def against_replay(stored: Summary, played: Rescored) -> tuple[Message, ...]:
    """What in the stored summary is not what playing the session again gives."""
    if _figures(stored) == _figures(played):
        return ()
    again = _by_name(played)
    plain = [name for name in again if name not in ("criteria", "signed")]
    found = list(_differences({name: getattr(stored, name) for name in plain}, again))
    for criterion in sorted({*stored.criteria, *played.criteria}):
        before, now = stored.criteria.get(criterion), played.criteria.get(criterion)
        if not _same(before, now):
            found.append(_difference(criterion, before, now))
    return tuple(found)


def against_signed(reviews: Sequence[Reviewed], played: Rescored) -> tuple[Message, ...]:
    """The sign-offs whose score is not what the corrections that they cover come to."""
    found = []
    for one in reviews:
        if isinstance(one.review, SignedOff) and one.hash in played.signed:
            before, now = one.review.score, played.signed[one.hash]
            if not _same(before, now):
                text = N_("A score of {stored} was signed off, and the corrections come out as {computed}.")
                found.append(Message(text, {"stored": _shown(before), "computed": _shown(now)}))
    return tuple(found)


def _by_name(value: Summary | Rescored) -> dict[str, object]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _differences(stored: Mapping[str, object], computed: Mapping[str, object]) -> tuple[Message, ...]:
    return tuple(
        _difference(name, value, computed[name]) for name, value in stored.items() if not _same(value, computed[name])
    )


def _difference(what: str, stored: object, computed: object) -> Message:
    text = N_("“{what}” is stored as {stored}, and comes out as {computed}.")
    return Message(text, {"what": part(what), "stored": _shown(stored), "computed": _shown(computed)})


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return "-" if value is None else str(value)


def _same(stored: object, computed: object) -> bool:
    if isinstance(stored, float) and isinstance(computed, float):
        return abs(stored - computed) <= _TOLERANCE
    return stored == computed
