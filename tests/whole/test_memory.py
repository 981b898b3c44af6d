"""How much memory the largest call takes that may be analysed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from simulator.analysis import ANALYSABLE

ROOT: Final = Path(__file__).parents[2]
AT_MOST: Final = 2 * 1024**3


@pytest.mark.long
def test_five_million_positions_are_analysed_in_two_gibibytes() -> None:
    pytest.importorskip("resource", reason="what a process took is known where there is POSIX")
    command = [sys.executable, "-m", "tests.whole.largest_call"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    positions, taken = map(int, ran.stdout.split())
    print(f"\n{positions} positions were analysed in {taken / 1024**2:.0f} MiB")
    assert 0.98 * ANALYSABLE < positions <= ANALYSABLE
    assert taken < AT_MOST
