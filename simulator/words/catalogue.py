"""Keeps the catalogues in step with the source code: `python -m simulator.words.catalogue update|check|compile`.

- `update` writes the messages found in the code into the .po files: new ones empty (English ones filled with
  themselves), those that are gone removed, nothing guessed. It lists what is left to translate.
- `check` says what is wrong with the .po files, and exits with 1 if anything is.
- `compile` writes the .mo files, which the program reads. The build does this too.

A tool for a checkout; it alone knows Babel, which an installed RoleCall does without.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from simulator.words.extraction import extract
from simulator.words.speech import DOMAIN, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "en"


def catalogue_path(root: Path, language: str) -> Path:
    """Where the .po file of `language` is in the project at `root`."""
    return root / "simulator" / "words" / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def update(root: Path = ROOT) -> list[str]:
    """Bring the .po files up to date with the code; return a line for each message left to translate."""
    template = _template(root)
    for language in LANGUAGES:
        catalogue = _read(root, language)
        catalogue.update(template, no_fuzzy_matching=True)
        if language == SOURCE:
            for message in _messages(catalogue):
                message.string = message.id
        catalogue_path(root, language).parent.mkdir(parents=True, exist_ok=True)
        catalogue_path(root, language).write_bytes(_written(catalogue))
    return [complaint for complaint in check(root) if complaint.endswith("is not translated")]


def check(root: Path = ROOT) -> list[str]:
    """What is wrong with the .po files, a line each: messages missing, stale, not translated, fuzzy or ill-formed."""
    template = _template(root)
    return [complaint for language in LANGUAGES for complaint in _complaints(template, _read(root, language), language)]


def compile_all(root: Path = ROOT) -> list[Path]:
    """Write the .mo file of each language and return where they are."""
    return [_compile(root, language) for language in LANGUAGES]


def _compile(root: Path, language: str) -> Path:
    path = catalogue_path(root, language).with_suffix(".mo")
    binary = io.BytesIO()
    write_mo(binary, _read(root, language))
    # Renamed into place, for a program that may be reading it or another build that writes it.
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(binary.getvalue())
    draft.replace(path)
    return path


def _template(root: Path) -> Catalog:
    template = Catalog(fuzzy=False)
    for found in extract(root):
        text = (found.text, found.plural) if found.plural is not None else found.text
        template.add(text, locations=[(found.path, 0)])
    return template


def _read(root: Path, language: str) -> Catalog:
    path = catalogue_path(root, language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)


def _written(catalogue: Catalog) -> bytes:
    """The text of a .po file, without the dates, tools and line numbers that would change it for no reason."""
    catalogue.header_comment = f"# The words of RoleCall in the language `{catalogue.locale}`."
    text = io.BytesIO()
    write_po(text, catalogue, width=120, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    keep = (b'"Language:', b'"MIME-Version:', b'"Content-', b'"Plural-Forms:')
    head, gap, body = text.getvalue().partition(b"\n\n")
    lines = [line for line in head.splitlines() if not line.startswith(b'"') or line.startswith(keep)]
    return b"\n".join(lines) + gap + body.rstrip() + b"\n"


def _messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue, without its header."""
    return (message for message in catalogue if message.id)


def _complaints(template: Catalog, catalogue: Catalog, language: str) -> Iterator[str]:
    for wanted in _messages(template):
        message = catalogue.get(wanted.id)
        if message is None or message.pluralizable != wanted.pluralizable:
            yield f"{language}: {wanted.id!r} is missing"
        elif not all(_forms(message)):
            yield f"{language}: {wanted.id!r} is not translated"
        elif message.fuzzy:
            yield f"{language}: {wanted.id!r} is fuzzy"
        else:
            yield from (f"{language}: {wanted.id!r}: {fault}" for fault in _faults(message))
    for message in _messages(catalogue):
        if message.id not in template:
            yield f"{language}: {message.id!r} is stale"


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _faults(message: Message) -> Iterator[str]:
    """What would break or mislead when the translations of `message` are filled in."""
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    try:
        known = [_holes(text) for text in sources]
        for form in _forms(message):
            if unknown := _holes(form) - set().union(*known):
                yield f"no such placeholder: {', '.join(sorted(unknown))}"
        if lost := known[-1] - _holes(_forms(message)[-1]):
            yield f"a placeholder is lost: {', '.join(sorted(lost))}"
    except ValueError as error:
        yield f"the braces are not those of a placeholder ({error})"


def _holes(text: str) -> set[str]:
    return {name for _before, name, _format, _conversion in Formatter().parse(text) if name is not None}


def _printed(lines: list[str]) -> int:
    for line in lines:
        print(line)
    return len(lines)


def main(arguments: list[str]) -> int:
    """Run one of the commands; return the exit status."""
    commands: dict[str, Callable[[], int]] = {
        "update": lambda: 0 * _printed(update()),
        "check": lambda: min(1, _printed(check())),
        "compile": lambda: 0 * _printed([str(path.relative_to(ROOT)) for path in compile_all()]),
    }
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"usage: python -m simulator.words.catalogue {'|'.join(commands)}", file=sys.stderr)
        return 2
    return commands[arguments[0]]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
