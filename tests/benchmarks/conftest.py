"""Records with a million sessions, and with a thousand, in files and on a server: made once for all benchmarks.

It takes some minutes, unless ROLECALL_MILLION names a folder that `python -m tests.million.generate` has filled: then
the file is there, and the server alone is to be filled.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.benchmarks.places import FEW, Place, Places
from tests.million.generate import FILE, TRAINEES, generate
from tests.record.postgres import server

MADE: Final = os.environ.get("ROLECALL_MILLION")
"""Read at once: a test finds no settings of whoever runs it."""


@pytest.fixture(scope="session")
def million(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a million sessions in a file."""
    if MADE:
        return Path(MADE)
    folder = tmp_path_factory.mktemp("million")
    generate(folder)
    return folder


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a thousand, all of them real plays."""
    folder = tmp_path_factory.mktemp("thousand")
    generate(folder, sessions=FEW, plays=FEW, trainees=TRAINEES // 50)
    return folder


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """Both on a server."""
    import psycopg

    many, few = tmp_path_factory.mktemp("million-served"), tmp_path_factory.mktemp("thousand-served")
    with server() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE thousand")
        other = url.removesuffix("postgres") + "thousand"
        generate(many, url)
        generate(few, other, sessions=FEW, plays=FEW, trainees=TRAINEES // 50)
        yield Places(Place(many, url), Place(few, other))


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest) -> Places:
    """A million sessions and a thousand, in each kind of database."""
    if request.param == "postgresql":
        found: Places = request.getfixturevalue("served")
        return found
    many, few = (request.getfixturevalue(name) for name in ("million", "thousand"))
    return Places(Place(many, str(many / FILE)), Place(few, str(few / FILE)))
