"""`rolecall catalogue`: a folder's calls on one page, for people and for programs."""

from __future__ import annotations

from pathlib import Path

from simulator.cli.exits import Exit
from tests.cli.running import Commands
from tests.library.little import put


def test_a_page_tells_what_each_call_tests(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("catalogue", parcel.parent, "--jobs", "1")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.out.startswith("# Catalogue of calls\n\n1 call.\n")
    assert "\n| [The parcel of Mo Reed](#parcel) | " in ran.out
    assert "\n- Variant `gift`: " in ran.out
    assert "\n| the longest answer | " in ran.out
    assert "\n| Critical error | Calls in which it can be made |\n" in ran.out


def test_the_page_is_french_where_the_user_is(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("catalogue", parcel, "--language", "fr", "--jobs", "1")
    assert ran.out.startswith("# Répertoire des appels\n\n1 appel.\n")
    assert "| n'importe quelle réponse, à l'aveugle | 0 | " in ran.out


def test_programs_get_the_figures(rolecall: Commands, parcel: Path) -> None:
    (call,) = rolecall("catalogue", parcel, "--format", "json", "--jobs", "1").json
    assert (call["id"], call["variants"], call["allows"]) == ("parcel", ["gift", "illness"], 0)
    figures = call["figures"]
    assert [len(figures[key]) for key in ("positions", "ideal")] == [2, 2]
    assert sum(share for _criterion, share in figures["weights"]) <= 1 + 1e-9
    assert figures["blind"]["score"] == 0
    assert figures["second_best"]["id"] == "second-best"


def test_several_processes_tell_the_same(rolecall: Commands, parcel: Path) -> None:
    for name in ("a.yaml", "b.yaml", "c.yaml"):
        put(parcel.parent, name)
    assert (
        rolecall("catalogue", parcel.parent, "--jobs", "2").out
        == rolecall("catalogue", parcel.parent, "--jobs", "1").out
    )


def test_what_has_errors_is_named_and_left_out(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, "wrong.yaml", **{"goto: solve\n        why": "goto: slove\n        why"})
    ran = rolecall("catalogue", parcel.parent, "--jobs", "1")
    assert ran.status == Exit.PROBLEM
    assert "wrong.yaml has errors and is left out" in ran.err
    assert "\n1 call.\n" in ran.out


def test_a_title_is_no_markup(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, "parcel.yaml", **{"The parcel of {name}": "<b>[Mo](http://x)|`*"})
    ran = rolecall("catalogue", parcel.parent, "--jobs", "1")
    assert "<b>" not in ran.out
    assert "[Mo](http" not in ran.out


def test_rubrics_are_no_calls(rolecall: Commands, parcel: Path) -> None:
    (parcel.parent / "own.yaml").write_text(
        "rolecall: 1\nid: own\ntitle: {fr: a, en: a}\ncriteria: {}\n", encoding="utf-8"
    )
    ran = rolecall("catalogue", parcel.parent, "--jobs", "1")
    assert "\n1 call.\n" in ran.out


def test_a_path_that_is_not_there_is_a_slip(rolecall: Commands, tmp_path: Path) -> None:
    assert rolecall("catalogue", tmp_path / "nowhere").status == Exit.USAGE
