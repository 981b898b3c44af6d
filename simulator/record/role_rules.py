"""Who may do what with the rows of each table on a PostgreSQL server, as conditions that the server itself checks.

A table that is not named here is its keeper's alone. Conditions see what their reader may see: a rule that looks into
another table is bound by that table's rules. The server checks what it can compute - whose a row is, that a hash is
that of its bytes behind the ones before, that nothing comes behind the end, its own clock - and `verify` the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.model.events import Abandoned, Ended, Started
from simulator.model.mode import Mode
from simulator.model.reviews import Reflected
from simulator.record.anchors import SHARED
from simulator.record.values import AnchorKind

SCHEMA: Final = "public"
"""Where the tables are: the schema in which PostgreSQL makes them unless it is told otherwise."""

GIVEN: Final = f"{SCHEMA}.rolecall_given"
"""A view of the sessions that others were given, for trainers. A view is read with its owner's eyes: the rules of
`anchors` and `events` look into `sessions`, and those of `sessions` could not look back."""
OWN_EVENTS: Final = f"{SCHEMA}.rolecall_own_events"
"""A view of a trainee's own events, likewise."""
OWN_MARKINGS: Final = f"{SCHEMA}.rolecall_own_markings"
"""A view of a reviewer's own marks, likewise: the rule of `markings` looks for what is left to mark."""

ME: Final = f"(SELECT l.person FROM {SCHEMA}.logins l WHERE l.login = SESSION_USER::text)"
_BEFORE: Final = "decode(repeat('00', 32), 'hex')"
"""`chain.GENESIS` in the words of the server."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one role may do with the rows of one table: `seen` are the rows it finds, `made` what it may leave."""

    role: str
    """`trainee` or `trainer`."""
    table: str
    action: str
    """SELECT, INSERT or UPDATE: a trainee deletes through a function, whole sessions alone."""
    seen: str = ""
    made: str = ""
    columns: tuple[str, ...] = ()
    """The columns that an UPDATE may touch."""


