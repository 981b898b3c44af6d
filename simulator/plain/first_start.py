"""The first start: a language and a name, nothing else."""

from __future__ import annotations

from pathlib import Path

from simulator.plain.answers import number_in
from simulator.plain.console import Console
from simulator.settings import Settings, SettingsError, Source, save
from simulator.settings.kinds import NAME_MAX, Written
from simulator.settings.kinds import name as name_of
from simulator.words import _, language, say, use

_ASK_LANGUAGE = "Language / Langue : 1 English, 2 français (1/2)"
"""Both languages, for a person may not read the one that the system speaks."""


def first_start(console: Console, settings: Settings) -> str:
    """Ask for a language and a name and keep them; the name. Raises InputEnded."""
    if settings.language.source == "default":
        _ask_language(console)
    console.tell(_("Welcome to RoleCall, a flight simulator for difficult phone calls."))
    console.tell(_("Your name stays on this machine, with your sessions."))
    name = _ask_name(console)
    try:
        save(settings.places, name=name, language=language())
    except SettingsError as error:
        # A call can be taken all the same; the next start asks again.
        console.tell(say(error.message))
    return name


def _ask_language(console: Console) -> None:
    while True:
        chosen = number_in(console.ask(_ASK_LANGUAGE).text, 2)
        if chosen is not None:
            use("en" if chosen == 1 else "fr")
            return


def _ask_name(console: Console) -> str:
    while True:
        answer = console.ask(_("Your name or staff number:"))
        try:
            return name_of(Written(answer.text, Source.USER, "", Path()))
        except ValueError:
            text = _("Please type a name or a staff number of at most {count} characters.")
            console.tell(text.format(count=NAME_MAX))
