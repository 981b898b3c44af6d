"""W312: a hub where asking everything is always best, so that there is nothing to choose."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground
from simulator.model.message import N_, Message
from simulator.model.scenario import State


def find(ground: Ground) -> Iterator[Finding]:
    """Every hub of which no question ever costs anything, and no choice that may be taken for one is a fault."""
    questions = {state.id: _questions(state) for state in ground.scenario.states.values()}
    hubs = {state for state, asked in questions.items() if len(asked) > 1}
    together: set[str] = set()
    for figures in ground.figures() if hubs else ():
        _look(figures, questions, hubs, together)
    for state in questions:
        if state in hubs and state in together:
            yield Finding(
                "W312",
                ("states", state),
                Message(
                    N_(
                        "In the state `{state}` it is always best to ask everything: none of its {count} questions "
                        "ever costs anything."
                    ),
                    {"state": state, "count": len(questions[state])},
                ),
                Message(
                    N_(
                        "A trainee clicks through them without listening. Add one that does harm, and let it leave the "
                        "state or close a good question."
                    )
                ),
            )


def _questions(state: State) -> set[str]:
    """The choices with `once` after which the call stays in the state."""
    return {
        choice.id for choice in state.choices if choice.once and all(r.goto in (None, state.id) for r in choice.routes)
    }


def _look(figures: Figures, questions: dict[str, set[str]], hubs: set[str], together: set[str]) -> None:
    """Take out of `hubs` where one variant leaves something to choose; add to `together` where several are asked."""
    futures, costs, moves = figures.futures, figures.costs, figures.futures.moves
    for future in range(len(futures.positions)):
        edges = futures.edges(future)
        state = moves[futures.edge_moves[edges[0]]].state if edges else ""
        if state not in hubs:
            continue
        asked = [edge for edge in edges if moves[futures.edge_moves[edge]].choice in questions[state]]
        if any(costs[edge] for edge in asked) or any(figures.faults[futures.edge_moves[edge]] for edge in edges):
            hubs.remove(state)
        elif len(asked) > 1:
            together.add(state)
