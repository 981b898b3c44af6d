"""`# check: allow W401 reason`: what it silences, where a comment is none, and what is told of one that is no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.checking import CheckedFile, check_source
from simulator.language import settle_allows
from simulator.language.allow_comments import allows
from simulator.library import find_rubric
from simulator.model.source import SourceText
from simulator.words import say
from tests.memory import CACHE

CALL = Path(__file__).parents[1] / "explained" / "W401.yaml"
TEXT = CALL.read_text(encoding="utf-8")
WARNED = "      policy:\n"
"""The line that the only warning of the call points at."""


def check(text: str) -> CheckedFile:
    return check_source(SourceText("call.yaml", text), find_rubric(CALL, CACHE))


def on_the_line(comment: str, text: str = TEXT) -> CheckedFile:
    """The call with `comment` on the line of the warning."""
    assert WARNED in text
    return check(text.replace(WARNED, f"{WARNED.rstrip()}  {comment}\n"))


def told(checked: CheckedFile) -> list[tuple[str, int]]:
    return [(d.code, d.span.line) for d in checked.diagnostics if d.span]


def line_of(part: str, text: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_call_has_one_warning() -> None:
    assert told(check(TEXT)) == [("W401", line_of(WARNED, TEXT))]


@pytest.mark.parametrize(
    "comment",
    [
        "# check: allow W401 everybody knows",
        "#check:allow W401 everybody knows",
        "#   check:   allow   w401:   everybody knows  ",
    ],
)
def test_a_comment_on_the_line_silences_a_warning(comment: str) -> None:
    checked = on_the_line(comment)
    assert checked.diagnostics == ()
    assert [(a.diagnostic.code, a.reason) for a in checked.allowed] == [("W401", "everybody knows")]


@pytest.mark.parametrize("before", ["", "# A call.\n\n", "---\n"])
def test_a_comment_in_the_head_silences_the_whole_file(before: str) -> None:
    twice = TEXT.replace('        why: "You name what went wrong and get to work."\n', "")
    assert [code for code, _line in told(check(twice))] == ["W401", "W401"]
    checked = check(f"{before}# check: allow W401 a draft\n{twice}")
    assert checked.diagnostics == ()
    assert len(checked.allowed) == 2


def test_the_comment_on_the_line_comes_before_the_one_in_the_head() -> None:
    checked = on_the_line("# check: allow W401 near", f"# check: allow W401 far\n{TEXT}")
    assert [allowed.reason for allowed in checked.allowed] == ["near"]
    assert told(checked) == [("W409", 1)]


@pytest.mark.parametrize("comment", ["# check: allow W402 other", "# check: allow W401 ", "# a remark"])
def test_another_comment_silences_nothing(comment: str) -> None:
    assert ("W401", line_of(WARNED, TEXT)) in told(on_the_line(comment))


def test_a_comment_on_another_line_silences_nothing() -> None:
    text = TEXT.replace("states:\n", "states: # check: allow W401 misplaced\n")
    line = line_of("states:", text)
    assert told(check(text)) == [("W409", line), ("W401", line_of(WARNED, text))]


@pytest.mark.parametrize(
    ("comment", "headline"),
    [
        ("# check: allow", "can't be understood"),
        ("# check: alow W401 a slip", "can't be understood"),
        ("# check: W401 a slip", "can't be understood"),
        ("# check:", "can't be understood"),
        ("# check: allow W999 no such", "There is no warning `W999`"),
        ("# check: allow everything", "There is no warning `EVERYTHING`"),
        ("# check: allow W401", "No reason is given"),
    ],
)
def test_a_comment_that_can_silence_nothing_is_told(comment: str, headline: str) -> None:
    checked = on_the_line(comment)
    (diagnostic,) = (d for d in checked.diagnostics if d.code == "W408")
    assert headline in say(diagnostic.headline)
    assert diagnostic.span is not None
    assert (diagnostic.span.line, diagnostic.span.column) == (line_of(WARNED, TEXT), len(WARNED) + 2)
    assert "W401" in [d.code for d in checked.diagnostics]


def test_an_error_cannot_be_allowed() -> None:
    source = SourceText("call.yaml", "start: hallo # check: allow E301 later\n")
    (diagnostic,) = settle_allows(source, (), lambda: ("E301", "W401")).diagnostics
    assert diagnostic.code == "W408"
    assert "`E301` is an error" in say(diagnostic.headline)


def test_nothing_is_said_to_be_no_use_where_an_error_keeps_checks_from_being_made() -> None:
    text = TEXT.replace("start: hello\n", "start: hallo\n").replace(
        WARNED, f"{WARNED.rstrip()} # check: allow W401 x\n"
    )
    assert [code for code, _line in told(check(text))] == ["E301"]


def test_a_rubric_has_nothing_to_allow() -> None:
    rubric = (Path(__file__).parent / "good" / "rubric.yaml").read_text(encoding="utf-8")
    assert told(check(f"# check: allow W401 for nothing\n{rubric}")) == [("W409", 1)]


COMMENTS = [
    ("a: 'it''s # check: allow W1 no' # check: allow W2 yes\n", ["W2"]),
    ('a: "say \\"x # check: allow W1 no\\"" # check: allow W2 yes\n', ["W2"]),
    ("a: | # check: allow W1 yes\n  b # check: allow W2 no\n\n  # check: allow W3 no\n", ["W1"]),
    ("a: >-\n  b # check: allow W1 no\n#check: allow W2 yes\n", ["W2"]),
    ('a: "two\n  # check: allow W1 no\n  lines \\" # check: allow W2 no" # check: allow W3 yes\n', ["W3"]),
    ("a: 'two\n  # check: allow W1 no\n  lines' # check: allow W2 yes\n", ["W2"]),
    ('a: {b: "# check: allow W1 no", c: 2} # check: allow W2 yes\n', ["W2"]),
    ('a: {b: 1, # check: allow W1 yes\n  c: "# check: allow W2 no"}\n', ["W1"]),
    ("a:\n  - b # check: allow W1 yes\n  # check: allow W2 yes\n  - c\n", ["W1", "W2"]),
    ('"# check: allow W1 no": 2 # check: allow W2 yes\n', ["W2"]),
    ("a: b# check\n", []),
    ("a: 1 # a remark # check: allow W1 no\n", []),
    ("a: [1, 2\n", []),
]
"""Texts with comments, real ones and others, and the codes in those that are real."""


@pytest.mark.parametrize(("text", "codes"), COMMENTS)
def test_only_a_real_comment_is_one(text: str, codes: list[str]) -> None:
    found = allows(SourceText("x.yaml", text))
    assert [comment.code for comment in found] == codes
    for comment in found:
        line = text.split("\n")[comment.span.line - 1]
        assert line[comment.span.column - 1 : comment.span.end_column - 1].startswith("#")


def test_a_line_full_of_signs_takes_no_time() -> None:
    text = "a: [" + ", ".join('"# check: # check:"' for _ in range(20_000)) + "] # check: allow W401 x\n"
    assert [comment.code for comment in allows(SourceText("x.yaml", text))] == ["W401"]
