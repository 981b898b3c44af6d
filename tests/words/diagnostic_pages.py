"""Diagnostics of every kind in every form, as one page for each language to compare with.

`python -m tests.words.diagnostic_pages LANGUAGE...` writes the pages anew; nothing else does.
Read them before they are committed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from simulator import words
from simulator.language.traps import trap
from simulator.model.diagnostic import Diagnostic, Severity
from simulator.model.message import Message
from simulator.model.source import SourceText, Span
from simulator.words.diagnostics import as_json, full, short

FOLDER: Final = Path(__file__).parents[1] / "golden" / "diagnostics"

WARNING: Final = Message("Unknown key `{key}`.", {"key": "mood"})
"""A sentence of the program that needs no scenario to be said."""


def source_of(text: str) -> SourceText:
    """A file of that text."""
    return SourceText("appels/retard.yaml", text)


def _trap(wording: str, span: Span | None, **values: object) -> Diagnostic:
    return trap(wording, "appels/retard.yaml", span, None, **values)


LONG: Final = "say: " + "Une cliente fidèle a manqué une échéance, " * 4
CASES: Final[dict[str, tuple[Diagnostic, str]]] = {
    "a line and what to write": (
        _trap("E105", Span(2, 14, 15), line='say: "Bonjour : ici Hexa"'),
        "id: a\nsay: Bonjour : ici Hexa\n",
    ),
    "a line with two figures": (_trap("E110", Span(12, 3, 8), key="trust", line=4), "\n" * 11 + "  trust: 1\n"),
    "a warning, without advice": (Diagnostic("W402", Severity.WARNING, WARNING, Span(1, 1, 5)), "mood: calm\n"),
    "no place": (_trap("E101", None), ""),
    "an empty file": (_trap("E114", Span(1, 1, 2)), ""),
    "behind the end of a line": (_trap("E103", Span(1, 9, 30)), "goto:\n"),
    "tabs": (_trap("E104-inside", Span(1, 7, 8), line="a:  b:   c"), "\ta:\tb:\tc\n"),
    "controls and direction marks": (
        _trap("E118", Span(1, 16, 17), name="U+202E RIGHT-TO-LEFT OVERRIDE"),
        "say: \x1b[31mRouge\u202etrevni\u2066\x00\u0085\ud800\n",
    ),
    "wide characters": (_trap("E105", Span(1, 14, 15), line="x"), "say: 日本語 한국 ｆ: a\n"),
    "characters without a width": (
        _trap("E105", Span(1, 19, 20), line="x"),
        "say: e\u0301te\u0301 👩\u200d💻 ok : a\n",
    ),
    "a long line, at its beginning": (_trap("E120", Span(1, 1, 4), key="say", line="say: x"), LONG),
    "a long line, in the middle": (_trap("E105", Span(1, 90, 100), line="x"), LONG),
    "a long line, at its end": (_trap("E105", Span(1, 160, 173), line="x"), LONG),
    "a long stretch": (_trap("E105", Span(1, 6, 173), line="x"), LONG),
    "values from a hostile file": (
        _trap("E110", Span(1, 1, 2), key="\x1b]0;x\x07\nerror[E999]: faux\u202e", line=3),
        "a: b\n",
    ),
}


def page(language: str) -> str:
    """Every case in full, in colour, on one line and as JSON."""
    words.use(language)
    blocks = []
    for title, (diagnostic, text) in CASES.items():
        source = source_of(text)
        coloured = full(diagnostic, source, 60, colour=True).replace("\x1b", "<ESC>")
        values = json.dumps(as_json(diagnostic, source.name), ensure_ascii=False)
        shown = [full(diagnostic, source, 60), short(diagnostic, source.name), values, coloured]
        blocks.append("\n\n".join([f"=== {title}", *shown]))
    return "\n\n".join(blocks) + "\n"


def path(language: str) -> Path:
    """Where the page of `language` is kept."""
    return FOLDER / f"{language}.txt"


def is_translated(language: str) -> bool:
    """Whether what a page says is there in `language`: English always is."""
    words.use(language)
    return language == "en" or all(words._(text) != text for text in (WARNING.text, "help: {help}"))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:]:
        if not is_translated(name):
            sys.exit(f"the catalogue of {name} is not filled yet")
        path(name).write_bytes(page(name).encode("utf-8"))
