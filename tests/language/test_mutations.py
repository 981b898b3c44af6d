"""Files gone wrong at random get diagnostics: never a traceback, a hang, or the end of the interpreter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue

import pytest

from simulator.model.diagnostic import has_errors
from tests.language import mutations

ROOT = Path(__file__).parents[2]
MILLION, BATCH = 1_000_000, 10_000
PATIENCE = 120.0
"""Seconds after which one file is a hang; the slowest take seconds."""


class Fell(Exception):
    """The interpreter hung, raised or came to an end before it was done."""


def watched(command: list[str], log: Path, patience: float = PATIENCE) -> list[str]:
    """What a program said, line by line until "done"; raises Fell with its last line where it does not get there."""
    heard: list[str] = []
    said: Queue[str | None] = Queue()
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8") as process,
    ):
        threading.Thread(target=_listen, args=(process, said), daemon=True).start()
        try:
            while (line := said.get(timeout=patience)) is not None:
                heard.append(line)
        except Empty:
            process.kill()
            raise Fell(f"{heard[-1:]} hangs") from None
        status = process.wait()
    if status or heard[-1:] != ["done"]:
        raise Fell(f"{heard[-1:]} ended with {status}:\n{log.read_text(encoding='utf-8', errors='replace')}")
    return heard


def _listen(process: subprocess.Popen[str], said: Queue[str | None]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        said.put(line.rstrip("\n"))
    said.put(None)


def check(first: int, count: int, log: Path) -> None:
    """Check `count` files gone wrong, in an interpreter of their own; fails with the seed of the one it fell over."""
    program = [sys.executable, "-X", "faulthandler", "-m", "tests.language.mutations", str(first), str(count)]
    try:
        heard = watched(program, log)
    except Fell as fell:
        pytest.fail(f"seed {fell}", pytrace=False)
    assert len(heard) == count + 1


def test_a_thousand_files_gone_wrong(tmp_path: Path) -> None:
    check(0, 1_000, tmp_path / "log")


@pytest.mark.long
def test_ten_thousand_files_gone_wrong(tmp_path: Path) -> None:
    check(1_000, 10_000, tmp_path / "log")


@pytest.mark.long
def test_a_million_files_gone_wrong(tmp_path: Path) -> None:
    """One interpreter a core, each with its own files; more than an hour on two cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        batches = range(11_000, 11_000 + MILLION, BATCH)
        for _ in pool.map(lambda first: check(first, BATCH, tmp_path / str(first)), batches):
            pass


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(18_753, id="a line of nothing but a no-break space"),
        pytest.param(89_689, id="an action that is left empty"),
    ],
)
def test_what_once_went_wrong_does_so_no_more(seed: int) -> None:
    assert has_errors(mutations.check(mutations.mutated(seed)))


@pytest.mark.parametrize("path", mutations.SMALL, ids=lambda path: path.stem)
def test_any_key_may_be_left_empty(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    places = [found.span(1) for found in re.finditer(r"[a-z_]+: ([^,{}\[\]\n]+)(?=[,}\n])", text)]
    assert places
    for start, end in places:
        mutations.check((text[:start] + text[end:]).encode())


@pytest.mark.parametrize("path", [*mutations.SMALL, *mutations.LARGE], ids=lambda path: path.stem)
def test_the_files_are_good_before(path: Path) -> None:
    assert not has_errors(mutations.check(path.read_bytes()))


def test_most_files_are_bad_afterwards_and_in_many_ways() -> None:
    told = [mutations.check(mutations.mutated(seed)) for seed in range(120)]
    codes = {diagnostic.code for diagnostics in told for diagnostic in diagnostics}
    assert sum(map(has_errors, told)) > 70
    assert len({code for code in codes if code.startswith("E1")}) > 10
    assert len({code for code in codes if not code.startswith("E1")}) > 5


@pytest.mark.parametrize(
    ("what", "patience", "reason"),
    [
        ("raise ValueError('x')", PATIENCE, "ValueError"),
        ("import os; os.abort()", PATIENCE, "ended with"),
        ("import os; os._exit(0)", PATIENCE, "ended with 0"),
        ("import threading; threading.Event().wait()", 2.0, "hangs"),
    ],
)
def test_the_watchdog_names_the_seed(what: str, patience: float, reason: str, tmp_path: Path) -> None:
    program = f"print(7, flush=True); print(41, flush=True); {what}"
    with pytest.raises(Fell, match=rf"(?s)\['41'\].*{reason}"):
        watched([sys.executable, "-c", program], tmp_path / "log", patience)
