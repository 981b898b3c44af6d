"""The language in use and its catalogue.

One language is in use for the whole process: threads that draw, record or analyse all speak it.
"""

from __future__ import annotations

import gettext
import os
from typing import Final

LANGUAGES: Final = ("fr", "en")
"""The languages that RoleCall speaks."""

DOMAIN: Final = "rolecall"
LOCALE: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale")

_catalogue = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Speak `language`, one of `LANGUAGES`, from now on; any other raises ValueError.

    Libraries that ask the standard library's gettext for their words (click does) are answered from our
    catalogue too: it is made the default one, and `LANGUAGE` is how that module is told the language.
    """
    global _catalogue, _language
    if language not in LANGUAGES:
        raise ValueError(f"RoleCall does not speak {language!r}")
    _catalogue = gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
    _language = language
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


def language() -> str:
    """The language in use, one of `LANGUAGES`."""
    return _language


def _(text: str) -> str:
    """`text` in the language in use; `text` itself where the catalogue does not have it."""
    return _catalogue.gettext(text) if text else text


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form that goes with `count` things, in the language in use."""
    return _catalogue.ngettext(singular, plural, count)
