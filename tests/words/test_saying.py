"""Messages of the core become sentences of the language in use."""

import gettext
from datetime import date

import pytest

from simulator import words
from simulator.model.message import Message


def test_values_fill_the_holes_and_are_never_read_as_holes() -> None:
    assert words.say(Message("Unknown state {name}.", {"name": "{count} %s {0}"})) == "Unknown state {count} %s {0}."


def test_a_message_within_a_message_is_said_too() -> None:
    words.use("fr")
    inner = Message("{items} and {last}", {"items": "a", "last": "b"})
    assert words.say(Message("<{what}>", {"what": inner})) == "<a et b>"


def test_a_count_chooses_the_form_and_is_at_hand() -> None:
    def said(count: int) -> str:
        return words.say(Message("{number} point", {"number": count}, plural="{number} points", count=count))

    assert [said(0), said(1), said(2)] == ["0 points", "1 point", "2 points"]
    words.use("fr")
    assert [said(0), said(1), said(2)] == ["0 point", "1 point", "2 points"]
    assert words.say(Message("{count} thing", plural="{count} things", count=3)) == "3 things"


def test_values_are_written_as_the_language_writes_them() -> None:
    values = {"cost": 12.5, "line": 1234, "names": ["x", Message("y")], "day": date(2026, 11, 23)}
    message = Message("{cost}; {line}; {names}; {day}", values)
    assert words.say(message) == "12.5; 1234; x and y; 23\u00a0November 2026"
    words.use("fr")
    assert words.say(message) == "12,5; 1234; x et y; 23\u00a0novembre 2026"


def test_the_empty_text_is_empty_and_not_the_head_of_the_catalogue() -> None:
    words.use("fr")
    assert words._("") == ""


def test_a_text_without_translation_is_shown_as_it_is() -> None:
    words.use("fr")
    assert words._("not in any catalogue") == "not in any catalogue"


def test_libraries_that_use_gettext_speak_the_language_in_use() -> None:
    words.use("fr")
    assert gettext.gettext("Missing command.") == "Il manque la commande."
    words.use("en")
    assert gettext.gettext("Missing command.") == "Missing command."


def test_a_language_that_is_not_spoken_is_refused() -> None:
    words.use("fr")
    with pytest.raises(ValueError, match="de"):
        words.use("de")
    assert words.language() == "fr"
