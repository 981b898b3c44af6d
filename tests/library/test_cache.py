"""What was found good is not compiled again; what is in the cache folder can slow a call down, never spoil it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from simulator.analysis import values
from simulator.analysis.valuation import FORMAT
from simulator.library import Cache, Library, Loaded
from simulator.library.library import SHIPPED
from simulator.model.scenario import Scenario
from tests.library.little import CALLS, NONE, put

IN_A_CLEAN_INTERPRETER = """
import sys
from pathlib import Path
from simulator.library import Cache, Library
folder, cache, name = sys.argv[1:]
library = Library([], Cache(Path(cache)), Path(folder))
assert any(entry.id == name for entry in library.listing().entries)
loaded = library.load(name)
for variant in loaded.scenario.variants:
    library.cache.values(loaded.scenario, loaded.rubric, variant.id)
heavy = {"yaml", "pydantic", "sqlalchemy", "textual", "transitions", "click", "simulator.language.tree"}
print(" ".join(sorted(heavy & set(sys.modules))))
"""


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    put(tmp_path / "calls")
    return tmp_path / "calls"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def load(calls: Path, folder: Path | None) -> Loaded:
    return Library([calls], Cache(folder), NONE).load("parcel")


def said(scenario: Scenario) -> dict[str, object]:
    """Everything that a scenario says, for a comparison of two."""
    return {field.name: getattr(scenario, field.name) for field in fields(scenario)}


def kept(folder: Path, kind: str) -> list[Path]:
    return sorted((folder / kind).iterdir())


@pytest.mark.parametrize(("calls", "name"), [(CALLS, "parcel"), (SHIPPED / "fr", "prelevement-rejete")])
def test_a_known_scenario_needs_neither_yaml_nor_pydantic(calls: Path, folder: Path, name: str) -> None:
    command = [sys.executable, "-c", IN_A_CLEAN_INTERPRETER, str(calls), str(folder), name]
    first, second = (subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2))
    assert "yaml" in first.stdout.split()
    assert second.stdout.split() == []


def test_a_scenario_from_the_cache_is_the_same(calls: Path, folder: Path) -> None:
    first, second = load(calls, folder), load(calls, folder)
    assert said(first.scenario) == said(second.scenario)
    assert first.rubric == second.rubric


def test_a_changed_scenario_is_read_again(calls: Path, folder: Path) -> None:
    load(calls, folder)
    put(calls, title='title: "Another"')
    assert load(calls, folder).scenario.title == "Another"


def test_a_scenario_is_read_again_when_its_rubric_changed(calls: Path, folder: Path) -> None:
    load(calls, folder)
    rubric = calls / "little-rubric.yaml"
    rubric.write_text(rubric.read_text("utf-8").replace("pass_mark: 60", "pass_mark: 61"), "utf-8")
    loaded = load(calls, folder)
    assert loaded.rubric.pass_mark == 61
    assert "61" in loaded.rubric_text


def other_rules(text: bytes) -> bytes:
    head, _, body = text.partition(b"\n")
    label = json.loads(head)
    label["rules"] = "0/0/0"
    return json.dumps(label).encode() + b"\n" + body


def someone_elses(text: bytes) -> bytes:
    head, _, body = text.partition(b"\n")
    label = json.loads(head)
    label["key"] = "0" * 64
    return json.dumps(label).encode() + b"\n" + body


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda text: text[: len(text) // 2],
    "flipped": lambda text: text[:-20] + bytes([text[-20] ^ 1]) + text[-19:],
    "not json": lambda _: b"\x80\x04K\x01.\n",
    "deep": lambda _: b"[" * 60_000 + b"\n",
    "a list": lambda _: b"[]\n{}",
    "endless line": lambda _: b"{" * 200_000,
    "other rules": other_rules,
    "another text's": someone_elses,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_cache_is_made_anew(calls: Path, folder: Path, damage: Callable[[bytes], bytes]) -> None:
    before = load(calls, folder)
    worth = Cache(folder).values(before.scenario, before.rubric, "gift")
    files = [*kept(folder, "documents"), *kept(folder, "values")]
    assert len(files) == 3
    good = [path.read_bytes() for path in files]
    for path, text in zip(files, good, strict=True):
        path.write_bytes(damage(text))
    after = load(calls, folder)
    assert said(after.scenario) == said(before.scenario)
    again = Cache(folder).values(after.scenario, after.rubric, "gift")
    assert again.yardsticks == worth.yardsticks
    assert [path.read_bytes() for path in files] == good


@pytest.mark.parametrize(
    ("word", "other"),
    [('"best":[', '"best":["x",'), (f'"format":{FORMAT}', '"format":9'), ('"variant":"gift"', '"variant":"illness"')],
)
def test_values_that_say_something_else_are_not_believed(calls: Path, folder: Path, word: str, other: str) -> None:
    from hashlib import sha256

    loaded = load(calls, folder)
    worth = Cache(folder).values(loaded.scenario, loaded.rubric, "gift")
    (path,) = kept(folder, "values")
    head, _, body = path.read_text("utf-8").partition("\n")
    assert word in body
    body = body.replace(word, other, 1)
    label = json.loads(head) | {"sum": sha256(body.encode()).hexdigest()}
    path.write_text(json.dumps(label) + "\n" + body, "utf-8")
    assert Cache(folder).values(loaded.scenario, loaded.rubric, "gift").yardsticks == worth.yardsticks


def test_a_folder_that_cannot_be_written_is_no_error(calls: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    loaded = load(calls, tmp_path / "cache")
    assert loaded.scenario.id == "parcel"
    assert Cache(tmp_path / "cache").values(loaded.scenario, loaded.rubric, "gift").yardsticks.best > 0


def test_folders_in_place_of_files_are_no_error(calls: Path, folder: Path) -> None:
    load(calls, folder)
    for path in kept(folder, "documents"):
        path.unlink()
        (path / "inside").mkdir(parents=True)
    assert load(calls, folder).scenario.id == "parcel"
    assert [path.name for path in folder.rglob(".*")] == []


def test_values_are_those_of_the_analysis(calls: Path, folder: Path) -> None:
    loaded = load(calls, folder)
    for variant in loaded.scenario.variants:
        computed = values(loaded.scenario, loaded.rubric, variant.id)
        for cache in (Cache(folder), Cache(folder), Cache()):
            found = cache.values(loaded.scenario, loaded.rubric, variant.id)
            assert found.to_json() == computed.to_json()


def test_two_that_ask_at_once_get_the_same_answer(calls: Path) -> None:
    loaded, cache = load(calls, None), Cache()
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(cache.values(loaded.scenario, loaded.rubric, "gift")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(one is found[0] for one in found)


def test_the_oldest_go_when_there_are_too_many(folder: Path) -> None:
    from simulator.library.shelf import KEEP, Shelf

    shelf = Shelf(folder)
    for number in range(KEEP["values"] + 5):
        shelf.put("values", f"{number:064}", {}, "body")
        os.utime(folder / "values" / f"{number:064}.json", ns=(number, number))
    left = [int(path.stem) for path in kept(folder, "values")]
    assert left == list(range(5, KEEP["values"] + 5))
