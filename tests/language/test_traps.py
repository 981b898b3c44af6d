"""The traps of YAML: what is said is true, what is proposed works, and what is no trap is left alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.language.schema import Scenario
from simulator.language.schema_rubric import Rubric
from simulator.language.text import decode
from simulator.language.traps import WORDINGS
from simulator.language.traps_values import PROSE, WORDS, quoted
from simulator.language.tree import parse, to_data
from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText
from simulator.model.unseen import UNSEEN
from tests.faulty import goldens
from tests.language import mutations

FILES = [path for path in goldens.files() if path.parent.name == "e1"]


def source(text: str) -> SourceText:
    return SourceText("call.yaml", text)


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    return parse(source(text)).diagnostics


def places(text: str) -> list[tuple[str, int, int]]:
    return [(d.code, d.span.line, d.span.column) for d in diagnostics(text) if d.span]


def corrected(text: str, diagnostic: Diagnostic) -> str | None:
    """`text` with the line that the diagnostic's help proposes; None where it proposes none."""
    proposed = diagnostic.help.values.get("line") if diagnostic.help else None
    if not proposed or not diagnostic.span or "`{line}`" not in (diagnostic.help.text if diagnostic.help else ""):
        return None
    if str(proposed).endswith("…"):
        return None
    lines = text.split("\n")
    lines[diagnostic.span.line - 1] = str(proposed)
    return "\n".join(lines)


OF_SEVERAL_LINES = {"colon_in_the_second_line_of_a_text"}
"""Files in which the line that is proposed takes the place of several."""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_proposed_line_is_right(path: Path) -> None:
    read = decode(path.name, path.read_bytes())
    if not isinstance(read, SourceText) or path.stem in OF_SEVERAL_LINES:
        return
    for diagnostic in parse(read).diagnostics:
        mended = corrected(read.text, diagnostic)
        if mended is not None and diagnostic.span:
            span = diagnostic.span
            assert (diagnostic.code, span.line, span.column) not in places(mended)


def test_a_text_of_several_lines_is_proposed_as_one() -> None:
    (diagnostic,) = diagnostics("why: Il faut\n  savoir : dire\n  les choses\ngoto: fin\n")
    assert diagnostic.help is not None
    proposed = str(diagnostic.help.values["line"])
    assert proposed == 'why: "Il faut savoir : dire les choses"'
    assert diagnostics(f"{proposed}\ngoto: fin\n") == ()


