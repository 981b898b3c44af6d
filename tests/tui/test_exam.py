"""An exam shows nothing of what answers are worth: calls that differ in that alone look the same to their end."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.library import Library, Loaded
from simulator.model.mode import Mode
from simulator.record import open_record
from simulator.session import Call, open_call
from simulator.tui.screens.call import CallScreen
from tests.library.little import NONE, put
from tests.memory import CACHE
from tests.plain.talk import take
from tests.tui.stage import Stage

KEYS = ("u", "h", "f4", "c", "escape", "t", "escape", "f1", "escape")
"""What is pressed at each moment beside the answer: everything that might give something away."""

SECRETS: dict[str, Callable[[str], str]] = {
    "points": lambda text: text.replace("{care: 1}", "{care: 2}").replace("{listening: -1}", "{listening: -2}"),
    "critical": lambda text: text.replace("        critical: told-others\n", ""),
    "why": lambda text: text.replace('why: "', 'why: "Other: '),
    "technique": lambda text: text.replace("        technique: open-question\n", ""),
    "article": lambda text: text.replace("        see: delays\n", ""),
}
"""Ways to change what the answers are worth, and nothing of what is said."""


@pytest.fixture(params=SECRETS)
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Loaded:
    """The small call, worth something else."""
    return changed(tmp_path, request.param)


def changed(folder: Path, *secrets: str) -> Loaded:
    """The small call in a file in `folder`, with these secrets changed."""
    path = put(folder / "other")
    text = path.read_text(encoding="utf-8").partition("tests:\n")[0]
    for secret in secrets:
        before, text = text, SECRETS[secret](text)
        assert text != before
    path.write_text(text, encoding="utf-8")
    return Library((), CACHE, NONE).load(path)


async def shown(stage: Stage, loaded: Loaded, seed: int) -> list[str]:
    """Everything that is shown of one exam, from its first moment to its last words."""
    pages: list[str] = []
    async with stage.show(loaded, mode="exam", variant="gift", seed=seed) as seen:
        await seen.press("enter")
        dice = random.Random(seed)
        while isinstance(seen.screen, CallScreen) and not seen.screen.call.over:
            for key in KEYS:
                await seen.press(key)
                pages.append(seen.text)
            await seen.press(str(dice.randint(1, len(seen.screen.call.shown))))
            pages.append(seen.text)
    return pages


async def test_the_screens_of_an_exam_keep_quiet_about_points(stage: Stage, tmp_path: Path) -> None:
    another = Stage(tmp_path / "another")
    assert await shown(another, changed(another.folder, *SECRETS), 1) == await shown(stage, stage.load(), 1)


@pytest.mark.parametrize("seed", range(3))
def test_the_lines_of_an_exam_keep_quiet_about_points(stage: Stage, other: Loaded, seed: int) -> None:
    told = []
    for number, loaded in enumerate((stage.load(), other)):
        with open_record(str(stage.folder / f"{number}.db")) as record:
            lines = [
                line for answer in range(8) for line in ("?", "h", "u", "c", "k", "1", "r", "t", str(seed % 2 + 1))
            ]
            text = take(record, loaded, *lines, mode=Mode.EXAM, seed=seed).text
            told.append(text[text.index("Mo Reed, wary") : text.index("Debrief:")])
    assert told[0] == told[1]
    for word in ("Hint", "Feedback", "Better", "Patience", "best"):
        assert word not in told[0]


def test_practice_shows_the_same_until_its_debrief(stage: Stage, other: Loaded) -> None:
    told = []
    for number, loaded in enumerate((stage.load(), other)):
        with open_record(str(stage.folder / f"{number}.db")) as record:
            text = take(record, loaded, "h", "1", "u", "2", "1", "1", "1").text
            told.append(text[text.index("Mo Reed, wary") : text.index("Debrief:")])
    assert told[0] == told[1]


def test_where_an_answer_stands_says_nothing_of_what_it_is_worth(stage: Stage) -> None:
    loaded = stage.load()
    places: dict[str, set[int]] = {}
    with open_record(stage.database) as record:
        for seed in range(60):
            call: Call = open_call(record, loaded, "Ana", Mode.EXAM, seed=seed, variant="gift", cache=CACHE)
            for place, offered in enumerate(call.shown):
                places.setdefault(offered.id, set()).add(place)
            assert call.last_marks() is None
            assert not any((call.show_gauges, call.gives_hints, call.may_undo, call.gives_feedback))
    assert set(map(frozenset, places.values())) == {frozenset(range(4))}
