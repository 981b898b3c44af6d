"""Groups of trainees: a file of names that a trainer has, from a spreadsheet or an editor, and whom it means.

A CSV file has a column `name` (or `nom`, `trainee`, `stagiaire`, ...), or one column without a head. A YAML file is a
list of names, or has one under `trainees` (or `stagiaires`). Nothing in such a file is trusted.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.language.text import decode
from simulator.language.tree import parse, to_data
from simulator.model.bare import bare
from simulator.model.diagnostic import Diagnostic
from simulator.model.message import N_, Message
from simulator.model.source import SourceText
from simulator.record.fields import tidy_name
from simulator.session.errors import SessionError

if TYPE_CHECKING:
    from simulator.record import Record

BYTES_MAX: Final = 1_000_000
NAMES_MAX: Final = 5_000
YAML: Final = (".yaml", ".yml")
HEADS: Final = ("name", "trainee", "agent", "staff number", "nom", "stagiaire", "conseiller", "matricule")
"""What the column with the names may be called; what it means does not change with the language in use."""
LISTS: Final = ("trainees", "stagiaires")
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Group:
    """The opaque ids of a group, and the names of those who have recorded nothing here."""

    ids: frozenset[str]
    unknown: tuple[str, ...]


def group_of(record: Record, names: Iterable[str]) -> Group:
    """Whom names, staff numbers or ids mean; a name that several share means all of them. Raises RecordError."""
    ids: set[str] = set()
    unknown: list[str] = []
    for name in names:
        found = record.people.find(name)
        ids.update(person.id for person in found)
        if not found:
            unknown.append(name)
    return Group(frozenset(ids), tuple(unknown))


def read_names(path: Path) -> tuple[str, ...]:
    """The names in the file at `path`, each once, in its order. Raises SessionError, OSError."""
    with path.open("rb") as file:
        data = file.read(BYTES_MAX + 1)
    if len(data) > BYTES_MAX:
        raise _refused(path, N_("The file {file} is too large for a list of names."))
    names = _from_yaml(path, data) if path.suffix.lower() in YAML else _from_csv(path, data)
    found = tuple(dict.fromkeys(_checked(path, name) for name in names if name.strip()))
    if not found:
        raise _refused(path, N_("The file {file} has no names."))
    if len(found) > NAMES_MAX:
        raise _refused(path, N_("The file {file} has more than {most} names."), most=NAMES_MAX)
    return found


def _checked(path: Path, name: str) -> str:
    tidy = tidy_name(name)
    if tidy is None:
        raise _refused(path, N_("The file {file} has something that cannot be a name: “{name}”."), name=name[:_SHOWN])
    return tidy


def _from_csv(path: Path, data: bytes) -> Iterator[str]:
    text = _text(data)
    first = text.partition("\n")[0]
    rows = csv.reader(text.splitlines(), delimiter=max(";\t,", key=first.count))
    try:
        head = next(rows, [])
        place = next((place for place, cell in enumerate(head) if bare(cell.strip()) in HEADS), None)
        if place is None and len(head) > 1:
            raise _refused(path, N_("The file {file} has several columns. Call the one with the names “name”."))
        if place is None:
            yield from head
        yield from (row[place or 0] for row in rows if len(row) > (place or 0))
    except csv.Error:
        raise _refused(path, N_("The file {file} cannot be read as a table.")) from None


def _text(data: bytes) -> str:
    """A spreadsheet's file: in UTF-8, or as older ones write it in Western Europe."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").replace("\r\n", "\n")


def _from_yaml(path: Path, data: bytes) -> list[str]:
    source = decode(str(path), data)
    if isinstance(source, Diagnostic):
        raise _unreadable(path, source)
    if source.text.lstrip().startswith("-"):
        # A list alone is what a person would write; a call's file is a mapping.
        source = SourceText(source.name, f"{LISTS[0]}:\n{source.text}")
    tree = parse(source)
    if tree.root is None or tree.diagnostics:
        raise _unreadable(path, tree.diagnostics[0])
    found = to_data(tree.root)
    names = next((found[key] for key in LISTS if key in found), None) if isinstance(found, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _refused(path, N_("The file {file} has no list of names. Write “trainees:”, and below it “- Ana”."))
    return [str(name) for name in names]


def _unreadable(path: Path, problem: Diagnostic) -> SessionError:
    return _refused(path, N_("The file {file} cannot be read: {problem}"), problem=problem.headline)


def _refused(path: Path, text: str, **values: object) -> SessionError:
    return SessionError(Message(text, {"file": str(path), **values}))
