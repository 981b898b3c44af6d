"""One memory for all tests of a process: a call that was read and analysed once is not read and analysed again.

Tests of the memory itself, and those of what happens where nothing is known yet, have their own.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Final

from simulator.library import Cache

_FOLDER: Final = Path(tempfile.mkdtemp(prefix="rolecall-tests-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)

CACHE: Final = Cache(_FOLDER)
