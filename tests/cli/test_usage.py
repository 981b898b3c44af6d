"""Help, slips on the command line, and `rolecall`'s own options wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from simulator import __version__
from simulator.cli.app import app
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb, VerbGroup
from tests.cli.running import Commands


def every_command(command: click.Command = app, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command there is, by the words that call it."""
    yield path
    if isinstance(command, VerbGroup):
        with click.Context(command) as context:
            for name in command.list_commands(context):
                found = command.get_command(context, name)
                assert isinstance(found, Verb | VerbGroup), f"{name} does not take the options that hold for every verb"
                yield from every_command(found, (*path, name))


COMMANDS = list(every_command())


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_says_what_it_is_for(command: tuple[str, ...], option: str, rolecall: Commands) -> None:
    ran = rolecall(*command, option)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    assert ran.out.startswith(" ".join(["Usage: rolecall", *command]))
    assert "..." not in ran.out
    assert all(len(line) <= 100 for line in ran.out.splitlines())


def test_help_fits_into_a_narrow_terminal(rolecall: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, rolecall("sessions", "--help").out.splitlines())) <= 50


def test_the_version_is_told(rolecall: Commands) -> None:
    ran = rolecall("--version")
    assert (ran.status, ran.out) == (Exit.SUCCESS, f"RoleCall {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["plya"], "There is no command “plya”. Did you mean “play”?"),
        (["xyzzy"], "There is no command “xyzzy”."),
        (["sessions", "lst"], "There is no command “lst”. Did you mean “list”?"),
        (["people", "remove"], "There is no command “remove”."),
        (["xy\x1b]0;zzy\x07"], "There is no command “xy�]0;zzy�”."),
        (["--langauge", "fr"], "No such option '--langauge'."),
        (["play", "a", "b\x1b[2J"], "Got unexpected extra argument (b"),
        (["play", "a", "--seed", "\x1b[2J"], "” is no whole number"),
        (["check", "\x1b[2J\n"], "There is no file or folder “�[2J ”."),
        (["check"], "Missing argument 'PATH…'"),
        (["play"], "Missing argument 'SCENARIO'"),
        (["preview"], "Missing argument 'FILE'"),
        (["play", "a", "b"], "Got unexpected extra argument (b)"),
        (["play", "a", "--mode", "hard"], "'hard' is not one of 'guided', 'practice', 'exam'."),
        (["play", "a", "--seed", "x"], "“x” is no whole number from 0 to 2147483647."),
        (["play", "a", "--seed", "-1"], "“-1” is no whole number from 0 to 2147483647."),
        (["check", "a", "--format"], "'--format' requires an argument."),
        (["check", "a", "--format", "xml"], "'xml' is not one of 'full', 'short', 'json'."),
        (["--language", "de", "config"], "'de' is not one of 'fr', 'en'."),
        (["sessions", "list", "--since", "yesterday"], "“yesterday” is no day. Write it like this: 2026-09-01."),
        (["sessions", "list", "--since", "2026-02-30"], "“2026-02-30” is no day."),
        (["sessions", "list", "--limit", "0"], "“0” is no whole number from 1 to"),
        (["sessions", "purge"], "Missing option '--older-than'"),
        (["sessions", "purge", "--older-than", "old"], "“old” is no age. Write for example 90d, 6m or 2y."),
        (["sessions", "purge", "--older-than", "99999y"], "“99999y” is no age."),
        (["sessions", "import", "nowhere.jsonl"], "'nowhere.jsonl' does not exist."),
        (["check", "nowhere.yaml"], "There is no file or folder “nowhere.yaml”."),
        (["play", "nowhere.yaml"], "There is no file nowhere.yaml."),
        (["analyse", "prelevement-rejte"], "Did you mean prelevement-rejete?"),
        (["analyse", "xyzzy"], "There is no scenario xyzzy. There are: breathing-space, deuxieme-promesse, "),
        (["analyse", "prelevement-rejete", "--variant", "x"], "This call has no variant x. It has: "),
        (["play", "prelevement-rejete", "--variant", "x"], "This call has no variant x. It has: "),
    ],
)
def test_a_slip_is_told_in_one_sentence(arguments: list[str], sentence: str, rolecall: Commands) -> None:
    ran = rolecall(*arguments)
    assert ran.status == Exit.USAGE
    assert ran.out == ""
    assert sentence in ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("group", ["sessions", "people", "database"])
def test_a_group_without_a_verb_shows_its_help(group: str, rolecall: Commands) -> None:
    ran = rolecall(group)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert "Usage: rolecall" in ran.err


def test_options_that_hold_for_every_verb_stand_before_or_behind_it(rolecall: Commands, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    own = ["--trainee", "Zoé", "--library", one, "--library", other, "--database", tmp_path / "x.db", "--plain"]
    before = rolecall(*own, "config", "--format", "json").json
    behind = rolecall("config", "--format", "json", *own).json
    mixed = rolecall(*own[:4], "config", *own[4:], "--format", "json").json
    assert before == behind == mixed
    assert before["name"] == {"value": "Zoé", "source": "option", "ignored": []}
    assert [folder["value"] for folder in before["library"]] == [str(one), str(other)]
    assert before["database"]["value"] == str(tmp_path / "x.db")
    assert before["plain"]["value"] is True


def test_a_verb_keeps_its_own_use_of_a_name(rolecall: Commands) -> None:
    rolecall("play", "prelevement-rejete", "--mode", "exam", "--trainee", "Zoé", stdin="1\n")
    rolecall("play", "prelevement-rejete", "--mode", "exam", stdin="1\n")
    assert len(rolecall("sessions", "list", "--format", "json").json) == 2
    assert len(rolecall("sessions", "list", "--trainee", "Zoé", "--format", "json").json) == 1
    assert len(rolecall("--trainee", "Zoé", "sessions", "list", "--format", "json").json) == 2


def test_a_slip_is_told_in_the_language_asked_for(rolecall: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Il n" in rolecall("--language", "fr", "check", "nowhere.yaml").err
    assert "Il n" in rolecall("check", "nowhere.yaml", "--language=fr").err
    monkeypatch.setenv("ROLECALL_LANGUAGE", "fr")
    assert "Il n" in rolecall("check", "nowhere.yaml").err
    assert "There is no file" in rolecall("check", "nowhere.yaml", "--language", "en").err
