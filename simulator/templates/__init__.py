"""The calls that `rolecall new` starts from: one for each language, whole and commented, each a good call as it stands.

Only the head differs from one new call to another: id, title, role and level are written into it, quoted so that no
text breaks the file.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from simulator.model.french import spaced
from simulator.model.suggested import ROLES
from simulator.model.unseen import UNSEEN

LANGUAGES: Final = ("en", "fr")
TEXT_MAX: Final = 300
"""The most characters of a title or a role."""

_ID_MAX: Final = 60
_ID_KINDS: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"})
"""What of Unicode an id is made of here: letters and digits, by their category."""


class UnfitText(ValueError):
    """A title or a role that a call cannot have: empty, or too long."""


@dataclass(frozen=True, slots=True)
class Head:
    """What sets one new call apart from another."""

    id: str
    title: str
    role: str
    """One of `ROLES`, or a word of the author's own."""
    level: int
    """1 to 3."""


def new_call(language: str, head: Head, schema: str | None = None) -> str:
    """The text of a new call, which names the schema at the path `schema`, or one beside it.

    Raises UnfitText for a title or a role that is empty or too long.
    """
    values = {
        "id": head.id,
        "title": _quoted(_set(fit(head.title), language).replace("{", "{{")),
        "role": head.role if head.role in ROLES else _quoted(fit(head.role)),
        "level": str(head.level),
    }
    text = _template(language)
    if schema is not None:
        text = text.replace(f"$schema={schema_name(language)}\n", f"$schema={schema}\n", 1)
    for key, value in values.items():
        before, _, behind = _parted(key, text)
        text = f"{before}{value}{behind}"
    return text


def schema_name(language: str) -> str:
    """The name of the file with the schema of that language, which explains the keys of a call to an editor."""
    return f"rolecall-schema.{language}.json"


def fit(text: str) -> str:
    """A title or a role as one line that can be seen. Raises UnfitText where it is empty or too long."""
    seen = " ".join(UNSEEN.sub(" ", text).split())
    # A brace is written twice where braces are filled.
    if not seen or len(seen) + seen.count("{") > TEXT_MAX:
        raise UnfitText(text)
    return seen


def _set(title: str, language: str) -> str:
    """`title` with the no-break spaces that its language wants, where there is room for them."""
    found = spaced(title) if language == "fr" else title
    return found if len(found) + found.count("{") <= TEXT_MAX else title


def title_of(language: str) -> str:
    """The title that the template has."""
    title: str = json.loads(_parted("title", _template(language))[1])
    return title


def id_of(name: str, language: str) -> str:
    """An id made of a file's name without its ending; the template's own where nothing of it can be used."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = "".join(c if unicodedata.category(c) in _ID_KINDS else " " for c in unicodedata.normalize("NFC", bare))
    found = re.sub(r"^[\d-]+", "", "-".join(words.split()))[:_ID_MAX].rstrip("-")
    return found or _parted("id", _template(language))[1]


def _quoted(text: str) -> str:
    """`text` in double quotes: JSON's escapes are YAML's too, and `fit` has left nothing that they differ in."""
    return json.dumps(text, ensure_ascii=False)


def _template(language: str) -> str:
    return files(__name__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")


def _parted(key: str, text: str) -> tuple[str, str, str]:
    """What stands before the value of a key of the head, the value, and what stands behind it."""
    found = re.search(rf"^{key}: (.+)$", text, re.MULTILINE)
    assert found is not None, f"a template has the key {key}"
    return text[: found.start(1)], found[1], text[found.end(1) :]
