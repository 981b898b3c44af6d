"""What the call that is pointed at is about; more of it once its file has been read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.containers import VerticalScroll

from simulator.library import Entry, Library, LibraryError, Loaded
from simulator.session import Standing
from simulator.tui.background import in_thread
from simulator.tui.text import Words, plain
from simulator.tui.widgets.library import preview_rows, problem_rows

if TYPE_CHECKING:
    from textual.worker import WorkType


class Preview(VerticalScroll):
    """Reads the file of each call once."""

    can_focus = False

    def __init__(self, library: Library, trainee: str) -> None:
        self._about = Words(id="about")
        super().__init__(self._about, id="preview")
        self._library = library
        self._trainee = trainee
        self._known: dict[Path, Loaded] = {}
        self._entry: Entry | None = None
        self._standing = Standing()

    def show(self, entry: Entry, standing: Standing) -> None:
        """Tell of this call, and how its trainee stands there."""
        self._entry, self._standing = entry, standing
        self._tell()
        if entry.playable and entry.path not in self._known:
            self.run_worker(cast("WorkType[None]", self._read), exclusive=True)

    def tell(self, sentence: str) -> None:
        """Say why there is no call to tell of."""
        self._entry = None
        self._about.say(plain(sentence))

    def _tell(self) -> None:
        entry = self._entry
        if entry is None:
            return
        if entry.problem is not None:
            self._about.say(problem_rows(entry))
            return
        full = self.screen.has_class("-tall")
        self._about.say(preview_rows(entry, self._known.get(entry.path), self._trainee, self._standing, full=full))

    async def _read(self) -> None:
        entry = self._entry
        if entry is None:
            return
        try:
            self._known[entry.path] = await in_thread(lambda: self._library.load(entry.path))
        except (LibraryError, OSError):
            return  # told when the call is opened
        if self._entry == entry:
            self._tell()
