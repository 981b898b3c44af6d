"""One layout: it keeps meaning, order and comments, and does nothing the second time, whatever was there before."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from simulator.formatting.reading import read
from simulator.formatting.run import format_source
from simulator.formatting.writing import write
from simulator.language import compile_rubric, compile_scenario, is_rubric
from simulator.library import find_rubric, read_source
from simulator.model.source import SourceText
from tests import routine
from tests.formatting.layouts import otherwise
from tests.memory import CACHE
from tests.strategies.shipped import OF_EACH_TRADE

ROOT = Path(__file__).parents[2]
SMALL = [*sorted((ROOT / "tests" / "language" / "good").glob("*.yaml")), ROOT / "tests/library/calls/parcel.yaml"]
SHIPPED = [*sorted((ROOT / "scenarios").rglob("*.yaml")), *sorted((ROOT / "scoring").rglob("*.yaml"))]

SOME = routine.only([path for path in SHIPPED if path.stem in (*OF_EACH_TRADE, "customer-relations")], SHIPPED)


@lru_cache(maxsize=8)
def said(path: Path, text: str) -> str:
    """What a good file says, in the order in which it says it."""
    source = SourceText(str(path), text)
    found = compile_rubric(source) if is_rubric(text) else compile_scenario(source, find_rubric(path, CACHE))
    assert found.document is not None, found.diagnostics
    return json.dumps(found.document)


def ordinary(said: str) -> str:
    """What a file says with ordinary spaces, which become no-break ones in French."""
    return said.replace("\\u00a0", " ").replace("\\u202f", " ")


def laid_out(path: Path, text: str) -> str:
    """The file of that text in our layout; it says the same, with the same comments, and stays as it is then."""
    found = format_source(SourceText(str(path), text), find_rubric(path, CACHE))
    assert found.text is not None, found.diagnostics
    assert ordinary(said(path, found.text)) == ordinary(said(path, text))
    assert read(found.text).comments == read(text).comments
    again = format_source(SourceText(str(path), found.text), find_rubric(path, CACHE))
    assert (again.text, again.changed) == (found.text, False)
    return found.text


@pytest.mark.parametrize("path", [*SMALL, *SOME], ids=lambda path: path.stem)
def test_every_good_file_has_a_layout_that_says_the_same(path: Path) -> None:
    laid_out(path, read_source(path).text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_have_our_layout(path: Path) -> None:
    assert not format_source(read_source(path), find_rubric(path, CACHE)).changed


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("first", routine.first(1, range(0, 30, 10)))
def test_every_layout_of_a_small_file_comes_to_one_that_says_the_same(path: Path, first: int) -> None:
    text = read_source(path).text
    for seed in range(first, first + 10):
        other = otherwise(text, Random(seed))
        assert said(path, other) == said(path, text), seed
        laid_out(path, other)


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_another_layout_of_a_shipped_file_comes_to_one_that_says_the_same(path: Path) -> None:
    laid_out(path, otherwise(read_source(path).text, Random(1)))


@pytest.mark.long
@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_a_thousand_layouts_of_a_small_file_come_to_one_that_says_the_same(path: Path) -> None:
    text = read_source(path).text
    for seed in range(1_000):
        laid_out(path, otherwise(text, Random(seed)))


def shown(text: str) -> str:
    """A piece of a file in our layout, whatever the language thinks of it."""
    return write(read(dedent(text)).root)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:   1\nb:    {x: 2,y: 3}\n", "a: 1\nb: {x: 2, y: 3}\n"),
        ("a:\n- b\n-    c\n", "a:\n  - b\n  - c\n"),
        ("a:\n      b: 1\n      c:\n       d: 2\n", "a:\n  b: 1\n  c:\n    d: 2\n"),
        ("a:\n  -\n    b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("say: Hello there\n", 'say: "Hello there"\n'),
        ("say: 'Hello there'\n", 'say: "Hello there"\n'),
        ("say: 'He said \"no\"'\n", "say: 'He said \"no\"'\n"),
        ("say: 'It''s \"no\"'\n", 'say: "It\'s \\"no\\""\n'),
        ('say: "A\\_b"\n', 'say: "A\\_b"\n'),
        ('say: "one\n  two\n\n  three"\n', 'say: "one two\\nthree"\n'),
        ("says: [Hello, {say: Well}]\n", 'says: ["Hello", {say: "Well"}]\n'),
        ("crm: {Due: 1 €}\n", 'crm: {Due: "1 €"}\n'),
        ("when: trust   == 1\n", "when: trust   == 1\n"),
        ("once: yes\n", "once: yes\n"),
        ("start: 'greeting'\n", 'start: "greeting"\n'),
        ("a:\n  b: {}\n  c: [ ]\n", "a:\n  b: {}\n  c: []\n"),
        ("a: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
        ("\n\na:\n\n  b: 1\n", "a:\n  b: 1\n"),
        ("---\na: 1\n...\n", "a: 1\n"),
        ("a: |\n        one\n          two\n\n        three\nb: 1\n", "a: |\n  one\n    two\n\n  three\nb: 1\n"),
        ("a: |4\n      one\n    two\n", "a: |2\n    one\n  two\n"),
        ("a: |-\n  one\n\n\nb: |+\n  two\n\nc: 1\n", "a: |-\n  one\n\nb: |+\n  two\n\nc: 1\n"),
        ("a: >\n  one\n  two\n\n  three\n", "a: >\n  one two\n\n  three\n"),
        ("a: >-\n  one\n    two\n  three\n", "a: >-\n  one\n    two\n  three\n"),
    ],
)  # fmt: skip
def test_how_it_looks(before: str, after: str) -> None:
    assert shown(before) == after
    assert shown(after) == after


def test_comments_stay_with_what_they_were_written_for() -> None:
    before = """
        # head
        a: 1   # one
        # of b, or of what comes before: nobody knows
        b:  # two
            # of c
            c: [1, 2]   # three

            # of the end of b
        d: {x: 1,  # of x
          # of y
          y: 2 }  # of d
        e:
          # of e
          text
        f: |   # of f
          # a text
        - # not reached
        # the end
        """.replace("        - # not reached\n", "")
    assert shown(before) == dedent(
        """\
        # head
        a: 1  # one
        # of b, or of what comes before: nobody knows
        b:  # two
          # of c
          c: [1, 2]  # three

          # of the end of b
        d:
          x: 1  # of x
          # of y
          y: 2
          # of d
        # of e
        e: text
        f: |  # of f
          # a text
        # the end
        """
    )


def test_long_lines_are_broken_where_that_can_be_read() -> None:
    words = ", ".join(f"word-{number}" for number in range(30))
    points = ", ".join(f"c{number}: 1" for number in range(30))
    found = shown(f"play: [{words}]\nscore: {{{points}}}\nend: {{title: {'x' * 60}, text: {'y' * 60}}}\n")
    lines = found.splitlines()
    assert max(map(len, lines)) <= 120
    assert lines[0].startswith("play: [word-0, ")
    assert lines[1].startswith("  word-")
    assert lines[-3:] == ["end:", f'  title: "{"x" * 60}"', f'  text: "{"y" * 60}"']
    assert shown(found) == found


def test_a_sentence_in_quotes_is_never_broken() -> None:
    line = f'say: "{"Bonjour " * 40}"\n'
    assert shown(line) == line


def test_folded_words_fill_their_lines() -> None:
    found = shown(f"a: >\n  {'word ' * 60}end\n")
    assert max(map(len, found.splitlines())) <= 120
    assert shown(found) == found


PARCEL = (ROOT / "tests/library/calls/parcel.yaml").read_text("utf-8")


def test_a_comment_that_allows_a_warning_stays_on_its_line() -> None:
    path = ROOT / "tests/library/calls/parcel.yaml"
    head = "# check: allow W401 none is needed\n"
    line = 'facts: {do: crm, label: "What happened", score: {care: 2}, goto: helped, why: "Others can go on from it."}'
    text = head + PARCEL.replace(line, f"{line}   # check: allow W401 it is clear from what was said before that")
    found = laid_out(path, text)
    assert found.startswith(head)
    assert f"{line}  # check: allow W401" in found
    broken = text.replace("facts: {do: crm,", "facts: {do: crm, # check: allow W401 so\n ")
    assert format_source(SourceText(str(path), broken), find_rubric(path, CACHE)).text is None


def test_a_file_with_errors_is_left_alone() -> None:
    path = ROOT / "tests/library/calls/parcel.yaml"
    found = format_source(SourceText(str(path), PARCEL.replace("level: 2", "level: high")), find_rubric(path, CACHE))
    assert (found.text, found.changed) == (None, False)
    assert [diagnostic.code for diagnostic in found.diagnostics] == ["E203"]


def test_what_two_readers_read_differently_is_left_alone() -> None:
    path = ROOT / "tests/library/calls/parcel.yaml"
    odd = PARCEL.replace('about: "A parcel did not come."', "about: |\n        \n  A parcel did not come.")
    found = format_source(SourceText(str(path), odd), find_rubric(path, CACHE))
    assert found.text is None
