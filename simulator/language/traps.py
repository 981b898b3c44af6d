"""The codes E1..: what is wrong with a file as text and as YAML, in a trainer's words.

Every E1 diagnostic of the project is made by `trap`, from the table below; a code never changes its meaning.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.model.diagnostic import Diagnostic, Severity
from simulator.model.message import N_, Message
from simulator.model.source import Span


class Wording(NamedTuple):
    """The sentences of one code: what is wrong, and what to write instead (None where that needs no word)."""

    headline: str
    help: str | None = None


WORDINGS: Final[dict[str, Wording]] = {
    "E101": Wording(
        N_("This file is not text in UTF-8."),
        N_("Save it again as plain text, with the encoding UTF-8."),
    ),
    "E102": Wording(
        N_("This file is too large: {size} bytes, at most {limit} are read."),
        N_("Make several scenarios of it."),
    ),
    "E103": Wording(
        N_("This line cannot be read."),
        N_("Compare it with the lines around it: the spaces in front, the colon, the quotes."),
    ),
    "E110": Wording(
        N_("`{key}` stands here twice: it was first written in line {line}."),
        N_("Keep one of the two, or give this one another name."),
    ),
    "E111": Wording(
        N_("`{sign}` is a shorthand that scenarios do not use."),
        N_("Write the value out in full; a text goes between quotes."),
    ),
    "E112": Wording(
        N_("This file is nested too deep or holds too much."),
        N_("A file has at most {depth} levels and {nodes} values."),
    ),
    "E113": Wording(
        N_("A second document begins here; one file is one scenario."),
        N_("Take the line `{sign}` out, or move what follows into a file of its own."),
    ),
    "E114": Wording(
        N_("This file does not hold keys with values."),
        N_("Begin with `rolecall: 1`, then one `key: value` on each line."),
    ),
    "E117": Wording(
        N_("A name is expected here, not braces or brackets."),
        N_("Put a text that begins with a brace or a bracket between quotes."),
    ),
    "E118": Wording(
        N_("A character that cannot be seen ({name}) is in the text."),
        N_("Delete it and type the place again: it often comes along when text is pasted."),
    ),
}


def trap(
    code: str,
    file: str,
    span: Span | None,
    help: Message | None = None,  # noqa: A002
    **values: object,
) -> Diagnostic:
    """The diagnostic `code` with `values` in its sentences; `help` replaces the table's."""
    wording = WORDINGS[code]
    if help is None and wording.help is not None:
        help = Message(wording.help, values)  # noqa: A001
    return Diagnostic(code, Severity.ERROR, Message(wording.headline, values), span, help, file)
