"""A text as one looks it up: in small letters, without accents."""

from __future__ import annotations

import unicodedata


def bare(text: str) -> str:
    """`text` in small letters, without accents and other marks: "Élodie" is found, and sorted, as "elodie"."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
