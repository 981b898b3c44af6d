"""Makes README's picture: a real call on the real screens, played with a fixed seed, at its debrief.

Run from the folder above: `python -m docs.make_picture`.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.tui.screens.call import CallScreen
from tests.tui.stage import Seen, Stage

CALL, VARIANT, SIZE = "more-than-i-pay-now", "video-for-work", (140, 38)
PLAY = (
    "needs-first",
    "eight-times",
    "how-have-they-been",
    "sending-not-watching",
    "both-prices",
    "go-500",
    "six-years-here",
    "both-on-paper",
    "ask-them-first",
    "thursday-half-six",
)
"""A good call with mistakes in it."""

PICTURE = Path(__file__).with_name("debrief.svg")


async def make() -> str:
    """The debrief as SVG, opened at the decision that cost most."""
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        loaded = stage.shipped(CALL)
        async with stage.show(loaded, size=SIZE, trainee="Sam", mode="practice", variant=VARIANT) as seen:
            await seen.press("enter")
            await play(seen)
            await seen.press("enter", "escape")
            await seen.press("n")
            return seen.app.export_screenshot(title="RoleCall")


async def play(seen: Seen) -> None:
    """Take the choices of `PLAY` where they are on offer, else the first one, until the call is over."""
    wanted = list(PLAY)
    while isinstance(seen.screen, CallScreen) and not seen.screen.call.over:
        offered = [choice.id for choice in seen.screen.call.shown]
        choice = next((one for one in wanted if one in offered), offered[0])
        await seen.press(str(offered.index(choice) + 1))


def steady(picture: str) -> str:
    """`picture` without the number that differs each time, and without fonts from somebody's server."""
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    found = re.search(r"terminal-(\d+)-", picture)
    return picture.replace(f"terminal-{found[1]}-", "terminal-") if found else picture


if __name__ == "__main__":
    PICTURE.write_text(steady(asyncio.run(make())), encoding="utf-8")
