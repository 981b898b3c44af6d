"""One scenario of the library by its id or path: playable with its rubric and texts, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.library import Cache, Library, LibraryError, rebuild
from simulator.model.source import text_hash
from simulator.words import say
from tests.library.little import CALLS, NONE, put


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library([tmp_path / "calls"], Cache(tmp_path / "cache"), NONE)


def refusal(library: Library, name: str | Path) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        library.load(name)
    return caught.value


def test_a_shipped_scenario_is_loaded_by_its_id() -> None:
    loaded = Library().load("prelevement-rejete")
    assert loaded.scenario.id == "prelevement-rejete"
    assert loaded.rubric.id == "customer-relations"
    assert loaded.scenario.text_hash == text_hash(loaded.scenario_text)
    assert loaded.rubric.text_hash == text_hash(loaded.rubric_text)


def test_a_scenario_is_loaded_by_its_path_with_the_rubric_beside_it(library: Library, tmp_path: Path) -> None:
    path = put(tmp_path / "elsewhere")
    for name in (path, str(path)):
        loaded = library.load(name)
        assert (loaded.scenario.id, loaded.rubric.id, loaded.path) == ("parcel", "little", path)


def test_line_ends_do_not_change_what_a_scenario_is(library: Library, tmp_path: Path) -> None:
    path = put(tmp_path / "calls")
    before = library.load("parcel").scenario.text_hash
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert library.load("parcel").scenario.text_hash == before


def test_an_unknown_id_names_the_nearest_one(library: Library, tmp_path: Path) -> None:
    put(tmp_path / "calls")
    assert say(refusal(library, "parcle").message) == "There is no scenario parcle. Did you mean parcel?"
    assert say(refusal(library, "zzz").message) == "There is no scenario zzz. There are: parcel."


def test_an_unknown_id_in_an_empty_library(library: Library) -> None:
    assert say(refusal(library, "x\x1b[2J").message) == "There is no scenario x\ufffd[2J: the library is empty."


@pytest.mark.parametrize("name", ["none/x.yaml", "x.yml", "a/b", "a\0b/c"])
def test_a_path_that_leads_nowhere_is_a_sentence(library: Library, name: str) -> None:
    message = say(refusal(library, name).message)
    assert message.startswith("There is no file") or "cannot be read" in message


def test_a_folder_is_no_scenario(library: Library, tmp_path: Path) -> None:
    assert say(refusal(library, tmp_path).message) == f"{tmp_path} is a folder; name one scenario in it."


def test_a_scenario_with_errors_is_refused_with_all_of_them(library: Library, tmp_path: Path) -> None:
    path = put(tmp_path / "calls", goto="gotoo", start="strat")
    error = refusal(library, path)
    assert say(error.message) == f"{path} has errors and cannot be played."
    assert len(error.diagnostics) >= 2
    assert error.source is not None
    assert error.source.text == path.read_text("utf-8")
    by_id = refusal(library, "parcel")
    assert by_id.diagnostics


def test_a_call_that_cannot_be_played_to_its_end_is_refused(library: Library, tmp_path: Path) -> None:
    path = put(
        tmp_path / "calls", **{"        once: yes\n        score: {listening: 2}": "        score: {listening: 2}"}
    )
    assert [entry.playable for entry in library.listing().entries] == [True]
    error = refusal(library, path)
    assert "E406" in {diagnostic.code for diagnostic in error.diagnostics}
    assert "E406" in {diagnostic.code for diagnostic in refusal(library, "parcel").diagnostics}


def test_two_scenarios_with_one_id_cannot_be_loaded_by_it(library: Library, tmp_path: Path) -> None:
    first = put(tmp_path / "calls", "a.yaml")
    put(tmp_path / "calls", "b.yaml")
    assert "have the id parcel" in say(refusal(library, "parcel").message)
    assert library.load(first).scenario.id == "parcel"


@pytest.mark.parametrize(
    "name",
    [
        "/etc/hosts.yaml",
        "//server/share/r.yaml",
        "\\\\\\\\server\\\\r.yaml",
        "c:/r.yaml",
        "no-such",
        "../../x.yaml",
        ".",
    ],
)
def test_a_rubric_is_a_shipped_one_or_a_path_from_the_file(library: Library, tmp_path: Path, name: str) -> None:
    path = put(tmp_path / "calls", **{"rubric: ./little-rubric.yaml": f'rubric: "{name}"'})
    assert "E314" in {diagnostic.code for diagnostic in refusal(library, path).diagnostics}


def test_a_broken_rubric_keeps_its_scenario_from_being_played(library: Library, tmp_path: Path) -> None:
    path = put(tmp_path / "calls")
    assert library.load(path).rubric.pass_mark == 60
    (path.parent / "little-rubric.yaml").write_text("criteria: 1\n")
    assert "E314" in {diagnostic.code for diagnostic in refusal(library, path).diagnostics}


def test_texts_alone_are_enough_for_a_recorded_session() -> None:
    loaded = Library((), None, CALLS).load("parcel")
    scenario, rubric = rebuild(loaded.scenario_text, loaded.rubric_text, Cache())
    assert (scenario.id, rubric.id) == ("parcel", "little")
    assert scenario.states == loaded.scenario.states
    with pytest.raises(LibraryError):
        rebuild("nothing", loaded.rubric_text, Cache())
    with pytest.raises(LibraryError):
        rebuild(loaded.scenario_text, "nothing", Cache())
