"""The record learns of calibrations: the calls that several reviewers mark, and the marks of each of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "calibrations",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calibrations"),
    )
    op.create_index("ix_calibrations_key", "calibrations", ["key"], unique=True)
    op.create_table(
        "markings",
        sa.Column("calibration", sa.String(length=36), nullable=False),
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["calibration"], ["calibrations.id"], name="fk_markings_calibration"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_markings_session"),
        sa.PrimaryKeyConstraint("calibration", "session", "by", name="pk_markings"),
    )
    op.create_index("ix_markings_session", "markings", ["session"], unique=False)
