"""YAML as nodes with places; nothing a file holds raises, hangs or ends the interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.language.text import BYTES_MAX
from simulator.language.tree import (
    DEPTH_MAX,
    NODES_MAX,
    Data,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Word,
    decode,
    parse,
    spans,
    to_data,
    walk,
)
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText, Span
from simulator.model.unseen import UNSEEN

ROOT = Path(__file__).parents[2]

EXAMPLE = """\
rolecall: 1
title: "Premier « impayé »"   # the title
facts: {verified: [no, yes], cause: ["no"]}
states:
  decroche:
    says:
    - when: trust >= 5
      say: 'Allô ?'
    goto:
    scene: |
      Deux
      lignes
    why: sans
      guillemets
"""


def source(text: str) -> SourceText:
    return SourceText("call.yaml", text)


def root(text: str) -> Node:
    tree = parse(source(text))
    assert tree.root is not None
    return tree.root


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in parse(source(text)).diagnostics]


def found(data: Data, *path: str | int) -> Data:
    for step in path:
        assert isinstance(data, dict | list)
        data = data[step]  # type: ignore[index]
    return data


def test_a_file_becomes_plain_data() -> None:
    assert parse(source(EXAMPLE)).diagnostics == ()
    assert to_data(root(EXAMPLE)) == {
        "rolecall": "1",
        "title": "Premier « impayé »",
        "facts": {"verified": ["no", "yes"], "cause": ["no"]},
        "states": {
            "decroche": {
                "says": [{"when": "trust >= 5", "say": "Allô ?"}],
                "goto": None,
                "scene": "Deux\nlignes\n",
                "why": "sans guillemets",
            }
        },
    }


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        (("rolecall",), True),
        (("title",), False),
        (("facts", "verified", 0), True),
        (("facts", "cause", 0), False),
        (("states", "decroche", "says", 0, "say"), False),
        (("states", "decroche", "scene"), False),
        (("states", "decroche", "why"), True),
    ],
)
def test_a_word_knows_whether_it_stands_bare(path: tuple[str | int, ...], plain: bool) -> None:
    word = found(to_data(root(EXAMPLE)), *path)
    assert isinstance(word, Word)
    assert word.plain is plain


@pytest.mark.parametrize(
    "text", ["no", "on", "yes", "null", "~", "012", "1:30", "1_000", "2026-09-01", "1e3", "=", "0x1F"]
)
def test_a_word_means_nothing_but_itself(text: str) -> None:
    assert to_data(root(f"{text}: {text}\n")) == {text: text}


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("title",), Span(2, 8, 28), Span(2, 1, 6)),
        (("facts", "cause", 0), Span(3, 38, 42), Span(3, 38, 42)),
        (("facts", "verified"), Span(3, 19, 20), Span(3, 9, 17)),
        (("states", "decroche", "says", 0, "say"), Span(8, 12, 20), Span(8, 7, 10)),
        (("states", "decroche", "goto"), Span(9, 5, 9), Span(9, 5, 9)),
        (("states", "decroche", "scene"), Span(10, 12, 13), Span(10, 5, 10)),
        (("states", "decroche", "why"), Span(13, 10, 14), Span(13, 5, 8)),
        (("states", "decroche", "says", 7, "mood"), Span(7, 5, 6), Span(6, 5, 9)),
        (("states", "decroche"), Span(5, 3, 11), Span(5, 3, 11)),
        (("states", "decroche", "says", 0), Span(7, 7, 11), Span(7, 7, 11)),
        (("nowhere", 1), Span(1, 1, 9), Span(1, 1, 9)),
        ((), Span(1, 1, 9), Span(1, 1, 9)),
    ],
)
def test_places(path: tuple[str | int, ...], value: Span, key: Span) -> None:
    places = spans(root(EXAMPLE))
    assert (places.span_of(path), places.key_span_of(path)) == (value, key)


def test_the_places_of_characters_outside_the_basic_plane_count_once() -> None:
    assert spans(root('a: {b: "😀é", c: 日本}\n')).span_of(("a", "c")) == Span(1, 17, 19)


def test_kinds_of_nodes() -> None:
    top = root("a: [1]\nb:\n- {c: d}\n")
    assert isinstance(top, Mapping)
    (_, first), (_, second) = top.items
    assert isinstance(first, Sequence)
    assert isinstance(second, Sequence)
    assert (top.flow, first.flow, second.flow) == (False, True, False)
    assert isinstance(second.items[0], Mapping)
    assert second.items[0].flow


VISIBLE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).map(
    lambda text: UNSEEN.sub("", text)
)
DOCUMENTS = st.dictionaries(
    VISIBLE,
    st.recursive(VISIBLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(VISIBLE, inner, max_size=3)),
    max_size=4,
)


@given(DOCUMENTS)
def test_what_is_in_quotes_is_read_as_written(data: dict[str, object]) -> None:
    assert to_data(root(json.dumps(data, ensure_ascii=False))) == data


@given(DOCUMENTS, st.sampled_from([None, 2]))
def test_a_place_holds_what_is_found_there(data: dict[str, object], indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    lines = text.split("\n")
    for _path, key, value in walk(root(text)):
        for node in (key, value):
            if isinstance(node, Scalar):
                span = node.span
                assert json.loads(lines[span.line - 1][span.column - 1 : span.end_column - 1]) == node.text


ODD = st.text(st.sampled_from("ab: -?[]{},#&*!|>'\"%@`\n\t\\\0\r\x1b\ufeff\u202e\ud800 é😀"), max_size=60)


@given(st.text(max_size=60) | ODD)
@example("a: &x [*x]")
@example("? [a]\n: b")
@example("<<: {a: b}")
@example("%YAML 1.2\n---\na: b")
@example('a: "\\ud800"')
@example("- - - -")
def test_no_text_raises(text: str) -> None:
    tree = parse(source(text))
    assert tree.root is not None or tree.diagnostics
    if tree.root:
        to_data(tree.root)
    last = text.count("\n") + 1
    for diagnostic in tree.diagnostics:
        assert diagnostic.span is not None
        assert 1 <= diagnostic.span.line <= last
        assert 1 <= diagnostic.span.column < diagnostic.span.end_column


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E114"),
        ("# only a remark\n", "E114"),
        ("text\n", "E114"),
        ("- a\n", "E114"),
        ("a: b\n--- \nc: d\n", "E113"),
        ("[a]: b\n", "E117"),
        ("a: " + "[" * 500_000, "E112"),
        ("a: " + "{a: " * 200_000, "E112"),
        ("- " * 400_000, "E112"),
        ("? " * 400_000, "E117"),
        ("".join(f"{' ' * depth}a:\n" for depth in range(200)), "E112"),
        ("a: [" + "x," * NODES_MAX + "]", "E112"),
        ("a: " + "x" * BYTES_MAX, "E102"),
        ("a: " + "é" * (BYTES_MAX // 2), "E102"),
        ("a: \ud800\n" + "é" * (BYTES_MAX // 2), "E102"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_file_that_is_not_read_gets_one_reason(text: str, code: str) -> None:
    tree = parse(source(text))
    assert tree.root is None
    assert [diagnostic.code for diagnostic in tree.diagnostics] == [code]


def nested(levels: int) -> str:
    return "a: " + "[" * (levels - 1) + "]" * (levels - 1)


def test_what_is_just_within_the_limits_is_read() -> None:
    assert codes(nested(DEPTH_MAX)) == []
    assert codes(nested(DEPTH_MAX + 1)) == ["E112"]
    items = NODES_MAX - 3
    assert codes("a: [" + "x," * items + "]") == []
    assert codes("a: [" + "x," * (items + 1) + "]") == ["E112"]
    assert codes("a: " + "x" * (BYTES_MAX - 3)) == []
    assert codes("a: " + "x" * (BYTES_MAX - 2)) == ["E102"]


def test_a_key_that_stands_twice_is_said_with_both_places_and_counts_once() -> None:
    tree = parse(source("a: 1\nb: {c: 1, c: 2}\na: 2\n"))
    assert [(d.code, d.span, d.headline.values) for d in tree.diagnostics] == [
        ("E110", Span(2, 11, 12), {"key": "c", "line": 2}),
        ("E110", Span(3, 1, 2), {"key": "a", "line": 1}),
    ]
    assert tree.root is not None
    assert to_data(tree.root) == {"a": "1", "b": {"c": "1"}}


@pytest.mark.parametrize(
    "text", ["a: &b [c]\n", "a: [*b]\n", "a: !!int 1\n", "<<: {a: b}\n", "%TAG ! tag:x,2000:\n---\na: b\n"]
)
def test_shorthands_are_refused(text: str) -> None:
    assert "E111" in codes(text)


def test_a_file_cannot_grow_by_what_it_refers_to() -> None:
    bomb = "a0: &a0 {x: y}\n" + "".join(f"a{i}: &a{i} {{p: *a{i - 1}, q: *a{i - 1}}}\n" for i in range(1, 40))
    tree = parse(source(bomb))
    assert tree.root is not None
    assert len(json.dumps(to_data(tree.root))) < 3 * len(bomb)


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u200b", "\u202e", "\u2066", "\ufeff"]
)
def test_characters_that_cannot_be_seen_are_said_with_their_place(character: str) -> None:
    (diagnostic,) = parse(source(f'a: b\nc: "d{character}e"\nf: g\n')).diagnostics
    assert (diagnostic.code, diagnostic.span) == ("E118", Span(2, 6, 7))
    assert f"U+{ord(character):04X}" in str(diagnostic.headline.values["name"])


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x07", "\\u202e", "\\N", "\\L", "\\P", "\\U0000200b"])
def test_escapes_bring_no_character_in_that_cannot_be_seen(escape: str) -> None:
    tree = parse(source(f'a: "b{escape}c"\n'))
    (diagnostic,) = tree.diagnostics
    assert (diagnostic.code, diagnostic.span) == ("E125", Span(1, 6, 6 + len(escape)))
    assert diagnostic.help is not None
    assert diagnostic.help.values["line"] == f'a: "b\\{escape}c"'
    assert tree.root is not None
    assert to_data(tree.root) == {"a": "b c"}


def test_a_folder_does_not_lose_its_backslash_to_a_no_break_space() -> None:
    assert codes('a: "R:\\_Archives"\n') == ["E125"]
    assert codes('a: "Bonjour\u00a0!"\nb: "R:\\\\_Archives"\nc: \'R:\\Planning\'\n') == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('"R:\\Planning": x\n', ['"R:\\\\Planning": x']),
        ('a: {b: "R:\\Nord\\_vieux", c: "R:\\\\Nord"}\n', ['a: {b: "R:\\\\Nord\\\\_vieux", c: "R:\\\\Nord"}']),
        (
            'a: "R:\\Planning\\\n  R:\\\\Nord, \\"caf\\u00e9\\", R:\\Lundi"\n',
            ['a: "R:\\\\Planning\\', '  R:\\\\Nord, \\"caf\\u00e9\\", R:\\\\Lundi"'],
        ),
    ],
)
def test_a_folder_is_mended_wherever_it_stands(text: str, lines: list[str]) -> None:
    mended = [d.help.values["line"] for d in parse(source(text)).diagnostics if d.help]
    assert mended == lines
    assert codes("\n".join([*lines, ""])) == []


@pytest.mark.parametrize("text", ["é", "« non ! »", "10\u202f000 €", "👩‍💻", "e\u0301", "日本", "\\n\\t\\u00e9"])
def test_characters_that_can_be_seen_are_nothing_to_report(text: str) -> None:
    assert codes(f'a: "{text}"\n') == []


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: b\n", "a: b\n"),
        (b"\xef\xbb\xbfa: \xc3\xa9\n", "a: é\n"),
        (b"a: b\r\nc: d\re: f\n", "a: b\nc: d\ne: f\n"),
        (b"", ""),
    ],
)
def test_bytes_that_are_text(data: bytes, text: str) -> None:
    assert decode("call.yaml", data) == SourceText("call.yaml", text)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a: é\n".encode("latin-1"), "E101"),
        ("a: b\n".encode("utf-16"), "E101"),
        ("a: b\n".encode("utf-16-le"), "E101"),
        (b"a: \0\n", "E101"),
        (b"a: \xed\xa0\x80\n", "E101"),
        (b"\x89PNG\r\n\x1a\n", "E101"),
        (b" " * (BYTES_MAX + 1), "E102"),
    ],
)
def test_bytes_that_are_no_text_get_a_reason(data: bytes, code: str) -> None:
    refused = decode("call.yaml", data)
    assert isinstance(refused, Diagnostic)
    assert (refused.code, refused.file, refused.span) == (code, "call.yaml", None)


WITHOUT_THE_C_PARSER = """
import sys, yaml
del yaml.CSafeLoader
from tests.faulty import goldens
for path in goldens.files():
    if path.parent.name == "e1":
        print(path.stem, goldens.found(path) == goldens.expected(path).read_bytes().decode("utf-8"))
"""


def test_the_parser_in_python_finds_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_C_PARSER], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    outcomes = dict(line.split() for line in done.stdout.splitlines())
    assert len(outcomes) > 25
    assert [name for name, same in outcomes.items() if same != "True"] == []
