"""What a new call's head says: from the options, else from whoever sits at the terminal, else the template's own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from simulator.cli.exits import Exit, Refused
from simulator.model.message import N_, Message
from simulator.model.suggested import ROLES
from simulator.plain.answers import number_in
from simulator.plain.console import Console, InputEnded
from simulator.templates import TEXT_MAX, Head, UnfitText, fit, id_of, title_of
from simulator.words import LANGUAGES, _, language, say
from simulator.words.labels import LEVELS, language_word, level_word, role_word

_T = TypeVar("_T")
_UNFIT = N_("Please type a text of at most {count} characters.")


def ask(name: str, *, title: str | None, role: str | None, language: str | None, level: int | None) -> tuple[str, Head]:
    """The language and the head of the call in the file of that name. Raises Refused."""
    console = Console(target=sys.stderr)
    try:
        spoken = language or _ask_language(console)
        head = Head(
            id=id_of(name, spoken),
            title=_ask(console, _("Title"), title_of(spoken), fit) if title is None else _given("--title", title),
            role=_ask_role(console) if role is None else role_of(_given("--role", role)),
            level=_ask_level(console) if level is None else level,
        )
    except InputEnded:
        raise Refused(Message(N_("The input ended; nothing was written."))) from None
    return spoken, head


def role_of(text: str) -> str:
    """The role that `text` means: by its number or its word in the language in use, else the author's own word."""
    number = number_in(text, len(ROLES))
    if number is not None:
        return ROLES[number - 1]
    known = {role_word(role).casefold(): role for role in ROLES}
    return known.get(text.casefold(), text)


def _given(option: str, text: str) -> str:
    try:
        return fit(text)
    except UnfitText:
        told = N_("The value of {option} must be a text of at most {count} characters.")
        raise Refused(Message(told, {"option": option, "count": TEXT_MAX}), Exit.USAGE) from None


def _ask(console: Console, question: str, default: str, read: Callable[[str], _T]) -> _T:
    """What `read` makes of an answer; of `default` where there is none, and where nobody can be asked."""
    if not console.is_terminal:
        return read(default)
    prompt = _("{question} (Enter for {default}):").format(question=question, default=default)
    while True:
        try:
            return read(console.ask(prompt).text or default)
        except UnfitText:
            console.tell(say(Message(_UNFIT, {"count": TEXT_MAX})))


def _ask_language(console: Console) -> str:
    names = [language_word(name) for name in LANGUAGES]
    question = _("Language of the call: {choices}").format(choices=_numbered(names))
    return _ask(console, question, str(LANGUAGES.index(language()) + 1), _number_of(LANGUAGES))


def _ask_role(console: Console) -> str:
    question = _("Role: {choices}, or a word of your own").format(
        choices=_numbered([role_word(role) for role in ROLES])
    )
    return _ask(console, question, "1", lambda text: role_of(fit(text)))


def _ask_level(console: Console) -> int:
    question = _("Level: {choices}").format(choices=_numbered([level_word(level) for level in LEVELS]))
    return _ask(console, question, "1", _number_of(tuple(LEVELS)))


def _numbered(names: list[str]) -> str:
    return ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))


def _number_of(values: tuple[_T, ...]) -> Callable[[str], _T]:
    """What reads the number of one of `values`."""

    def read(text: str) -> _T:
        number = number_in(text, len(values))
        if number is None:
            raise UnfitText(text)
        return values[number - 1]

    return read
