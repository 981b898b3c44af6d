"""What `rolecall check` says of the example of each code, in both languages, as bytes to compare with.

`python -m tests.explained.goldens [CODE]...` writes the `.txt` files anew and prints them; nothing else ever does.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from simulator import words
from simulator.cli.main import run
from simulator.language.text import BYTES_MAX
from simulator.pages import LANGUAGES
from simulator.words.catalogue import compile_all
from tests.faulty.goldens import keep

HERE: Final = Path(__file__).parent

_TOLD: Final = re.compile(r"^[^\s|\d\[][^\n\[]*\[([EW]\d{3})\]", re.MULTILINE)


def _empty_folder(path: Path) -> None:
    path.mkdir()


def _huge(path: Path) -> None:
    path.write_bytes(b"# A remark.\n" * (BYTES_MAX // 12 + 1))


def _with_a_twin(path: Path) -> None:
    shutil.copy(HERE / path.name, path)
    shutil.copy(path, path.with_name("A-twin.yaml"))


MADE: Final[dict[str, Callable[[Path], None]]] = {"E100": _empty_folder, "E102": _huge, "E315": _with_a_twin}
"""How to make the examples that are more, or less, than one small file."""


def example(code: str) -> Path:
    """Where the example of `code` is kept."""
    return HERE / f"{code}.yaml"


def expected(code: str, language: str) -> Path:
    """Where it is kept what `check` says of the example of `code`."""
    return HERE / f"{code}.{language}.txt"


def codes() -> list[str]:
    """The codes that have an example, in order."""
    return sorted({*MADE, *(path.stem for path in HERE.glob("*.yaml"))})


def said(code: str, language: str) -> str:
    """What `rolecall check` prints of the example of `code`. Raises OSError where there is none."""
    out = io.StringIO()
    with TemporaryDirectory() as folder, chdir(folder), redirect_stdout(out), redirect_stderr(io.StringIO()):
        MADE.get(code, lambda path: shutil.copy(example(code), path))(Path(f"{code}.yaml"))
        try:
            run(["--language", language, "check", *sorted(os.listdir())])
        finally:
            words.use("en")
    return out.getvalue()


def told(text: str) -> set[str]:
    """The codes that `check` names in what it printed, whatever the language."""
    return set(_TOLD.findall(text))


def write(wanted: list[str]) -> list[Path]:
    """Write what is said of the examples of the codes `wanted`, of all where none is; the files that are now others."""
    pairs = [(code, language) for code in wanted or codes() for language in LANGUAGES]
    return [expected(*pair) for pair in pairs if keep(expected(*pair), said(*pair))]


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    os.environ.pop("COLUMNS", None)
    compile_all()
    for changed in write(sys.argv[1:]):
        print(f"{changed.name}\n{changed.read_text(encoding='utf-8')}")
