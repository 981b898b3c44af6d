"""The first start: a language and a name, nothing else."""

from __future__ import annotations

from simulator.plain.console import Console
from simulator.settings import Settings, SettingsError, save
from simulator.words import _, language, say, use


def first_start(console: Console, settings: Settings) -> str:
    """Ask for a language and a name and keep them; the name. Raises InputEnded."""
    console.tell(_("Welcome to RoleCall. Two questions before your first call."))
    _ask_language(console, settings)
    while True:
        answer = console.ask(_("Your name or staff number:"))
        try:
            save(settings.places, name=answer.text, language=language())
        except SettingsError as error:
            console.tell(say(error.message))
            continue
        return answer.text


def _ask_language(console: Console, settings: Settings) -> None:
    if settings.language.source != "default":
        return
    # Both languages, for a person may not read the one that the system speaks.
    answer = console.ask("Language / Langue : 1 English, 2 français")
    if answer.text[:1] in ("1", "2"):
        use("en" if answer.text[0] == "1" else "fr")
