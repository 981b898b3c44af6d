"""Records to test with: in a file, and on a PostgreSQL server that runs for the whole test run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from simulator.record import Record, open_record
from tests.record.postgres import server

_number = count(1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database may be made."""
    return tmp_path / "rolecall.db"


@pytest.fixture
def record(file: Path) -> Iterator[Record]:
    """An empty record in a file."""
    with open_record(str(file)) as opened:
        yield opened


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server's first database."""
    with server() as url:
        yield url


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """The URL of an empty database on the server."""
    yield from _empty(postgres)


@pytest.fixture(scope="module")
def shared_postgres_url(postgres: str) -> Iterator[str]:
    """The URL of a database that starts empty, for tests that fill it once and then only read."""
    yield from _empty(postgres)


def _empty(postgres: str) -> Iterator[str]:
    import psycopg

    name = f"record_{next(_number)}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield postgres.removesuffix("postgres") + name
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def shared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a database may be made that tests fill once and then only read."""
    return tmp_path_factory.mktemp("shared") / "rolecall.db"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_url(request: pytest.FixtureRequest) -> str:
    """A place for a record that tests only read, in each kind of database."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("shared_file"))
    url: str = request.getfixturevalue("shared_postgres_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def any_url(request: pytest.FixtureRequest, file: Path) -> str:
    """A place for a record, in each kind of database."""
    if request.param == "sqlite":
        return str(file)
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def any_record(any_url: str) -> Iterator[Record]:
    """An empty record, in each kind of database."""
    with open_record(any_url) as opened:
        yield opened
