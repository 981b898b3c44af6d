"""Asks the system which language its user reads."""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Mapping

from simulator.words.speech import LANGUAGES


def system_language() -> str:
    """The language of the system, one of `LANGUAGES`: English where it is another or cannot be told."""
    return language_of(_from_environment(os.environ) or _from_system())


def language_of(name: str) -> str:
    """The language that a locale name such as `fr_CA.UTF-8` stands for, one of `LANGUAGES`, else English."""
    language = re.split(r"[-_.@]", name.strip(), maxsplit=1)[0].lower()
    return language if language in LANGUAGES else "en"


def _from_environment(environment: Mapping[str, str]) -> str:
    return next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")


def _from_system() -> str:
    """What the settings of Windows and macOS say, which seldom reach the environment."""
    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        import subprocess

        try:
            command = ["/usr/bin/defaults", "read", "-g", "AppleLocale"]
            return subprocess.run(command, capture_output=True, text=True, timeout=2, check=False).stdout
        except (OSError, subprocess.SubprocessError):
            return ""
    return ""
