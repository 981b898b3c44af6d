"""Files and databases that cannot be used: one sentence, exit status 1 or 2, no traceback, nothing recorded lost."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.strategies.shipped import NAMES
from tests.whole.program import ENDED, Ended, piped, run

NO_RIGHTS = 77
"""How the launcher of a bound program says that it may not give up its own rights."""


def session_of(folder: Path) -> str:
    """The one session there is."""
    (session,) = json.loads(run(folder, "sessions", "list", "--format", "json").out)
    return str(session["session"])


VERBS = [["sessions", "list"], ["sessions", "verify"], ["sessions", "export"], ["people", "list"], ["play"], ["home"]]


def use(folder: Path, parcel: Path, verb: list[str]) -> Ended:
    """Use the database by a verb."""
    if verb == ["home"]:
        return run(folder, "--library", parcel.parent, stdin="q\n")
    return run(folder, *verb, *([parcel] if verb == ["play"] else []), stdin=ENDED)


def damage(file: Path) -> None:
    """Write over the middle of a database, and leave nothing beside it."""
    with closing(sqlite3.connect(file)) as behind:
        behind.execute("PRAGMA journal_mode=DELETE")
    content = bytearray(file.read_bytes())
    content[2_000:] = b"\xa5" * (len(content) - 2_000)
    file.write_bytes(content)


def test_a_damaged_database_is_told(folder: Path, parcel: Path, database: Path) -> None:
    damage(database)
    before = database.read_bytes()
    for verb in VERBS:
        ran = use(folder, parcel, verb)
        assert ran.status == 1, verb
        assert str(database) in ran.sentence, verb
    assert database.read_bytes() == before


def test_what_is_no_database_is_told_and_kept(folder: Path, parcel: Path) -> None:
    folder.mkdir()
    (folder / "rolecall.db").write_bytes(b"a letter to a customer\n" * 500)
    for verb in VERBS:
        ran = use(folder, parcel, verb)
        assert (ran.status, ran.out) == (1, ""), verb
        assert "is not a database of RoleCall" in ran.sentence
    assert (folder / "rolecall.db").read_bytes() == b"a letter to a customer\n" * 500


def test_a_newer_database_is_told_and_kept(folder: Path, parcel: Path, database: Path) -> None:
    with closing(sqlite3.connect(database)) as behind:
        behind.execute("UPDATE rolecall_version SET version_num = '9999'")
        behind.commit()
    for verb in VERBS:
        ran = use(folder, parcel, verb)
        assert (ran.status, ran.out) == (1, ""), verb
        assert "newer" in ran.sentence
    with closing(sqlite3.connect(database)) as behind:
        (count,) = behind.execute("SELECT count(*) FROM sessions").fetchone()
    assert count == 1


def bound(folder: Path, *arguments: object, stdin: str = "") -> Ended:
    """Run a program that file permissions hold for; skip where this process may not give up its rights."""
    ran = run(folder, *arguments, stdin=stdin, bound=True)
    if ran.status == NO_RIGHTS:
        pytest.skip("the tests run with rights that they cannot give up")
    return ran


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other ways to give up rights")
def test_a_home_that_is_read_only_is_told(folder: Path, parcel: Path, database: Path) -> None:
    session = session_of(folder)
    for file in folder.glob("rolecall.db*"):
        file.chmod(0o400)
    folder.chmod(0o500)
    try:
        ran = bound(folder, "play", parcel, stdin=ENDED)
        assert (ran.status, ran.out) == (1, "")
        assert str(database) in ran.sentence
        assert bound(folder, "check", parcel).status == 0
        assert bound(folder, "analyse", parcel).status == 0
    finally:
        folder.chmod(0o700)
        database.chmod(0o600)
    assert session_of(folder) == session


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other ways to give up rights")
def test_a_home_that_may_not_be_made_is_told(tmp_path: Path, parcel: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    ran = bound(tmp_path / "closed" / "rc", "play", parcel, stdin=ENDED)
    assert (ran.status, ran.out) == (1, "")
    assert "may not be read or written by you" in ran.sentence


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other ways to give up rights")
def test_a_call_that_may_not_be_read_is_told(folder: Path, parcel: Path) -> None:
    parcel.chmod(0)
    for verb in ("play", "analyse"):
        ran = bound(folder, verb, parcel)
        assert (ran.status, ran.out) == (1, "")
        assert str(parcel) in ran.sentence
    checked = bound(folder, "check", parcel, parcel.parent)
    assert checked.status == 1
    assert checked.out.count("error[E100]") == 2
    listed = bound(folder, "--library", parcel.parent, stdin="q\n")
    assert listed.status == 0
    assert f"Not playable: {parcel}." in listed.out


CONTENTS = {
    "binary": b"\x7fELF\x02\x01\x01\x00\xff\xfe\x00" * 50,
    "two MiB": b"# a long call\n" * 150_000,
    "deep": b"a: " + b"[" * 300_000,
    "deep mappings": b"".join(b" " * depth + b"a:\n" for depth in range(900)),
    "includes itself": b"states: &x [*x, *x]\n",
    "grows without end": b"states: &x0 [a]\n"
    + b"".join(b"x%d: &x%d [%s]\n" % (n, n, b", ".join([b"*x%d" % (n - 1)] * 9)) for n in range(1, 30)),
    "runs a program": b"!!python/object/apply:os.system ['touch rolecall-was-here']\n",
    "no end": b'title: "',
    "nulls": b"\x00" * 1_000,
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_hostile_call_is_told(name: str, folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_bytes(CONTENTS[name])
    played = run(folder, "play", bad, stdin=ENDED)
    assert (played.status, played.out) == (1, "")
    assert "Traceback" not in played.err
    assert played.err.splitlines()[-1].startswith(f"rolecall: {bad}")
    checked = run(folder, "check", bad, "--format", "json")
    assert checked.status == 1
    assert {diagnostic["file"] for diagnostic in json.loads(checked.out)} == {str(bad)}
    assert not (folder / "rolecall.db").exists()


def test_a_folder_full_of_them_still_lists_the_good_call(folder: Path, parcel: Path) -> None:
    for name, content in CONTENTS.items():
        (parcel.parent / f"{name}.yaml").write_bytes(content)
    os.mkfifo(parcel.parent / "pipe.yaml")
    (parcel.parent / "link.yaml").symlink_to(parcel.parent / "link.yaml")
    (parcel.parent / "round").symlink_to(parcel.parent)
    ran = run(folder, "--library", parcel.parent, stdin="/parcel\n1\n2\n" + ENDED + "q\nq\n")
    assert (ran.status, ran.err) == (0, "")
    assert "Debrief: The parcel of Mo Reed" in ran.out
    assert ran.out.count("Not playable: ") == ran.out.count(f"{len(NAMES) + 1} calls") * (len(CONTENTS) + 2)


def test_a_session_is_told_after_its_file_changed_and_went(folder: Path, parcel: Path, database: Path) -> None:
    before = run(folder, "sessions", "show", session_of(folder)).out
    parcel.write_text("rolecall: 1\n")
    assert run(folder, "sessions", "show", session_of(folder)).out == before
    parcel.unlink()
    assert run(folder, "sessions", "verify").out == "1 session is right.\n"
    assert database.exists()


@pytest.mark.long
@pytest.mark.parametrize(
    "verb", [["play"], ["people", "erase", "Ana", "--yes"], ["sessions", "purge", "--older-than", "0d", "--yes"]]
)
def test_a_locked_database_is_waited_for_and_told(verb: list[str], folder: Path, parcel: Path, database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ran = use(folder, parcel, verb)
        assert ran.status == 1
        assert "is being used by another program" in ran.sentence
        other.execute("ROLLBACK")
    assert len(json.loads(run(folder, "sessions", "list", "--format", "json").out)) == 1
    assert run(folder, "sessions", "verify").status == 0


def test_a_database_that_becomes_free_is_waited_for(folder: Path, parcel: Path, database: Path) -> None:
    with (
        closing(sqlite3.connect(database, isolation_level=None)) as other,
        piped(folder, "play", parcel, "--seed", "1") as program,
    ):
        program.wait_for("Your answer")
        other.execute("BEGIN EXCLUSIVE")
        program.type(ENDED)
        other.execute("ROLLBACK")
        assert program.end().status == 0
    assert run(folder, "sessions", "verify").out == "2 sessions are right.\n"
