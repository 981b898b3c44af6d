"""The dark and the light theme."""

from textual.theme import Theme

DARK = Theme(
    name="rolecall-dark",
    primary="#7fb4d8",
    secondary="#b9a3d9",
    accent="#e6b566",
    foreground="#e3e6ea",
    background="#14181d",
    surface="#1b2027",
    panel="#252c35",
    success="#83c092",
    warning="#e6b566",
    error="#ee8a80",
    dark=True,
)
LIGHT = Theme(
    name="rolecall-light",
    primary="#1f5a86",
    secondary="#5d4690",
    accent="#7a5200",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e4e0d6",
    success="#1f6b38",
    warning="#7a5200",
    error="#a32318",
    dark=False,
)