GOOD = [
    "say: Bonjour, c'est Hexa Énergie.\n",
    "say: Bonjour !\n",
    "say: 10:30, d'accord ?\n",
    "say: C'est la n° 1, l'article #2 n'existe pas\n".replace(" #2", " no#2"),
    "say: https://exemple.fr/aide#faq\n",
    "say: « Oui », dit-elle, « oui »\n",
    "say: “Yes”, she said\n",
    'say: Il a dit "oui"\n',
    "say: -- non --\n",
    "say: 'C''est entendu'\n",
    'say: "Dit \\"oui\\" : {agent}, #1"   # a remark\n',
    "say: Bonjour,\n  comment allez-vous ?\n",
    'say: "Bonjour,\n  comment allez-vous : bien ?"\n',
    'briefing: |\n  Note : {agent}, « oui » #1\n   - *un*\n\n  "deux"\n',
    "briefing: >-   # folded\n  Note : oui\n",
    "minutes: 5 # about\n",
    "why: Bien.  # check: allow W402 on purpose\n",
    'crm: {"Solde dû": "347,20 €"}\n',
    "crm:\n  Solde dû: 347,20 €\n",
    "gauges:\n  trust:    {label: Confiance, start: 4, max: 10}\n",
    "facts: {verified: [no, yes]}\n",
    "says:\n- when: a == b\n  mood: calm\n  say: Oui\n- say: Non\n",
    "says: [{say: Oui}, {say: Non}]\n",
    "title: {fr: Relation client, en: Customer relations}\n",
    "objectives:\n  - text: Vérifier\n    met: verified == yes\n",
    "endings:\n  fin: {outcome: success, title: Fin, text: Merci, score: {ownership: 1}}\n",
    'say : "Bonjour"\n',
    "choices:\n  attend: {do: wait, label: Attendre, goto: fin}\n",
    "variants:\n  oubli: {}\n",
    "reply: Oui.\nscene:\n",
    "crm: {Solde: 12 €, Note: oui, Suite: non}\n",
    "crm: {Solde dû: 12 €}\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_no_trap_is_left_alone(text: str) -> None:
    assert places(text) == []


LINES = [
    ('rolecall: 1\ntitle: "x"\n', 3),
    ('states:\n  a:\n    says: "Allô : oui ?"\n    scene: |\n      Un : deux\n      {trois}\n    choices:\n', 8),
    ('crm:\n  "Solde": "1"\nabout: "un\n  deux : trois"\n', 5),
    ("# remark : a\n\n\nminutes: 5\n", 5),
]
SLIPS = {
    "E105": "{0}say: Oui : non\n",
    "E106": "{0}say: {{agent}}, oui\n",
    "E109": "{0}say: “Oui : non”\n",
    "E115": '{0}say: "Oui\n{0}why: "Non"\n',
    "E120": '{0}say "Oui"\n',
    "E121": "{0}say:Oui\n",
    "E123": "{0}score: {{clarity: 1\n",
    "E104": "{0}say: a\n{0}\twhy: b\n",
}


@pytest.mark.parametrize("code", SLIPS)
@pytest.mark.parametrize(("before", "line"), LINES)
@pytest.mark.parametrize("behind", ["", "{0}goto: fin\n", "{0}why: |\n{0}  Un : deux\n{0}goto: fin\n"])
def test_a_slip_is_found_at_its_line_wherever_it_is(code: str, before: str, line: int, behind: str) -> None:
    indent = "      " if "choices" in before else ""
    text = before + (SLIPS[code] + behind).format(indent)
    assert [(code, line) for code, line, _ in places(text)] == [(code, line + (code == "E104"))]


EVERYWHERE = {
    "a quote left open": ("E115", r'(:\s".*)"$', r"\1"),
    "a quote that nothing opens": ("E115", r'(:\s)"([^"]*"$)', r"\1\2"),
    "a tab": ("E104", r"^ +(?=\S)", "\t"),
    "a colon without quotes": ("E105", r':\s"([^"]*)"$', r": \1 : \1"),
    "a brace left open": ("E123", r"\}$", ""),
    "curly quotes": ("E109", r':\s"([^"]*)"', r": “\1”"),
    "quotes inside quotes": ("E115", r'(:\s"[^" ]+ )([^" ]+) ', r'\1"\2" '),
    "an apostrophe in single quotes": ("E115", r":\s\"([^\"]*'[^\"]*)\"$", r": '\1'"),
    "no space behind a colon": ("E121", rf"^(\s*(?:- )?{'(?:' + '|'.join(sorted(WORDS)) + ')'}):\s(?=\S)", r"\1:"),
}
"""Slips that can be made in many lines: the code, what the line must look like, and the line gone wrong."""


@pytest.mark.parametrize("slip", EVERYWHERE)
def test_a_slip_is_found_at_its_line_in_every_line_of_a_good_file(slip: str) -> None:
    code, pattern, wrong = EVERYWHERE[slip]
    tried = 0
    for path in mutations.SMALL:
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            slipped = re.sub(pattern, wrong, line, count=1)
            if slipped != line:
                tried += 1
                found = places("\n".join([*lines[: number - 1], slipped, *lines[number:]]))[:1]
                assert [(code, line) for code, line, _ in found] == [(code, number)], slipped
    assert tried > 5


@pytest.mark.parametrize("width", [2, 4])
def test_a_line_that_was_indented_by_tabs_is_put_back_where_it_was(width: int) -> None:
    tried = 0
    for path in mutations.SMALL:
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            tabs, blanks = divmod(len(line) - len(line.lstrip()), width)
            if tabs and not line.lstrip().startswith("#"):
                tried += 1
                slipped = "\t" * tabs + " " * blanks + line.lstrip()
                text = "\n".join([*lines[: number - 1], slipped, *lines[number:]])
                first = diagnostics(text)[0]
                assert (first.code, first.span and first.span.line) == ("E104", number)
                assert corrected(text, first) in ("\n".join(lines), None), line
    assert tried > 100


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("\tgoto: case", 4),
        ("\t\t\tgoto: case", 6),
        ("\tchoices: {a: {say: b}}", 4),
        ("\treply: Well?", 6),
        ("\tphase: closing", 4),
        ("\tcase: {says: a}", 2),
    ],
)
def test_a_tab_under_silence_goes_where_its_key_belongs(line: str, column: int) -> None:
    text = f"states:\n  hello:\n    says: a\n    silence:\n      after: 12\n{line}\n"
    (diagnostic,) = diagnostics(text)
    assert diagnostic.help is not None
    assert diagnostic.help.values["line"] == " " * column + line.strip()


