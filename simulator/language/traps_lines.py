"""One line of a scenario that went wrong, and the ways it may have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.language.traps_values import NO_BREAK, PROSE, WORDS, Ailment, ailment, quoted

_KEY: Final = r"\"[^\"]*\"|'[^']*'|[“«][^”»]*[”»]|[^\s\"'#{\[“«][^:#\"“«{\[]*?"
_LINE: Final = re.compile(
    rf"(?P<indent>\s*)(?P<dashes>(?:-\s+)*)(?:(?P<key>{_KEY})(?P<colon>\s*:)(?=\s|$))?(?P<gap>\s*)(?P<value>.*?)\s*$"
)
_DASHES: Final = re.compile(r"\s*(?:-\s+)*")
_OPENS_TEXT: Final = re.compile(r":\s+[|>][-+0-9]*\s*(?:#.*)?$")
_WORD: Final = "(?:" + "|".join(sorted(WORDS, key=len, reverse=True)) + ")"
_FLOW_ENTRY: Final = re.compile(
    rf"(?<=[{{,\[])\s*+(?P<key>[\w-]++|\"[^\"]*+\")\s*+:\s++(?P<value>[^\s{{\[].*?)(?<!\s)"
    rf"(?=\s*+,\s*+(?:{_WORD}|\"[^\"]*+\")\s*+:(?:\s|$)|\s*+[}}\]]++\s*+(?:,|\#.*$|$)|\s*+$)"
)
_COMMA_LEFT_OUT: Final = re.compile(rf"(?<=[^\s,{{\[])\s+(?P<key>{_WORD}|(?<=\d )[^\W\d][\w-]*)\s*:\s")
_BETWEEN_ITEMS: Final = re.compile(r"(?<=[}\]])\s+(?P<key>[{\[])")
_QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|\s#.*$")
_NO_SPACE: Final = re.compile(r"(?<=[{,])(\s*[A-Za-z_][\w-]*):(?=[^\s/])")
_SHOWN: Final = 300
"""The longest corrected line that is shown, in characters."""

_MENDED: Final = 1000
"""The longest line that is looked at; a longer one is no line of a person's, and patterns take their time."""

_OF_NAMES: Final = frozenset(("caller", "change", "crm", "score", "set"))
"""The keys whose values are names with a value each, so that any word may stand behind them."""

_MARKERS: Final = ("---", "...")
_FENCE: Final = "```"
_CLOSERS: Final = {"{": "}", "[": "]"}


class Mend(NamedTuple):
    """One way a line may have been meant: what is wrong with it, where (columns from 1), and the line itself."""

    wording: str
    column: int
    end_column: int
    line: str
    values: dict[str, object]


def key_of(line: str) -> str:
    """The key that `line` begins with, behind dashes; empty where it has none."""
    found = _LINE.match(line[:_MENDED])
    return (found["key"] or "").strip() if found else ""


def indent_of(line: str) -> int:
    """How many blanks stand in front of `line`."""
    return len(line) - len(line.lstrip())


def dashes_of(line: str) -> str:
    """The dashes that stand in front of `line`, with the blanks behind them."""
    return _DASHES.match(line)[0].lstrip()  # type: ignore[index]


def opens_text(line: str) -> bool:
    """Whether a text under `|` or `>` begins below `line`."""
    return bool(_OPENS_TEXT.search(line))


def mends(line: str) -> Iterator[Mend]:
    """The ways in which `line` may have been meant, the likeliest first."""
    found = _LINE.match(line) if len(line) <= _MENDED else None
    if not found or line.lstrip().startswith("#"):
        return
    if not line.strip():
        yield from [_mend("E104", 0, 1, "")] if "\t" in line else []
        return
    if line[:3] in _MARKERS:
        yield Mend("E113", 1, 4, f"# {line}", {"sign": line[:3]})
    if line.startswith(_FENCE):
        yield Mend("E103-fence", 1, len(line) + 1, "", {})
    yield from _blanks(line, found)
    yield from _key(line, found)
    if found["dashes"]:
        yield from _whole(line, found)
    yield from _no_braces(line, found)
    yield from _value(line, found)
    yield from _flow(line, found)
    yield from _whole(line, found)


