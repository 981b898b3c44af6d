"""Sessions and decisions as xAPI 1.0.3 statements, for a learning record store. One statement a line.

Verbs and types of activities are those of the ADL vocabulary. An actor is an account whose name is the opaque id. The
id of a statement is made from that of its session: sent twice, a statement is the same one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final
from urllib.parse import quote
from uuid import UUID, uuid5

from simulator.model.unseen import visible
from simulator.record import Summary
from simulator.report.export_lines import time_words
from simulator.report.export_rows import Source
from simulator.report.reviewed import ReviewedResult, reviewed_results
from simulator.session.decided import Decided, decided_of
from simulator.words import LANGUAGES

Statement = dict[str, Any]

VERSION: Final = "1.0.3"
OURS: Final = "https://rolecall.invalid/xapi/"
"""In front of the ids of calls, states and extensions. The name is one of those that RFC 6761 keeps from ever being
anybody's: an id is no address to look at."""
_VERBS: Final = "http://adlnet.gov/expapi/verbs/"
_ACTIVITIES: Final = "http://adlnet.gov/expapi/activities/"
_PAGE: Final = 200


def statement_lines(statements: Iterable[Statement]) -> Iterator[bytes]:
    """A line for each statement, UTF-8."""
    for statement in statements:
        yield json.dumps(statement, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def session_statements(source: Source, sessions: Iterable[Summary], home: str) -> Iterator[Statement]:
    """That a call was passed or failed, for each session that came to its end. `home`: whose accounts the actors are.

    Raises RecordError.
    """
    left = iter(sessions)
    while page := list(islice(left, _PAGE)):
        codes = source.record.codes([summary.session for summary in page])
        reviewed = reviewed_results(source.record, page)
        for summary in page:
            told = _extensions(summary, codes.get(summary.session, ""), reviewed.get(summary.session))
            yield _session(source, summary, told, home)


def decision_statements(source: Source, sessions: Iterable[Summary], home: str) -> Iterator[Statement]:
    """What was answered at each decision of sessions that came to their end. Raises RecordError."""
    for summary in sessions:
        for decided in decided_of(source.record, summary.session, source.cache):
            yield _decision(source, summary, decided, home)


def seconds_words(seconds: float) -> str:
    """A length of time as ISO 8601 has it, to a hundredth of a second: "PT92.5S"."""
    return f"PT{round(seconds, 2):.2f}".rstrip("0").rstrip(".") + "S"


def _session(source: Source, summary: Summary, told: Statement, home: str) -> Statement:
    shown = min(100.0, max(0.0, summary.score))
    return {
        "id": str(uuid5(UUID(summary.session), "session")),
        "actor": _actor(source, summary.trainee, home),
        "verb": _verb("passed" if summary.passed else "failed"),
        "object": _call(summary),
        "result": {
            "score": {"scaled": round(shown / 100, 6), "raw": round(shown, 4), "min": 0, "max": 100},
            "success": summary.passed,
            "completion": True,
            "duration": seconds_words(summary.minutes * 60),
        },
        "context": {**_context(summary), "extensions": told},
        "timestamp": time_words(summary.ended),
        "version": VERSION,
    }


def _decision(source: Source, summary: Summary, decided: Decided, home: str) -> Statement:
    result: Statement = {"response": _token(decided.choice), "duration": seconds_words(decided.took_ms / 1_000)}
    told: Statement = {"decision": decided.number, "state": decided.state, "critical": list(decided.critical)}
    if decided.marks is not None:
        result["success"] = decided.marks.cost == 0
        told.update(cost=round(decided.marks.cost, 6), verdict=str(decided.marks.verdict))
    context = _context(summary)
    context["contextActivities"] = {"parent": [_call(summary)]}
    return {
        "id": str(uuid5(UUID(summary.session), f"decision {decided.number}")),
        "actor": _actor(source, summary.trainee, home),
        "verb": _verb("answered"),
        "object": _state(summary, decided),
        "result": result,
        "context": {**context, "extensions": _named(told)},
        "timestamp": time_words(decided.at),
        "version": VERSION,
    }


def _actor(source: Source, trainee: str, home: str) -> Statement:
    name = visible(source.name(trainee))
    account = {"homePage": home, "name": trainee}
    return {"objectType": "Agent", **({"name": name} if name else {}), "account": account}


def _verb(name: str) -> Statement:
    return {"id": _VERBS + name, "display": {"en": name}}


def _call(summary: Summary) -> Statement:
    definition = {
        "type": _ACTIVITIES + "simulation",
        "name": {_language(summary): visible(summary.title) or "–"},
    }
    return {"objectType": "Activity", "id": _place(summary), "definition": definition}


def _state(summary: Summary, decided: Decided) -> Statement:
    definition = {
        "type": _ACTIVITIES + "cmi.interaction",
        "interactionType": "choice",
        "choices": [{"id": _token(choice)} for choice in decided.offered],
    }
    place = f"{_place(summary)}/states/{quote(decided.state, safe='')}"
    return {"objectType": "Activity", "id": place, "definition": definition}


def _place(summary: Summary) -> str:
    """The id of the call, whatever its own id has in it."""
    return f"{OURS}calls/{quote(summary.scenario, safe='')}"


def _language(summary: Summary) -> str:
    """The language of the call; "und" where the record does not say one that we know."""
    return summary.language if summary.language in LANGUAGES else "und"


def _token(choice: str) -> str:
    """The id of a choice, which may have no blank in it here."""
    return "-".join(choice.split()) or "-"


def _context(summary: Summary) -> Statement:
    return {"registration": summary.session, "platform": "RoleCall", "language": _language(summary)}


def _extensions(summary: Summary, code: str, reviewed: ReviewedResult | None) -> Statement:
    """What the statement on a session says beyond the standard's own fields."""
    told: Statement = {
        "mode": str(summary.mode),
        "role": summary.role,
        "variant": summary.variant,
        "counts": summary.counts,
        "ending": summary.ending,
        "outcome": summary.outcome,
        "score": round(summary.score, 6),
        "critical": list(summary.critical),
        "criteria": {name: round(score, 6) for name, score in summary.criteria.items() if score is not None},
        "code": code,
    }
    if reviewed is not None:
        told.update(reviewed_score=round(reviewed.score, 6), reviewed_passed=reviewed.passed)
    return _named(told)


def _named(told: Statement) -> Statement:
    """Extensions under our own ids, without what is empty, which the standard does not allow."""
    return {f"{OURS}extensions/{name}": value for name, value in told.items() if value not in ("", {}, [])}
