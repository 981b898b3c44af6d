"""Where a new call goes: a file that was not there, its folder, and the schema for editors beside it."""

from __future__ import annotations

import os
from pathlib import Path

import scenarios
from simulator.cli.exits import Exit, Refused
from simulator.library.files import SUFFIXES
from simulator.model.message import N_, Message

_SHIPPED = Path(scenarios.__file__).parent
_GUIDES = {"en": "README.md", "fr": "LISEZMOI.md"}


def path_of(name: str) -> Path:
    """The file that `name` means, with the ending that the library looks for. Raises Refused where it is taken."""
    path = Path(name)
    if not name.lower().endswith(SUFFIXES):
        path = path.with_name(f"{path.name}.yaml") if path.name else path / "call.yaml"
    if os.path.lexists(path):
        raise _taken(path)
    return path


def create(path: Path, text: str) -> None:
    """Write `text` to a file that is not there yet, and its folder. Raises Refused where it is, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "xb") as file:
            file.write(text.encode("utf-8"))
    except FileExistsError:
        raise _taken(path) from None
    except OSError:
        # Half a call is none.
        path.unlink(missing_ok=True)
        raise


def put_schema(folder: Path, language: str) -> None:
    """Put the schema that a new call names into its folder, where there is none. Raises OSError."""
    name = f"rolecall-schema.{language}.json"
    if not (folder / name).exists():
        create(folder / name, (_SHIPPED / name).read_text(encoding="utf-8"))


def guide(language: str) -> Path:
    """The guide for authors."""
    return _SHIPPED / _GUIDES[language]


def _taken(path: Path) -> Refused:
    text = N_("“{name}” is there already, and no call is ever overwritten. Choose another name.")
    return Refused(Message(text, {"name": str(path)}), Exit.USAGE)
