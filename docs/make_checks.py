"""Makes the document of all pages of explanation, in both languages: what the checker finds, and how to put it right.

Run from the folder above: `python -m docs.make_checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator import words
from simulator.pages import codes, page
from simulator.pages.families import FAMILIES
from simulator.words.catalogue import compile_all

FOLDER = Path(__file__).parents[1] / "scenarios"
DOCUMENTS = {"en": FOLDER / "CHECKS.md", "fr": FOLDER / "CONTROLES.md"}

HEADS = {
    "en": """# What the checker finds

*[Lire en français](CONTROLES.md)*

`rolecall check` looks at a call as a careful colleague would, and gives each kind of problem a code. Here is what every
code means, why it matters for trainees, and how to put it right. `rolecall check --explain CODE` shows the same page in
the terminal.

An **error** (E) keeps the call from being played. A **warning** (W) does not.

<!-- Made by `python -m docs.make_checks` from the pages in `simulator/pages`. -->

## Contents
""",
    "fr": """# Ce que trouve le contrôle

*[Read in English](CHECKS.md)*

`rolecall check` regarde un appel comme le ferait un collègue attentif, et donne un code à chaque sorte de problème.
Voici ce que chaque code veut dire, pourquoi il compte pour les stagiaires, et comment y remédier. La commande
`rolecall check --explain CODE` affiche la même page dans le terminal.

Une **erreur** (E) empêche de jouer l'appel. Un **avertissement** (W) ne l'empêche pas.

<!-- Produit par `python -m docs.make_checks` à partir des pages de `simulator/pages`. -->

## Sommaire
""",
}


def document(language: str) -> str:
    """The whole document: a head, the titles by family, each page. Puts `language` into use."""
    words.use(language)
    return "\n".join([HEADS[language], *_contents(language), *(_section(code, language) for code in codes())])


def _contents(language: str) -> Iterator[str]:
    for family in FAMILIES:
        yield f"### {family.prefix} – {words._(family.title)}\n\n{words._(family.about)}\n"
        yield from (f"- [{code}](#{code.lower()}) {page(code, language).title}" for code in family.codes)
        yield ""


def _section(code: str, language: str) -> str:
    """A page with its headings one level down, and a place to link to that no change of its title moves."""
    lines = page(code, language).text.rstrip().split("\n")
    return "\n".join([f'<a id="{code.lower()}"></a>\n', *_lowered(lines), ""])


def _lowered(lines: list[str]) -> Iterator[str]:
    fenced = False
    for line in lines:
        fenced ^= line.startswith("```")
        yield f"#{line}" if line.startswith("#") and not fenced else line


if __name__ == "__main__":
    compile_all()
    for name, path in DOCUMENTS.items():
        path.write_text(document(name), encoding="utf-8", newline="\n")
