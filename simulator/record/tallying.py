"""Keeps `tallies`: for each trainee, call and criterion how many sessions count, their points, how many were passed.

The database itself keeps it, by triggers on `summaries`, so that nothing that writes there can forget it. The criterion
is empty for the call as a whole. A score below 0 is 0 points, and one of a criterion lies within 0 and 100. Points are
whole billionths: what is added and taken away again leaves nothing behind, in whichever order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, CursorResult, inspect, text

from simulator.model.message import N_, Message
from simulator.record.tables import tallies

POINT: Final = 1_000_000_000
"""What a point of a score is in `points`."""
TRIGGERS: Final = {"sqlite": ("tally_added", "tally_removed", "tally_changed"), "postgresql": ("tally",)}
"""What stands on `summaries`, by database."""
_NAMED: Final = 10
"""So many differences are named."""

_KEY: Final = "trainee, criterion, scenario, open"
_COLUMNS: Final = f"{_KEY}, calls, points, passed"
_OF: Final = ("trainee", "scenario", "open", "counts", "score", "passed", "criteria")
"""The columns of `summaries` that a tally is of."""


@dataclass(frozen=True, slots=True)
class _Words:
    """How a database says it."""

    points: str
    """The points of {score}."""
    each: str
    """The criteria of {row}; none where somebody put there what is no object."""
    assessed: str
    """Whether a criterion has a score."""

    def scores(self, row: str) -> str:
        """A query for the criteria of one row that have a score, and their points."""
        points = self.points.format(score="j.value")
        return f"SELECT j.key AS criterion, {points} AS points FROM {self.each.format(row=row)} j WHERE {self.assessed}"


_OF_FILE: Final = _Words(
    points=f"CAST(round(min(max({{score}}, 0.0), 100.0) * {POINT}) AS INTEGER)",
    each="json_each(CASE json_valid({row}.criteria) WHEN 1 THEN CASE json_type({row}.criteria) "
    "WHEN 'object' THEN {row}.criteria ELSE '{{}}' END ELSE '{{}}' END)",
    assessed="j.type IN ('integer', 'real') AND j.key <> ''",
)
_OF_SERVER: Final = _Words(
    points=f"CAST(round(CAST(least(greatest({{score}}, 0), 100) AS numeric) * {POINT}) AS bigint)",
    each="LATERAL (SELECT e.key, e.value::numeric AS value FROM jsonb_each(rolecall_criteria({row}.criteria)) e "
    "WHERE jsonb_typeof(e.value) = 'number')",
    assessed="j.key <> ''",
)


def keep_tallies(connection: Connection) -> None:
    """Make the triggers. What is in `summaries` already is not looked at."""
    if connection.dialect.name == "sqlite":
        statements = _triggers_of_file()
    else:
        schema: str = connection.execute(text("SELECT quote_ident(current_schema())")).scalar_one()
        statements = _triggers_of_server(schema)
    for statement in statements:
        _run(connection, statement)


def fill_tallies(connection: Connection) -> None:
    """Count all that is in `summaries`; the table must be empty."""
    _run(connection, f"INSERT INTO tallies ({_COLUMNS}) {_counted(_words(connection))}")


def tallies_of(connection: Connection) -> Iterator[Message]:
    """What is counted otherwise than the sessions say, the first of it."""
    if not inspect(connection).has_table(tallies.name):
        return
    both = f"""SELECT 1 AS side, {_COLUMNS} FROM ({_counted(_words(connection))}) AS counted
UNION ALL SELECT -1 AS side, {_COLUMNS} FROM tallies"""
    unlike = f"""SELECT trainee, scenario FROM ({both}) AS both_sides GROUP BY {_KEY}
HAVING count(*) <> 2 OR sum(side * calls) <> 0 OR sum(side * points) <> 0 OR sum(side * passed) <> 0"""
    wanted = f"SELECT DISTINCT trainee, scenario FROM ({unlike}) AS unlike ORDER BY trainee, scenario LIMIT {_NAMED}"
    for found in _run(connection, wanted).mappings():
        words = N_("What is summed up of the trainee {trainee} in the call {scenario} is not what the sessions say.")
        yield Message(words, {name: str(value)[:80] for name, value in found.items()})


def _run(connection: Connection, statement: str) -> CursorResult[Any]:
    return connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _words(connection: Connection) -> _Words:
    return _OF_FILE if connection.dialect.name == "sqlite" else _OF_SERVER


def _counted(words: _Words) -> str:
    """A query for the whole table, from `summaries`."""
    passed = "sum(CASE WHEN s.passed THEN 1 ELSE 0 END) AS passed"
    points, assessed = (words.points.format(score=score) for score in ("s.score", "j.value"))
    return f"""SELECT s.trainee, '' AS criterion, s.scenario, s.open,
 count(*) AS calls, sum({points}) AS points, {passed}
