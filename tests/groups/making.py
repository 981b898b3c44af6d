"""Results and decisions made as values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from simulator.groups.decisions import Decided
from simulator.model.mode import Mode
from simulator.record import Summary

BEGIN = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
NONE: Mapping[str, float | None] = MappingProxyType({})


def result(
    trainee: str,
    score: float,
    day: int = 0,
    *,
    scenario: str = "parcel",
    criteria: Mapping[str, float | None] = NONE,
    mode: Mode = Mode.EXAM,
    hinted: bool = False,
) -> Summary:
    """What came of a call on that day; passed from 70 on."""
    at = BEGIN + timedelta(days=day)
    return Summary(
        session=f"{scenario}-{trainee}-{day}",
        trainee=trainee,
        scenario=scenario,
        title=scenario.title(),
        role="reception",
        language="en",
        mode=mode,
        variant="first",
        started=at,
        ended=at + timedelta(minutes=5),
        ending="end",
        outcome="success",
        score=score,
        passed=score >= 70,
        critical=(),
        decisions=4,
        minutes=5.0,
        criteria=criteria,
        hinted=hinted,
        undone=False,
        branched=False,
    )


def decided(
    choice: str,
    *,
    trainee: str = "ana",
    state: str = "hello",
    offered: tuple[str, ...] = ("ask", "hurry"),
    cost: float = 0.0,
    rest: float = 50.0,
    first: bool = True,
) -> Decided:
    """A decision."""
    return Decided("parcel", state, trainee, choice, offered, cost, rest, first)
