"""Notices that files may have changed, however that was done: written, replaced, renamed, removed, made.

Folders are watched and not files: many editors put a new file in the place of the old one. What no folder tells of - a
link's target, a network drive, a folder that moves - is noticed by looking at the files now and then.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

BEAT: Final = 0.4
"""Seconds between two looks at files that nothing was told of."""
STEP_MS: Final = 40
"""Milliseconds without a change after which a change is told: what writes twice is told of once."""
TOGETHER_MS: Final = 200
"""Milliseconds after which a change is told in any case."""
GRACE: Final = 0.2
"""Seconds that a file may be away before that is told: some editors delete it and make it anew."""

Sign = tuple[int, int, int] | int
"""What a file looks like from outside: time, size and number; the system's reason where there is none."""


class Watch(threading.Thread):
    """Tells of every change since it was made, in a thread that ends with the program. `start` it, then `stop` it."""

    def __init__(self, paths: Iterable[Path], tell: Callable[[], None]) -> None:
        super().__init__(name="watch", daemon=True)
        self._paths = tuple(paths)
        self._seen = _signs(self._paths)
        self._tell = tell
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Tell no more."""
        self._stopped.set()

    def look_at(self, paths: Iterable[Path]) -> None:
        """Watch these files from now on. May be called from any thread."""
        self._paths = tuple(paths)

    def run(self) -> None:
        """Watch until it is stopped."""
        paths, signs = self._paths, self._seen
        while not self._stopped.is_set():
            signs = self._until_others(paths, signs)
            before, paths = dict(zip(paths, signs, strict=True)), self._paths
            # A file that was not watched before may have changed since it was read.
            signs = tuple(before.get(path, 0) for path in paths)

    def _until_others(self, paths: tuple[Path, ...], signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
        """Watch until other files, or files in other folders, are to be watched; how the files look then."""
        folders = _folders(paths)
        while not self._stopped.is_set() and self._paths is paths and _folders(paths) == folders:
            try:
                for changed in self._changes(folders):
                    signs = self._look(paths, signs, changed)
                    if self._paths is not paths or _folders(paths) != folders:
                        break
            except (OSError, RuntimeError):
                # The folder went away just now, or the system has no watch to spare.
                self._stopped.wait(BEAT)
                signs = self._look(paths, signs, frozenset())
        return signs

    def _changes(self, folders: frozenset[Path]) -> Iterable[frozenset[str]]:
        """The names of the files that changed in `folders`, each time some did and with each beat."""
        from watchfiles import watch

        for changes in watch(
            *folders,
            watch_filter=None,
            debounce=TOGETHER_MS,
            step=STEP_MS,
            stop_event=self._stopped,
            rust_timeout=round(BEAT * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
            ignore_permission_denied=True,
        ):
            yield frozenset(os.path.basename(path) for _kind, path in changes)

    def _look(self, paths: tuple[Path, ...], signs: tuple[Sign, ...], changed: frozenset[str]) -> tuple[Sign, ...]:
        """Tell where one of the files is another one now; how they look."""
        now = _signs(paths)
        if any(isinstance(sign, int) and not isinstance(was, int) for sign, was in zip(now, signs, strict=True)):
            self._stopped.wait(GRACE)
            now = _signs(paths)
        # Two changes may be closer together than the system's clock ticks, so that what was named is told as well.
        named = not changed.isdisjoint(path.name for path in paths)
        if (now != signs or named) and not self._stopped.is_set():
            self._tell()
        return now


def _signs(paths: Iterable[Path]) -> tuple[Sign, ...]:
    return tuple(map(_sign, paths))


def _sign(path: Path) -> Sign:
    try:
        status = os.stat(path)
    except OSError as error:
        return error.errno or 1
    except ValueError:  # a name that no system takes
        return 1
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def _folders(paths: Iterable[Path]) -> frozenset[Path]:
    """The folders that the files are in; of one that is not there yet, the nearest that is."""
    return frozenset(map(_nearest, paths))


def _nearest(path: Path) -> Path:
    try:
        above = path.absolute().parents
    except OSError:  # the folder that the program was started in is gone
        return Path(os.sep)
    return next((folder for folder in above if os.path.isdir(folder)), Path(os.sep))
