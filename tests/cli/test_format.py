"""`rolecall format`: files are written whole or not at all, and what can't be laid out is told and left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.library.little import put

UNTIDY = {
    "level: 2": "level:     2",
    '"A parcel did not come."': "A parcel did not come.",
    "  illness:": "  illness: # x",
}


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """The small call with a layout of its own."""
    return put(tmp_path / "untidy", **UNTIDY)


def test_a_file_is_laid_out_once_and_left_alone_then(rolecall: Commands, untidy: Path) -> None:
    ran = rolecall("format", untidy)
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", "1 file was laid out.\n")
    text = untidy.read_text("utf-8")
    assert "\nlevel: 2\n" in text
    assert '\nabout: "A parcel did not come."\n' in text
    assert "\n  illness:  # x\n" in text
    before = untidy.stat().st_mtime_ns
    assert rolecall("format", untidy).err == "0 files were laid out.\n"
    assert untidy.stat().st_mtime_ns == before
    assert sorted(path.name for path in untidy.parent.iterdir()) == ["little-rubric.yaml", "parcel.yaml"]


def test_check_and_diff_write_nothing(rolecall: Commands, untidy: Path) -> None:
    before = untidy.read_bytes()
    check = rolecall("format", "--check", untidy.parent)
    assert (check.status, check.out) == (Exit.PROBLEM, f"{untidy}\n")
    assert check.err == "1 file would change.\n"
    diff = rolecall("format", "--diff", untidy)
    assert diff.status == Exit.PROBLEM
    assert "\n-level:     2\n+level: 2\n" in diff.out
    assert untidy.read_bytes() == before
    rolecall("format", untidy)
    assert rolecall("format", "--check", untidy.parent).status == Exit.SUCCESS
    assert rolecall("format", "--diff", untidy.parent).out == ""


def test_line_ends_the_byte_order_mark_and_permissions_are_kept(rolecall: Commands, untidy: Path) -> None:
    untidy.write_bytes(b"\xef\xbb\xbf" + untidy.read_bytes().replace(b"\n", b"\r\n"))
    untidy.chmod(0o640)
    assert rolecall("format", untidy).status == Exit.SUCCESS
    data = untidy.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfrolecall: 1\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") > 50
    assert untidy.stat().st_mode & 0o777 == 0o640
    assert rolecall("format", "--check", untidy).status == Exit.SUCCESS


@pytest.mark.skipif(sys.platform == "win32", reason="needs leave to make links there")
def test_a_link_stays_a_link(rolecall: Commands, untidy: Path) -> None:
    link = untidy.parent / "link.yaml"
    link.symlink_to(untidy)
    assert rolecall("format", link).status == Exit.SUCCESS
    assert link.is_symlink()
    assert "\nlevel: 2\n" in untidy.read_text("utf-8")


def test_a_file_with_errors_is_told_and_the_others_are_laid_out(rolecall: Commands, untidy: Path) -> None:
    broken = put(untidy.parent, "broken.yaml", **{"goto: solve\n        why": "goto: slove\n        why"})
    before = broken.read_bytes()
    ran = rolecall("format", broken, untidy)
    assert ran.status == Exit.PROBLEM
    assert "^^^^^" in ran.err
    assert f"rolecall: {broken} has errors and is left as it is." in ran.err
    assert "1 file was laid out.\n1 file was left as it is.\n" in ran.err
    assert broken.read_bytes() == before
    assert "\nlevel: 2\n" in untidy.read_text("utf-8")


def test_what_cannot_be_written_is_left_whole(
    rolecall: Commands, untidy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "no", str(untidy))

    before = untidy.read_bytes()
    monkeypatch.setattr(os, "replace", refuse)
    ran = rolecall("format", untidy)
    assert ran.status == Exit.PROBLEM
    assert "may not be read or written by you" in ran.err
    assert untidy.read_bytes() == before
    assert len(list(untidy.parent.iterdir())) == 2


@pytest.mark.parametrize(("arguments", "sentence"), [(["nowhere.yaml"], "no file or folder"), ([], "Missing argument")])
def test_a_slip_is_told(arguments: list[str], sentence: str, rolecall: Commands) -> None:
    ran = rolecall("format", *arguments)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert sentence in ran.err


def test_a_folder_without_files_is_told(rolecall: Commands, tmp_path: Path) -> None:
    ran = rolecall("format", tmp_path)
    assert ran.status == Exit.PROBLEM
    assert "There is no YAML file in" in ran.err


@pytest.mark.parametrize("content", ["a: " + "[" * 30_000, "a: &a [*a]", "x" * 2_000_000, "a: !!python/none x", "\0"])
def test_no_file_over_the_limits_reaches_the_other_reader(content: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_text(content, "utf-8")
    program = (
        "import sys\n"
        "from simulator.cli.main import run\n"
        f"status = run(['format', {str(file)!r}])\n"
        "print(status, any(name.startswith('ruamel') for name in sys.modules))"
    )
    environment = {**os.environ, "ROLECALL_HOME": str(tmp_path / "rc")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", env=environment)
    assert done.stdout == "1 False\n"
    assert "Traceback" not in done.stderr
    assert file.read_text("utf-8") == content
