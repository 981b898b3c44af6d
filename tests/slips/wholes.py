"""What happens to a whole file on its way: editors, word processors, mail, other machines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple


class Whole(NamedTuple):
    """`edit` makes other bytes of a file's; `code` empty where that does no harm."""

    what: str
    edit: Callable[[bytes], bytes]
    code: str = ""
    at: str = ""
    """Words of the line that the first finding must point at; empty where there is no line to show."""


def _of_text(edit: Callable[[str], str]) -> Callable[[bytes], bytes]:
    return lambda data: edit(data.decode("utf-8")).encode("utf-8")


def _in_curly_quotes(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', r"“\1”", text)


WHOLES: Final = (
    Whole("Windows line ends", lambda data: data.replace(b"\n", b"\r\n")),
    Whole("line ends of an old Mac", lambda data: data.replace(b"\n", b"\r")),
    Whole("a byte-order mark", lambda data: b"\xef\xbb\xbf" + data),
    Whole("a byte-order mark and Windows line ends", lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")),
    Whole("no line end at the end", lambda data: data.rstrip(b"\n")),
    Whole("empty lines at the end", lambda data: data + b"\n\n\n"),
    Whole("blanks at the end of each line", lambda data: data.replace(b"\n", b"  \n")),
    Whole("an empty line behind each line", _of_text(lambda text: re.sub(r"(?<=[\"}\]])\n", "\n\n", text))),
    Whole("a mark that a document begins", lambda data: b"---\n" + data),
    Whole("a mark that the document ends", lambda data: data + b"...\n"),
    Whole("a remark on top", lambda data: b"# Version 3, with the changes of the team meeting: see the wiki\n" + data),
    Whole("accents taken apart by another machine", _of_text(lambda text: unicodedata.normalize("NFD", text))),
    Whole("the encoding of an old Windows", lambda data: data.decode("utf-8").encode("cp1252", "replace") + b"\xe9",
          "E101"),
    Whole("UTF-16", lambda data: data.decode("utf-8").encode("utf-16"), "E101"),
    Whole("a document of a word processor", lambda data: b"PK\x03\x04\x14\x00\x00" + data, "E101"),
    Whole("nothing at all", lambda data: data[:0], "E114"),
    Whole("curly quotes everywhere", _of_text(_in_curly_quotes), "E109"),
    Whole("tabs for all indents",
          _of_text(lambda text: re.sub(r"(?m)^( +)", lambda blanks: "\t" * (len(blanks[0]) // 2), text)), "E104", "\t"),
    Whole("a mail around it", lambda data: b"Hello Ana,\nhere is the call: please have a look.\n\n" + data, "E103",
          "here is"),
    Whole("the file pasted twice", lambda data: data + data, "E113"),
    Whole("the fence of a chat around it", lambda data: b"```yaml\n" + data + b"```\n", "E103", "```yaml"),
)  # fmt: skip
