"""The sizes of terminal that the screens are laid out for."""

from __future__ import annotations

from typing import Final

from textual.geometry import Size

WIDTHS: Final = {"-narrow": 0, "-normal": 76, "-wide": 116}
"""From how many columns on."""
HEIGHTS: Final = {"-short": 0, "-medium": 22, "-tall": 34}
"""From how many lines on."""
LEAST: Final = Size(50, 15)
"""With less a call cannot be read."""

TOO_SMALL: Final = "-too-small"


def is_too_small(size: Size) -> bool:
    """Whether nothing can be shown but a sentence that says so."""
    return size.width < LEAST.width or size.height < LEAST.height


def classes_for(size: Size) -> dict[str, bool]:
    """The classes of a screen of that size: one width, one height, and whether it is too small."""
    width = max((name for name, least in WIDTHS.items() if size.width >= least), key=WIDTHS.__getitem__)
    height = max((name for name, least in HEIGHTS.items() if size.height >= least), key=HEIGHTS.__getitem__)
    return {name: name in (width, height) for name in (*WIDTHS, *HEIGHTS)} | {TOO_SMALL: is_too_small(size)}
