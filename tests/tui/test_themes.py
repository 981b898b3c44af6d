"""The colours: enough contrast on every ground, and a meaning of their own in every theme."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from simulator.tui.themes import DARK, LIGHT, with_ours

ENOUGH = 4.5
"""What WCAG 2 asks of text at level AA."""
TEXTS = ("foreground", "muted", "primary", "secondary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel", "pointed")


def brightness(color: Color) -> float:
    parts = [value / 255 for value in color.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def variables(theme: Theme) -> dict[str, str]:
    return with_ours({**theme.to_color_system().generate(), **theme.variables})


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_is_read_on_every_ground(theme: Theme, text: str, ground: str) -> None:
    known = variables(theme)
    assert contrast(Color.parse(known[text]), Color.parse(known[ground])) >= ENOUGH


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_a_theme_of_textual_gets_the_colours_that_only_ours_have(name: str) -> None:
    assert {"muted", "line", "pointed"} <= variables(BUILTIN_THEMES[name]).keys()