def joined(lines: list[str], number: int) -> tuple[Mend, str] | None:
    """A text without quotes over several lines with a colon in line `number`: the mend, and the whole text with it.

    None where line `number` (from 1) does not go on with such a text, or begins with a key of the language.
    """
    indent = indent_of(lines[number - 1])
    colon = re.search(r":(?=\s|$)", lines[number - 1])
    if not colon or "\t" in lines[number - 1][:indent] or key_of(lines[number - 1]) in WORDS:
        return None
    first = number - 1
    while first > 0 and (not lines[first - 1].strip() or indent_of(lines[first - 1]) >= indent):
        first -= 1
    head = _LINE.match(lines[first - 1][:_MENDED]) if first else None
    if not head or not _goes_on(head, indent):
        return None
    last = number
    while last < len(lines) and lines[last].strip() and indent_of(lines[last]) >= indent:
        last += 1
    words = " ".join([head["value"], *(line.strip() for line in lines[first:last])])
    line = lines[first - 1][: head.start("value")] + quoted(words)
    text = "\n".join([*lines[: first - 1], line, *[""] * (last - first), *lines[last:]])
    return _mend("E105", colon.start(), colon.end(), line), text


def corrected(lines: list[str], number: int, *wordings: str) -> str:
    """Line `number` (from 1) without what these wordings are about; empty where there is no telling how."""
    if "E105" in wordings and (found := joined(lines, number)):
        return str(found[0].values["line"])
    return next((str(mend.values["line"]) for mend in mends(lines[number - 1]) if mend.wording in wordings), "")


def as_shown(line: str) -> str:
    """A corrected line as it is shown: a very long one only as far as is worth reading."""
    shown = line.rstrip()
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"


def _goes_on(head: re.Match[str], indent: int) -> bool:
    """Whether the value behind a key is a text without quotes, which a line at `indent` may go on with."""
    is_plain = bool(head["key"] and head["value"]) and head["value"][0] not in "\"'|>{[#&*!"
    return is_plain and indent > head.start("key")


def _mend(wording: str, start: int, end: int, line: str, **values: object) -> Mend:
    return Mend(wording, start + 1, end + 1, line, {**values, "line": as_shown(line)})


def _blanks(line: str, found: re.Match[str]) -> Iterator[Mend]:
    """No-break spaces and tabs around the key; a text whose first colon looks like a key's is left alone."""
    front = line[: found.start("value")]
    if '"' in (found["key"] or "").strip('"'):
        return
    for wording, blanks in (("E119", NO_BREAK), ("E104-inside", "\t")):
        places = [place for place, sign in enumerate(front) if sign in blanks]
        if places and not ("\t" in blanks and places[0] < len(found["indent"])):
            plain = "".join(" " if sign in blanks else sign for sign in front)
            yield _mend(wording, places[0], places[0] + 1, plain + line[len(front) :])


def _key(line: str, found: re.Match[str]) -> Iterator[Mend]:
    key, start = found["key"], found.start("key")
    if key:
        if key[0] in "“«":
            value = ailment(found["value"])
            rest = value.cured if value and value.wording == "E109" else found["value"]
            mended = f"{line[:start]}{quoted(key[1:-1])}{found['colon']}{found['gap']}{rest}"
            yield _mend("E109", start, start + 1, mended, sign=key[0])
        return
    start, content = found.start("value"), found["value"]
    front = line[:start]
    if typed := re.match(r"(?P<key>[\w-]+|\"[^\"]*\"):(?P<rest>[^\s/].*)$", content):
        place = start + typed.end("key")
        rest = typed["rest"].strip(NO_BREAK + " ")
        wording = "E119" if typed["rest"][0] in NO_BREAK else "E121"
        yield _mend(wording, place, place + 1, f"{front}{typed['key']}: {rest}")
    if typed := re.match(rf"(?P<key>{_WORD})(?:\s*[=;,]\s*|\s+|(?=[\"'“«]))(?P<rest>.*)$", content):
        place = start + typed.end("key")
        line = f"{front}{typed['key']}: {typed['rest']}".rstrip()
        yield _mend("E120", start, place, line, key=typed["key"])
    if re.fullmatch(r"[^\W\d_][\w-]*", content):
        yield _mend("E120", start, start + len(content), f"{front}{content}:", key=content)


def _value(line: str, found: re.Match[str]) -> Iterator[Mend]:
    value = found["value"]
    if looks_like_flow(found["key"] or "", value):
        return
    if found["key"] or found["dashes"]:
        yield from _cured(line, found.start("value"), value)
    if ends := re.search(r"\s*[,}\]]+$", value):
        yield from _cured(line, found.start("value"), value[: ends.start()], flow=True)


