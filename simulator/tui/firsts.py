"""What the screens open at where it is neither home nor a call: made when it is shown, for each loads much."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from simulator.tui.base import RoleScreen
    from simulator.tui.desk import Desk

First: TypeAlias = "Callable[[Desk], RoleScreen[Any]]"


def preview(path: Path) -> First:
    """A call beside the file it is written in."""

    def made(desk: Desk) -> RoleScreen[Any]:
        from simulator.tui.screens.preview import PreviewScreen

        return PreviewScreen(path, desk.wish.trainee)

    return made


def marking(calibration: str) -> First:
    """The calls of the calibration of that name."""

    def made(_desk: Desk) -> RoleScreen[Any]:
        from simulator.tui.screens.marking import MarkingScreen

        return MarkingScreen(calibration)

    return made


def review(session: str) -> First:
    """One session, for whoever reviews it."""

    def made(_desk: Desk) -> RoleScreen[Any]:
        from simulator.tui.screens.review import ReviewScreen

        return ReviewScreen(session)

    return made


def sessions() -> First:
    """The table of sessions."""

    def made(_desk: Desk) -> RoleScreen[Any]:
        from simulator.tui.screens.sessions import SessionsScreen

        return SessionsScreen()

    return made
