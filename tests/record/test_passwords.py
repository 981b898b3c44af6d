"""A server that wants a password gets it from PostgreSQL's own files, never from an address or a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from simulator.record import Reason, RecordError, open_record
from tests.record.postgres import LOCKED

PASSWORD = r"it's:a\secret"


@pytest.fixture
def address(postgres_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A record that is opened by a login with a password, which no file says yet."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PGPASSFILE", raising=False)
    open_record(postgres_url).close()
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {LOCKED} LOGIN SUPERUSER PASSWORD '{PASSWORD.replace(chr(39), chr(39) * 2)}'")
        yield postgres_url.replace("rolecall@", f"{LOCKED}@")
        admin.execute(f"DROP ROLE {LOCKED}")


def private(path: Path, text: str) -> str:
    """A file that its owner alone can read."""
    path.write_text(text, encoding="utf-8")
    os.chmod(path, 0o600)
    return str(path)


def password_line(address: str) -> str:
    """What stands in a ~/.pgpass for an address."""
    url = make_url(address)
    escaped = PASSWORD.replace("\\", "\\\\").replace(":", "\\:")
    return f"{url.host}:{url.port}:{url.database}:{LOCKED}:{escaped}\n"


def test_nobody_comes_in_without_a_password(address: str) -> None:
    with pytest.raises(RecordError) as caught:
        open_record(address, create=False)
    assert caught.value.reason is Reason.UNREACHABLE


def test_an_address_without_a_password_finds_it_in_a_file(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSFILE", private(tmp_path / "passwords", password_line(address)))
    with open_record(address, create=False) as record:
        assert PASSWORD not in record.place
        assert list(record.sessions()) == []


def test_a_service_says_where_the_server_is(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = make_url(address)
    service = f"[room]\nhost={url.host}\nport={url.port}\ndbname={url.database}\nuser={LOCKED}\n"
    monkeypatch.setenv("PGSERVICEFILE", private(tmp_path / "services", service))
    monkeypatch.setenv("PGPASSFILE", private(tmp_path / "passwords", password_line(address)))
    with open_record("postgresql:///?service=room", create=False) as record:
        assert list(record.sessions()) == []


def test_a_wrong_password_is_not_repeated_to_anybody(address: str) -> None:
    wrong = make_url(address).set(password="hunter2").render_as_string(hide_password=False)
    with pytest.raises(RecordError) as caught:
        open_record(wrong, create=False)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(caught.value.message)
