"""Sessions as values, for what is worked out from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from simulator.model.mode import Mode
from simulator.record import Summary

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def played(
    day: float,
    *,
    scenario: str = "parcel",
    score: float = 75.0,
    critical: tuple[str, ...] = (),
    outcome: str = "success",
    mode: Mode = Mode.PRACTICE,
    criteria: dict[str, float | None] | None = None,
) -> Summary:
    """A session so many days after the first day, passed from 70 on."""
    at = BEGIN + timedelta(days=day)
    return Summary(
        session=f"{scenario}-{day:08.3f}",
        trainee="ana",
        scenario=scenario,
        title="A call",
        role="satisfaction",
        language="en",
        mode=mode,
        variant="first",
        started=at,
        ended=at,
        ending="agreed",
        outcome=outcome,
        score=score,
        passed=score >= 70 and not critical,
        critical=critical,
        decisions=6,
        minutes=4.0,
        criteria=criteria or {"empathy": score},
        hinted=False,
        undone=False,
        branched=False,
    )
