"""Whatever is wrong with the place of the record is said in a sentence, and what was acknowledged stays."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from simulator.record import Reason, Record, RecordError, open_record, upgrade
from simulator.record.address import default_file
from simulator.record.filesystem import is_unc, kind_of, read_linux, read_mac
from tests.record.postgres import NOBODY
from tests.record.sample import begin, chose, started, tamper, wrong

ROOT = Path(__file__).parents[2]


def refused(url: str | None, *, create: bool = True) -> RecordError:
    """The error with which a record does not open."""
    with pytest.raises(RecordError) as caught:
        Record.open(url, create=create, busy_seconds=0.1)
    return caught.value


def test_the_users_own_record_needs_no_preparation() -> None:
    with open_record() as record:
        assert record.place == str(default_file())
    assert default_file().exists()


def test_no_record_is_made_where_none_is_wanted(file: Path) -> None:
    for url in (None, str(file)):
        error = refused(url, create=False)
        assert error.reason is Reason.MISSING
        assert "It is made when the first call is taken" in str(error)
    assert not file.exists()
    assert not default_file().parent.exists()


def test_a_url_and_a_path_name_the_same_file(file: Path) -> None:
    with open_record(str(file)) as record:
        begin(record, started())
    with open_record(f"sqlite:///{file}", create=False) as record:
        assert len(record.all_unfinished()) == 1


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    error = refused(str(tmp_path / "no" / "such" / "rolecall.db"))
    assert error.reason is Reason.MISSING
    assert str(error.message.values["folder"]).endswith("such")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder" in str(refused(str(tmp_path)))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://root@localhost/x", "not in “mysql”"),
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("sqlite:////tmp/x.db?mode=ro", "must name a file"),
        ("sqlite+aiosqlite:////tmp/x.db", "not in “sqlite+aiosqlite”"),
        ("postgresql://host:port/x", "cannot be read"),
        ("://", "cannot be read"),
    ],
)
def test_another_address_is_refused(url: str, words: str) -> None:
    error = refused(url)
    assert error.reason is Reason.INVALID
    assert words in str(error)


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 100, b"\x00" * 5_000, b"SQLite format 3\x00" + b"\xff" * 5_000])
def test_another_file_is_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert refused(str(file)).reason in (Reason.NOT_A_RECORD, Reason.CORRUPT)
    assert file.read_bytes() == content


def test_another_programs_database_is_left_alone(file: Path) -> None:
    tamper(file, "CREATE TABLE songs (title)")
    assert refused(str(file)).reason is Reason.NOT_A_RECORD
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("songs",)]


def test_a_newer_database_is_left_alone(file: Path) -> None:
    open_record(str(file)).close()
    tamper(file, "UPDATE rolecall_version SET version_num = '9999'")
    assert refused(str(file)).reason is Reason.NEWER
    with pytest.raises(RecordError, match="Update RoleCall") as caught:
        upgrade(str(file))
    assert caught.value.reason is Reason.NEWER


@pytest.mark.parametrize("revision", ["", "abc", "0000", "99999"])
def test_an_unknown_form_is_refused(file: Path, revision: str) -> None:
    open_record(str(file)).close()
    tamper(file, f"UPDATE rolecall_version SET version_num = '{revision}'")
    assert refused(str(file)).reason is Reason.NOT_A_RECORD


def test_a_damaged_database_is_said_to_be(file: Path) -> None:
    with open_record(str(file)) as record:
        session = begin(record, started(), *(chose(number) for number in range(1, 60)))
    raw = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as other:
        (size,) = other.execute("PRAGMA page_size").fetchone()
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()
    raw[(page - 1) * size : page * size] = b"\xa5" * size
    file.write_bytes(bytes(raw))
    with open_record(str(file)) as record:
        for attempt in (lambda: record.events(session), lambda: record.append(session, chose(60))):
            with pytest.raises(RecordError, match="is damaged") as caught:
                attempt()
            assert caught.value.reason is Reason.CORRUPT


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Another program that is in the middle of writing."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_locked_database_can_be_tried_again(file: Path) -> None:
    with Record.open(str(file), busy_seconds=0.1) as record:
        session = begin(record, started())
        with writing(file):
            with pytest.raises(RecordError, match="another program") as caught:
                record.append(session, chose(1), after=1)
            assert caught.value.reason is Reason.LOCKED
            assert len(record.events(session)) == 1
        assert record.append(session, chose(1), after=1) == 2
        assert wrong(record.verify()) == {}


def test_a_database_that_another_program_has_to_itself_is_locked(file: Path) -> None:
    open_record(str(file)).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        assert refused(str(file)).reason is Reason.LOCKED


def test_a_full_disk_loses_nothing_that_was_acknowledged(file: Path) -> None:
    with open_record(str(file)) as record:
        session = begin(record, started())
        with record._store.outside() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        acknowledged: list[int] = []
        with pytest.raises(RecordError, match="no room left") as caught:
            acknowledged.extend(record.append(session, chose(decision)) for decision in range(1, 200))
        assert caught.value.reason is Reason.FULL
        assert [event.number for event in record.events(session)] == [1, *acknowledged]
        with record._store.outside() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        assert record.append(session, chose(1), after=acknowledged[-1]) == acknowledged[-1] + 1
        assert wrong(record.verify()) == {}


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own."""
    command = [sys.executable, "-W", "error", "-c", script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


DISK_THAT_ENDS = """
import resource, signal, sys
from simulator.record import RecordError, open_record
from tests.record.sample import begin, chose, started
record = open_record(sys.argv[1])
session = begin(record, started())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
try:
    for decision in range(1, 10_000):
        record.append(session, chose(decision))
        print(decision, flush=True)
except RecordError as error:
    print(error.reason, error, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_takes_no_more_is_said_to(file: Path) -> None:
    done = run(DISK_THAT_ENDS, str(file))
    assert done.stderr.startswith("disk The disk did not read or write the database")
    assert "Traceback" not in done.stderr
    acknowledged = len(done.stdout.split())
    assert acknowledged > 10
    with open_record(str(file)) as record:
        (session,) = record.all_unfinished()
        assert session.events == acknowledged + 1
        assert wrong(record.verify()) == {}


READ_ONLY = """
import os, sys
from simulator.record import RecordError, open_record
open_record(sys.argv[2]).close()  # all is loaded before this process becomes someone else
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(int(sys.argv[3])), os.setuid(int(sys.argv[3]))
try:
    open_record(sys.argv[1])
except RecordError as error:
    print(error.reason, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders are not made read-only by a mode")
@pytest.mark.parametrize("what", ["file", "folder", "new"])
def test_a_database_that_may_not_be_written_is_said(what: str, tmp_path: Path) -> None:
    home = Path(tempfile.mkdtemp(prefix="read-only"))
    try:
        file = home / "rolecall.db"
        if what != "new":
            open_record(str(file)).close()
            file.chmod(0o444)
        home.chmod(0o755 if what == "file" else 0o555)
        done = run(READ_ONLY, str(file), str(tmp_path / "other.db"), str(NOBODY))
        assert done.stderr == ""
        assert done.stdout.startswith("read-only The database")
        assert "cannot be written" in done.stdout
    finally:
        home.chmod(0o755)
        shutil.rmtree(home)


def test_a_server_that_does_not_answer_is_said() -> None:
    error = refused("postgresql://trainee:secret@127.0.0.1:1/rolecall")
    assert error.reason is Reason.UNREACHABLE
    assert "postgresql://127.0.0.1:1/rolecall" in str(error)
    assert "secret" not in str(error)


def test_a_server_without_its_driver_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    error = refused("postgresql://127.0.0.1/rolecall")
    assert error.reason is Reason.UNREACHABLE
    assert 'pip install "rolecall[postgres]"' in str(error)


def test_a_servers_database_that_is_not_there_is_said(postgres: str) -> None:
    error = refused(postgres + "_nowhere")
    assert error.reason is Reason.UNREACHABLE
    assert "does not exist" in str(error)


def test_a_lost_connection_is_said_and_made_again(postgres_url: str) -> None:
    import psycopg

    with open_record(postgres_url) as record:
        session = begin(record, started())
        with psycopg.connect(postgres_url, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(RecordError) as caught:
            record.append(session, chose(1), after=1)
        assert caught.value.reason is Reason.UNREACHABLE
        assert record.append(session, chose(1), after=1) == 2


def test_a_row_that_another_holds_on_a_server_is_locked(postgres_url: str) -> None:
    import psycopg

    with Record.open(postgres_url, busy_seconds=1) as record:
        session = begin(record, started())
        with psycopg.connect(postgres_url) as other:
            other.execute("SELECT 1 FROM sessions FOR UPDATE")
            with pytest.raises(RecordError) as caught:
                record.append(session, chose(1))
            assert caught.value.reason is Reason.LOCKED
            other.rollback()
        assert record.append(session, chose(1)) == 2


def test_tables_of_another_program_on_a_server_are_left_alone(postgres_url: str) -> None:
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as other:
        other.execute("CREATE TABLE sessions (cookie text)")
        assert refused(postgres_url).reason is Reason.NOT_A_RECORD
        found = other.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        assert found == [("sessions",)]


def test_a_network_share_is_refused(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr("simulator.record.filesystem._mounts", lambda: read_linux(f"nas:/x {file.parent} nfs4 rw 0 0"))
    error = refused(str(file))
    assert error.reason is Reason.NETWORK_SHARE
    assert "network share" in str(error)
    assert "PostgreSQL" in str(error)
    assert not file.exists()


def test_a_disk_without_write_ahead_logging_is_refused(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr("simulator.record.database._write_ahead", lambda *_: "delete")
    assert refused(str(file)).reason is Reason.NETWORK_SHARE


LINUX = r"""/dev/vda / ext4 rw,relatime 0 0
nas:/homes /home nfs4 rw,vers=4.2 0 0
/dev/sdb /home/marie/local\040disk xfs rw 0 0
//server/share /mnt/team\040files cifs rw 0 0
broken
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//marie@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by marie)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/tmp", "ext4"),
        ("/home/marie", "nfs4"),
        ("/home/marie/local disk/x", "xfs"),
        ("/homes", "ext4"),
        ("/mnt/team files/rolecall", "cifs"),
    ],
)
def test_the_kind_of_a_linux_disk(folder: str, kind: str) -> None:
    assert kind_of(PurePosixPath(folder), read_linux(LINUX)) == kind


def test_the_kind_of_a_mac_disk() -> None:
    assert kind_of(PurePosixPath("/Volumes/share/rolecall"), read_mac(MAC)) == "smbfs"
    assert kind_of(PurePosixPath("/Users/marie"), read_mac(MAC)) == "apfs"


def test_an_unknown_disk_is_given_the_benefit_of_the_doubt() -> None:
    assert kind_of(PurePosixPath("/x"), ()) == ""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\share\x", True),
        (r"C:\Users\marie", False),
        (r"\\?\C:\Users", False),
        ("x", False),
    ],
)
def test_a_windows_path_that_names_a_server(path: str, share: bool) -> None:
    assert is_unc(PureWindowsPath(path)) is share
