"""The dark and the light theme. Every colour of text has a contrast of at least 4.5 to 1 on each of its grounds."""

from __future__ import annotations

from typing import Final

from textual.color import Color
from textual.theme import Theme

DARK: Final = Theme(
    name="rolecall-dark",
    primary="#7fb4d8",
    secondary="#c0abe0",
    accent="#e6b566",
    foreground="#dfe3e8",
    background="#14181d",
    surface="#1c222a",
    panel="#262e38",
    success="#86c596",
    warning="#e6b566",
    error="#f0938a",
    dark=True,
    variables={"muted": "#97a3b0", "line": "#3a4552", "pointed": "#2b3a49", "scrollbar": "#3a4552"},
)
LIGHT: Final = Theme(
    name="rolecall-light",
    primary="#1a5680",
    secondary="#5d4690",
    accent="#7a5200",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#f3f1eb",
    panel="#e7e3da",
    success="#1c6435",
    warning="#7a5200",
    error="#a02117",
    dark=False,
    variables={"muted": "#58616b", "line": "#c3bdb0", "pointed": "#d8e4ec", "scrollbar": "#c3bdb0"},
)


def with_ours(variables: dict[str, str]) -> dict[str, str]:
    """`variables` of any theme, with the colours that only our themes define made from its own where missing."""
    made = _ansi() if variables["background"].startswith("ansi_") else _blended(variables)
    return {**made, **variables}


def _ansi() -> dict[str, str]:
    """A theme of the terminal's own sixteen colours has nothing to mix."""
    return {"muted": "ansi_bright_black", "line": "ansi_bright_black", "pointed": "ansi_default"}


def _blended(variables: dict[str, str]) -> dict[str, str]:
    background, foreground, primary = (Color.parse(variables[name]) for name in ("background", "foreground", "primary"))
    return {
        "muted": background.blend(foreground, 0.65).hex,
        "line": background.blend(foreground, 0.3).hex,
        "pointed": background.blend(primary, 0.25).hex,
    }
