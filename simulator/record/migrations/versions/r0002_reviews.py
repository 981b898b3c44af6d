"""The second form of the record: what is said of a session after its end, and its words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_reviews_session"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_session", "reviews", ["session"], unique=False)
    op.create_table(
        "review_words",
        sa.Column("review", sa.String(length=36), nullable=False),
        sa.Column("session", sa.String(length=36), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["review"], ["reviews.id"], name="fk_review_words_review"),
        sa.PrimaryKeyConstraint("review", name="pk_review_words"),
    )
    op.create_index("ix_review_words_session", "review_words", ["session"], unique=False)