def _list(values: list[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


def _json(body: str) -> str:
    return f"convert_from({body}, 'UTF8')::jsonb"


def _just_now(body: str) -> str:
    """The time in an envelope is the server's, give or take the wait for a lock."""
    at = f"({_json(body)} ->> 'at')::timestamptz"
    return f"{at} BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp()"


SHARED_KINDS: Final = _list(SHARED)
_CLOSING: Final = _list([Ended.kind, Abandoned.kind])
_TRAINEE_SAYS: Final = _list([Reflected.kind, "acknowledged", "disputed"])
"""The reviews that are a trainee's word on their own session; all others are a trainer's on somebody else's."""


def _own(table: str) -> str:
    return f"EXISTS (SELECT FROM {SCHEMA}.sessions s WHERE s.id = {table}.session AND s.trainee = {ME})"


def _of_seen_session(table: str) -> str:
    """A trainer sees of a session what the rules of `sessions` show of it."""
    return f"EXISTS (SELECT FROM {SCHEMA}.sessions s WHERE s.id = {table}.session)"


def _given(session: str) -> str:
    """An exam, or what was shared, exported, imported or signed; `sharing.visible` says the same."""
    return f"mode = '{Mode.EXAM}' OR EXISTS (SELECT FROM {GIVEN} g WHERE g.session = {session})"


def _enveloped(table: str) -> str:
    body = f"{table}.body"
    return f"{_json(body)} ->> 'session' = {table}.session AND {_just_now(body)}"


_EVENT = f"{_json('events.body')} -> 'event'"
_NEXT_EVENT = f"""
    (events.number = s.events + 1 AND events.hash = sha256(s.head || events.body)
     AND {_EVENT} ->> 'kind' <> '{Started.kind}')"""
_FIRST_EVENT = f"""
    (events.number = 1 AND s.events = 1 AND events.hash = s.head
     AND events.hash = sha256({_BEFORE} || events.body)
     AND {_EVENT} ->> 'kind' = '{Started.kind}' AND {_EVENT} ->> 'trainee' = s.trainee
     AND {_EVENT} ->> 'mode' = s.mode AND {_EVENT} ->> 'scenario' = s.scenario)"""
_EVENT_MADE = f"""{_enveloped("events")} AND ({_json("events.body")} ->> 'number')::integer = events.number
  AND EXISTS (SELECT FROM {SCHEMA}.sessions s WHERE s.id = events.session AND s.trainee = {ME}
   AND s.state = 'open' AND ({_FIRST_EVENT} OR {_NEXT_EVENT}))"""

_LAST_KIND = f"{_json('e.body')} -> 'event' ->> 'kind'"
_HEAD_MOVED = f"""trainee = {ME}
  AND EXISTS (SELECT FROM {OWN_EVENTS} e WHERE e.session = sessions.id AND e.number = sessions.events
   AND e.hash = sessions.head AND {_json("e.body")} ->> 'at' = sessions.last
   AND sessions.state = CASE WHEN {_LAST_KIND} IN ({_CLOSING}) THEN {_LAST_KIND} ELSE 'open' END)
  AND NOT EXISTS (SELECT FROM {OWN_EVENTS} e WHERE e.session = sessions.id AND e.number > sessions.events)"""

_IS_OPEN = f"""summaries.open = (summaries.mode = '{Mode.EXAM}' OR EXISTS (SELECT FROM {SCHEMA}.anchors a
   WHERE a.session = summaries.session AND a.kind IN ({SHARED_KINDS})))"""
"""Trainers are shown a session in their table where they may see it; `filing` keeps the column."""
_ENDED = f"{_json('e.body')} -> 'event'"
_SUMMARY_MADE = f"""EXISTS (SELECT FROM {SCHEMA}.sessions s
   JOIN {SCHEMA}.events e ON e.session = s.id AND e.number = s.events
   WHERE s.id = summaries.session AND s.trainee = {ME} AND s.state = '{Ended.kind}'
   AND (s.trainee, s.scenario, s.mode, s.variant, s.started, s.last)
     = (summaries.trainee, summaries.scenario, summaries.mode, summaries.variant, summaries.started, summaries.ended)
   AND {_ENDED} ->> 'ending' = summaries.ending AND {_ENDED} ->> 'outcome' = summaries.outcome
   AND ({_ENDED} ->> 'score')::double precision = summaries.score
   AND ({_ENDED} ->> 'passed')::boolean = summaries.passed)
  AND summaries.final_score = summaries.score AND summaries.final_passed = summaries.passed
  AND summaries.reviewed = 0 AND summaries.erred = (summaries.critical <> '[]') AND {_IS_OPEN}"""
_REVIEW = f"{_json('r.body')} -> 'review'"
_SUMMARY_REVIEWED = f"""{_IS_OPEN} AND summaries.reviewed BETWEEN 0 AND 2
  AND ((summaries.final_score, summaries.final_passed) = (summaries.score, summaries.passed)
   OR EXISTS (SELECT FROM {SCHEMA}.reviews r WHERE r.session = summaries.session
    AND ({_REVIEW} ->> 'score')::double precision = summaries.final_score
    AND ({_REVIEW} ->> 'passed')::boolean = summaries.final_passed))"""

_TYPED_MADE = f"""{_own("typed")} AND EXISTS (SELECT FROM {SCHEMA}.events e
   WHERE e.session = typed.session AND e.number = typed.number AND {_json("e.body")} -> 'event' ->> 'digest'
     = encode(sha256(typed.salt || convert_to(typed.words, 'UTF8')), 'hex'))"""


def _anchor_made(kinds: list[str], whose: str) -> str:
    return f"""kind IN ({_list(kinds)}) AND EXISTS (SELECT FROM {SCHEMA}.sessions s
   WHERE s.id = anchors.session AND s.events = anchors.number AND s.head = anchors.hash{whose})"""


def _review_made(whose: str, kinds: str) -> str:
    body = _json("reviews.body")
    return f"""by = {ME} AND {_enveloped("reviews")} AND {body} ->> 'id' = reviews.id AND {body} ->> 'by' = reviews.by
  AND {body} -> 'review' ->> 'kind' {kinds} ({_TRAINEE_SAYS})
  AND EXISTS (SELECT FROM {SCHEMA}.sessions s WHERE s.id = reviews.session AND s.trainee {whose} {ME}
   AND s.state = '{Ended.kind}' AND reviews.hash = sha256(s.head || reviews.body))"""


_WORDS_SEEN = f"EXISTS (SELECT FROM {SCHEMA}.reviews r WHERE r.id = review_words.review)"
_WORDS_MADE = f"""EXISTS (SELECT FROM {SCHEMA}.reviews r
   WHERE r.id = review_words.review AND r.session = review_words.session AND r.by = {ME}
   AND {_json("r.body")} -> 'review' ->> 'digest'
     = encode(sha256(review_words.salt || convert_to(review_words.words, 'UTF8')), 'hex'))"""
_TEXT_MADE = "hash = encode(sha256(body), 'hex')"
_MY_LOGIN = "login = SESSION_USER::text"
_NAMES_SEEN = f"""id = {ME} OR EXISTS (SELECT FROM {SCHEMA}.sessions s WHERE s.trainee = people.id)
  OR EXISTS (SELECT FROM {SCHEMA}.reviews r WHERE r.by = people.id)
  OR EXISTS (SELECT FROM {SCHEMA}.markings m WHERE m.by = people.id)"""


def _picked(body: str) -> str:
    """The calls of a calibration, in their order."""
    return f"jsonb_array_elements_text({_json(body)} -> 'sessions') WITH ORDINALITY AS w(id, place)"


_CALIBRATION_MADE = f"""{_json("calibrations.body")} ->> 'id' = calibrations.id
  AND {_json("calibrations.body")} ->> 'by' = {ME} AND {_just_now("calibrations.body")}
  AND NOT EXISTS (SELECT FROM {_picked("calibrations.body")} WHERE NOT EXISTS
   (SELECT FROM {SCHEMA}.sessions s WHERE s.id = w.id AND s.state = '{Ended.kind}'))
  AND calibrations.hash = sha256((SELECT string_agg(s.head, ''::bytea ORDER BY w.place)
   FROM {_picked("calibrations.body")} JOIN {SCHEMA}.sessions s ON s.id = w.id) || calibrations.body)"""
_MARKING_MADE = f"""markings.by = {ME} AND {_enveloped("markings")}
  AND {_json("markings.body")} ->> 'by' = markings.by
  AND {_json("markings.body")} ->> 'calibration' = markings.calibration
  AND EXISTS (SELECT FROM {SCHEMA}.sessions s WHERE s.id = markings.session AND s.trainee <> {ME})
  AND EXISTS (SELECT FROM {SCHEMA}.calibrations c WHERE c.id = markings.calibration
   AND {_json("c.body")} -> 'sessions' @> to_jsonb(markings.session::text)
   AND markings.hash = sha256(c.hash || markings.body))"""
_ALL_MARKED = f"""NOT EXISTS (SELECT FROM {SCHEMA}.calibrations c, LATERAL {_picked("c.body")}
   JOIN {SCHEMA}.sessions s ON s.id = w.id WHERE c.id = markings.calibration AND NOT EXISTS
    (SELECT FROM {OWN_MARKINGS} m WHERE m.calibration = markings.calibration AND m.session = w.id))"""
"""Whoever has still a call to mark sees their own marks alone."""

_TRAINEE = (
    Rule("trainee", "rolecall_version", "SELECT", "true"),
    Rule("trainee", "logins", "SELECT", _MY_LOGIN),
    Rule("trainee", "people", "SELECT", f"id = {ME}"),
    Rule("trainee", "texts", "SELECT", "true"),
    Rule("trainee", "texts", "INSERT", made=_TEXT_MADE),
    Rule("trainee", "sessions", "SELECT", f"trainee = {ME}"),
    Rule("trainee", "sessions", "INSERT", made=f"trainee = {ME} AND state = 'open' AND events = 1"),
    Rule("trainee", "sessions", "UPDATE", f"trainee = {ME}", _HEAD_MOVED, ("last", "state", "events", "head")),
    Rule("trainee", "events", "SELECT", _own("events")),
    Rule("trainee", "events", "INSERT", made=_EVENT_MADE),
    Rule("trainee", "typed", "SELECT", _own("typed")),
    Rule("trainee", "typed", "INSERT", made=_TYPED_MADE),
    Rule("trainee", "summaries", "SELECT", f"trainee = {ME}"),
    Rule("trainee", "summaries", "INSERT", made=_SUMMARY_MADE),
    Rule("trainee", "summaries", "UPDATE", f"trainee = {ME}", f"trainee = {ME} AND {_IS_OPEN}", ("open",)),
    # What is counted is written by the server alone.
    Rule("trainee", "tallies", "SELECT", f"trainee = {ME}"),
    Rule("trainee", "anchors", "SELECT", _own("anchors")),
    Rule(
        "trainee",
        "anchors",
        "INSERT",
        made=_anchor_made([AnchorKind.SHOWN, AnchorKind.SHARED, AnchorKind.EXPORTED], f" AND s.trainee = {ME}"),
    ),
    Rule("trainee", "reviews", "SELECT", _own("reviews")),
    Rule("trainee", "reviews", "INSERT", made=_review_made("=", "IN")),
    Rule("trainee", "review_words", "SELECT", _WORDS_SEEN),
    Rule("trainee", "review_words", "INSERT", made=_WORDS_MADE),
    Rule("trainee", "scorecards", "SELECT", _own("scorecards")),
    Rule("trainee", "tombstones", "SELECT", "false"),
    Rule("trainee", "calibrations", "SELECT", "false"),
    Rule("trainee", "markings", "SELECT", _own("markings")),
)

_TRAINER = (
    Rule("trainer", "rolecall_version", "SELECT", "true"),
    Rule("trainer", "logins", "SELECT", _MY_LOGIN),
    Rule("trainer", "people", "SELECT", _NAMES_SEEN),
    Rule("trainer", "texts", "SELECT", "true"),
    Rule("trainer", "sessions", "SELECT", _given("sessions.id")),
    # A review waits for its session's row, and to wait is a right to change; nothing may be left changed.
    Rule("trainer", "sessions", "UPDATE", _given("sessions.id"), "false", ("last",)),
    Rule("trainer", "events", "SELECT", _of_seen_session("events")),
    Rule("trainer", "typed", "SELECT", _of_seen_session("typed")),
    Rule("trainer", "summaries", "SELECT", _given("summaries.session")),
    Rule(
        "trainer",
        "summaries",
        "UPDATE",
        _given("summaries.session"),
        _SUMMARY_REVIEWED,
        ("open", "reviewed", "final_score", "final_passed"),
    ),
    Rule("trainer", "tallies", "SELECT", "tallies.open"),
    Rule("trainer", "anchors", "SELECT", _of_seen_session("anchors")),
    Rule("trainer", "anchors", "INSERT", made=_anchor_made([AnchorKind.SIGNED, AnchorKind.EXPORTED], "")),
    Rule("trainer", "reviews", "SELECT", _of_seen_session("reviews")),
    Rule("trainer", "reviews", "INSERT", made=_review_made("<>", "NOT IN")),
    Rule("trainer", "review_words", "SELECT", _WORDS_SEEN),
    Rule("trainer", "review_words", "INSERT", made=_WORDS_MADE),
    Rule("trainer", "scorecards", "SELECT", _of_seen_session("scorecards")),
    Rule("trainer", "tombstones", "SELECT", "false"),
    Rule("trainer", "calibrations", "SELECT", "true"),
    Rule("trainer", "calibrations", "INSERT", made=_CALIBRATION_MADE),
    Rule("trainer", "markings", "SELECT", f"markings.by = {ME} OR {_ALL_MARKED}"),
    Rule("trainer", "markings", "INSERT", made=_MARKING_MADE),
)

RULES: Final = (*_TRAINEE, *_TRAINER)
