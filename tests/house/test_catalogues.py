"""Everything that RoleCall says, it says in both languages."""

from pathlib import Path

import click
import pytest

from simulator.words import borrowed, catalogue
from simulator.words.extraction import extract_from

TO_PROGRAMMERS = {
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name})."
    " Did you mean to declare an argument instead? Did you mean to pass '--{name}'?",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
    "d",
    "deprecated",
}
"""What click says about the program itself, never to who uses it."""

LOOKED_UP = {("required", None)}
"""What click keeps in a variable until it is looked up, so that no call has the text itself."""


def test_every_message_is_translated() -> None:
    if complaints := catalogue.check():
        advice = "run `python -m simulator.words.catalogue update`, then translate:"
        pytest.fail("\n".join([advice, *complaints]), pytrace=False)


def test_every_word_of_click_is_in_our_catalogues() -> None:
    said = {
        message
        for path in Path(click.__file__).parent.glob("*.py")
        for message in extract_from(path.read_text(encoding="utf-8"), path.name)
        if message[0] not in TO_PROGRAMMERS
    }
    ours = set(extract_from(Path(borrowed.__file__).read_text(encoding="utf-8"), "borrowed.py"))
    assert ours == said | LOOKED_UP
