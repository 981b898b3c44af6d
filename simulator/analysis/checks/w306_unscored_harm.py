"""W306: a choice that lowers a gauge and has no negative points: the caller minds, and the score says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from simulator.analysis.checks.ground import Finding, Ground, choice_place
from simulator.analysis.checks.written import changes, negative
from simulator.analysis.graph import Move
from simulator.model.message import N_, Message
from simulator.model.scenario import SILENCE, Scenario


def find(ground: Ground) -> Iterator[Finding]:
    """Every such choice, but those that are best somewhere (the right thing may be unwelcome) and critical errors."""
    scenario = ground.scenario
    best = {(move.state, move.choice) for figures in ground.figures() for move in figures.best_moves}
    moves = [move for figures in ground.figures() for move in figures.graph.moves if move.choice != SILENCE]
    rising = harmful_when_high(scenario, moves)
    for move in moves:
        given = (*negative(scenario, move), *move.evidence.critical)
        if given or (move.state, move.choice) in best or any(points < 0 for _, points in move.evidence.points):
            continue
        moved = changes(scenario, move)
        raised = [f"`{name}` ({change:+d})" for name, change in moved.items() if change > 0 and name in rising]
        lowered = [f"`{name}` ({change:+d})" for name, change in moved.items() if change < 0 and name not in rising]
        if raised:
            yield _finding(move, N_("The choice `{choice}` raises {gauges} and has no negative points."), raised)
        if lowered:
            yield _finding(move, N_("The choice `{choice}` lowers {gauges} and has no negative points."), lowered)


def harmful_when_high(scenario: Scenario, moves: Sequence[Move]) -> set[str]:
    """The gauges of trouble, such as anger: choices with negative points raise them, and the others lower them."""
    by_faults, by_others = Counter[str](), Counter[str]()
    for move in set(moves):
        (by_faults if negative(scenario, move) else by_others).update(changes(scenario, move))
    return {gauge for gauge, change in by_faults.items() if change > 0 > by_others[gauge]}


def _finding(move: Move, text: str, gauges: Sequence[str]) -> Finding:
    return Finding(
        "W306",
        choice_place(move.state, move.choice),
        Message(text, {"choice": move.choice, "gauges": gauges}),
        Message(
            N_(
                "Gauges steer the call, only points are scored: give the choice -1 on the criterion that it harms, or "
                "leave the gauge alone."
            )
        ),
    )
