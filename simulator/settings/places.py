"""Where RoleCall keeps its files: the one module that asks the system for its folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

APP: Final = "rolecall"
CONFIG_NAME: Final = "config.toml"
HOME: Final = "ROLECALL_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one user. `database` is None where the record chooses its own place.

    `documents` is where a person looks for what they kept; it may not be there yet.
    """

    user_file: Path
    machine_file: Path
    cache: Path
    database: Path | None = None
    documents: Path = Path()


def find_places(environment: Mapping[str, str]) -> Places:
    """The places of this user on this machine.

    `ROLECALL_HOME` puts the user's files into one folder; the machine's file stays where IT put it.
    """
    import platformdirs

    machine_file = Path(platformdirs.site_config_dir(APP, appauthor=False)) / CONFIG_NAME
    if home := environment.get(HOME, "").strip():
        folder = Path(home).expanduser().absolute()
        return Places(
            folder / CONFIG_NAME, machine_file, folder / "cache", folder / "rolecall.db", folder / "documents"
        )
    user_file = Path(platformdirs.user_config_dir(APP, appauthor=False)) / CONFIG_NAME
    documents = Path(platformdirs.user_documents_dir()) / "RoleCall"
    return Places(user_file, machine_file, Path(platformdirs.user_cache_dir(APP, appauthor=False)), None, documents)
