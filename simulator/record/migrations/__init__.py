"""How the database came to its present form, one revision after the other; run by Alembic."""
