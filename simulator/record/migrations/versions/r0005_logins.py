"""The sixth form of the record: whose a login of the server is, and scorecards that were computed anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "logins",
        sa.Column("login", sa.String(length=63), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_logins_person"),
        sa.PrimaryKeyConstraint("login", name="pk_logins"),
    )
    op.create_index("ix_logins_person", "logins", ["person"], unique=False)
    op.create_table(
        "scorecards",
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("scenario_hash", sa.String(length=64), nullable=False),
        sa.Column("rubric_hash", sa.String(length=64), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("ending", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("critical", sa.String(), nullable=False),
        sa.Column("criteria", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_scorecards_session"),
        sa.ForeignKeyConstraint(["scenario_hash"], ["texts.hash"], name="fk_scorecards_scenario_hash"),
        sa.ForeignKeyConstraint(["rubric_hash"], ["texts.hash"], name="fk_scorecards_rubric_hash"),
        sa.PrimaryKeyConstraint("session", "scenario_hash", "rubric_hash", "engine", name="pk_scorecards"),
    )
    op.create_index("ix_scorecards_rubric_hash", "scorecards", ["rubric_hash"], unique=False)
    op.create_index("ix_scorecards_scenario_hash", "scorecards", ["scenario_hash"], unique=False)
