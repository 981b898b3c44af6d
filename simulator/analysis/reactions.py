"""How much of what is heard in a call depends on what the trainee did.

A line is heard as the reply to a choice or as the opening of the state that the choice leads to. It depends on what was
done where other words could have stood in its place:

- the same list has lines with other words that are heard in the variant, had the call gone otherwise before, or
- another choice on offer in that position brings other words: another reply, another opening, or nothing at all.

Silences, scenes, endings and the line that opens the call are not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from simulator.analysis.graph import Graph, Move, Place
from simulator.analysis.passes import Blind
from simulator.model.scenario import BACK, SILENCE, Choice, Line

Words = frozenset[str]
"""What can be heard from one list of lines."""

NOTHING: Final[Words] = frozenset()


class Brought(NamedTuple):
    """What one choice brings to the ear; `opening` is None where the move alone does not say which."""

    reply: Words
    opening: Words | None


def reacting(graph: Graph, chances: Blind) -> float | None:
    """The share of the lines heard on blind calls that depend on what was done; None where no line is heard.

    `chances` is how often blind clicking comes by each future.
    """
    hearing = _Hearing(graph)
    known: dict[tuple[object, ...], tuple[float, float]] = {}
    heard = depending = 0.0
    for future, reach in enumerate(chances.reach):
        edges = graph.futures.edges(future)
        if reach and edges:
            key = hearing.key(edges)
            if key not in known:
                known[key] = _shares([hearing.brought(edge) for edge in edges])
            heard += reach * known[key][0]
            depending += reach * known[key][1]
    return depending / heard if heard else None


def _shares(brought: Sequence[tuple[Words, Words]]) -> tuple[float, float]:
    """How many lines a decision brings on average, and how many of them depend on what was done."""
    several = [len(set(column)) > 1 for column in zip(*brought, strict=True)]
    lines = [(place, words) for pair in brought for place, words in enumerate(pair) if words]
    depending = sum(1 for place, words in lines if several[place] or len(words) > 1)
    return len(lines) / len(brought), depending / len(brought)


class _Hearing:
    """What the edges of a graph's futures bring to the ear."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._futures = graph.futures
        self._openings = {
            state.id: self._heard(("states", state.id, "says"), state.says) for state in graph.scenario.states.values()
        }
        self._moves = [self._brought(move) for move in graph.moves]
        self._open = {number for number, brought in enumerate(self._moves) if brought.opening is None}

    def key(self, edges: range) -> tuple[object, ...]:
        """Equal for edges that bring the same: their moves, and the states entered where those do not tell."""
        moves = tuple(self._futures.edge_moves[edges.start : edges.stop])
        if not self._open:
            return (moves,)
        unclear = (edge for edge in edges if self._futures.edge_moves[edge] in self._open)
        return (moves, *(self._entered(edge) for edge in unclear))

    def brought(self, edge: int) -> tuple[Words, Words]:
        """The reply to the choice of an edge, and the opening of the state that it leads to."""
        reply, opening = self._moves[self._futures.edge_moves[edge]]
        return reply, self._openings.get(self._entered(edge), NOTHING) if opening is None else opening

    def _entered(self, edge: int) -> str:
        return self._graph.names[self._graph.state_of[self._futures.positions[self._futures.targets[edge]]]]

    def _brought(self, move: Move) -> Brought:
        if move.choice == SILENCE:
            return Brought(NOTHING, NOTHING)
        choice = self._graph.scenario.states[move.state].choice(move.choice)
        place = ("states", move.state, "choices", move.choice, "reply")
        return Brought(self._heard(place, choice.reply), self._opening(move, choice))

    def _opening(self, move: Move, choice: Choice) -> Words | None:
        if move.ending:
            return NOTHING
        goto = choice.routes[move.route].goto if move.route >= 0 else BACK
        if goto == BACK:
            return None
        return self._openings[goto] if goto is not None else NOTHING

    def _heard(self, place: Place, lines: Sequence[Line]) -> Words:
        heard = self._graph.coverage.lines
        return frozenset(line.text for number, line in enumerate(lines) if (*place, number) in heard)
