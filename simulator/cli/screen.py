"""How much room there is, and whether colours are welcome."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.cli.context import Context

WIDEST = 100
"""Longer lines than this are tiring to read."""
NARROWEST = 30
USUAL = 80
"""How wide a terminal is that does not say."""


def width() -> int:
    """How many columns a line may take. Without `shutil`, which loads three kinds of compression to know it."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(NARROWEST, min(int(columns), WIDEST))
    try:
        found = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, ValueError, OSError):
        found = 0
    return max(NARROWEST, min(found or USUAL, WIDEST))


def help_width() -> int:
    """How many columns the help takes."""
    return width() - 2


def colours(context: Context) -> bool:
    """Whether standard output shows colours: on a terminal, where nobody asked for none, or for plain lines."""
    settings = context.settings
    return sys.stdout.isatty() and settings.colour.value and not settings.plain.value
