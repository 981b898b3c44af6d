"""What can be wrong with one value on its line, and the same value as it should stand."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from simulator.language.traps_escapes import doubled, wrong_escape

PROSE: Final = frozenset(
    ("say", "says", "why", "text", "title", "label", "sketch", "about", "scene", "briefing", "reply", "fr", "en")
)
"""The keys whose values are sentences."""

_OTHER_WORDS: Final = """
    after always bands caller change choices crm criteria critical do ending endings facts from gauges goto id
    knowledge language law_as_of level levels max met minutes mood name objectives once outcome pass_mark passed
    phase play reveals role rolecall rubric score see set silence speaker start states technique techniques tests to
    variant variants weight weights when
"""

WORDS: Final = PROSE | frozenset(_OTHER_WORDS.split())
"""The keys of scenarios and rubrics, by which a line that went wrong is recognised."""

NO_BREAK: Final = "\u00a0\u202f\u2007\u3000"
CURLY_OPEN: Final = "“„«‘‹”’"
_CURLY_CLOSE: Final = "”»’›“‘"
_PAIRS: Final = {"“": "”", "„": "“", "«": "»", "‹": "›"}
_CURLY: Final = CURLY_OPEN + _CURLY_CLOSE
_SPECIAL: Final = "{}[]*&!%@|>,"
_CHECK_COMMENT: Final = re.compile(r"\s+#\s*check:.*$")


class Ailment(NamedTuple):
    """What is wrong with a value: the wording, where in the value (from 0), and the value as it should stand."""

    wording: str
    start: int
    end: int
    cured: str
    sign: str = ""


def quoted(text: str) -> str:
    """`text` between double quotes, what would close them early behind a backslash."""
    return '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'


def closing(value: str) -> int | None:
    """The place of the quote that closes the quoted text which `value` begins with; None where none does."""
    pattern = r'"(?:[^"\\]|\\.)*(")' if value[0] == '"' else r"'(?:[^']|'')*(')(?!')"
    found = re.match(pattern, value)
    return found.start(1) if found else None


def ailment(value: str, flow: bool = False) -> Ailment | None:
    """What is wrong with `value` as it stands behind its key, None for nothing; `flow` inside braces.

    `value` has no blanks around it.
    """
    if not value:
        return None
    if is_curly(value):
        return Ailment("E109", 0, 1, quoted(value[1:].rstrip().rstrip(_CURLY + "\"'")), value[0])
    if value[0] in "\"'":
        return _in_quotes(value)
    return _special(value) or _plain(value, flow)


def is_curly(value: str) -> bool:
    """Whether curly quotes stand around the whole of `value`, or on one side of it."""
    if not value:
        return False
    if value[0] in CURLY_OPEN:
        return len(value) > 1 and value[-1] in _CURLY_CLOSE + "\"'" and not _closes_inside(value)
    return value[0] in "\"'" and value[-1] in _CURLY_CLOSE and closing(value) is None


def _closes_inside(value: str) -> bool:
    """Whether the curly quote that `value` begins with is closed before its end."""
    opening, closer = value[0], _PAIRS.get(value[0])
    depth = 0
    for sign in value[:-1]:
        depth += (sign == opening) - (sign == closer)
        if depth == 0:
            return True
    return False


def _in_quotes(value: str) -> Ailment | None:
    sign, end = value[0], closing(value)
    if end is None:
        other = "'" if sign == '"' else '"'
        return Ailment("E115", 0, 1, value.removesuffix(other) + sign, sign)
    rest = value[end + 1 :]
    if rest.strip() and not re.match(r"\s+#", rest):
        return _closed_early(value, sign, end)
    if sign == '"' and (wrong := wrong_escape(value[:end])) is not None:
        return Ailment("E125", wrong, wrong + 2, doubled(value[: end + 1]) + rest, "\\")
    return None


def _closed_early(value: str, sign: str, end: int) -> Ailment:
    apostrophe = sign == "'" and value[end + 1].isalpha()
    wording = "E115-apostrophe" if apostrophe else "E115-inner"
    if value.endswith(sign):
        text = value[1:-1].replace("''", "'") if sign == "'" else value[1:-1].replace('\\"', '"')
    else:
        text = value[1:] if apostrophe else value
    return Ailment(wording, end, end + 1, quoted(text), sign)


def _special(value: str) -> Ailment | None:
    if re.match(r"[|>][-+0-9]*(\s+#.*)?$", value):
        return None
    if value[0] in "|>" and (found := re.match(r"[|>][-+]?\s+", value)):
        return Ailment("E106-bar", 0, 1, quoted(value[found.end() :]), value[0])
    if value[0] == "#":
        return Ailment("E108", 0, 1, quoted(value), "#")
    if value[0] == "`":
        return Ailment("E106-backtick", 0, 1, quoted(value), "`")
    if value[0] in _SPECIAL or re.match(r"[-?:](\s|$)", value):
        return Ailment("E106", 0, 1, quoted(value), value[0])
    return None


def _plain(value: str, flow: bool) -> Ailment | None:
    comment = _CHECK_COMMENT.search(value)
    text, tail = (value[: comment.start()], comment.group()) if comment else (value, "")
    if found := re.search(r":(?=\s|$)", text):
        return Ailment("E105", found.start(), found.end(), quoted(text) + tail, ":")
    if flow and (found := re.search(r",", text)):
        return Ailment("E107", found.start(), found.end(), quoted(text) + tail, ",")
    if found := re.search(r"(?<=\s)#", text):
        return Ailment("E108", found.start(), found.end(), quoted(text) + tail, "#")
    if text.endswith('"') and text.count('"') % 2:
        return Ailment("E115-opening", len(text) - 1, len(text), quoted(text[:-1]) + tail, '"')
    return None