FROM summaries s WHERE s.counts GROUP BY s.trainee, s.scenario, s.open
UNION ALL
SELECT s.trainee, j.key, s.scenario, s.open, count(*), sum({assessed}), {passed}
FROM summaries s, {words.each.format(row="s")} j WHERE s.counts AND {words.assessed}
GROUP BY s.trainee, j.key, s.scenario, s.open"""


def _shift(row: str, sign: int, words: _Words) -> str:
    """Add a row of `summaries` (`sign` 1) or take it away (-1); the call goes first: two who meet wait there."""
    return f"""INSERT INTO tallies ({_COLUMNS})
 SELECT {row}.trainee, p.criterion, {row}.scenario, {row}.open, {sign}, {sign} * p.points,
  CASE WHEN {row}.passed THEN {sign} ELSE 0 END
 FROM (SELECT '' AS criterion, {words.points.format(score=f"{row}.score")} AS points UNION ALL {words.scores(row)}) p
 WHERE {row}.counts ORDER BY p.criterion
 ON CONFLICT ({_KEY}) DO UPDATE SET calls = tallies.calls + excluded.calls,
  points = tallies.points + excluded.points, passed = tallies.passed + excluded.passed;"""


def _tidy(row: str) -> str:
    """Let go of what no session is left of."""
    return f"""DELETE FROM tallies WHERE trainee = {row}.trainee AND scenario = {row}.scenario
  AND open = {row}.open AND calls = 0;"""


def _row(row: str) -> str:
    return ", ".join(f"{row}.{column}" for column in _OF)


def _triggers_of_file() -> Iterator[str]:
    added = _shift("NEW", 1, _OF_FILE)
    removed = f"{_shift('OLD', -1, _OF_FILE)}\n {_tidy('OLD')}"
    yield f"CREATE TRIGGER tally_added AFTER INSERT ON summaries BEGIN\n {added}\nEND"
    yield f"CREATE TRIGGER tally_removed AFTER DELETE ON summaries BEGIN\n {removed}\nEND"
    yield f"""CREATE TRIGGER tally_changed AFTER UPDATE OF {", ".join(_OF)} ON summaries
 WHEN ({_row("OLD")}) IS NOT ({_row("NEW")}) BEGIN\n {removed}\n {added}\nEND"""


def _triggers_of_server(schema: str) -> Iterator[str]:
    """The functions do what they do as the owner of the tables: whoever ends a call may not write what is counted."""
    yield """CREATE OR REPLACE FUNCTION rolecall_criteria(written text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $rolecall$
BEGIN
 RETURN CASE jsonb_typeof(written::jsonb) WHEN 'object' THEN written::jsonb ELSE '{}' END;
EXCEPTION WHEN data_exception OR statement_too_complex THEN RETURN '{}';
END $rolecall$"""
    yield f"""CREATE OR REPLACE FUNCTION rolecall_tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, {schema}, pg_temp AS $rolecall$
BEGIN
 IF TG_OP = 'UPDATE' AND ({_row("OLD")}) IS NOT DISTINCT FROM ({_row("NEW")}) THEN RETURN NULL; END IF;
 IF TG_OP <> 'INSERT' THEN
 {_shift("OLD", -1, _OF_SERVER)}
 {_tidy("OLD")}
 END IF;
 IF TG_OP <> 'DELETE' THEN
 {_shift("NEW", 1, _OF_SERVER)}
 END IF;
 RETURN NULL;
END $rolecall$"""
    yield "REVOKE ALL ON FUNCTION rolecall_criteria(text), rolecall_tally() FROM PUBLIC"
    yield f"""CREATE TRIGGER tally AFTER INSERT OR DELETE OR UPDATE OF {", ".join(_OF)} ON summaries
FOR EACH ROW EXECUTE FUNCTION rolecall_tally()"""
