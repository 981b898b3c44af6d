"""A database is made from the tables in the code, and an older one becomes the same by the migrations."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from simulator.model.reviews import Question
from simulator.record import AnchorKind, Reason, RecordError, open_record, schema, short_code, upgrade
from simulator.record.address import locate
from simulator.record.database import Store
from simulator.record.tables import REVISION, REVISIONS, VERSION_TABLE, metadata, version
from tests.record.sample import begin, chose, play, session_id, started, wrong

FIRST = Path(__file__).parents[1] / "golden" / "record" / "revision-0001.db"
NEXT = f"{int(REVISION) + 1:04}"
"""A form that is still to come."""

LATER = """
import sqlalchemy as sa
from alembic import op
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    op.add_column("people", sa.Column("team", sa.String()))
    with op.batch_alter_table("sessions") as table:
        table.alter_column("variant", nullable=True)
    {more}
"""


def shape(url: str) -> dict[str, str]:
    """What SQLite says of every table and index in a file."""
    with closing(sqlite3.connect(url)) as other:
        found = other.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'rolecall%'")
        return {name: " ".join(sql.split()) for name, sql in found}


def by_migrations(url: str, migrations: Path = schema.MIGRATIONS, head: str = "head") -> None:
    """Make or bring up a database by the migrations alone."""
    store = Store(locate(url))
    try:
        schema.upgrade(store, head, migrations)
    finally:
        store.close()


def test_the_code_knows_every_revision() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS
    assert scripts.get_current_head() == REVISION


def test_migrations_and_code_make_the_same_database(any_url: str) -> None:
    by_migrations(any_url)
    store = Store(locate(any_url))
    try:
        with store.writing() as connection:
            options = {"version_table": VERSION_TABLE, "compare_type": True}
            assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
            assert connection.execute(select(version.c.version_num)).scalars().all() == [REVISION]
    finally:
        store.close()
    with open_record(any_url, create=False) as record:
        play(record)
        assert wrong(record.verify()) == {}


def test_migrations_and_code_write_the_same_statements(tmp_path: Path) -> None:
    made, migrated = str(tmp_path / "made.db"), str(tmp_path / "migrated.db")
    open_record(made).close()
    by_migrations(migrated)
    assert shape(made) == shape(migrated)


def server_shape(url: str) -> list[str]:
    """What PostgreSQL says of every function and trigger."""
    functions = "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    triggers = "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    with psycopg.connect(url) as connection:
        return sorted(row[0] for wanted in (functions, triggers) for row in connection.execute(wanted))


def test_migrations_and_code_make_the_same_functions_and_triggers(postgres_url: str) -> None:
    open_record(postgres_url).close()
    made = server_shape(postgres_url)
    assert len(made) == 3
    with psycopg.connect(postgres_url) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    by_migrations(postgres_url)
    assert server_shape(postgres_url) == made


def test_a_database_of_the_first_revision_still_opens(file: Path) -> None:
    shutil.copy(FIRST, file)
    with open_record(str(file)) as record:
        assert wrong(record.verify()) == {}
        assert [summary.session for summary in record.sessions()] == [session_id(3), session_id(1)]
        assert [person.name for person in record.people.list()] == ["Élodie Martin"]
        assert record.typed(session_id(1)) == {6: "Je comprends.\nMerci."}
        head = record.anchors(session_id(1))[0]
        assert head.kind is AnchorKind.SHOWN
        assert record.code(session_id(1)) == short_code(head.hash) == "EHV8-0MP9"
        assert record.append(session_id(4), chose(2)) == 3
        record.reflect(session_id(1), Question.WENT_WELL, "Le début.")
        assert [one.words for one in record.reviews(session_id(1))] == ["Le début."]


def later(more: str = "") -> str:
    """The migration to the next form."""
    return LATER.format(revision=NEXT, before=REVISION, more=more)


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The migrations with one more, which rebuilds a table that others refer to."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "later.py").write_text(later(), encoding="utf-8")
    return folder


def test_an_upgrade_keeps_what_was_recorded(any_url: str, newer: Path) -> None:
    with open_record(any_url) as record:
        session = play(record)
        recorded = record.events(session)
    by_migrations(any_url, newer)
    store = Store(locate(any_url))
    try:
        with store.reading() as connection:
            assert connection.execute(select(version.c.version_num)).scalar() == NEXT
        with store.writing() as connection:
            connection.execute(version.update().values(version_num=REVISION))
    finally:
        store.close()
    with open_record(any_url) as record:
        assert record.events(session) == recorded
        assert wrong(record.verify()) == {}


def test_an_upgrade_that_fails_leaves_all_as_it_was(file: Path, newer: Path) -> None:
    open_record(str(file)).close()
    before = shape(str(file))
    (newer / "versions" / "later.py").write_text(later("op.drop_table('nowhere')"), encoding="utf-8")
    with pytest.raises(RecordError, match="nowhere"):
        by_migrations(str(file), newer)
    assert shape(str(file)) == before
    with open_record(str(file)) as record:
        play(record)


def test_an_older_file_is_brought_up_when_it_is_opened(
    file: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(FIRST, file)
    monkeypatch.setattr(schema, "REVISION", NEXT)
    monkeypatch.setattr(schema, "REVISIONS", (*REVISIONS, NEXT))
    monkeypatch.setattr(schema, "MIGRATIONS", newer)
    with open_record(str(file)) as record:
        assert wrong(record.verify()) == {}
    assert "team" in shape(str(file))["people"]
    with open_record(str(file)) as record:
        assert len(list(record.sessions())) == 2


def test_an_older_server_waits_for_its_keeper(postgres_url: str, newer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_record(postgres_url).close()
    assert upgrade(postgres_url) is False
    monkeypatch.setattr(schema, "REVISION", NEXT)
    monkeypatch.setattr(schema, "REVISIONS", (*REVISIONS, NEXT))
    monkeypatch.setattr(schema, "MIGRATIONS", newer)
    with pytest.raises(RecordError, match="rolecall database upgrade") as caught:
        open_record(postgres_url)
    assert caught.value.reason is Reason.OLDER
    assert upgrade(postgres_url) is True
    with open_record(postgres_url) as record:
        begin(record, started())


def test_an_upgrade_makes_a_servers_database(postgres_url: str) -> None:
    with pytest.raises(RecordError) as caught:
        open_record(postgres_url, create=False)
    assert caught.value.reason is Reason.MISSING
    assert upgrade(postgres_url) is True
    open_record(postgres_url, create=False).close()
