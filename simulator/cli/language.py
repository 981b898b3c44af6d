"""Which language the command speaks: the option, else the settings, else the system's."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.words import LANGUAGES, system_language, use


def speak(arguments: Sequence[str]) -> None:
    """Use the language asked for on the command line or in the settings, before any verb is loaded."""
    use(_asked_for(arguments) or _settled())


def _asked_for(arguments: Sequence[str]) -> str | None:
    """The value of the leading `--language`, so that even a usage error is in it."""
    for place, argument in enumerate(arguments):
        if not argument.startswith("-"):
            return None
        name, _, value = argument.partition("=")
        if name == "--language":
            wanted = value or (arguments[place + 1] if place + 1 < len(arguments) else "")
            return wanted if wanted in LANGUAGES else None
    return None


def _settled() -> str:
    from simulator.settings import SettingsError, read_settings

    try:
        return read_settings().language.value
    except SettingsError:
        # The verb reads the settings again and says what is wrong with them.
        return system_language()
