"""The codes E1..: what is wrong with a file as text and as YAML, in a trainer's words.

Every E1 diagnostic of the project is made by `trap`, from the table below; a code never changes its meaning.
A code with several sentences has them under `E115-...`; the four characters in front are the code.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.model.diagnostic import Diagnostic, Severity
from simulator.model.message import N_, Message
from simulator.model.source import Span


class Wording(NamedTuple):
    """The sentences of one code: what is wrong, and what to write instead. `{line}` is the corrected line."""

    headline: str
    help: str | None = None


DIAGNOSTICS_MAX: Final = 200
"""The most E1 diagnostics that one file gets; a file with more is no file to mend line by line."""

_QUOTES = N_("Put the text between quotes: `{line}`")

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
    "E103-fence": Wording(
        N_("This line is the frame that a chat or a wiki puts around a text."),
        N_("Take it out, here and below the call."),
    ),
    "E104": Wording(
        N_("A tab stands in front of this line; only spaces can indent."),
        N_("Indent it with spaces: `{line}`"),
    ),
    "E104-inside": Wording(
        N_("A tab stands here where a space belongs."),
        N_("Type spaces instead: `{line}`"),
    ),
    "E105": Wording(
        N_("A colon in this text makes a key of the words before it."),
        _QUOTES,
    ),
    "E106": Wording(
        N_("A text outside quotes cannot begin with `{sign}`."),
        _QUOTES,
    ),
    "E106-backtick": Wording(
        N_("A text outside quotes cannot begin with a backtick."),
        _QUOTES,
    ),
    "E106-bar": Wording(
        N_("Behind `{sign}` the text begins on the next line, not on this one."),
        N_("Put the text between quotes, or move it to the next line: `{line}`"),
    ),
    "E107": Wording(
        N_("Between braces, this comma cuts the text in two."),
        _QUOTES,
    ),
    "E107-number": Wording(
        N_("Between braces, this comma cuts the number in two."),
        N_("Points and gauges are whole numbers: write one without a comma."),
    ),
    "E108": Wording(
        N_("The text stops at this `#`: what follows is taken for a comment."),
        N_("Put the text between quotes, and a comment behind them: `{line}`"),
    ),
    "E109": Wording(
        N_("Curly quotes do not hold a text together; only straight ones do."),
        N_("Use straight quotes: `{line}`"),
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
    "E113-again": Wording(
        N_("The scenario begins a second time here; one file is one scenario."),
        N_("Take out what follows, or move it into a file of its own."),
    ),
    "E114": Wording(
        N_("This file does not hold keys with values."),
        N_("Begin with `rolecall: 1`, then one `key: value` on each line."),
    ),
    "E115": Wording(
        N_("The quote that opens this text is never closed."),
        N_("Close it where the text ends: `{line}`"),
    ),
    "E115-inner": Wording(
        N_("This quote closes the text before its end."),
        N_("A straight quote inside a text has a backslash in front: `{line}`"),
    ),
    "E115-apostrophe": Wording(
        N_("This apostrophe closes the text, because the text opens with a single quote."),
        N_("Put a text with apostrophes between double quotes: `{line}`"),
    ),
    "E115-opening": Wording(
        N_("This quote closes a text that no quote opens."),
        N_("Write both quotes: `{line}`"),
    ),
    "E116": Wording(
        N_("This line begins in column {found}; its neighbours begin in column {expected}."),
        N_("Indent it as they are: `{line}`"),
    ),
    "E116-text": Wording(
        N_("This line belongs to the text above it, and begins too far to the left."),
        N_("Indent it as far as the rest of the text: `{line}`"),
    ),
    "E117": Wording(
        N_("A name is expected here, not braces or brackets."),
        N_("Put a text that begins with a brace or a bracket between quotes."),
    ),
    "E118": Wording(
        N_("A character that cannot be seen ({name}) is in the text."),
        N_("Delete it and type the place again: it often comes along when text is pasted."),
    ),
    "E119": Wording(
        N_("A no-break space stands here where an ordinary space belongs."),
        N_("Type the space again: `{line}`"),
    ),
    "E120": Wording(
        N_("The colon behind `{key}` is missing."),
        N_("Write a colon and a space: `{line}`"),
    ),
    "E120-text": Wording(
        N_("This line is neither a key with a value nor part of a text."),
        N_("Indent it under the text it belongs to, put a `#` in front of a remark, or write `key: value`."),
    ),
    "E121": Wording(
        N_("A space is missing behind this colon."),
        N_("Write a space behind the colon: `{line}`"),
    ),
    "E122": Wording(
        N_("Lines with a dash and lines without one are mixed here."),
        N_("Either each item of a list has a dash or none has one: `{line}`"),
    ),
    "E123": Wording(
        N_("`{sign}` is opened here and never closed."),
        N_("Close it where it ends: `{line}`"),
    ),
    "E123-closing": Wording(
        N_("`{sign}` closes something that was not opened."),
        N_("Take it out, or open it: `{line}`"),
    ),
    "E124": Wording(
        N_("A comma is missing in front of `{key}`."),
        N_("Inside braces a comma stands between one key and the next: `{line}`"),
    ),
    "E125": Wording(
        N_("A backslash in double quotes announces a special sign, and this is none."),
        N_("Write the backslash twice, or leave it out: `{line}`"),
    ),
    "E125-unseen": Wording(
        N_("Between double quotes, `{sign}` is a character that cannot be seen ({name})."),
        N_("Write the backslash twice, or leave it out: `{line}`"),
    ),
    "E126": Wording(
        N_("Several keys on one line need braces around them."),
        N_("Put braces around them: `{line}`"),
    ),
}


def trap(
    wording: str,
    file: str,
    span: Span | None,
    remedy: Message | None = None,
    **values: object,
) -> Diagnostic:
    """The diagnostic with that wording and `values` in its sentences; `remedy` replaces the table's help."""
    headline, table_help = WORDINGS[wording]
    if remedy is None and table_help is not None:
        remedy = Message(table_help, values)
    return Diagnostic(wording[:4], Severity.ERROR, Message(headline, values), span, remedy, file)
