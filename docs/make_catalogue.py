"""Makes the catalogue of the shipped calls in both languages, by the command that makes it of any folder.

Run from the folder above: `python -m docs.make_catalogue`. Behind its head stands of which texts each figure is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator import words
from simulator.cli.catalogue_calls import Catalogued, calls_of
from simulator.cli.catalogue_page import page
from simulator.cli.paths import yaml_files
from simulator.words.catalogue import compile_all

FOLDER = Path(__file__).parents[1] / "scenarios"
DOCUMENTS = {"en": FOLDER / "CATALOGUE.md", "fr": FOLDER / "REPERTOIRE.md"}

HEADS = {
    "en": """*[Lire en français](REPERTOIRE.md)*

What each shipped call trains and tests, and what somebody gets who looks at everything but the meaning: whoever always
takes the longest answer, the politest, any. `rolecall catalogue FOLDER` makes such a page of your own calls.""",
    "fr": """*[Read in English](CATALOGUE.md)*

Ce que chaque appel livré fait travailler et mesure, et ce qu'obtient une personne qui regarde tout sauf le sens : qui
choisit toujours la réponse la plus longue, la plus polie, ou n'importe laquelle. La commande
`rolecall catalogue DOSSIER` fait la même page de vos propres appels.""",
}


def shipped() -> list[Catalogued]:
    """The shipped calls, measured. Raises ValueError where one cannot be."""
    calls, faulty = calls_of(yaml_files([str(FOLDER)]), None)
    if faulty:
        raise ValueError("not every shipped call could be measured")
    return calls


def document(language: str, calls: Sequence[Catalogued]) -> str:
    """The whole page. Puts `language` into use."""
    words.use(language)
    title, _gap, rest = page(calls).partition("\n\n")
    texts = "\n".join(f"{call.id} {call.digest}" for call in calls)
    made = f"<!-- Made by `python -m docs.make_catalogue` from:\n{texts}\n-->"
    return f"{title}\n\n{HEADS[language]}\n\n{made}\n\n{rest}"


def main() -> None:
    """Write both documents."""
    compile_all()
    calls = shipped()
    for language, path in DOCUMENTS.items():
        path.write_text(document(language, calls), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
