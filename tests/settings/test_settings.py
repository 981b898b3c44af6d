"""Settings come from files, the environment and options, and each tells where it came from."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.settings import (
    Motion,
    Options,
    Places,
    Setting,
    Settings,
    SettingsError,
    Source,
    find_places,
    read_settings,
    save,
    without_password,
)
from simulator.words import say


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "user" / "config.toml", tmp_path / "machine" / "config.toml", tmp_path / "cache")


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def read(places: Places, options: Options | None = None, base: Path | None = None, **environment: str) -> Settings:
    return read_settings(options, environment, places, base=base)


def refusal(places: Places, options: Options | None = None, **environment: str) -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings(options, environment, places)
    return say(caught.value.message)


def test_without_anything_written_the_defaults_hold(places: Places) -> None:
    settings = read(places)
    assert settings.name == Setting(None, Source.DEFAULT)
    assert settings.language == Setting("en", Source.DEFAULT)
    assert settings.plain == Setting(False, Source.DEFAULT)
    assert settings.motion == Setting(Motion.FULL, Source.DEFAULT)
    assert settings.time_factor == Setting(1.0, Source.DEFAULT)
    assert settings.database == Setting(None, Source.DEFAULT)
    assert settings.colour == Setting(True, Source.DEFAULT)
    assert settings.library == ()
    assert settings.warnings == ()
    assert settings.needs_first_start


def test_the_language_is_the_systems_where_nobody_says(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert read(places).language == Setting("fr", Source.DEFAULT)


def test_a_higher_layer_wins_and_is_named(places: Places) -> None:
    write(places.machine_file, 'name = "machine"\nlanguage = "fr"\nplain = true\n')
    assert read(places).name == Setting("machine", Source.MACHINE)
    write(places.user_file, 'name = "user"\n')
    assert read(places).name == Setting("user", Source.USER)
    assert read(places, ROLECALL_TRAINEE="env").name == Setting("env", Source.ENVIRONMENT)
    settings = read(places, Options(name="option"), ROLECALL_TRAINEE="env")
    assert settings.name == Setting("option", Source.OPTION)
    assert settings.language == Setting("fr", Source.MACHINE)
    assert settings.plain == Setting(True, Source.MACHINE)


def test_nobody_overrules_what_the_machine_locks(places: Places) -> None:
    write(
        places.machine_file, 'locked = ["database", "library"]\ndatabase = "/srv/calls.db"\nlibrary = ["/srv/calls"]\n'
    )
    write(places.user_file, 'database = "mine.db"\nlibrary = ["mine"]\nlanguage = "fr"\n')
    settings = read(places, Options(database="other.db", library=("other",)))
    assert settings.database == Setting(str(Path("/srv/calls.db")), Source.LOCKED, (Source.USER, Source.OPTION))
    assert [folder.value for folder in settings.library] == [Path("/srv/calls")]
    assert settings.library[0].source is Source.LOCKED
    assert settings.language == Setting("fr", Source.USER)


def test_a_lock_without_a_value_locks_nothing(places: Places) -> None:
    write(places.machine_file, 'locked = ["name"]\n')
    assert read(places, Options(name="Ana")).name == Setting("Ana", Source.OPTION)


def test_folders_of_every_layer_are_kept_the_highest_first(places: Places, tmp_path: Path) -> None:
    write(places.machine_file, 'library = ["/srv/calls"]\n')
    write(places.user_file, 'library = ["calls", "/srv/calls"]\n')
    settings = read(
        places, Options(library=("here",)), base=tmp_path / "base", ROLECALL_LIBRARY=os.pathsep.join(("a", "b", ""))
    )
    assert settings.folders == (
        tmp_path / "base" / "here",
        tmp_path / "base" / "a",
        tmp_path / "base" / "b",
        places.user_file.parent / "calls",
        Path("/srv/calls"),
    )
    assert [folder.source for folder in settings.library] == [
        Source.OPTION, Source.ENVIRONMENT, Source.ENVIRONMENT, Source.USER, Source.USER,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [("1", 1.0), ("1.33", 1.33), ('"1,33"', 1.33), ("2.0", 2.0), ('"off"', 0.0), ("false", 0.0), ("0", 0.0)],
)
def test_a_time_factor_is_one_of_four(places: Places, written: str, value: float) -> None:
    write(places.user_file, f"time_factor = {written}\n")
    assert read(places).time_factor.value == value


@pytest.mark.parametrize(
    ("variable", "word", "value"),
    [("ROLECALL_PLAIN", "1", True), ("ROLECALL_PLAIN", "no", False), ("TERM", "dumb", True), ("TERM", "xterm", False)],
)
def test_plain_mode_follows_the_environment(places: Places, variable: str, word: str, value: bool) -> None:
    assert read_settings(None, {variable: word}, places).plain.value is value


def test_rolecall_plain_says_more_than_a_dumb_terminal(places: Places) -> None:
    assert read(places, TERM="dumb", ROLECALL_PLAIN="0").plain == Setting(False, Source.ENVIRONMENT)


def test_no_colour_is_taken_from_the_environment(places: Places) -> None:
    assert read(places, NO_COLOR="1").colour == Setting(False, Source.ENVIRONMENT)
    assert read(places, NO_COLOR="").colour.value


def test_an_empty_variable_says_nothing(places: Places) -> None:
    assert read(places, ROLECALL_TRAINEE="  ", ROLECALL_PLAIN="").name == Setting(None, Source.DEFAULT)


def test_a_database_is_a_url_or_a_path(places: Places) -> None:
    url = "postgresql+psycopg://ana:secret@server/calls"
    assert read(places, ROLECALL_DATABASE=url).database.value == url
    write(places.user_file, 'database = "calls.db"\n')
    assert read(places).database.value == str(places.user_file.parent / "calls.db")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('language = "de"', 'the setting language must be fr or en, not "de".'),
        ("language = 3", 'the setting language must be fr or en, not "3".'),
        ('motion = "slow"', 'the setting motion must be full or reduced, not "slow".'),
        ('plain = "perhaps"', 'the setting plain must be true or false, not "perhaps".'),
        ("time_factor = 3", 'the setting time_factor must be 1, 1.33, 2 or off, not "3".'),
        ("time_factor = nan", 'the setting time_factor must be 1, 1.33, 2 or off, not "nan".'),
        ("time_factor = true", 'the setting time_factor must be 1, 1.33, 2 or off, not "True".'),
        ('name = ""', 'the setting name must be a name or staff number of at most 80 characters, not "".'),
        ('name = "a\\u001b[2Jb"', "the setting name must be a name or staff number of at most 80 characters"),
        ('name = "\\u202eana"', "the setting name must be a name or staff number of at most 80 characters"),
        ("library = [1]", 'the setting library must be a list of folders, not "[1]".'),
        ('library = "a\\u0000b"', "the setting library must be a list of folders"),
        ("database = []", "the setting database must be the address of a database or the path of a file"),
        ('theme = "../x"', "the setting theme must be the name of a theme"),
    ],
)
def test_a_bad_value_names_file_setting_and_what_is_allowed(places: Places, line: str, said: str) -> None:
    write(places.user_file, line + "\n")
    message = refusal(places)
    assert message.startswith(f"{places.user_file}: ")
    assert said in message
    assert message.isprintable()


def test_a_bad_variable_or_option_is_named(places: Places) -> None:
    assert refusal(places, ROLECALL_LANGUAGE="de").startswith("ROLECALL_LANGUAGE: the setting language")
    assert refusal(places, Options(time_factor="9")).startswith("--time-factor: the setting time_factor")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name = Ana\n", "line 1: this is not written as a setting"),
        (b'name = "a"\nname = "b"\n', "line 2: this is not written as a setting"),
        (b'library = ["a"\n', "ends before its last setting is complete"),
        (b"\xff\xfe\x00", "is not a text file in UTF-8"),
        (b"# " + b"x" * 70_000, "is too large"),
        (b"a = " + b"[" * 20_000, ""),
        (b'locked = "name"\n', "locked must be a list of settings"),
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(places: Places, content: bytes, said: str) -> None:
    write(places.machine_file, content)
    message = refusal(places)
    assert str(places.machine_file) in message
    assert said in message


def test_a_folder_in_place_of_the_file_is_refused_in_a_sentence(places: Places) -> None:
    places.user_file.mkdir(parents=True)
    assert "cannot be read" in refusal(places)


def test_an_unknown_setting_is_warned_of_with_the_nearest_name(places: Places) -> None:
    write(places.user_file, 'langage = "fr"\nzzz = 1\nlocked = ["name"]\n')
    assert [say(warning) for warning in read(places).warnings] == [
        f'{places.user_file}: there is no setting "langage". Did you mean language?',
        f'{places.user_file}: there is no setting "zzz".',
        f'{places.user_file}: there is no setting "locked".',
    ]


def test_saving_makes_the_file_and_the_first_start_is_over(places: Places) -> None:
    save(places, name='Zoé "Z" \\ 7', language="fr")
    settings = read(places)
    assert settings.name == Setting('Zoé "Z" \\ 7', Source.USER)
    assert settings.language == Setting("fr", Source.USER)
    assert not settings.needs_first_start
    assert [path.name for path in places.user_file.parent.iterdir()] == ["config.toml"]


def test_saving_keeps_the_rest_of_the_file_as_it_was(places: Places) -> None:
    write(places.user_file, '# mine\nname = "Ana"  # me\nplain = true\n[later]\nname = 3\n')
    save(places, name="Zoé", theme="dusk")
    assert places.user_file.read_text("utf-8") == (
        '# mine\nname = "Zoé"\nplain = true\ntheme = "dusk"\n[later]\nname = 3\n'
    )


def test_saving_writes_anew_what_cannot_be_edited_line_by_line(places: Places) -> None:
    write(places.user_file, 'theme = """\nname = dusk"""\nplain = true\n')
    with pytest.raises(SettingsError):
        read(places)
    write(places.user_file, "library = [\n'''\nname = x''',\n]\nname = \"Ana\"\n")
    save(places, name="Zoé")
    settings = read(places)
    assert settings.name.value == "Zoé"
    assert settings.folders == (places.user_file.parent / "name = x",)


def test_a_value_that_is_not_allowed_is_not_saved(places: Places) -> None:
    save(places, name="Ana")
    before = places.user_file.read_bytes()
    with pytest.raises(SettingsError):
        save(places, name="Zoé", language="de")
    assert places.user_file.read_bytes() == before


def test_a_broken_file_is_not_overwritten(places: Places) -> None:
    write(places.user_file, "not toml")
    with pytest.raises(SettingsError):
        save(places, name="Ana")
    assert places.user_file.read_text() == "not toml"


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "user").write_text("a file where the folder should be")
    blocked = Places(tmp_path / "user" / "config.toml", tmp_path / "none", tmp_path / "cache")
    with pytest.raises(SettingsError) as caught:
        save(blocked, name="Ana")
    assert "The settings cannot be saved in" in say(caught.value.message)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that users of Windows seldom have")
def test_a_link_stays_a_link(places: Places, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "config.toml"
    write(target, 'language = "fr"\n')
    places.user_file.parent.mkdir(parents=True)
    places.user_file.symlink_to(target)
    save(places, name="Ana")
    assert places.user_file.is_symlink()
    assert target.read_text() == 'language = "fr"\nname = "Ana"\n'


def test_a_home_of_its_own_holds_everything_of_the_user(tmp_path: Path) -> None:
    places = find_places({"ROLECALL_HOME": str(tmp_path / "stick")})
    assert places.user_file == tmp_path / "stick" / "config.toml"
    assert places.cache == tmp_path / "stick" / "cache"
    settings = read(places)
    assert settings.database == Setting(str(tmp_path / "stick" / "rolecall.db"), Source.DEFAULT)
    elsewhere = find_places({})
    assert elsewhere.machine_file == places.machine_file
    assert elsewhere.user_file != places.user_file


def test_a_password_is_not_shown() -> None:
    assert without_password("postgresql+psycopg://ana:s3:cr@t@host/db") == "postgresql+psycopg://ana:***@host/db"
    assert without_password("calls.db") == "calls.db"


@given(
    name=st.text(st.characters(exclude_categories=("Cs", "Cn", "Co", "Cc", "Cf")), min_size=1, max_size=80)
    .map(lambda text: " ".join(text.split()))
    .filter(bool),
    before=st.sampled_from(["", "# nothing", 'name = "x"', "plain = true\n", '[table]\nname = "x"', 'name="""\nx"""']),
)
def test_any_name_survives_the_file(tmp_path_factory: pytest.TempPathFactory, name: str, before: str) -> None:
    folder = tmp_path_factory.mktemp("user")
    places = Places(folder / "config.toml", folder / "none", folder / "cache")
    write(places.user_file, before)
    save(places, name=name)
    assert read(places).name == Setting(name, Source.USER)


def test_reading_settings_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom simulator.settings import read_settings\nread_settings()\n"
        "print(sorted({'yaml', 'pydantic', 'sqlalchemy', 'textual', 'click', 'transitions'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert found.stdout.strip() == "[]"
