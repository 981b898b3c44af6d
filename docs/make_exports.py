"""Makes the pages on exports, in both languages: every table with its columns, from the one place that knows them.

Run from the folder above: `python -m docs.make_exports`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator import words
from simulator.report.columns import KINDS, TABLES, Table
from simulator.words.catalogue import compile_all

FOLDER = Path(__file__).parent
DOCUMENTS = {"en": FOLDER / "EXPORTS.md", "fr": FOLDER / "EXPORTATIONS.md"}

HEADS = {
    "en": """# Exports

*[Lire en français](EXPORTATIONS.md)*

```sh
rolecall sessions export -o sessions.jsonl                                  # whole sessions, to import elsewhere
rolecall sessions export --format csv --table sessions -o sessions.csv      # one table, for a spreadsheet
rolecall sessions export --table decisions --since 2026-09-01               # one table, as JSON Lines
rolecall sessions export --format xapi -o statements.jsonl                  # xAPI statements
```

An export has what whoever asks may see: their own sessions, everybody's exams, and practice that was shared. `--since`
and `--until` narrow it by the day on which sessions began, and sessions may be named. `--no-names` leaves names and
typed texts out. A file is whole or not there: stop a long export and nothing is left behind.

A file of whole sessions is proof: its sessions are anchored, and practice in it counts as shared. A table is not: it
is made for reading and reckoning.

**CSV** is in UTF-8, with commas, a head, and CRLF (RFC 4180). A text that a spreadsheet could take for a formula has an
apostrophe in front. In Excel: *Data > From Text/CSV*, then *Unicode (UTF-8)*. **JSON Lines** has one object a line with
the same names; what is missing is `null`.

**xAPI** 1.0.3 statements go to a learning record store, one a line: that a call was *passed* or *failed*, with score,
success and duration; with `--table decisions`, what was *answered* at each decision. An actor is an account, named by
the opaque id; `--home-page URL` says whose account, and `--names` adds names. What the standard has no field for (mode,
variant, cost, reviewed score, code) stands in extensions under `https://rolecall.invalid/xapi/`, which is an id and no
address. A statement sent twice has the same id.

<!-- Made by `python -m docs.make_exports` from `simulator/report/columns.py`. -->
""",
    "fr": """# Exportations

*[Read in English](EXPORTS.md)*

```sh
rolecall sessions export -o sessions.jsonl                                  # des sessions entières, à importer ailleurs
rolecall sessions export --format csv --table sessions -o sessions.csv      # un tableau, pour un tableur
rolecall sessions export --table decisions --since 2026-09-01               # un tableau, en JSON Lines
rolecall sessions export --format xapi -o statements.jsonl                  # des déclarations xAPI
```

On exporte ce que l'on a le droit de voir\u00a0: ses propres sessions, les examens de tout le monde et les entraînements
partagés. `--since` et `--until` délimitent les jours où les sessions ont commencé, et l'on peut nommer des sessions.
`--no-names` laisse de côté les noms et les textes saisis. Un fichier est entier ou n'existe pas\u00a0: une longue
exportation interrompue ne laisse rien derrière elle.

Un fichier de sessions entières fait preuve\u00a0: ses sessions y sont ancrées, et les entraînements qu'il contient sont
désormais partagés. Un tableau ne prouve rien\u00a0: il sert à lire et à compter.

Le **CSV** est en UTF-8, avec des virgules, une ligne de titres et des fins de ligne CRLF (RFC 4180). Un texte qu'un
tableur pourrait prendre pour une formule est précédé d'une apostrophe. Dans Excel\u00a0: *Données > À partir d'un
fichier texte/CSV*, puis *Unicode (UTF-8)*. Le **JSON Lines** a un objet par ligne, avec les mêmes noms\u202f; ce qui
manque vaut `null`.

Les déclarations **xAPI** 1.0.3 sont destinées à un entrepôt de traces (LRS), une par ligne\u00a0: un appel est *passed*
(réussi) ou *failed* (échoué), avec score, réussite et durée\u202f; avec `--table decisions`, ce qui a été répondu
(*answered*) à chaque décision. L'acteur est un compte que désigne l'identifiant opaque\u202f; `--home-page URL` dit de
quel système vient le compte, et `--names` ajoute les noms. Ce pour quoi la norme n'a pas de champ (mode, variante,
coût, score relu, code) figure dans des extensions sous `https://rolecall.invalid/xapi/`, qui est un identifiant et non
une adresse. Une déclaration envoyée deux fois garde le même identifiant.

<!-- Produit par `python -m docs.make_exports` à partir de `simulator/report/columns.py`. -->
""",
}
COLUMNS = {"en": "| column | holds | meaning |", "fr": "| colonne | contenu | sens |"}


def document(language: str) -> str:
    """The whole page. Puts `language` into use."""
    words.use(language)
    return "\n".join([HEADS[language], *(line for table in TABLES.values() for line in _table(table, language))])


def _table(table: Table, language: str) -> Iterator[str]:
    yield f"## {table.name}\n\n{words._(table.row)}\n"
    yield COLUMNS[language]
    yield "| --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {words._(KINDS[column.kind])} | {words._(column.meaning)} |"
    yield ""


if __name__ == "__main__":
    compile_all()
    for name, path in DOCUMENTS.items():
        path.write_text(document(name), encoding="utf-8", newline="\n")
