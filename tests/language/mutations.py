"""Good files gone wrong at random, each by a seed; as a program, checks them one by one and says which it is at.

`python -m tests.language.mutations FIRST COUNT` prints each seed before it is tried, so that whoever watches knows
which one hung or ended the interpreter.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from simulator.model.diagnostic import Diagnostic, has_errors
from simulator.model.source import SourceText

if TYPE_CHECKING:
    from simulator.language import FindRubric

ROOT: Final = Path(__file__).parents[2]
SMALL: Final = sorted((Path(__file__).parent / "good").glob("*.yaml"))
LARGE: Final = [
    *sorted((ROOT / "scenarios").glob("*/*/*.yaml")),
    *sorted((ROOT / "scoring" / "rubrics").glob("*.yaml")),
]
ONE_LARGE_IN: Final = 40
"""A large file takes seconds to analyse while it is still good."""

SNIPPETS: Final = (
    '"', "'", "{", "}", "[", "]", ": ", " #", ",", "\t", "- ", "? ", "&a ", "*a", "!x ", "| ", "> ", "%", "@", "`",
    "<<: ", "---\n", "...\n", "\r", "\0", "\x1b[2J", "\u2028", "\u202e", "\ufeff", "“", "«", "\\", "\\u202e", "no",
    "~", "1e400", "-" * 80, "😀", "\xa0", "9" * 20, "goto: back", "when: a == b", "once: yes", "not (", "in [",
    "{name}", "{{", "}}",
)  # fmt: skip
PILES: Final = (
    b"[", b"{a: ", b"- ", b"? ", b"xxx", b"'", b'"a" ', b"&a ", b"a: b\n", b"[]{},", b" ", b"\n", b"\t", b"(", b"not ",
)  # fmt: skip

Mutation = Callable[[Random, bytes], bytes]


def flip(random: Random, data: bytes) -> bytes:
    """Some bits."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def insert(random: Random, data: bytes) -> bytes:
    """What means something to YAML, to a terminal or to the language."""
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(SNIPPETS).encode() + data[place:]


def cut(random: Random, data: bytes) -> bytes:
    """A stretch out, or the file short."""
    place = random.randrange(len(data))
    return data[:place] + random.choice([b"", data[place + random.randint(1, 40) :]])


def lines(random: Random, data: bytes) -> bytes:
    """A line dropped, doubled, changed with another, indented, or run together with the next."""
    rows = data.split(b"\n")
    one, other = random.randrange(len(rows)), random.randrange(len(rows))
    match random.randrange(7):
        case 0:
            del rows[one]
        case 1:
            rows.insert(other, rows[one])
        case 2:
            rows[one], rows[other] = rows[other], rows[one]
        case 3:
            rows[one] = b" " * random.randint(1, 5) + rows[one]
        case 4:
            rows[one] = b"\t" + rows[one].lstrip()
        case 5:
            rows[one] = rows[one].lstrip()
        case _:
            rows[one : one + 2] = [b" ".join(rows[one : one + 2])]
    return b"\n".join(rows)


def words(random: Random, data: bytes) -> bytes:
    """A word put in the place of another one of the file."""
    found = data.split(b" ")
    found[random.randrange(len(found))] = random.choice(found)
    return b" ".join(found)


def ends(random: Random, data: bytes) -> bytes:
    """Other line ends, another beginning, another encoding."""
    text = data.decode("utf-8", "replace")
    choices = [
        data.replace(b"\n", b"\r\n"),
        data.replace(b"\n", b"\r"),
        b"\xef\xbb\xbf" + data,
        text.encode("utf-16"),
        text.encode("latin-1", "replace"),
        b"",
    ]
    return random.choice(choices)


def pile(random: Random, data: bytes) -> bytes:
    """Very deep, very long, very many."""
    count = random.choice([60, 2_000, 60_000])
    place = random.choice([data.find(b": ", random.randrange(len(data))) + 2, len(data), 0])
    return data[:place] + random.choice(PILES) * count + data[place:]


KINDS: Final[tuple[Mutation, ...]] = (flip, insert, insert, cut, lines, lines, lines, words, words, ends, pile)


def mutated(seed: int) -> bytes:
    """The file of that seed: a good one, changed one to three times."""
    random = Random(seed)
    data = random.choice(SMALL if random.randrange(ONE_LARGE_IN) else LARGE).read_bytes()
    for _ in range(random.choice([1, 1, 2, 3])):
        data = random.choice(KINDS)(random, data) if data else data
    return data


def check(data: bytes) -> tuple[Diagnostic, ...]:
    """All that the program does with a file before it is played; what it says of it."""
    from simulator.checking import check_source
    from simulator.language.text import decode

    source = decode("call.yaml", data)
    if isinstance(source, Diagnostic):
        return _shown((source,), SourceText("call.yaml", ""))
    checked = check_source(source, _rubrics())
    assert checked.scenario or checked.rubric or has_errors(checked.diagnostics), "refused without a reason"
    return _shown(checked.diagnostics, source)


@cache
def _rubrics() -> FindRubric:
    """What finds rubrics; each is read once for all files."""
    from simulator.library import find_rubric

    return cache(find_rubric(None))


def _shown(diagnostics: tuple[Diagnostic, ...], source: SourceText) -> tuple[Diagnostic, ...]:
    from simulator.model.unseen import UNSEEN
    from simulator.words.diagnostics import as_json, full, short

    last = source.text.count("\n") + 1
    for diagnostic in diagnostics:
        text = f"{full(diagnostic, source)}{short(diagnostic)}{as_json(diagnostic)}"
        assert not UNSEEN.search(text), diagnostic.code
        if span := diagnostic.span:
            assert 1 <= span.line <= last, diagnostic.code
            assert 1 <= span.column <= span.end_column, diagnostic.code
    return diagnostics


if __name__ == "__main__":
    from simulator.cli.main import collect_seldom

    collect_seldom()
    first, count = map(int, sys.argv[1:])
    for number in range(first, first + count):
        print(number, flush=True)
        check(mutated(number))
    print("done", flush=True)
