"""The summary of an ended session, computed from its events alone but for title, role and criterion scores."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import RowMapping

from simulator.model.events import Ended, Hinted, Resumed, Started, Undone
from simulator.model.mode import Mode
from simulator.record.codec import read_time, time_text
from simulator.record.values import Recorded, Summary


def summarise(events: Sequence[Recorded], *, title: str, role: str, criteria: Mapping[str, float | None]) -> Summary:
    """The summary of `events`, the first of which is `Started` and the last `Ended`. Raises ValueError otherwise."""
    first, last = events[0].event, events[-1].event
    if not isinstance(first, Started) or not isinstance(last, Ended):
        raise ValueError("not the events of an ended session")
    kinds = {type(e.event) for e in events}
    return Summary(
        session=first.session,
        trainee=first.trainee,
        scenario=first.scenario,
        title=title,
        role=role,
        language=first.language,
        mode=first.mode,
        variant=first.variant,
        started=events[0].at,
        ended=events[-1].at,
        ending=last.ending,
        outcome=last.outcome,
        score=last.score,
        passed=last.passed,
        critical=last.critical,
        decisions=last.decisions,
        minutes=minutes(events),
        criteria=dict(criteria),
        hinted=Hinted in kinds,
        undone=Undone in kinds,
        branched=first.branch_of is not None,
    )


def minutes(events: Sequence[Recorded]) -> float:
    """How long the call took; the time before each `Resumed`, when nobody was there, is left out."""
    times = [one.at for one in events]
    if times == sorted(times) and not any(isinstance(one.event, Resumed) for one in events):
        return (times[-1] - times[0]) / timedelta(minutes=1)
    spent = timedelta()
    for before, after in pairwise(events):
        if not isinstance(after.event, Resumed):
            spent += max(after.at - before.at, timedelta())
    return spent / timedelta(minutes=1)


def to_row(summary: Summary) -> dict[str, object]:
    """The columns of the table `summaries`."""
    return {
        "session": summary.session,
        "trainee": summary.trainee,
        "scenario": summary.scenario,
        "title": summary.title,
        "role": summary.role,
        "language": summary.language,
        "mode": str(summary.mode),
        "variant": summary.variant,
        "started": time_text(summary.started),
        "ended": time_text(summary.ended),
        "ending": summary.ending,
        "outcome": summary.outcome,
        "score": summary.score,
        "passed": summary.passed,
        "critical": json.dumps(summary.critical, ensure_ascii=False),
        "decisions": summary.decisions,
        "minutes": summary.minutes,
        "criteria": json.dumps(dict(summary.criteria), ensure_ascii=False),
        "hinted": summary.hinted,
        "undone": summary.undone,
        "branched": summary.branched,
        "counts": summary.counts,
    }


def from_row(row: RowMapping) -> Summary:
    """The summary in a row. Raises ValueError, TypeError or AttributeError for one that was tampered with."""
    return Summary(
        session=row["session"],
        trainee=row["trainee"],
        scenario=row["scenario"],
        title=row["title"],
        role=row["role"],
        language=row["language"],
        mode=Mode(row["mode"]),
        variant=row["variant"],
        started=read_time(row["started"]),
        ended=read_time(row["ended"]),
        ending=row["ending"],
        outcome=row["outcome"],
        score=float(row["score"]),
        passed=bool(row["passed"]),
        critical=tuple(str(name) for name in json.loads(row["critical"])),
        decisions=int(row["decisions"]),
        minutes=float(row["minutes"]),
        criteria={str(name): _score(value) for name, value in json.loads(row["criteria"]).items()},
        hinted=bool(row["hinted"]),
        undone=bool(row["undone"]),
        branched=bool(row["branched"]),
    )


def _score(value: object) -> float | None:
    return None if value is None else float(str(value))
