"""`rolecall analyse`: figures for people and for programs, and what is said of what cannot be analysed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from simulator import words
from simulator.analysis import ANALYSABLE, PLAYABLE, Analysis, analyse
from simulator.cli.analysis_text import AnalysisText
from simulator.cli.exits import Exit
from simulator.words.columns import columns_of
from tests.cli.running import Commands
from tests.library.little import put
from tests.strategies.scenarios import Case
from tests.strategies.shipped import SOME, shipped

EXPLAINED = Path(__file__).parents[1] / "explained"
CROWDED = EXPLAINED / "E412.yaml"
"""A call with more positions than can be played."""

MORE = ("hope", "goodwill")
"""What more gauges it could have."""


def test_people_read_the_whole_analysis(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("analyse", parcel)
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    lines = ran.out.splitlines()
    assert lines[0] == "The parcel of Mo Reed (parcel)"
    assert [line for line in lines if line.startswith("Variant ")] == ["Variant gift", "Variant illness"]
    for word in ("Positions: ", "blind clicking passes (mark 60)", "Nominal weight", "In this call", "Assessed"):
        assert ran.out.count(word) == 2
    assert ran.out.count("   >      0  best  ") == 2 * 4
    assert "             What was in the parcel of Monday?\n" in ran.out
    assert "             What was in the parcel of Friday?\n" in ran.out
    for bot in ("the longest answer", "the most hedged answer", "the second-best choice"):
        assert len(re.findall(rf"^{bot} +-?[\d.]+ +[\d.]+%$", ran.out, re.MULTILINE)) == 2
    assert len(re.findall(r"^Patience \(patience\) +3 +0 +3 +5$", ran.out, re.MULTILINE)) == 2
    assert ran.out.count(" X tell-all ") == 2


def test_the_scores_of_blind_clicking_are_a_chart_with_its_figures(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("analyse", parcel, "--variant", "gift")
    chart = re.findall(r"^ *(below 0|\d+ to \d+) +([\d.]+)%(?: +(█+))?$", ran.out, re.MULTILINE)
    assert [name for name, _share, _bar in chart] == [
        "below 0",
        *(f"{n} to {n + 9}" for n in range(0, 90, 10)),
        "90 to 100",
    ]
    assert sum(float(share) for _name, share, _bar in chart) == pytest.approx(100, abs=0.5)
    longest = max(chart, key=lambda row: float(row[1]))
    assert len(longest[2]) == 40
    plain = rolecall("analyse", parcel, "--variant", "gift", "--plain")
    assert plain.out == ran.out.replace("█", "").replace("  \n", "\n")


def test_every_choice_along_the_best_call_has_its_price(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("analyse", parcel, "--variant", "gift", "--format", "json")
    (variant,) = ran.json["variants"]
    assert [step["choice"] for step in variant["ideal"]] == ["ask", "on", "courier", "facts"]
    first = {price["choice"]: price for price in variant["ideal"][0]["prices"]}
    assert set(first) == {"ask", "hurry", "tell-all", "on"}
    assert first["ask"]["cost"] == 0
    assert first["tell-all"]["critical"] == ["told-others"]
    assert variant["by_state"][0]["state"] == variant["start"] == "hello"
    assert {"scores", "bots", "second_best", "gauges", "facts", "statistics"} <= set(variant)
    chance = variant["chance"]
    assert 0 < chance["low"] <= chance["probability"] <= chance["high"] < 1


def test_a_faulty_call_shows_what_is_wrong_with_it(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})
    ran = rolecall("analyse", parcel)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "^^^^^" in ran.err
    assert ran.err.splitlines()[-1].startswith("rolecall: ")
    assert "has errors and cannot be played" in ran.err


@pytest.mark.parametrize(
    "command", [("analyse",), ("transcript", "--play", "worst"), ("graph",), ("graph", "--format", "dot")]
)
def test_a_call_with_errors_is_measured_while_its_calls_come_to_an_end(
    rolecall: Commands, parcel: Path, command: tuple[str, ...]
) -> None:
    """A failed test is when one wants to see what an answer costs."""
    good = rolecall(*command, parcel)
    put(parcel.parent, **{"score: 100, passed: yes": "score: 40, passed: no"})
    ran = rolecall(*command, parcel)
    assert (ran.status, ran.out) == (Exit.SUCCESS, good.out)
    assert ran.err == f"rolecall: The call has 2 errors; see `rolecall check {parcel}`.\n"
    assert rolecall("play", parcel, "--plain").status == Exit.PROBLEM, "the call is kept as one that cannot be played"


@pytest.mark.parametrize("number", [405, 406, 414])
def test_a_call_that_may_come_to_no_end_cannot_be_measured(rolecall: Commands, number: int) -> None:
    path = EXPLAINED / f"E{number}.yaml"
    for arguments in (("analyse",), ("transcript",), ("graph",)):
        ran = rolecall(*arguments, path)
        assert (ran.status, ran.out) == (Exit.PROBLEM, "")
        assert f"error[E{number}]" in ran.err
        assert ran.err.splitlines()[-1].endswith("has errors and cannot be played.")


@pytest.mark.parametrize("number", [401, 402, 403, 404, 407, 408, 409, 410, 411, 413, 415, 416])
def test_any_other_error_of_a_call_as_a_whole_lets_it_be_measured(rolecall: Commands, number: int) -> None:
    path = EXPLAINED / f"E{number}.yaml"
    for arguments in (("analyse",), ("transcript",), ("graph",)):
        ran = rolecall(*arguments, path)
        assert ran.status == Exit.SUCCESS
        assert re.fullmatch(r"rolecall: The call has \d errors?; see `rolecall check .*\n", ran.err)


def test_a_folder_and_a_missing_rubric_are_told(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("analyse", f"{parcel.parent}/").status == Exit.PROBLEM
    (parcel.parent / "little-rubric.yaml").unlink()
    ran = rolecall("analyse", parcel)
    assert ran.status == Exit.PROBLEM
    assert "little-rubric.yaml" in ran.err


def test_a_call_of_an_own_folder_is_found_by_its_id(rolecall: Commands, parcel: Path) -> None:
    assert rolecall("analyse", "parcel").status == Exit.USAGE
    assert rolecall("analyse", "parcel", "--library", parcel.parent).status == Exit.SUCCESS


def test_an_analysis_starts_anywhere(rolecall: Commands, parcel: Path) -> None:
    told = rolecall(
        "analyse", parcel, "--variant", "gift", "--from", "solve", "--set", "patience=1", "--set", "need=known"
    )
    assert (told.status, told.err) == (Exit.SUCCESS, "")
    assert "From the state solve on, with patience = 1 and need = known." in told.out
    assert "Nominal weight" not in told.out
    assert re.search(r"^Patience \(patience\) +1 +0 +1 +5$", told.out, re.MULTILINE)
    ran = rolecall("analyse", parcel, "--from", "solve", "--set", "need=known", "--format", "json")
    for variant, fits in zip(ran.json["variants"], ("courier", "pharmacy"), strict=True):
        assert variant["start"] == "solve"
        assert variant["facts"]["need"] == "known"
        assert [step["choice"] for step in variant["ideal"]] == [fits, "facts"]
        assert variant["criteria"] == []


def test_other_values_alone_start_where_the_call_does(rolecall: Commands, parcel: Path) -> None:
    ran = rolecall("analyse", parcel, "--set", "patience=1", "--format", "json")
    assert [(variant["start"], variant["gauges"][0]["start"]) for variant in ran.json["variants"]] == [("hello", 1)] * 2


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "solv"), "There is no state solv. Did you mean solve?"),
        (("--from", "helped"), "There is no state helped. There are: hello, solve and note."),
        (("--set", "patiense=1"), "There is no gauge and no fact patiense. Did you mean patience?"),
        (("--set", "x=1"), "There is no gauge and no fact x. There are: patience, need and reason."),
        (("--set", "patience=6"), "The gauge `patience` goes from 0 to 5; `6` is none of these."),
        (("--set", "patience=-1"), "The gauge `patience` goes from 0 to 5; `-1` is none of these."),
        (("--set", "need=yes"), "The fact `need` has no value `yes`. It has: unknown and known."),
        (("--set", "patience"), "“patience” sets nothing. Write a name, = and a value: trust=2."),
        (("--set", "=\x1b[1m"), "sets nothing"),
        (("--variant", "none", "--from", "solve"), "This call has no variant none."),
    ],
)
def test_a_start_that_the_call_does_not_have_is_told(
    rolecall: Commands, parcel: Path, options: tuple[str, ...], told: str
) -> None:
    ran = rolecall("analyse", parcel, *options)
    assert (ran.status, ran.out) == (Exit.USAGE, "")
    assert told in ran.err
    assert "\x1b" not in ran.err


def test_a_start_from_which_a_call_need_not_end_is_told(rolecall: Commands, parcel: Path) -> None:
    """With other values no choice may be left, which no call of the file comes by."""
    put(
        parcel.parent,
        **{
            'say: "I pay it back now."': 'when: patience >= 1\n        say: "I pay it back now."',
            'say: "It will come, some day."': 'when: patience >= 1\n        say: "It will come, some day."',
        },
    )
    ran = rolecall("analyse", parcel, "--from", "solve", "--set", "patience=0")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "A call that starts there need not come to an end." in ran.err
    assert "In the state `solve` the trainee can be left without a choice." in ran.err


def test_a_call_with_too_many_positions_is_told_what_analyses_it(rolecall: Commands) -> None:
    ran = rolecall("analyse", CROWDED)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "error[E412]" in ran.err
    assert ran.err.splitlines()[-1].endswith(
        "has too many positions to be played. To analyse it all the same: `rolecall analyse --large`."
    )


def test_other_errors_are_not_said_to_be_those_of_size(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"goto: solve\n        why": "goto: slove\n        why"})
    assert "--large" not in rolecall("analyse", parcel).err


def test_a_small_call_is_analysed_as_a_large_one(rolecall: Commands, parcel: Path) -> None:
    large, small = (rolecall("analyse", parcel, *options) for options in (("--large",), ()))
    assert (large.status, large.out, large.err) == (Exit.SUCCESS, small.out, "")
    start = ("--from", "solve", "--set", "need=known")
    assert rolecall("analyse", parcel, "--large", *start).out == rolecall("analyse", parcel, *start).out


def test_a_large_call_that_goes_round_for_ever_is_told_so(rolecall: Commands, parcel: Path) -> None:
    put(parcel.parent, **{"score: {care: 1}\n        goto: note": "score: {care: 1}\n        goto: solve"})
    ran = rolecall("analyse", parcel, "--large")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "rolecall: This call cannot be measured. A call can go round for ever: `solve/refund`" in ran.err


@pytest.mark.long
def test_a_call_too_large_to_be_played_is_analysed(rolecall: Commands) -> None:
    ran = rolecall("analyse", "--large", CROWDED, "--format", "json")
    assert (ran.status, ran.err) == (Exit.SUCCESS, "")
    (variant,) = ran.json["variants"]
    assert PLAYABLE < variant["statistics"]["positions"] < ANALYSABLE
    assert variant["ending"] == "visit-booked"


@pytest.mark.long
def test_what_is_too_large_for_any_analysis_is_told(rolecall: Commands, tmp_path: Path) -> None:
    text, larger = CROWDED.read_text(encoding="utf-8"), tmp_path / "larger.yaml"
    text = text.replace(
        "facts:", "".join(f'  {name}: {{label: "{name}", max: 20, start: 20}}\n' for name in MORE) + "facts:", 1
    )
    for name in MORE:
        before, after = text.split(f"  speak-to-{name}:\n")
        after = after.replace("once: yes", f"when: {name} > 0\n        change: {{{name}: -1}}", 1)
        text = f"{before}  speak-to-{name}:\n{after}"
    larger.write_text(text, encoding="utf-8")
    ran = rolecall("analyse", "--large", larger)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "rolecall: This call cannot be measured. The call has more than 5000000 positions. " in ran.err


@pytest.mark.parametrize("columns", [70, 100])
def test_lines_are_as_wide_as_the_terminal(
    rolecall: Commands, monkeypatch: pytest.MonkeyPatch, parcel: Path, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = rolecall("analyse", parcel, "--variant", "gift")
    assert columns - 20 < max(map(columns_of, ran.out.splitlines())) <= columns


@cache
def analysed(call: str) -> tuple[Case, Analysis]:
    """A shipped call, and what there is to say of its first variant."""
    case = shipped(call)
    return case, analyse(case.scenario, case.rubric, starts={case.scenario.variants[0].id: None})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("columns", [80, 100])
@pytest.mark.parametrize("call", SOME)
def test_lines_fit_the_terminal(call: str, columns: int, language: str) -> None:
    words.use(language)
    case, analysis = analysed(call)
    text = "\n".join(AnalysisText(case.scenario, case.rubric, columns, bars=True).lines(analysis))
    lines = text.splitlines()
    assert max(map(columns_of, lines)) <= columns
    assert not any(line.lstrip().startswith((":", "!", "?", "»", "%")) for line in lines)