def _no_braces(line: str, found: re.Match[str]) -> Iterator[Mend]:
    """Keys behind a key on one line, without the braces around them."""
    start, value, key = found.start("value"), found["value"], found["key"]
    name = r"[^\W\d][\w-]*" if key in _OF_NAMES else _WORD
    if key and key not in PROSE and re.match(rf"{name}:\s", value):
        yield _mend("E126", start, start + 1, _put(line, found, "value", f"{{{value}}}"))


def _whole(line: str, found: re.Match[str]) -> Iterator[Mend]:
    """Nothing of the line is a key: the words before its colon belong to a text."""
    key = found["key"]
    if key and not re.fullmatch(r"[a-z0-9_-]+|[\"'].*", key):
        start = found.start("key")
        yield from _cured(line, start, line[start:].rstrip())


def _flow(line: str, found: re.Match[str]) -> Iterator[Mend]:
    start, text = found.start("value"), found["value"]
    if left_out := _COMMA_LEFT_OUT.search(text) or _BETWEEN_ITEMS.search(_without_quoted(text)):
        place = start + left_out.start("key")
        mended = line[: start + left_out.start()] + "," + line[start + left_out.start() :]
        yield _mend("E124", place, place + len(left_out["key"]), mended, key=left_out["key"])
    if typed := _NO_SPACE.search(text):
        place = start + typed.end()
        yield _mend("E121", place, place + 1, line[:start] + _NO_SPACE.sub(r"\1: ", text) + line[found.end("value") :])
    yield from _entries(line, start, text)
    yield from _brackets(line, start, text)


def _entries(line: str, start: int, text: str) -> Iterator[Mend]:
    first: Mend | None = None
    mended = line
    for entry in reversed(list(_FLOW_ENTRY.finditer(text))):
        place = start + entry.start("value")
        if wrong := ailment(entry["value"].strip(), flow=True):
            mended = mended[:place] + wrong.cured + mended[place + len(entry["value"]) :]
            first = _mend(wrong.wording, place + wrong.start, place + wrong.end, mended, sign=wrong.sign)
    if first:
        yield first


def _brackets(line: str, start: int, text: str) -> Iterator[Mend]:
    """What is opened and not closed, or closed and not opened, outside quotes."""
    bare = _without_quoted(text)
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(bare):
        if sign in "{[":
            opened.append((sign, place))
        elif sign in "}]" and opened and _CLOSERS[opened[-1][0]] != sign:
            at, (opener, began) = start + place, opened[-1]
            closed = line[:at] + _CLOSERS[opener] + line[at:]
            yield _mend("E123", start + began, start + began + 1, closed, sign=opener)
            closed = line[:at] + _CLOSERS[opener] + line[at + 1 :]
            yield _mend("E123", start + began, start + began + 1, closed, sign=opener)
            return
        elif sign in "}]" and opened:
            opened.pop()
        elif sign in "}]":
            at = start + place
            yield _mend("E123-closing", at, at + 1, line[:at].rstrip() + line[at + 1 :], sign=sign)
            return
    if opened:
        sign, place = opened[-1]
        closers = "".join(_CLOSERS[sign] for sign, _ in reversed(opened))
        content = text.rstrip().removesuffix(",")
        content += " " * content.endswith(":")
        yield _mend("E123", start + place, start + place + 1, line[:start] + content + closers, sign=sign)


def _without_quoted(text: str) -> str:
    """`text` of the same length, with nothing to be seen of what stands in quotes or behind a number sign."""
    return _QUOTED.sub(lambda part: "x" * len(part.group()), text)


def looks_like_flow(key: str, value: str) -> bool:
    """Whether a value that begins with a brace or a bracket means a mapping or a list, and not a text."""
    if not value.startswith(("{", "[")):
        return False
    if re.match(rf"(?:\[\s*)?\{{\s*{_WORD}\s*:", value):
        return True
    behind = re.search(r"[}\]]\s*[^\s}\],#][^}\]]*$", value)
    return key not in PROSE and not behind


def _cured(line: str, start: int, value: str, flow: bool = False) -> Iterator[Mend]:
    wrong: Ailment | None = ailment(value, flow)
    if wrong:
        mended = line[:start] + wrong.cured + line[start + len(value) :].rstrip()
        yield _mend(wrong.wording, start + wrong.start, start + wrong.end, mended, sign=wrong.sign)


def _put(line: str, found: re.Match[str], group: str, text: str) -> str:
    return line[: found.start(group)] + text + line[found.end(group) :]
