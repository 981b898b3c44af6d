"""`rolecall check --explain`: pages that can be read in a terminal, several at once, and lists of them."""

from __future__ import annotations

import re

import pytest

from simulator import words
from simulator.cli.exits import Exit
from simulator.cli.page_text import family_text, page_text
from simulator.pages import HEADINGS, LANGUAGES, codes, page, parse_page
from simulator.pages.families import FAMILIES
from simulator.words.columns import columns_of
from tests.cli.running import Commands

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

PAGE = """# W304 – A page with everything

## What

A long sentence with `when: trust >= 5` in it, which has to be wrapped because it is longer than a line may be here.

- A first thing
  that goes on
- A second one

| key | words |
| --- | --- |
| `mood` | calm, wary |

| language | speech of people in a hurry | of a letter |
| --- | --- | --- |
| French | 8 to 36 | 60 |

## Why it matters for trainees

They read it.

## Example

Behind the dash stands a tab.

```yaml
-\tsay: "A line of a file that is not broken, however long it may be, so that it can be copied."

# a remark
```

## Better

```yaml
- say: "So."
```

Then look again.
"""

SHOWN = r"""
warning[W304]: A page with everything

What
  A long sentence with
  `when: trust >= 5` in it, which has to
  be wrapped because it is longer than a
  line may be here.

  - A first thing that goes on
  - A second one

  key     words
  `mood`  calm, wary

  - language – speech of people in a
    hurry – of a letter
  - French – 8 to 36 – 60

Why it matters for trainees
  They read it.

Example
  Behind the dash stands a tab.

    -\tsay: "A line of a file that is not broken, however long it may be, so that it can be copied."

    # a remark

Better
    - say: "So."

  Then look again.
"""


def test_a_page_is_wrapped_under_headings_that_stand_out_without_colour() -> None:
    assert page_text(parse_page(PAGE, "en"), 40) == SHOWN.strip()


def test_colours_are_all_that_colour_adds() -> None:
    coloured = page_text(parse_page(PAGE, "en"), 40, colour=True)
    assert coloured.startswith("\x1b[1;33mwarning[W304]: A page with everything\x1b[0m\n")
    assert "\x1b[1mExample\x1b[0m" in coloured
    assert '    \x1b[36m- say: "So."\x1b[0m' in coloured
    assert ESCAPE.sub("", coloured) == SHOWN.strip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", codes())
def test_every_page_fits_and_says_all(code: str, language: str) -> None:
    words.use(language)
    found = page(code, language)
    shown = page_text(found, 60)
    assert all(columns_of(line) <= 60 or line.startswith("    ") for line in shown.splitlines())
    assert [line for line in shown.splitlines() if line in HEADINGS[language]] == list(HEADINGS[language])
    body = re.sub(r"^(```.*|## |\|[ |-]+$)", "", found.text.partition("\n")[2], flags=re.MULTILINE)
    assert says(body.replace("\t", r"\t")) == says(shown.partition("\n\n")[2])


def says(text: str) -> list[str]:
    """The words of a text without the signs that lay it out."""
    return [word for word in text.split() if word not in ("-", "|", "–")]


def test_an_error_and_a_warning_are_called_so(rolecall: Commands) -> None:
    for code, called in (("E105", "error[E105]: "), ("w401", "warning[W401]: ")):
        ran = rolecall("check", "--explain", code)
        assert (ran.status, ran.err) == (Exit.SUCCESS, "")
        assert ran.out.startswith(called)
        assert "\x1b" not in ran.out


def test_it_is_explained_in_the_language_in_use(rolecall: Commands) -> None:
    out = rolecall("--language", "fr", "check", "--explain", "E105").out
    assert out.startswith("erreur[E105]\u00a0: Un deux-points")
    assert "\n\nPourquoi cela compte pour les stagiaires\n  " in out


@pytest.mark.parametrize("asked", ["E105,W401", "E105 W401", " e105 ; w401 "])
def test_several_are_explained_at_once(rolecall: Commands, asked: str) -> None:
    out = rolecall("check", "--explain", asked).out
    assert re.findall(r"^\w+\[(\w+)\]", out, re.MULTILINE) == ["E105", "W401"]


def test_all_is_a_list_of_every_code_by_family(rolecall: Commands) -> None:
    ran = rolecall("check", "--explain", "all")
    assert re.findall(r"^  ([EW]\d{3})  ", ran.out, re.MULTILINE) == list(codes())
    assert re.findall(r"^([EW]\d)  ", ran.out, re.MULTILINE) == [family.prefix for family in FAMILIES]
    assert all(columns_of(line) <= 100 for line in ran.out.splitlines())


def test_a_family_is_a_list_of_its_codes(rolecall: Commands) -> None:
    out = rolecall("check", "--explain", "e2").out
    assert out.startswith("E2  Keys and values\n  The file can be read, but")
    assert set(re.findall(r"[EW]\d{3}", out)) == {code for code in codes() if code.startswith("E2")}


def test_a_title_that_is_too_long_goes_on_below_itself() -> None:
    shown = family_text(FAMILIES[0], 30).splitlines()
    place = next(number for number, line in enumerate(shown) if line.startswith("  E105"))
    assert shown[place : place + 2] == ["  E105  A colon in a text", "        makes a key of the"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("E150", "There is no code “E150”. Did you mean E"),
        ("xyzzy", "There is no code “XYZZY”. `rolecall check --explain all` lists those that there are."),
        ("E105,xyzzy", "There is no code “XYZZY”."),
        ("", "There is no code “”."),
    ],
)
def test_what_is_no_code_is_told_and_nothing_is_explained(rolecall: Commands, asked: str, told: str) -> None:
    ran = rolecall("check", "--explain", asked)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert told in ran.err
