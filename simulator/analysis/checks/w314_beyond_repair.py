"""W314: mistakes that can't be repaired although the call goes on: all that there are, or one that loses the call."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from scoring.evidence import Verdict, verdict_of_cost
from scoring.rubric import Rubric
from scoring.scorecard import reaches
from scoring.yardsticks import TIE
from simulator.analysis import passes
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place, shown_by
from simulator.analysis.checks.repairs import lost_at_once, opened, play_to, reached
from simulator.analysis.checks.written import changes, effects
from simulator.analysis.graph import Move
from simulator.model.message import N_, Message

LONG_ENOUGH: Final = 4
"""Decisions that must still follow a mistake, on the best calls behind it, for a repair to find room."""

NEVER: Final = -1e12
"""A value that nothing makes up for."""


class Mistake(NamedTuple):
    """A choice that costs something in a call that did not until then; no critical error, nor the end of the call."""

    move: Move
    cost: float
    """In points of the score."""
    grave: bool
    """Whether its verdict by cost is a mistake or a blunder."""
    ahead: int
    """The fewest decisions of the best calls behind it."""
    repairable: bool
    """Whether they come to a choice that helps, and that is not there or pays less in the calls that cost nothing."""
    loses: bool
    """Whether no call passes any more by what follows: it can only fail, or most of the cost is lost later on."""
    figures: Figures
    future: int


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for the call where nothing can be repaired, else each grave mistake that alone loses the call."""
    made = [mistake for figures in ground.figures() for mistake in mistakes(figures, ground.rubric)]
    grave = [mistake for mistake in made if mistake.grave]
    if grave and not any(mistake.repairable for mistake in made):
        yield _none(grave)
    else:
        yield from map(_lost, _dearest(mistake for mistake in grave if mistake.loses))


def mistakes(figures: Figures, rubric: Rubric) -> Iterator[Mistake]:
    """The mistakes of one variant that are made while the call is long enough, wherever it cost nothing until then."""
    futures, costs, ideal = figures.futures, figures.costs, _ideal(figures)
    repairable, ahead, passing = _repairable(figures, ideal), _ahead(figures), _passing(figures)
    for future in ideal:
        for edge in futures.edges(future):
            target = futures.targets[edge]
            move = futures.moves[futures.edge_moves[edge]]
            verdict = verdict_of_cost(costs[edge], figures.yardsticks.decisions)
            if ahead[target] >= LONG_ENOUGH and costs[edge] > 0 and not move.evidence.critical:
                yield Mistake(
                    move=move,
                    cost=costs[edge],
                    grave=verdict in (Verdict.MISTAKE, Verdict.BLUNDER),
                    ahead=ahead[target],
                    repairable=bool(repairable[target]),
                    loses=_loses(figures, future, edge, passing[target], rubric),
                    figures=figures,
                    future=future,
                )


def _ideal(figures: Figures) -> dict[int, int]:
    """The futures of the calls that cost nothing."""
    costs = figures.costs
    return reached(figures.futures, lambda edge: costs[edge] == 0)


def _loses(figures: Figures, future: int, edge: int, passing: float, rubric: Rubric) -> bool:
    best, futures = figures.best, figures.futures
    value = best[0] - best[future] + figures.worth[futures.edge_moves[edge]] + passing
    later = figures.costs[edge] - lost_at_once(figures, edge, futures.edges(future))
    by_what_follows = passing <= NEVER / 2 or later >= figures.costs[edge] / 2 - TIE
    return by_what_follows and not reaches(figures.score(value), rubric.pass_mark)


def _passing(figures: Figures) -> list[float]:
    """The largest value still to be had by a call that makes no critical error and does not end in failure."""
    pairs = zip(figures.fails, figures.worth, strict=True)
    return passes.ahead(figures.futures, [NEVER if failed else worth for failed, worth in pairs])


def _repairable(figures: Figures, ideal: Iterable[int]) -> bytearray:
    """From which futures a best call comes to a repair."""
    futures, costs, repairs = figures.futures, figures.costs, _repairs(figures, ideal)
    found = bytearray(len(futures.positions))
    for future in reversed(futures.order):
        for edge in futures.edges(future):
            if costs[edge] == 0 and (repairs[futures.edge_moves[edge]] or found[futures.targets[edge]]):
                found[future] = 1
                break
    return found


def _repairs(figures: Figures, ideal: Iterable[int]) -> list[bool]:
    """Which moves help, and are on offer in no call without a cost or pay more than in any of those."""
    moves, worth, beyond = figures.futures.moves, figures.worth, opened(figures.futures, ideal)
    paid: dict[tuple[str, str], float] = {}
    for number, move in enumerate(moves):
        if not beyond[number]:
            paid[move.state, move.choice] = max(worth[number], paid.get((move.state, move.choice), worth[number]))
    return [
        beyond[number] and worth[number] > paid.get((move.state, move.choice), NEVER) + TIE and _helps(figures, number)
        for number, move in enumerate(moves)
    ]


def _helps(figures: Figures, number: int) -> bool:
    """Whether a move earns points, raises a gauge or sets a fact, and is no critical error."""
    scenario, move = figures.graph.scenario, figures.graph.moves[number]
    moved = max(changes(scenario, move).values(), default=0) > 0 or any(e.sets for e in effects(scenario, move))
    return not move.evidence.critical and (moved or figures.worth[number] > TIE)


def _ahead(figures: Figures) -> array[int]:
    """The fewest decisions that a best call from each future on takes."""
    futures, costs = figures.futures, figures.costs
    ahead = array("i", [0]) * len(futures.positions)
    for future in reversed(futures.order):
        behind = [ahead[futures.targets[edge]] for edge in futures.edges(future) if costs[edge] == 0]
        ahead[future] = 1 + min(behind) if behind else 0
    return ahead


def _dearest(made: Iterable[Mistake]) -> Iterable[Mistake]:
    """Each choice once, where it costs most."""
    found: dict[tuple[str, str], Mistake] = {}
    for mistake in made:
        key = mistake.move.state, mistake.move.choice
        if key not in found or mistake.cost > found[key].cost + TIE:
            found[key] = mistake
    return found.values()


def _none(made: list[Mistake]) -> Finding:
    dearest = max(made, key=lambda mistake: mistake.cost)
    headline = Message(
        N_("The one mistake of this call, `{choice}`, can't be repaired. It costs {points} points of the score."),
        {"choice": dearest.move.choice, "points": dearest.cost},
        N_("None of the {count} mistakes of this call can be repaired; `{choice}` costs most, {points} points."),
        len({(mistake.move.state, mistake.move.choice) for mistake in made}),
    )
    return _finding(dearest, headline)


def _lost(mistake: Mistake) -> Finding:
    values = {"choice": mistake.move.choice, "points": mistake.cost, "ahead": mistake.ahead}
    headline = Message(
        N_("After the mistake `{choice}` ({points} points) no call passes any more, though {ahead} decisions follow."),
        values,
    )
    return _finding(mistake, headline)


def _finding(mistake: Mistake, headline: Message) -> Finding:
    advice = Message(
        N_(
            "Offer a choice after it that a good call never sees: one that owns the mistake and gets back less than "
            "half of it. Put it in a state of its own, or behind a `when`."
        )
    )
    figures, state, choice = mistake.figures, mistake.move.state, mistake.move.choice
    play = play_to(figures.futures, _ideal(figures), mistake.future)
    help_text = shown_by(advice, figures.graph, (*play, choice))
    return Finding("W314", choice_place(state, choice), headline, help_text)
