"""The golden tables of statistics, made by `docs/make_agreement_tables.py` with established packages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "golden" / "scoring"


def table(name: str) -> list[dict[str, Any]]:
    """The rows of one table."""
    rows: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return rows


def near(expected: Any) -> Any:
    """Equal to three decimals; None is None."""
    return None if expected is None else pytest.approx(expected, abs=5e-4)
