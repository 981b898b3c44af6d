"""`rolecall config`: each setting and where it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.exits import Exit
from tests.cli.running import Commands


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The user's file."""
    (tmp_path / "rc").mkdir()
    return tmp_path / "rc" / "config.toml"


def test_people_read_a_table(rolecall: Commands, config: Path) -> None:
    config.write_text('language = "fr"\ntime_factor = 1.33\nsay_first = true\nlibrary = ["/srv/calls", "/srv/more"]\n')
    ran = rolecall("config", "--language", "en")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    rows = {tuple(line.split()) for line in ran.out.splitlines()}
    assert ("Setting", "Value", "Where", "from") in rows
    assert ("name", "Ana", "environment") in rows
    assert ("language", "en", "command", "line") in rows
    assert ("time_factor", "1.33", "your", "file") in rows
    assert ("plain", "no", "default") in rows
    assert ("say_first", "yes", "your", "file") in rows
    assert ("bell", "yes", "default") in rows
    assert {row[1] for row in rows if row[:1] == ("library",)} == {"/srv/calls", "/srv/more"}
    assert f"Your file: {config}" in ran.out


def test_a_clock_that_is_off_reads_off(rolecall: Commands, config: Path) -> None:
    config.write_text("time_factor = false\n")
    assert "time_factor  off" in rolecall("config").out


def test_a_password_is_never_shown(rolecall: Commands) -> None:
    for form in ("text", "json"):
        ran = rolecall("config", "--database", "postgresql://lea:s3cret@host/calls", "--format", form)
        assert "s3cret" not in ran.out
        assert "postgresql://lea:***@host/calls" in ran.out


def test_a_lock_is_told(rolecall: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    machine = tmp_path / "machine" / "rolecall"
    machine.mkdir(parents=True)
    (machine / "config.toml").write_text('plain = true\nlocked = ["plain"]\n')
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))
    monkeypatch.setenv("ROLECALL_PLAIN", "no")
    assert "plain        yes" in rolecall("config").out
    assert rolecall("config", "--format", "json").json["plain"] == {
        "value": True, "source": "locked", "ignored": ["environment"],
    }  # fmt: skip


def test_a_key_that_means_nothing_is_told_and_the_rest_holds(rolecall: Commands, config: Path) -> None:
    config.write_text('langage = "fr"\nname = "Léa"\n')
    ran = rolecall("config")
    assert ran.status == Exit.SUCCESS
    assert 'there is no setting "langage". Did you mean language?' in ran.err


@pytest.mark.parametrize(
    "content",
    [b"language = fr", b"\xff\xfe\x00", b'time_factor = "fast"', b"[" * 50_000, b"x" * 100_000, b'name = "\\u001b[2J"'],
    ids=["no toml", "binary", "no value", "deep", "large", "hostile"],
)
@pytest.mark.parametrize("verb", ["config", "sessions list", "play prelevement-rejete", "--plain"])
def test_a_faulty_file_stops_every_verb_with_a_sentence(
    content: bytes, verb: str, rolecall: Commands, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ROLECALL_TRAINEE")
    config.write_bytes(content)
    ran = rolecall(*verb.split())
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert str(config) in ran.err
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 1
