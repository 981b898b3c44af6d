"""How long a key takes to be seen on the call: ratios against a bare screen with the same widgets, in the same run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

from simulator.library import Library
from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.session import open_call
from tests.benchmarks.terminal import Watched, watched
from tests.library.little import CALLS, NONE
from tests.memory import CACHE

pytestmark = pytest.mark.benchmark

AT_MOST = 1.5
ROUNDS = 200
BARE = Path(__file__).with_name("bare_call.py")
SEED = 1


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home in which nothing moves by itself."""
    (tmp_path / "config.toml").write_text('motion = "reduced"\n')
    values = {**os.environ, "ROLECALL_HOME": str(tmp_path), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return values | {"ROLECALL_TRAINEE": "Ada", "ROLECALL_LANGUAGE": "en", "TEXTUAL_ANIMATIONS": "none"}


@pytest.fixture
def choices(tmp_path: Path) -> list[str]:
    """What the small call offers first, in the order in which it is shown."""
    with open_record(str(tmp_path / "other.db")) as record:
        loaded = Library((CALLS,), CACHE, NONE).load("parcel")
        call = open_call(record, loaded, "Ada", Mode.PRACTICE, seed=SEED, variant="gift", cache=CACHE)
        return [offered.text for offered in call.shown]


def test_a_key_is_seen_almost_as_fast_as_on_a_bare_screen(environment: dict[str, str], choices: list[str]) -> None:
    """The arrow that points at another choice, to the frame in which that choice is pointed at."""
    call = [sys.executable, "-m", "simulator", "--library", str(CALLS), "play", "parcel", "--new"]
    call += ["--seed", str(SEED), "--variant", "gift", "--mode", "practice"]
    bare = [sys.executable, str(BARE), "Is that Ada? My parcel is late.", *choices]
    with watched(call, environment) as ours, watched(bare, environment) as theirs:
        ours.until("Take the call")
        ours.type("\r")
        for program in (ours, theirs):
            program.until(choices[-1])
            program.rest()
        pairs = [(times(ours, place, choices), times(theirs, place, choices)) for place in places(len(choices))]
    mine, reference = (sorted(side) for side in zip(*pairs, strict=True))
    for name, figure in (("median", median), ("p95", lambda side: quantiles(side, n=20)[-1])):
        ratio = figure(mine) / figure(reference)
        told = f"{name}: {ratio:.2f} times (ours {figure(mine) * 1000:.1f} ms, bare {figure(reference) * 1000:.1f} ms)"
        print(f"\nkey to frame, {told}")
        assert ratio <= AT_MOST, told


def places(count: int) -> Iterator[int]:
    """The places that one points at, one after the other, round and round."""
    for number in range(1, ROUNDS + 1):
        yield number % count


def times(program: Watched, place: int, choices: list[str]) -> float:
    """Seconds from the key to the frame."""
    seconds = program.seconds_until(choices[place], "\x1b[B")
    program.rest()
    return seconds
