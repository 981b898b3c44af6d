"""How long it takes to check a folder of calls, against reading the same files with PyYAML's loader in C."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.benchmarks.corpus import put_calls
from tests.benchmarks.ratios import Ratio, compared

AT_MOST = 10.0
ROLECALL = str(Path(sys.executable).with_name("rolecall"))


def measured(folder: Path, files: int, rounds: int) -> Ratio:
    """`rolecall check` on a folder of so many calls, from start to end, against reading them one after the other."""
    paths = put_calls(folder, files)
    return compared(lambda: _checked(folder), lambda: _read(paths), rounds)


def _checked(folder: Path) -> float:
    environment = {**os.environ, "ROLECALL_HOME": str(folder.parent / "home")}
    begun = time.perf_counter()
    subprocess.run([ROLECALL, "check", str(folder)], env=environment, capture_output=True, check=True)
    return time.perf_counter() - begun


def _read(paths: list[Path]) -> float:
    begun = time.perf_counter()
    for path in paths:
        with path.open(encoding="utf-8") as file:
            yaml.load(file, yaml.CSafeLoader)
    return time.perf_counter() - begun


@pytest.mark.long
def test_checking_a_thousand_files_takes_at_most_ten_times_what_reading_them_does(tmp_path: Path) -> None:
    found = measured(tmp_path / "calls", files=1_000, rounds=1)
    print(f"\nchecking 1,000 calls against reading them: {found}")
    assert found.ratio <= AT_MOST, str(found)
