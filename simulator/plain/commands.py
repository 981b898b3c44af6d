"""What an author may type while a call is previewed line by line: in either language, whichever is in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.model.message import N_
from simulator.words import _


class Command(NamedTuple):
    """Something that can be typed."""

    names: tuple[str, ...]
    about: str
    """What it does, with the word as it is typed in the language of the sentence."""


COMMANDS: Final = {
    "state": Command(("state", "état", "etat"), N_("state NAME goes to a state or an ending; alone it lists them.")),
    "set": Command(("set", "fixer"), N_("set NAME VALUE gives a gauge or a fact a value; alone it lists them.")),
    "silence": Command((".",), N_(". says nothing on purpose, and lets the caller wait.")),
    "undo": Command(("undo", "annuler"), N_("undo takes the last answer, or the last jump, back.")),
    "restart": Command(("restart", "recommencer"), N_("restart begins the call again.")),
    "variant": Command(("variant", "variante"), N_("variant NAME begins the call in a variant; alone it lists them.")),
    "reload": Command(("reload", "relire"), N_("reload reads the file again, and says what is wrong with it.")),
    "explain": Command(("explain", "expliquer"), N_("explain CODE tells more of a code, such as W401.")),
    "help": Command(("?",), N_("Enter alone repeats where the call stands.")),
    "quit": Command(("quit", "quitter", "q"), N_("quit leaves; nothing is recorded.")),
}
"""What each one is called, and what it does."""


def command_of(typed: str) -> tuple[str | None, str]:
    """The command that was typed, None where it is none, and what stands behind its name."""
    word, _blank, rest = typed.partition(" ")
    return next((key for key, one in COMMANDS.items() if word.casefold() in one.names), None), rest.strip()


def help_lines() -> Iterator[str]:
    """Everything that may be typed."""
    yield _("Type the number of an answer, then Enter.")
    for command in COMMANDS.values():
        yield _(command.about)