@pytest.mark.parametrize("step", [" ", "-"])
def test_a_line_that_is_out_of_place_is_mostly_the_one_that_is_named(step: str) -> None:
    found = []
    for path in mutations.SMALL:
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, text in enumerate(lines, start=1):
            if text.startswith(" "):
                moved = f" {text}" if step == " " else text[1:]
                told = places("\n".join([*lines[: number - 1], moved, *lines[number:]]))
                found += [(code, line) == ("E116", number) for code, line, _ in told[:1]]
    assert sum(found) > 0.9 * len(found) > 100


def test_a_file_that_does_not_parse_gets_its_first_fault_only() -> None:
    assert places("say: a : b\nwhy: c : d\nabout: {agent}, e\n") == [("E105", 1, 8)]


def test_a_file_that_parses_gets_every_trap() -> None:
    text = "say: a #b\nwhy: “c”\nabout: {d}\nx: {label: e, f g, goto: h}\nx: 1\n"
    assert places(text) == [("E108", 1, 8), ("E109", 2, 6), ("E106", 3, 8), ("E107", 4, 13), ("E110", 5, 1)]


def test_the_parsers_words_are_never_shown() -> None:
    told = {wording.headline for wording in WORDINGS.values()} | {wording.help for wording in WORDINGS.values()}
    for path in FILES:
        read = decode(path.name, path.read_bytes())
        for diagnostic in (read,) if isinstance(read, Diagnostic) else parse(read).diagnostics:
            assert diagnostic.headline.text in told
            assert diagnostic.help is None or diagnostic.help.text in told | {"Put the text between straight quotes."}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60))
def test_what_is_put_between_quotes_is_read_as_it_was(text: str) -> None:
    text = UNSEEN.sub("", text).strip()
    tree = parse(source(f"say: {quoted(text)}\n"))
    assert tree.diagnostics == ()
    assert tree.root is not None
    assert to_data(tree.root) == {"say": text}


@given(st.text(st.sampled_from("abé : ,;#'\"{}[]*&!%@|>-?`«»“”\\"), max_size=30))
def test_a_proposed_text_says_what_was_written(text: str) -> None:
    """Whatever is wrong with a text without quotes, what is proposed for it keeps its letters."""
    for diagnostic in diagnostics(f"say: {text}\n"):
        mended = corrected(f"say: {text}\n", diagnostic)
        if mended is not None:
            assert _letters(text) == _letters(mended.removeprefix("say:"))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def test_the_words_of_the_language_are_those_of_the_schema() -> None:
    keys: set[str] = set()
    for model in (Scenario, Rubric):
        schema: dict[str, Any] = model.model_json_schema(by_alias=True)
        for part in (schema, *schema["$defs"].values()):
            keys |= set(part.get("properties", ()))
    assert keys == WORDS
    assert PROSE < WORDS
