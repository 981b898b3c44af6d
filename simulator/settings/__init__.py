"""The settings: each value and where it came from. Reads config files and the environment; no clock, no database.

    read_settings(options=Options(), environment=None) -> Settings
        Lowest first: default, machine file, user file, environment, option; what the machine's file locks wins.
        Raises SettingsError(message) for a value that is not allowed and for a file that cannot be read.
    Settings
        .name .language .plain .motion .theme .colour .time_factor .say_first .bell .database     each a Setting
        .library      one Setting[Path] for each folder, the first one wins
        .warnings     Messages about keys that mean nothing
        .places       where the files are
        .needs_first_start       nobody has said their name yet
    Setting(value, source, ignored=())      `ignored`: what a lock overruled
    save(places, name=..., language=...)    write values into the user's config.toml; the rest of it stays
    without_password(url) -> str            a database URL that may be shown

Environment: ROLECALL_TRAINEE, ROLECALL_LANGUAGE, ROLECALL_PLAIN, ROLECALL_LIBRARY (folders), ROLECALL_DATABASE,
ROLECALL_HOME (one folder for the settings, the database and the cache), NO_COLOR, TERM=dumb.
"""

from simulator.settings.places import Places, find_places
from simulator.settings.reading import Options, read_settings
from simulator.settings.values import (
    LANGUAGES,
    TIME_FACTORS,
    Motion,
    Setting,
    Settings,
    SettingsError,
    Source,
    without_password,
)
from simulator.settings.writing import save

__all__ = [
    "LANGUAGES",
    "TIME_FACTORS",
    "Motion",
    "Options",
    "Places",
    "Setting",
    "Settings",
    "SettingsError",
    "Source",
    "find_places",
    "read_settings",
    "save",
    "without_password",
]
