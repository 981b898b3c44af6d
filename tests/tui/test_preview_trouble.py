"""A preview of files of any kind, with keys of any kind: everything is shown, nothing is obeyed, nothing breaks."""

from __future__ import annotations

import random
from contextlib import aclosing
from pathlib import Path

import pytest

from simulator import words
from simulator.settings import Options
from tests.tui.preview_stage import BROKEN, PreviewStage, walk_preview
from tests.tui.stage import NARROW, WIDE
from tests.tui.test_french import english_words
from tests.tui.test_hostile import BRIEF, CHANGED, MARKUP
from tests.tui.test_random_keys import KEYS

SHIPPED = Path(__file__).parents[2] / "scenarios" / "fr" / "collections" / "prelevement-rejete.yaml"
UNSEEN = "\x1b[2J\x1b]0;title\x07\u202etxet\u202c\u200b\x00"
COUNT = 20
"""How many times ten keys are struck at random."""


def hostile(writing: PreviewStage) -> None:
    writing.write(**{words: f"{words} {MARKUP}" for words in CHANGED})


async def test_a_whole_call_of_markup_is_shown_as_it_stands(writing: PreviewStage) -> None:
    hostile(writing)
    async with writing.show(size=WIDE) as seen:
        told = seen.flat
        for key in ("2", "j", "escape", "1", "2", "1", "1", "s", "escape", "u", "v"):
            await seen.press(key)
            told += seen.flat
        assert told.count("[bold red]R[/]") > 10
        assert told.count("<script>") > 5


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])
async def test_long_words_and_long_texts_break_nothing(writing: PreviewStage, size: tuple[int, int]) -> None:
    long, short = f"{'x' * 3000} {'word ' * 500}", f"{'x' * 150} {'word ' * 15}"
    writing.write(**{words: f"{words} {short if words in BRIEF else long}" for words in CHANGED})
    async with writing.show(size=size) as seen:
        await seen.press("2", "j", "escape", "s", "escape", "2", "1", "1", "tab")
        assert all(widget.region.right <= size[0] for widget in seen.screen.query("#panes *"))


@pytest.mark.parametrize(
    "text",
    [
        UNSEEN,
        f'rolecall: 1\nid: "{UNSEEN}"\ntitle: "[bold red]R[/]{UNSEEN}"\nstates: [',
        f"rolecall: 1\nid: x\n[@click=app.quit]Q[/]: {UNSEEN}\nstates:\n  a{'b' * 5000}: {{says: '[red]'}}\n",
        "\t" * 5000,
        "[" * 5000,
        "a: &x [*x]\n",
        "x" * 200_000,
        "states:\n" + "\n".join(f"  s{number}: {{}}" for number in range(2_000)),
    ],
    ids=["controls", "controls in keys", "markup in keys", "tabs", "brackets", "cycle", "one line", "many faults"],
)
async def test_whatever_the_file_says_it_is_only_shown(writing: PreviewStage, text: str) -> None:
    async with writing.show(size=WIDE) as seen:
        writing.path.write_text(text, "utf-8")
        await seen.until(lambda: seen.errors > 0)
        await seen.press("tab", "enter", "escape", "end", "pageup", "down", "enter", "escape")
        assert seen.app.is_running
        assert not set("\x1b\x07\u202e\u200b\x00") & set(seen.text)
        assert "Is that Ana?" in seen.flat


@pytest.mark.parametrize("start", ["begun", "states", "form", "slips"])
async def test_random_keys_break_nothing(writing: PreviewStage, start: str) -> None:
    dice = random.Random(start)
    keys = [*KEYS, *"jsuvr.jsuvr", "f5", "tab"]
    async with writing.show(size=dice.choice([NARROW, WIDE])) as seen:
        async with aclosing(walk_preview(seen, writing)) as stops:
            async for name in stops:
                if name == start:
                    break
        for _ in range(COUNT):
            if not seen.app.is_running:
                return
            for _ in range(10):
                # `q` leaves, which is no news.
                seen.strike(dice.choice([key for key in keys if key != "q"]))
            save = dice.randrange(9)
            if save == 0:
                hostile(writing)
            elif save < 3:
                writing.write(**(BROKEN if save == 1 else {}))
            await seen.pilot.pause(0)
        await seen.settle()
        assert seen.text.strip()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "140x40"])
async def test_in_french_no_word_is_english(writing: PreviewStage, size: tuple[int, int]) -> None:
    words.use("fr")
    wanted = english_words()
    text = SHIPPED.read_text("utf-8")
    writing.path.write_text(text, "utf-8")
    async with writing.show(size=size) as seen:
        told = [seen.flat]
        for key in ("4", "1", "1", "f1", "escape", "ctrl+p", "escape", "j", "escape", "s", "escape", "tab", "tab", "u"):
            await seen.press(key)
            told.append(seen.flat)
        writing.path.write_text(text.replace("goto: ", "goto: x", 3), "utf-8")
        await seen.until(lambda: seen.errors > 0)
        await seen.press("tab")
        told.append(seen.flat)
        writing.path.write_text("", "utf-8")
        await seen.until(lambda: seen.errors == 1)
        writing.path.unlink()
        await seen.until(lambda: seen.preview.preview.reading is not None and seen.errors == 0)
        told.append(seen.flat)
    assert [found for one in told for found in wanted.findall(one)] == []


async def test_the_theme_and_motion_of_the_settings_hold(writing: PreviewStage) -> None:
    writing.options = Options(theme="rolecall-light", motion="reduced")
    async with writing.show() as seen:
        assert seen.app.theme == "rolecall-light"
        assert seen.app.animation_level == "none"
        await seen.press("2")
        assert "Excuse me?" in seen.flat
