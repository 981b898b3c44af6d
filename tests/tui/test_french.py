"""In French no screen has a word of English: not ours, and none that Textual brings along."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import aclosing
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from simulator import words
from simulator.words.speech import LOCALE
from tests.tui.stage import NARROW, WIDE, Stage
from tests.tui.walk import walk_french, walk_past

SHORTEST = 5
"""Letters of a word that is looked for; shorter ones are found in French as well."""


def several(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    """One text, or those for one and for many."""
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def english() -> set[str]:
    """What is said in English and otherwise in French, without what is filled in."""
    with (Path(LOCALE) / "fr" / "LC_MESSAGES" / "rolecall.po").open("rb") as file:
        catalogue = read_po(file)
    found = set()
    for message in catalogue:
        french = " ".join(several(message.string)).casefold()
        for part in (part.strip(" .,:;()") for text in several(message.id) for part in re.split(r"\{\w+\}", text)):
            if len(part) >= SHORTEST and part.casefold() not in french:
                found.add(part)
    return found


def english_words() -> re.Pattern[str]:
    """Finds any of those."""
    return re.compile(rf"\b({'|'.join(re.escape(text) for text in sorted(english(), key=len, reverse=True))})\b")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])
async def test_no_screen_speaks_english(stage: Stage, size: tuple[int, int]) -> None:
    words.use("fr")
    wanted = english_words()
    said: dict[str, list[str]] = {}
    for walk in (walk_french, walk_past):
        async with aclosing(walk(stage, size)) as stops:
            async for name, seen in stops:
                for found in wanted.findall(seen.flat):
                    said.setdefault(name, []).append(found)
    assert said == {}
