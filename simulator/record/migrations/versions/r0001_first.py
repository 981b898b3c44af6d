"""The first form of the record: sessions, events, texts, summaries, people, typed words, anchors, tombstones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _texts_and_sessions()
    _results()
    _people()


def _texts_and_sessions() -> None:
    op.create_table(
        "texts",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_texts"),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("trainee", sa.String(), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("scenario_hash", sa.String(length=64), nullable=False),
        sa.Column("rubric_hash", sa.String(length=64), nullable=False),
        sa.Column("variant", sa.String(), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("started", sa.String(length=24), nullable=False),
        sa.Column("last", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("head", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["scenario_hash"], ["texts.hash"], name="fk_sessions_scenario_hash"),
        sa.ForeignKeyConstraint(["rubric_hash"], ["texts.hash"], name="fk_sessions_rubric_hash"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_rubric_hash", "sessions", ["rubric_hash"], unique=False)
    op.create_index("ix_sessions_scenario_hash", "sessions", ["scenario_hash"], unique=False)
    op.create_index("ix_sessions_started_id", "sessions", ["started", "id"], unique=False)
    op.create_index(
        "ix_sessions_trainee_scenario_started", "sessions", ["trainee", "scenario", "started"], unique=False
    )
    op.create_table(
        "events",
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_events_session"),
        sa.PrimaryKeyConstraint("session", "number", name="pk_events"),
    )


def _results() -> None:
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
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_summaries_session"),
        sa.PrimaryKeyConstraint("session", name="pk_summaries"),
    )
    op.create_index("ix_summaries_scenario_started", "summaries", ["scenario", "started"], unique=False)
    op.create_index("ix_summaries_started_session", "summaries", ["started", "session"], unique=False)
    op.create_index("ix_summaries_trainee_started", "summaries", ["trainee", "started"], unique=False)
    op.create_table(
        "anchors",
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("session", "number", "hash", "kind", name="pk_anchors"),
    )
    op.create_table(
        "tombstones",
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_tombstones"),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.Column("erased", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_index("ix_people_key", "people", ["key"], unique=False)
    op.create_table(
        "typed",
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session", "number"], ["events.session", "events.number"], name="fk_typed_session_number"
        ),
        sa.PrimaryKeyConstraint("session", "number", name="pk_typed"),
    )
