"""Compares what is stored about an ended session with what its events, and playing it again, say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields

from simulator.model.message import N_, Message
from simulator.model.reviews import SignedOff
from simulator.record.labels import part
from simulator.record.summary import summarise
from simulator.record.values import Recorded, Rescored, Reviewed, Scored, Summary

_TOLERANCE = 1e-9
_FIGURES = ("ending", "outcome", "score", "passed", "critical")


def against_events(stored: Summary, events: Sequence[Recorded]) -> tuple[Message, ...]:
    """What in the stored summary is not what the events say."""
    computed = summarise(events, title=stored.title, role=stored.role, criteria=stored.criteria)
    if computed == stored:
        return ()
    return _differences(_by_name(stored), _by_name(computed))


def against_replay(stored: Summary, played: Rescored) -> tuple[Message, ...]:
    """What in the stored summary is not what playing the session again gives."""
    return _against(stored, played, (*_FIGURES, "decisions"))


def against_published(stored: Sequence[Scored], played: Sequence[Rescored | Message]) -> tuple[Message, ...]:
    """What in scorecards that were added afterwards is not what playing the session again gives by their texts."""
    return tuple(
        Message(
            N_("The scorecard of {day}, by the rubric {rubric}: {problem}"),
            {"day": one.at.astimezone().date(), "rubric": one.rubric_hash[:12], "problem": problem},
        )
        for one, again in zip(stored, played, strict=True)
        for problem in ((again,) if isinstance(again, Message) else _against(one, again, _FIGURES))
    )


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


def _against(stored: Summary | Scored, played: Rescored, names: Sequence[str]) -> tuple[Message, ...]:
    before, now = ({name: getattr(one, name) for name in names} for one in (stored, played))
    if before == now and stored.criteria == played.criteria:
        return ()
    found = list(_differences(before, now))
    for criterion in sorted({*stored.criteria, *played.criteria}):
        was, comes_out = stored.criteria.get(criterion), played.criteria.get(criterion)
        if not _same(was, comes_out):
            found.append(_difference(criterion, was, comes_out))
    return tuple(found)


def _by_name(value: Summary) -> dict[str, object]:
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
