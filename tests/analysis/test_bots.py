"""Know-nothing bots: what each of them picks, and what it earns, by hand and by writing out all calls."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import exp
from types import MappingProxyType
from typing import Any, Final

import pytest

from simulator.analysis import explore, values_of
from simulator.analysis.bots import BOTS, SECOND_BEST, habits, score, second_best
from simulator.analysis.chance import WALKS, chance_beside, chance_of, is_rare
from simulator.analysis.checks.figures import Figures
from simulator.analysis.earnings import STEEPNESS, Earnings
from simulator.analysis.following import Habit, blindly, follow
from simulator.analysis.passes import blind
from simulator.model.scenario import Scenario, State, Variant
from tests.analysis.making import RUBRIC, choice, ladder, rubric, scenario, state
from tests.oracle.scorer import Judged, JudgedTurn, Oracle
from tests.strategies.scenarios import Case, seeded

SCENARIOS: Final = 200
BATCH: Final = 50


@dataclass(frozen=True)
class Ready:
    """A variant with everything that bots are followed with."""

    figures: Figures
    earnings: Earnings

    @property
    def habits(self) -> dict[str, Habit]:
        """Every habit by its name."""
        known = (*habits(self.figures.graph), second_best(self.figures))
        return {habit.name: habit for habit in known}


def ready(case: Case, variant: str = "default") -> Ready:
    graph = explore(case.scenario, variant)
    values = values_of(graph, case.rubric)
    return Ready(Figures(graph, values), Earnings(graph, values))


# What each of them picks


def picked(bot: str, *texts: str, **more: Any) -> list[str]:
    """What a bot picks among these texts."""
    offered = [replace(choice(f"c{n}", "s0"), text=text) for n, text in enumerate(texts)]
    call = scenario(state("a", *offered), *ladder("s", 2), **more)
    found = ready(Case(call, RUBRIC), "card" if "variants" in more else "default")
    futures = found.figures.futures
    moves = [futures.moves[futures.edge_moves[edge]].choice for edge in found.habits[bot].picks(0)]
    return [texts[int(name[1:])] for name in moves]


@pytest.mark.parametrize(
    ("bot", "best", "other"),
    [
        ("longest", "I will see to it.", "Yes?"),
        ("shortest", "Yes?", "I will see to it."),
        ("questions", "When? And where?", "Where was it that you saw it?"),
        ("digits", "It is £27.50.", "It is 9 pounds."),
        ("apologies", "I’m SORRY, I understand.", "I am sorry about this."),
        ("courtesy", "Thank you, please go on.", "Please go on."),
        ("hedges", "Perhaps it should work.", "It works, perhaps."),
    ],
)
def test_what_a_bot_picks(bot: str, best: str, other: str) -> None:
    assert picked(bot, other, best, "Well, well.") == [best]
    assert picked(bot, best, best, other) == [best, best], "ties are kept"


def test_french_has_words_of_its_own() -> None:
    texts = ("Je suis désolé, je vous comprends.", "I am sorry, I understand, I regret it.")
    assert picked("apologies", *texts, language="fr") == [texts[0]]
    assert picked("apologies", *texts, language="en") == [texts[1]]


def test_a_bot_reads_what_the_trainee_reads() -> None:
    """Of the variant's card, with the caller's name in it."""
    variants = (Variant("card", crm=(("Due", "on 27 May 2026, says {name}"),)),)
    assert picked("digits", "It is due {Due}.", "It is number 1234.", variants=variants) == ["It is due {Due}."]
    assert picked("longest", "{Due}", "A text of twenty-five.", variants=variants) == ["{Due}"]


def test_a_bot_with_nothing_to_go_by_clicks_blindly() -> None:
    found = ready(Case(scenario(*ladder("s", 3)), RUBRIC))
    futures = found.figures.futures
    assert follow(futures, found.habits["questions"]) == follow(futures, blindly(futures))
    assert score(found.habits["questions"], found.figures) == pytest.approx(0)


def test_every_bot_has_a_name_of_its_own() -> None:
    names = [*(bot.id for bot in BOTS), SECOND_BEST, ""]
    assert len(set(names)) == len(names)


# Always second best


def costs(*points: int) -> State:
    """A state with a choice for each of the points."""
    return state("a", *(choice(f"c{n}", "s0", empathy=given) for n, given in enumerate(points)))


@pytest.mark.parametrize(
    ("points", "second"),
    [((2, 1, -1), [1]), ((2, 2, -1), [2]), ((2, 0, 0, -1), [1, 2]), ((1, 1), [0, 1]), ((1,), [0])],
)
def test_the_second_best_choice(points: tuple[int, ...], second: list[int]) -> None:
    found = ready(Case(scenario(costs(*points), *ladder("s", 2)), RUBRIC))
    assert list(found.habits[SECOND_BEST].picks(0)) == second


def test_at_an_ending_nothing_is_picked() -> None:
    found = ready(Case(scenario(*ladder("s", 1)), RUBRIC))
    assert not found.figures.futures.edges(1)
    assert not any(habit.picks(1) for habit in found.habits.values())


# Against all calls, written out

WORDS: Final = (
    "sorry",
    "understand",
    "please",
    "thank",
    "perhaps",
    "should",
    "{name}",
    "42",
    "7",
    "really?",
    "Now?",
    "so",
)


def worded(case: Case, seed: int) -> Case:
    """The case with words in its choices that a bot can look for."""
    rng = random.Random(seed)
    states = {
        name: replace(
            one, choices=tuple(replace(c, text=" ".join(rng.choices(WORDS, k=rng.randint(1, 4)))) for c in one.choices)
        )
        for name, one in case.scenario.states.items()
    }
    return replace(case, scenario=replace(case.scenario, states=MappingProxyType(states)))


def has(*words: str) -> Callable[[str], int]:
    return lambda text: sum(text.split(" ").count(word) for word in words)


NAIVE: Final[dict[str, Callable[[str], int]]] = {
    "longest": lambda text: len(text.replace("{name}", "Alex Martin")),
    "shortest": lambda text: -len(text.replace("{name}", "Alex Martin")),
    "questions": has("really?", "Now?"),
    "digits": lambda text: 2 * has("42")(text) + has("7")(text),
    "apologies": has("sorry", "understand"),
    "courtesy": has("please", "thank"),
    "hedges": has("perhaps", "should"),
}
"""What is in a text that is made of `WORDS`."""


def naive_picks(name: str, call: Scenario, judged: Judged) -> list[JudgedTurn]:
    """What a habit picks in a moment."""
    if name == SECOND_BEST:
        lost = sorted({turn.given_away for turn in judged.turns})
        return [turn for turn in judged.turns if turn.given_away == lost[min(1, len(lost) - 1)]]
    shown = {
        turn.turn.choice: NAIVE[name](call.states[judged.moment.now.place].choice(turn.turn.choice).text)
        for turn in judged.turns
    }
    return [turn for turn in judged.turns if shown[turn.turn.choice] == max(shown.values())]


def chances(name: str, oracle: Oracle) -> list[tuple[tuple[str, ...], Fraction]]:
    """Every call that a habit plays, as its choices, and how likely it does."""
    found = []

    def walk(judged: Judged, so_far: tuple[str, ...], share: Fraction) -> None:
        turns = naive_picks(name, oracle.scenario, judged)
        if not turns:
            found.append((so_far, share))
        for turn in turns:
            walk(turn.then, (*so_far, turn.turn.choice), share / len(turns))

    walk(oracle.judged, (), Fraction(1))
    return found


@pytest.mark.parametrize("first", range(0, SCENARIOS, BATCH))
def test_what_a_bot_earns_is_what_all_its_calls_earn(first: int) -> None:
    for seed in range(first, first + BATCH):
        case = worded(seeded(seed), seed)
        variant = case.scenario.variants[seed % len(case.scenario.variants)].id
        oracle = Oracle(case.scenario, case.rubric, variant)
        found = ready(case, variant)
        for name in (*NAIVE, SECOND_BEST) if oracle.span else ():
            expected, passing = all_calls(name, oracle)
            assert score(found.habits[name], found.figures) == pytest.approx(float(expected), abs=1e-7), (seed, name)
            chance = chance_of(found.habits[name], found.earnings, case.rubric)
            assert chance.exact, (seed, name)
            assert chance.probability == pytest.approx(float(passing), abs=1e-9), (seed, name)


def all_calls(name: str, oracle: Oracle) -> tuple[Fraction, Fraction]:
    """The mean score of all the calls that a habit plays, and the share that passes."""
    calls = {tuple(turn.choice for turn in call.turns): call for call in oracle.calls}
    own = [(calls[choices], share) for choices, share in chances(name, oracle)]
    expected = sum((share * oracle.score(call) for call, share in own), Fraction(0))
    return expected, sum((share for call, share in own if oracle.passed(call)), Fraction(0))


def test_following_blind_clicking_is_what_blind_does() -> None:
    for seed in range(100):
        graph = explore(seeded(seed).scenario, seeded(seed).scenario.variants[0].id)
        course, known = follow(graph.futures, blindly(graph.futures)), blind(graph.futures)
        assert course.reach == pytest.approx(known.reach)
        assert course.moves == pytest.approx(known.moves)


# A chance beside a mark


def beside(mark: float, length: int, pass_mark: int) -> tuple[float, float]:
    """The true chance that blind clicking passes, and the one that is good enough to tell it from `mark`."""
    found = ready(Case(scenario(*ladder("s", length)), rubric(pass_mark)))
    habit = blindly(found.figures.futures)
    exact = chance_of(habit, found.earnings, rubric(pass_mark))
    rough = chance_beside(mark, habit, found.earnings, rubric(pass_mark))
    assert exact.exact
    assert rough.walks <= WALKS
    return exact.probability, rough.probability


def test_a_chance_beside_a_mark_is_on_its_side() -> None:
    for length in (3, 8, 80):
        for pass_mark in (0, 10, 20, 40):
            exact, rough = beside(0.05, length, pass_mark)
            assert (exact > 0.05) == (rough > 0.05), (length, pass_mark)


def test_no_habit_passes_more_often_than_its_bound() -> None:
    passing = 0
    for seed in range(100):
        case = seeded(seed)
        found = ready(case, case.scenario.variants[0].id)
        for habit in (blindly(found.figures.futures), *found.habits.values()):
            exact = chance_of(habit, found.earnings, case.rubric).probability
            assert exact <= found.earnings.at_most(habit, case.rubric.pass_mark) * (1 + 1e-9), (seed, habit.name)
            passing += exact > 0
    assert passing > 50, "a bound says something where there is something to be bounded"


def test_what_is_rare_beyond_doubt_needs_no_chance() -> None:
    """A bound by hand: each of n decisions is worth 100/n points of the score or loses as many."""
    for length, certain in ((3, False), (80, True)):
        found, steepness = ready(Case(scenario(*ladder("s", length)), rubric(60))), STEEPNESS * 100 / length
        habit, mean = blindly(found.figures.futures), (exp(steepness) + exp(-steepness)) / 2
        assert found.earnings.at_most(habit, 60) == pytest.approx(mean**length * exp(-60 * STEEPNESS))
        assert is_rare(0.05, habit, found.earnings, rubric(60)) is certain


def test_a_chance_far_from_the_mark_takes_few_walks() -> None:
    low = rubric(pass_mark=30)
    found = ready(Case(scenario(*ladder("s", 120)), low))
    habit = blindly(found.figures.futures)
    assert 0 < chance_beside(0.05, habit, found.earnings, low).walks <= 200
    assert chance_of(habit, found.earnings, low).exact
