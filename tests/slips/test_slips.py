"""A trainer's mistakes in bulk: each is found, at its line, and nothing is said of what does no harm."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from simulator.checking import check_source
from simulator.language.text import decode
from simulator.library import find_rubric
from simulator.model.diagnostic import Diagnostic
from tests.memory import CACHE
from tests.slips import english, french, french_names, others, shipped
from tests.slips.slip import Slip
from tests.slips.wholes import WHOLES, Whole

ROOT: Final = Path(__file__).parents[2]

SLIPS: Final = {
    "tests/language/good/premier_impaye.yaml": (
        *french.QUOTES,
        *french.SPACES,
        *french.VALUES,
        *french_names.KEYS,
        *french_names.NAMES,
        *french_names.CALLS,
    ),
    "tests/explained/E315.yaml": (*english.QUOTED, *english.MEANING),
    "tests/language/good/late_parcel.yaml": others.BARE,
    "tests/language/good/rubric.yaml": others.RUBRIC,
    "tests/library/calls/parcel.yaml": others.VARIANTS,
    "scenarios/fr/collections/prelevement-rejete.yaml": shipped.FRENCH,
    "scenarios/en/sales/more-than-i-pay-now.yaml": shipped.ENGLISH,
}
"""The slips by the file that they are made in."""

CASES: Final = [(file, slip) for file, slips in SLIPS.items() for slip in slips]
SMALL: Final = [file for file in SLIPS if file.startswith("tests/")]


def check(file: str, data: bytes) -> list[tuple[str, int]]:
    """The code and line of everything that is said of `data` in the place of the file; line 0 where there is none."""
    source = decode(Path(file).name, data)
    rubrics = find_rubric(ROOT / file, CACHE)
    found = (source,) if isinstance(source, Diagnostic) else check_source(source, rubrics).diagnostics
    return [(d.code, d.span.line if d.span else 0) for d in found]


@cache
def codes_before(file: str) -> frozenset[str]:
    """What is said of the file as it is: nothing that matters here."""
    return frozenset(code for code, _ in check(file, (ROOT / file).read_bytes()))


def errors(found: list[tuple[str, int]]) -> set[str]:
    return {code for code, _ in found if code.startswith("E")}


@pytest.mark.parametrize("file", SLIPS)
def test_the_files_are_good_before_anything_slips(file: str) -> None:
    assert errors(check(file, (ROOT / file).read_bytes())) == set()


@pytest.mark.parametrize(("file", "slip"), CASES, ids=[f"{Path(file).stem}-{slip.what}" for file, slip in CASES])
def test_a_slip_is_found_at_its_line(file: str, slip: Slip) -> None:
    text, line = slip.made_in((ROOT / file).read_text(encoding="utf-8"))
    found = [one for one in check(file, text.encode("utf-8")) if one[0] not in codes_before(file)]
    if not slip.code:
        assert found == []
        return
    assert (slip.code, line) in found
    assert errors(found) == errors([(slip.code, line)]) | set(slip.more.split()), "no more follows from it than that"


@pytest.mark.parametrize("file", SMALL)
@pytest.mark.parametrize("whole", WHOLES, ids=[whole.what for whole in WHOLES])
def test_what_happens_to_a_whole_file(file: str, whole: Whole) -> None:
    data = whole.edit((ROOT / file).read_bytes())
    found = check(file, data)
    if not whole.code:
        assert {code for code, _ in found} <= codes_before(file)
        return
    lines = data.decode("utf-8", "replace").split("\n")
    first = next((number for number, text in enumerate(lines, start=1) if whole.at and whole.at in text), 0)
    assert found[0][0] == whole.code
    assert not whole.at or found[0][1] == first


def test_there_are_more_than_two_hundred_and_each_is_told_by_its_name() -> None:
    assert sum(1 for _, slip in CASES if slip.code) > 200
    for slips in SLIPS.values():
        assert len({slip.what for slip in slips}) == len(slips)
