"""In-file tests: what holds is no finding, what fails says what came instead and where it was decided."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.analysis import Finding
from simulator.model.scenario import SILENCE, InFileTest, Rule, Scenario, Variant
from simulator.words import say
from tests.analysis.making import PATIENCE, RUBRIC, asks, choice, found, moves, scenario, silence, state, when


def talk(*tests: InFileTest, **more: Any) -> Scenario:
    """A threat or a greeting, then three decisions; silence wears the caller out."""
    rungs = [
        state(here, choice("good", after, empathy=2), choice("bad", after, empathy=-1))
        for here, after in (("s0", "s1"), ("s1", "s2"), ("s2", "done"))
    ]
    return scenario(
        state(
            "a",
            choice("greet", "s0", clarity=2),
            choice("threaten", "s0", critical=("false-threat",), clarity=-2),
            choice("leave", "lost", clarity=-2),
            choice("insist", "s0", when=when("patience", ">", 5)),
            silence=silence(effect=moves(patience=-1)),
        ),
        *rungs,
        gauges=(PATIENCE,),
        always=(Rule(when("patience", "==", 2), "s1"),),
        tests=tests,
        **{"variants": (Variant("default"), Variant("calm", moves(patience=5)))} | more,
    )


def failing(*tests: InFileTest, **more: Any) -> list[Finding]:
    return found(talk(*tests, **more), "E408", RUBRIC)


def only(*tests: InFileTest, **more: Any) -> tuple[Finding, str]:
    """The one finding and what a trainer reads of it."""
    (finding,) = failing(*tests, **more)
    return finding, f"{say(finding.headline)} {say(finding.help)}"


GOOD = ("greet", "good", "good", "good")


@pytest.mark.parametrize(
    "test",
    [
        asks("ideal", *GOOD, ending="done", score=(100, 100), passed=True, critical=()),
        asks("low", "greet", "bad", "bad", "bad", score=(0, 30), passed=False),
        asks("lost", "leave", ending="lost", passed=False),
        asks("begun", "greet", "good"),
        asks("threat", "threaten", critical=("false-threat",)),
        asks("calm", "insist", variant="calm"),
        asks("quiet", SILENCE, "good", "good", ending="done"),
        asks("nothing"),
    ],
    ids=lambda test: test.id,
)
def test_a_test_that_holds_is_no_finding(test: InFileTest) -> None:
    assert failing(test) == []


def test_a_choice_that_is_not_on_offer() -> None:
    finding, words = only(asks("wrong", "greet", "leave", "good"))
    assert finding.place == ("tests", "wrong", "play", 1)
    assert words == "`leave` is not on offer in the state `s0`. On offer there: `good` and `bad`."


def test_a_choice_of_another_variant() -> None:
    finding, words = only(asks("wrong", "insist"))
    assert finding.place == ("tests", "wrong", "play", 0)
    assert "`greet`, `threaten`, `leave` and `silence`" in words


def test_a_silence_where_none_can_be() -> None:
    finding, words = only(asks("wrong", "greet", SILENCE))
    assert finding.place == ("tests", "wrong", "play", 1)
    assert "`silence` is not on offer in the state `s0`" in words


def test_choices_after_the_end() -> None:
    finding, words = only(asks("long", *GOOD, "good", "good", ending="done"))
    assert finding.place == ("tests", "long", "play", 4)
    assert "The call is over before `good`: it ended in `done`." in words


@pytest.mark.parametrize("asked", [{"ending": "done"}, {"score": (0, 100)}, {"passed": True}])
def test_a_play_that_stops_before_the_end_where_the_end_is_asked_for(asked: dict[str, Any]) -> None:
    finding, words = only(asks("short", "greet", "good", **asked))
    assert finding.place == ("tests", "short", "play")
    assert "stops in the state `s1`, before the call ends. On offer there: `good` and `bad`." in words


def test_another_ending_says_where_the_asked_one_was_lost() -> None:
    finding, words = only(asks("wrong", *GOOD, ending="lost"))
    assert finding.place == ("tests", "wrong", "ending")
    assert "This call ends in `done`, not in `lost`. After decision 1, `greet` in `a`," in words
    assert "On offer there: `greet`, `threaten`, `leave` and `silence`." in words


def test_an_ending_that_no_call_of_the_variant_has() -> None:
    one = state("a", choice("stop", "done"), choice("other", "lost", when=when("patience", ">", 9)))
    call = scenario(one, gauges=(PATIENCE,), tests=(asks("wrong", "stop", ending="lost"),))
    (finding,) = found(call, "E408")
    assert say(finding.help) == "No call of this variant ends in `lost`."


def test_a_score_too_low_says_where_most_was_lost() -> None:
    finding, words = only(asks("low", "greet", "good", "bad", "good", score=(90, 100)))
    assert finding.place == ("tests", "low", "score")
    assert "not 90 to 100. Most was lost by `bad` in `s1`:" in words
    assert "Nothing would have been lost by `good`." in words


def test_a_score_too_high() -> None:
    _, words = only(asks("high", *GOOD, score=(50, 50)))
    assert words == "This call scores 100, not 50. Change the test, or what the choices are worth."


def test_a_score_is_compared_as_it_is_shown() -> None:
    """`bad` costs a fraction of a point more than its whole number."""
    finding, _ = only(asks("low", "greet", "good", "bad", "good", score=(100, 100)))
    exact = finding.headline.values["score"]
    assert isinstance(exact, int)
    assert failing(asks("low", "greet", "good", "bad", "good", score=(exact, exact))) == []


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        (("greet", "bad", "bad", "bad"), "and 70 is needed"),
        (("threaten", "good", "good", "good"), "Its critical errors: `false-threat`."),
        (("leave",), "and 70 is needed"),
    ],
)
def test_a_call_that_is_not_passed_says_why(play: tuple[str, ...], reason: str) -> None:
    finding, words = only(asks("pass", *play, passed=True))
    assert finding.place == ("tests", "pass", "passed")
    assert "This call is not passed; the test says it is." in words
    assert reason in words


def test_a_good_call_that_ends_in_failure_is_not_passed() -> None:
    lost = scenario(
        state("a", choice("good", "lost", empathy=2), choice("bad", "done", empathy=-2)),
        tests=(asks("pass", "good", passed=True),),
    )
    (finding,) = found(lost, "E408")
    assert say(finding.help) == "It ends in failure."


def test_a_call_that_is_passed() -> None:
    _, words = only(asks("fail", *GOOD, passed=False))
    assert words.startswith("This call is passed; the test says it is not. It scores 100, 70 is enough")


@pytest.mark.parametrize(
    ("play", "critical", "words"),
    [
        (("greet",), ("false-threat",), "This play makes no critical error; the test says `false-threat`."),
        (("threaten",), (), "This play makes critical errors, and the test says none: `false-threat`."),
        (("threaten",), ("harassment",), "makes the critical errors `false-threat`; the test says `harassment`."),
    ],
)
def test_other_critical_errors_than_asked_for(play: tuple[str, ...], critical: tuple[str, ...], words: str) -> None:
    finding, said = only(asks("critical", *play, critical=critical))
    assert finding.place == ("tests", "critical", "critical")
    assert words in said


def test_every_expectation_that_fails_is_named() -> None:
    everything = asks("all", "leave", ending="done", score=(100, 100), passed=True, critical=("false-threat",))
    places = [finding.place[2] for finding in failing(everything, asks("other", "insist"))]
    assert places == ["ending", "score", "passed", "critical", "play"]


def test_without_values_only_what_needs_none_is_examined() -> None:
    """The call can go round for ever: E406 says so, and no score is made up."""
    call = scenario(
        state("a", choice("round"), choice("stop", "done")),
        tests=(asks("one", "round", "stop", score=(1, 1), passed=False, ending="lost", critical=("false-threat",)),),
    )
    assert [finding.place[2] for finding in found(call, "E408")] == ["ending", "critical"]
