"""A file of names: from a spreadsheet or an editor, and whatever somebody puts there on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.record import open_record
from simulator.session.errors import SessionError
from simulator.session.groups import BYTES_MAX, NAMES_MAX, group_of, read_names
from simulator.words import say


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("team.csv", "name\nAna Petit\nÉlodie\n"),
        ("team.csv", "Ana Petit\r\nÉlodie\r\n"),
        ("team.csv", '"Ana Petit"\n"Élodie"\n'),
        ("team.csv", "id;Nom ;site\n1;Ana Petit;Lyon\n2;Élodie;Pau\n3\n"),
        ("team.txt", "site\tSTAGIAIRE\nLyon\tAna  Petit\n\nPau\tÉlodie\nPau\tAna Petit\n"),
        ("team.csv", 'matricule,age\n"Ana Petit",3\nÉlodie,4\n'),
        ("team.yaml", "- Ana Petit\n- Élodie\n"),
        ("team.yml", "trainees:\n  - Ana Petit\n  - Élodie\nsite: Lyon\n"),
        ("TEAM.YAML", "stagiaires: [Ana Petit, Élodie]\n"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_names_are_read_as_people_write_them(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    assert read_names(path) == ("Ana Petit", "Élodie")


def test_a_spreadsheets_own_letters_are_read(tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_bytes("nom\nÉlodie\n".encode("cp1252"))
    assert read_names(path) == ("Élodie",)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "has no names"),
        ("a.csv", b"name\n\n \n", "has no names"),
        ("a.csv", b"site,age\nLyon,3\n", "several columns"),
        ("a.csv", b"name\nAna\x1b[2J\n", "cannot be a name"),
        ("a.csv", "name\nAna \u202egnp\n".encode(), "cannot be a name"),
        ("a.csv", b"name\n" + b"x" * 300 + b"\n", "cannot be a name"),
        ("a.csv", b"x" * (BYTES_MAX + 1), "too large"),
        ("a.csv", "".join(f"n{n}\n" for n in range(NAMES_MAX + 1)).encode(), "more than 5000 names"),
        ("a.yaml", b"", "cannot be read"),
        ("a.yaml", b"trainees: Ana\n", "no list of names"),
        ("a.yaml", b"people:\n- Ana\n", "no list of names"),
        ("a.yaml", b"trainees:\n- a: b\n", "no list of names"),
        ("a.yaml", b"trainees: [" + b"[" * 30_000, "cannot be read"),
        ("a.yaml", b"trainees: &a [*a]\n", "cannot be read"),
        ("a.yaml", b"- \xff\xfe\n", "cannot be read"),
    ],
)
def test_what_is_no_list_of_names_is_refused_with_a_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SessionError) as caught:
        read_names(path)
    assert said in say(caught.value.message)


@given(data=st.binary(max_size=200), ending=st.sampled_from([".csv", ".yaml"]))
def test_nothing_in_a_file_raises_anything_else(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(data)
    try:
        names = read_names(path)
    except SessionError:
        return
    assert all(name == " ".join(name.split()) for name in names)


def test_a_group_is_whom_its_names_mean(tmp_path: Path) -> None:
    with open_record(str(tmp_path / "rolecall.db")) as record:
        ana, bob = record.people.id_for("Ana Petit"), record.people.id_for("4711")
        found = group_of(record, ("ana petit", "4711", "Nobody"))
        assert (found.ids, found.unknown) == (frozenset({ana, bob}), ("Nobody",))
        assert group_of(record, (ana,)).ids == {ana}
