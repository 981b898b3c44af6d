"""The record learns to count as it goes: what groups are told by, kept by triggers, and an index of first tries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_COLUMNS = "trainee, criterion, scenario, open, calls, points, passed"
_OF = ("trainee", "scenario", "open", "counts", "score", "passed", "criteria")
_FILE = (
    "CAST(round(min(max({score}, 0.0), 100.0) * 1000000000) AS INTEGER)",
    "json_each(CASE json_valid({row}.criteria) WHEN 1 THEN CASE json_type({row}.criteria) "
    "WHEN 'object' THEN {row}.criteria ELSE '{{}}' END ELSE '{{}}' END)",
    "j.type IN ('integer', 'real') AND j.key <> ''",
)
_SERVER = (
    "CAST(round(CAST(least(greatest({score}, 0), 100) AS numeric) * 1000000000) AS bigint)",
    "LATERAL (SELECT e.key, e.value::numeric AS value FROM jsonb_each(rolecall_criteria({row}.criteria)) e "
    "WHERE jsonb_typeof(e.value) = 'number')",
    "j.key <> ''",
)
"""By database: the points of a score, the criteria of a row, and which of them have a score."""


def upgrade() -> None:
    """Make the table, the triggers and the index, and count what is there."""
    op.create_table(
        "tallies",
        sa.Column("trainee", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("calls", sa.BigInteger(), nullable=False),
        sa.Column("points", sa.BigInteger(), nullable=False),
        sa.Column("passed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("trainee", "criterion", "scenario", "open", name="pk_tallies"),
        sqlite_with_rowid=False,
    )
    columns, counting = ["trainee", "scenario", "open", "started", "session", "score"], sa.text("counts")
    op.create_index(
        "ix_summaries_tries", "summaries", columns, sqlite_where=sa.text("counts = 1"), postgresql_where=counting
    )
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        statements = (*_triggers_of_file(), _filled(*_FILE))
    else:
        schema: str = connection.execute(sa.text("SELECT quote_ident(current_schema())")).scalar_one()
        statements = (*_triggers_of_server(schema), _filled(*_SERVER))
    for statement in statements:
        connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _filled(points: str, each: str, assessed: str) -> str:
    passed = "sum(CASE WHEN s.passed THEN 1 ELSE 0 END) AS passed"
    whole, part = (points.format(score=score) for score in ("s.score", "j.value"))
    return f"""INSERT INTO tallies ({_COLUMNS})
SELECT s.trainee, '' AS criterion, s.scenario, s.open, count(*) AS calls, sum({whole}) AS points, {passed}
FROM summaries s WHERE s.counts GROUP BY s.trainee, s.scenario, s.open
UNION ALL
SELECT s.trainee, j.key, s.scenario, s.open, count(*), sum({part}), {passed}
FROM summaries s, {each.format(row="s")} j WHERE s.counts AND {assessed}
GROUP BY s.trainee, j.key, s.scenario, s.open"""


def _shift(row: str, sign: int, points: str, each: str, assessed: str) -> str:
    whole, part = (points.format(score=score) for score in (f"{row}.score", "j.value"))
    scores = f"SELECT j.key AS criterion, {part} AS points FROM {each.format(row=row)} j WHERE {assessed}"
    return f"""INSERT INTO tallies ({_COLUMNS})
 SELECT {row}.trainee, p.criterion, {row}.scenario, {row}.open, {sign}, {sign} * p.points,
  CASE WHEN {row}.passed THEN {sign} ELSE 0 END
 FROM (SELECT '' AS criterion, {whole} AS points UNION ALL {scores}) p
 WHERE {row}.counts ORDER BY p.criterion
 ON CONFLICT (trainee, criterion, scenario, open) DO UPDATE SET calls = tallies.calls + excluded.calls,
  points = tallies.points + excluded.points, passed = tallies.passed + excluded.passed;"""


def _tidy(row: str) -> str:
    return f"""DELETE FROM tallies WHERE trainee = {row}.trainee AND scenario = {row}.scenario
  AND open = {row}.open AND calls = 0;"""


def _row(row: str) -> str:
    return ", ".join(f"{row}.{column}" for column in _OF)


def _triggers_of_file() -> tuple[str, ...]:
    added = _shift("NEW", 1, *_FILE)
    removed = f"{_shift('OLD', -1, *_FILE)}\n {_tidy('OLD')}"
    return (
        f"CREATE TRIGGER tally_added AFTER INSERT ON summaries BEGIN\n {added}\nEND",
        f"CREATE TRIGGER tally_removed AFTER DELETE ON summaries BEGIN\n {removed}\nEND",
        f"""CREATE TRIGGER tally_changed AFTER UPDATE OF {", ".join(_OF)} ON summaries
 WHEN ({_row("OLD")}) IS NOT ({_row("NEW")}) BEGIN\n {removed}\n {added}\nEND""",
    )


def _triggers_of_server(schema: str) -> tuple[str, ...]:
    return (
        """CREATE OR REPLACE FUNCTION rolecall_criteria(written text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $rolecall$
BEGIN
 RETURN CASE jsonb_typeof(written::jsonb) WHEN 'object' THEN written::jsonb ELSE '{}' END;
EXCEPTION WHEN data_exception OR statement_too_complex THEN RETURN '{}';
END $rolecall$""",
        f"""CREATE OR REPLACE FUNCTION rolecall_tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, {schema}, pg_temp AS $rolecall$
BEGIN
 IF TG_OP = 'UPDATE' AND ({_row("OLD")}) IS NOT DISTINCT FROM ({_row("NEW")}) THEN RETURN NULL; END IF;
 IF TG_OP <> 'INSERT' THEN
 {_shift("OLD", -1, *_SERVER)}
 {_tidy("OLD")}
 END IF;
 IF TG_OP <> 'DELETE' THEN
 {_shift("NEW", 1, *_SERVER)}
 END IF;
 RETURN NULL;
END $rolecall$""",
        "REVOKE ALL ON FUNCTION rolecall_criteria(text), rolecall_tally() FROM PUBLIC",
        f"""CREATE TRIGGER tally AFTER INSERT OR DELETE OR UPDATE OF {", ".join(_OF)} ON summaries
FOR EACH ROW EXECUTE FUNCTION rolecall_tally()""",
    )
