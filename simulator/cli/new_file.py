"""Where a new call goes: a file that was not there, its folder, and the schema for editors beside it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import scenarios
from simulator.cli.exits import Exit, Refused
from simulator.library.files import SUFFIXES
from simulator.model.message import N_, Message
from simulator.templates import schema_name

_SHIPPED = Path(scenarios.__file__).parent
_LEVELS: Final = 2
"""How many folders above its own a new call looks for a schema: in a library they are for languages and for roles."""
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


def schema_near(folder: Path, language: str) -> str | None:
    """The way from `folder` to the schema that is nearest above it, as an editor reads it; None where there is none."""
    here, name = Path(os.path.abspath(folder)), schema_name(language)
    for steps, above in enumerate((here, *here.parents)[: _LEVELS + 1]):
        if (above / name).is_file():
            return "../" * steps + name
    return None


def put_schema(folder: Path, language: str) -> None:
    """Put the schema that a new call names into its folder, where there is none. Raises OSError."""
    name = schema_name(language)
    create(folder / name, (_SHIPPED / name).read_text(encoding="utf-8"))


def guide(language: str) -> Path:
    """The guide for authors."""
    return _SHIPPED / _GUIDES[language]


def _taken(path: Path) -> Refused:
    text = N_("“{name}” is there already, and no call is ever overwritten. Choose another name.")
    return Refused(Message(text, {"name": str(path)}), Exit.USAGE)
