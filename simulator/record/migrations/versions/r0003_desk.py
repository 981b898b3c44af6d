"""The third form of the record: what the trainer's table is narrowed and sorted by, and the indexes that serve it.

The table is made anew: what is added to one that is there stands behind its constraints in a file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from simulator.model.bare import bare

revision = "0003"
down_revision = "0002"

_SORTED = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_NAMELESS = "\uffff"
_REST = (
    "role, language, mode, variant, started, ended, ending, outcome, score, passed, critical, decisions, minutes, "
    "criteria, hinted, undone, branched, counts"
)
_ORDERS = ("started", "named", "called", "mode", "score", "final_score", "final_passed", "erred", "reviewed")
_NARROWING = ("mode", "final_passed", "erred", "reviewed")
_FILL = f"""
INSERT INTO summaries
SELECT k.session, k.trainee, scenario, k.title, {_REST},
       mode = 'exam' OR EXISTS (
           SELECT 1 FROM anchors a
           WHERE a.session = k.session AND a.kind IN ('shared', 'exported', 'imported', 'signed')
       ),
       n.named, c.called, critical <> '[]', 0, score, passed
FROM kept k JOIN kept_names n ON n.trainee = k.trainee JOIN kept_titles c ON c.title = k.title
"""
_NAMES = "SELECT DISTINCT k.trainee, p.name FROM kept k LEFT JOIN people p ON p.id = k.trainee"
_TITLES = "SELECT DISTINCT title, title FROM kept"


def upgrade() -> None:
    """Make the table anew with its columns filled, then its indexes."""
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM summaries")
    _look_up("kept_names", "trainee", "named", _NAMES)
    _look_up("kept_titles", "title", "called", _TITLES)
    op.drop_table("summaries")
    _make()
    op.execute(_FILL)
    for table in ("kept", "kept_names", "kept_titles"):
        op.execute(f"DROP TABLE {table}")
    _index()


def _look_up(table: str, key: str, value: str, query: str) -> None:
    """A table of bare texts, which no database can make itself."""
    op.execute(f"CREATE TEMPORARY TABLE {table} ({key} VARCHAR PRIMARY KEY, {value} VARCHAR)")
    connection = op.get_bind()
    found = connection.execute(sa.text(query)).all()
    rows = [{"key": key, "value": bare(text) if text else _NAMELESS} for key, text in found]
    if rows:
        connection.execute(sa.text(f"INSERT INTO {table} VALUES (:key, :value)"), rows)


def _make() -> None:
    op.create_table(
        "summaries",
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("trainee", sa.String(), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("variant", sa.String(), nullable=False),
        sa.Column("started", sa.String(length=24), nullable=False),
        sa.Column("ended", sa.String(length=24), nullable=False),
        sa.Column("ending", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("critical", sa.String(), nullable=False),
        sa.Column("decisions", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Double(), nullable=False),
        sa.Column("criteria", sa.String(), nullable=False),
        sa.Column("hinted", sa.Boolean(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("branched", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("named", _SORTED, nullable=False),
        sa.Column("called", _SORTED, nullable=False),
        sa.Column("erred", sa.Boolean(), nullable=False),
        sa.Column("reviewed", sa.SmallInteger(), nullable=False),
        sa.Column("final_score", sa.Double(), nullable=False),
        sa.Column("final_passed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_summaries_session"),
        sa.PrimaryKeyConstraint("session", name="pk_summaries"),
    )


def _index() -> None:
    op.create_index("ix_summaries_scenario_started", "summaries", ["scenario", "started"], unique=False)
    op.create_index("ix_summaries_started_session", "summaries", ["started", "session"], unique=False)
    op.create_index("ix_summaries_trainee_started", "summaries", ["trainee", "started"], unique=False)
    for column in _ORDERS:
        columns = ["open", column, "session", *(name for name in _NARROWING if name != column)]
        op.create_index(f"ix_summaries_open_{column}", "summaries", columns, unique=False)
