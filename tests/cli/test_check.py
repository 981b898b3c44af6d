"""`rolecall check`: good and faulty files, folders, whatever is no file at all, and what programs get."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.library.little import CALLS, RUBRIC, put

FAULTY = Path(__file__).parents[1] / "faulty"
EXPLAINED = Path(__file__).parents[1] / "explained"


def codes(found: list[dict[str, object]]) -> list[object]:
    """The codes of diagnostics."""
    return [diagnostic["code"] for diagnostic in found]


def test_a_good_call_and_its_rubric_have_nothing_to_say(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("check", parcel, CALLS / RUBRIC)
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", "2 files: 0 errors, 0 warnings.\n")


def test_the_shipped_calls_and_rubrics_are_good(rolecall: Commands) -> None:
    root = Path(__file__).parents[2]
    ran = rolecall("check", root / "scenarios", root / "scoring", "--format", "json")
    assert [d for d in ran.json if d["severity"] == "error"] == []
    assert ran.status == Exit.SUCCESS


def test_a_fault_is_shown_with_its_line(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})
    ran = rolecall("check", parcel)
    assert ran.status == Exit.PROBLEM
    assert "slove" in ran.out
    assert "^^^^^" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == "1 file: 1 error, 0 warnings.\nMore about E301: `rolecall check --explain E301`.\n"


def test_the_page_to_read_is_named_once_and_is_that_of_an_error(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{'        why: "You learn what matters."\n': ""})
    assert re.fullmatch(
        r"More about (W\d{3}): `rolecall check --explain \1`.", rolecall("check", parcel).err.splitlines()[1]
    )
    faulty = [FAULTY / "e3" / "unknown_state.yaml", FAULTY / "e1" / "latin_1.yaml"]
    said = rolecall("check", parcel, *faulty).err.splitlines()
    assert said[1:] == ["More about E301: `rolecall check --explain E301`."]


def test_one_line_each_is_for_editors(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})
    (line,) = rolecall("check", parcel, "--format", "short").out.splitlines()
    place, _space, told = line.partition(" ")
    assert place == f"{parcel}:81:15:"
    assert told.startswith("E3")


def test_programs_get_all_of_it(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})
    ran = rolecall("check", parcel, "--format", "json")
    (diagnostic,) = ran.json
    assert (diagnostic["file"], diagnostic["line"], diagnostic["column"]) == (str(parcel), 81, 15)
    assert diagnostic["severity"] == "error"
    assert (ran.status, ran.err) == (Exit.PROBLEM, "")


def test_what_a_file_allows_is_counted_and_shown_to_programs_alone(rolecall: Commands, tmp_path: Path) -> None:
    call = tmp_path / "call.yaml"
    text = EXPLAINED.joinpath("W401.yaml").read_text(encoding="utf-8")
    call.write_text(f"# check: allow W401 a draft\n{text}", encoding="utf-8")
    ran = rolecall("check", call)
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", "1 file: 0 errors, 0 warnings, 1 allowed.\n")
    (diagnostic,) = rolecall("check", call, "--format", "json").json
    assert (diagnostic["code"], diagnostic["allowed"]) == ("W401", "a draft")


def test_nothing_wrong_is_an_empty_list(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("check", parcel, "--format", "json")
    assert (ran.status, ran.json, ran.err) == (Exit.SUCCESS, [], "")


def test_above_the_limit_of_positions_all_is_told_that_needs_none(rolecall: Commands, tmp_path: Path) -> None:
    text = (EXPLAINED / "E412.yaml").read_text(encoding="utf-8")
    for good, bad in (
        ('        why: "A name is something she can hold you to."\n', ""),
        ('"In the end."', f'"{"In the end, they all say that in the end. " * 8}"'),
        ("  - when: patience == 0\n", "  - when: patience in [0, 3]\n"),
    ):
        assert good in text
        text = text.replace(good, bad, 1)
    (tmp_path / "crowded.yaml").write_text(text, encoding="utf-8")
    ran = rolecall("check", tmp_path / "crowded.yaml", "--format", "json")
    assert ran.status == Exit.PROBLEM
    assert set(codes(ran.json)) == {"E412", "E413", "W401", "W403"}


def test_a_folder_is_walked(rolecall: Commands, parcel: Path) -> None:
    deep = parcel.parent / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "bad.yml").write_text("states: [\n")
    (deep / ".hidden.yaml").write_text("states: [\n")
    (deep / "notes.txt").write_text("states: [\n")
    ran = rolecall("check", parcel.parent, "--format", "json")
    assert {diagnostic["file"] for diagnostic in ran.json} == {str(deep / "bad.yml")}


def test_a_folder_without_calls_is_told(rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = rolecall("check", tmp_path / "empty")
    assert ran.status == Exit.PROBLEM
    assert "There is no YAML file in" in ran.out


def test_two_calls_of_one_folder_with_one_id_are_told(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, "twin.yaml")
    put(parcel.parent / "elsewhere", "twin.yaml")
    ran = rolecall("check", parcel.parent, "--format", "json")
    assert [(d["code"], d["file"], d["line"]) for d in ran.json] == [("E315", str(parcel.parent / "twin.yaml"), 2)]


def test_a_file_named_twice_is_no_twin(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("check", parcel, parcel).status == Exit.SUCCESS


@pytest.mark.parametrize(
    "content",
    [
        b"\x7fELF\x02\x01\x01\x00\xff\xfe\x00",
        b"",
        b"id: a\n" * 400_000,
        b"a: " + b"[" * 200_000,
        b"a: &x [*x, *x]\n",
        b"a: &a [b, b]\nc: &c [*a, *a]\nd: [*c, *c]\n",
        b"!!python/object/apply:os.system ['true']\n",
        'title: "\\x1b[2J\u202eparcel"\n'.encode(),
        b"\xff\xfe" + "id: a\n".encode("utf-16-le"),
        b"- 1\n--- \n- 2\n",
        b"\xc3\x28: x\n",
    ],
    ids=["binary", "empty", "huge", "deep", "includes itself", "grows", "tag", "hostile", "utf-16", "two", "latin"],
)
@pytest.mark.parametrize("form", ["full", "short", "json"])
def test_what_is_no_call_is_a_diagnostic(rolecall: Commands, tmp_path: Path, content: bytes, form: str) -> None:
    (tmp_path / "bad.yaml").write_bytes(content)
    ran = rolecall("check", tmp_path / "bad.yaml", "--format", form)
    assert ran.status == Exit.PROBLEM
    assert "bad.yaml" in ran.out
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "Traceback" not in ran.err
    assert len(ran.out) < 20_000


def test_one_bad_file_does_not_hide_the_others(rolecall: Commands, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\x00")
    (tmp_path / "b.yaml").write_text("states: [\n")
    (tmp_path / "c.yaml").mkdir()
    ran = rolecall("check", tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "c.yaml", "--format", "json")
    assert {os.path.basename(d["file"]) for d in ran.json} == {"a.yaml", "b.yaml", "c.yaml"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_with_a_name_is_not_waited_for(rolecall: Commands, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "call.yaml")
    ran = rolecall("check", tmp_path / "call.yaml")
    assert ran.status == Exit.PROBLEM
    assert "is not an ordinary file" in ran.out


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="this system has no links")
def test_links_that_lead_in_circles_are_followed_once(rolecall: Commands, parcel: Path) -> None:
    (parcel.parent / "again").symlink_to(parcel.parent, target_is_directory=True)
    (parcel.parent / "self.yaml").symlink_to(parcel.parent / "self.yaml")
    ran = rolecall("check", parcel.parent, "--format", "short")
    assert ran.status == Exit.PROBLEM
    assert [os.path.basename(line.split(": ")[0]) for line in ran.out.splitlines()] == ["self.yaml"]
    assert rolecall("check", parcel.parent / "self.yaml").status == Exit.PROBLEM


def test_a_name_is_shown_and_never_obeyed(rolecall: Commands, tmp_path: Path) -> None:
    bad = tmp_path / "a\x1b[2J\nb.yaml"
    bad.write_text("states: [\n")
    for form in ("full", "short", "json"):
        ran = rolecall("check", bad, "--format", form)
        assert "\x1b" not in ran.out
        assert ran.status == Exit.PROBLEM
    assert len(rolecall("check", bad, "--format", "short").out.splitlines()) == 1


@pytest.mark.parametrize("name", ["e1", "e2", "e3"])
def test_faulty_files_are_all_found_faulty(rolecall: Commands, name: str) -> None:
    files = sorted((FAULTY / name).glob("*.yaml"))
    for file in files[::7]:
        ran = rolecall("check", file, "--format", "json")
        assert ran.status == Exit.PROBLEM
        assert all(diagnostic["file"] == str(file) for diagnostic in ran.json)
