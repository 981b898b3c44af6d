"""A page of explanation for every code of the checker, in French and English: what `check --explain CODE` shows.

A page is a Markdown file, `LANGUAGE/CODE.md`, with a title and five sections; the example and the better way are YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

LANGUAGES: Final = ("en", "fr")

HEADINGS: Final = {
    "en": ("What", "Why it matters for trainees", "Example", "Better"),
    "fr": ("De quoi il s'agit", "Pourquoi cela compte pour les stagiaires", "Exemple", "Mieux"),
}
"""The headings of the sections, in their order."""

_TITLE: Final = re.compile(r"# (?P<code>[EW]\d{3}) – (?P<title>[^\n]+)\n+")
_YAML: Final = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_RULE: Final = re.compile(r"^\|[-| :]+\|\n", re.MULTILINE)
_ROW: Final = re.compile(r"^\|(.+)\|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of one code. Texts are Markdown; `example` and `better` are YAML, and may be empty."""

    code: str
    title: str
    """The pattern that is flagged, as a sentence without its full stop."""
    what: str
    why: str
    example: str
    """What fires the code."""
    better: str
    """The same thing put right, with the words around it."""
    text: str
    """The whole page, as it stands in the file."""

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands below the title: Markdown and YAML by turns, Markdown first; any of them may be empty.

        The rows of a table are items of a list.
        """
        _title, _line, rest = self.text.partition("\n")
        return tuple(_YAML.split(_ROW.sub(_as_item, _RULE.sub("", rest))))


def codes() -> tuple[str, ...]:
    """Every code that has a page, in order."""
    return tuple(sorted(entry.name.removesuffix(".md") for entry in _folder("en").iterdir() if _is_page(entry)))


def page(code: str, language: str) -> Page:
    """The page of a code. Raises KeyError where there is none, ValueError where the file is not a page."""
    entry = _folder(language).joinpath(f"{code}.md")
    if not re.fullmatch(r"[EW]\d{3}", code) or not entry.is_file():
        raise KeyError(code)
    return parse_page(entry.read_text(encoding="utf-8"), language)


def parse_page(text: str, language: str) -> Page:
    """The page that `text` is. Raises ValueError where a part is missing."""
    title = _TITLE.match(text)
    if title is None:
        raise ValueError("a page begins with `# CODE – title`")
    what, why, example, better = _sections(text[title.end() :], HEADINGS[language])
    return Page(title["code"], title["title"], what, why, _yaml(example), better, text)


def _sections(text: str, headings: tuple[str, ...]) -> list[str]:
    pattern = "".join(rf"## {re.escape(heading)}\n\n(.+?)\n*" for heading in headings) + r"\Z"
    found = re.match(pattern, text, re.DOTALL)
    if found is None:
        raise ValueError(f"a page has the sections {', '.join(headings)}, in this order")
    return [part.strip() for part in found.groups()]


def _yaml(section: str) -> str:
    found = _YAML.search(section)
    return found[1] if found else ""


def _as_item(row: re.Match[str]) -> str:
    return f"- {' – '.join(cell.strip() for cell in row[1].split('|'))}"


def _folder(language: str) -> Traversable:
    return files(__name__).joinpath(language)


def _is_page(entry: Traversable) -> bool:
    return entry.name.endswith(".md")
