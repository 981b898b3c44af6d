"""`rolecall graph`: one diagram in four forms, to standard output or a file; what is said where it can't be made."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.library.little import put


def test_mermaid_is_what_one_gets_unasked(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("graph", parcel)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.out.startswith("flowchart TD\n")
    assert ran.out == rolecall("graph", parcel, "--format", "mermaid").out


@pytest.mark.parametrize(("form", "begin"), [("mermaid", "flowchart"), ("dot", "digraph"), ("html", "<!doctype html>")])
def test_a_file_gets_what_standard_output_would(
    form: str, begin: str, rolecall: Commands, parcel: Path, tmp_path: Path
) -> None:
    file = tmp_path / "chart"
    ran = rolecall("graph", parcel, "--format", form, "--output", file)
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", "")
    text = file.read_text("utf-8")
    assert text.startswith(begin)
    assert text == rolecall("graph", parcel, "--format", form).out


def test_one_variant_alone_can_be_drawn(rolecall: Commands, parcel: Path) -> None:
    both, one = (rolecall("graph", parcel, *more).out for more in ([], ["--variant", "illness"]))
    assert both != one
    assert "variant illness" in rolecall("graph", parcel, "--variant", "illness", "--format", "html").out


@pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_a_picture(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("graph", parcel, "--format", "svg")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert "<svg" in ran.out
    assert "courier" in ran.out


def test_where_graphviz_is_missing_it_is_said_how_to_get_it(
    rolecall: Commands, parcel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ran = rolecall("graph", parcel, "--format", "svg")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "graphviz.org" in ran.err
    assert "--format html" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_where_graphviz_fails_its_reason_is_told(
    rolecall: Commands, parcel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "dot"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'no fonts\x1b[2J' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    ran = rolecall("graph", parcel, "--format", "svg")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "Graphviz could not draw this picture: no fonts�[2J" in ran.err


def test_what_cannot_be_drawn_is_told(rolecall: Commands, parcel: Path, tmp_path: Path) -> None:
    assert rolecall("graph", "xyzzy").status == Exit.USAGE
    assert rolecall("graph", parcel, "--variant", "x").status == Exit.USAGE
    assert rolecall("graph", parcel, "--format", "png").status == Exit.USAGE
    assert rolecall("graph", parcel, "--output", tmp_path).status == Exit.USAGE
    assert rolecall("graph", parcel, "--output", tmp_path / "no" / "file").status == Exit.PROBLEM
    broken = put(parcel.parent, "broken.yaml", **{"goto: solve\n        why": "goto: slove\n        why"})
    ran = rolecall("graph", broken)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "^^^^^" in ran.err


def test_the_page_speaks_french_to_those_who_do(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("graph", parcel, "--format", "html", "--language", "fr")
    assert '<html lang="fr">' in ran.out
    assert "meilleur choix" in ran.out
    assert '<main lang="en"' in ran.out
