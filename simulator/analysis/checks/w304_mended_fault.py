"""W304: a repair gives back most of what the fault took, so that the fault hardly counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scoring.yardsticks import TIE
from simulator.analysis import passes
from simulator.analysis.checks.figures import Figures
from simulator.analysis.checks.ground import Finding, Ground, choice_place, shown_by
from simulator.analysis.checks.repairs import best_call, lost_at_once, opened, play_to, reached
from simulator.model.message import N_, Message

MOST: Final = 0.6
"""The share of what a fault took that a repair may give back."""


def find(ground: Ground) -> Iterator[Finding]:
    """Every fault that is mended by more than `MOST`, in a call without another one."""
    for figures in ground.figures():
        repairs = Repairs(figures)
        for (state, choice), fault in repairs.most_mended().items():
            if fault.share > MOST + TIE:
                headline = Message(
                    N_(
                        "The repair gives back {share}% of what the fault `{choice}` took: {given} points of the score "
                        "out of {taken}."
                    ),
                    {"choice": choice, "share": round(100 * fault.share), "given": fault.given, "taken": fault.taken},
                )
                advice = Message(
                    N_("Give fewer points to what only the fault opens ({repairs}): a single +1 at most."),
                    {"repairs": tuple(f"`{name}`" for name in repairs.after(fault.edge))},
                )
                help_text = shown_by(advice, figures.graph, (*repairs.play_to(fault), choice))
                yield Finding("W304", choice_place(state, choice), headline, help_text)


class Mended(NamedTuple):
    """A fault that is mended to some degree; amounts are in points of the score."""

    taken: float
    """What it would cost if nothing that it opens gave points."""
    given: float
    """What the choices that it opens give back."""
    future: int
    edge: int

    @property
    def share(self) -> float:
        """How much of the loss is mended, as a fraction of 1."""
        return self.given / self.taken


class Repairs:
    """What faults open in the calls of one variant, and how far that mends them."""

    def __init__(self, figures: Figures) -> None:
        futures, faults, worth = figures.futures, figures.faults, figures.worth
        self._figures, self._futures = figures, futures
        self._clean = reached(futures, lambda edge: not faults[futures.edge_moves[edge]])
        """The futures that calls without a fault come by."""
        beyond = opened(futures, self._clean)
        self._repairs = [only and points > TIE for only, points in zip(beyond, worth, strict=True)]
        """The moves with points that no call without a fault comes by."""
        idle = [0.0 if repair else points for repair, points in zip(self._repairs, worth, strict=True)]
        self._idle = passes.ahead(futures, idle)
        """`V` of each future if no repair gave points."""

    def most_mended(self) -> dict[tuple[str, str], Mended]:
        """The faults that are mended to some degree, by state and choice, where they are mended most."""
        found: dict[tuple[str, str], Mended] = {}
        for future in self._clean:
            for fault in self._on_offer(future):
                move = self._futures.moves[self._futures.edge_moves[fault.edge]]
                known = found.get((move.state, move.choice))
                if known is None or fault.share > known.share + TIE:
                    found[move.state, move.choice] = fault
        return found

    def play_to(self, fault: Mended) -> tuple[str, ...]:
        """A play without a fault that leads to it."""
        return play_to(self._futures, self._clean, fault.future)

    def after(self, edge: int) -> tuple[str, ...]:
        """The repairs on the best call behind an edge, as `state/choice`."""
        futures = self._futures
        numbers = [futures.edge_moves[one] for one in best_call(self._figures, futures.targets[edge])]
        moves = [futures.moves[number] for number in numbers if self._repairs[number]]
        return tuple(f"{move.state}/{move.choice}" for move in moves)

    def _on_offer(self, future: int) -> Iterator[Mended]:
        """The faults of a future that are mended to some degree.

        What a fault opens may stand in for what it closes, and then it mends nothing: no more is given back than the
        fault costs less in the end than at once, beside the best choice without a fault.
        """
        figures, futures, edges = self._figures, self._futures, self._futures.edges(future)
        clean = [edge for edge in edges if not figures.faults[futures.edge_moves[edge]]]
        if len(clean) in (0, len(edges)):
            return
        for edge in edges:
            target, cost = futures.targets[edge], figures.costs[edge]
            if figures.faults[futures.edge_moves[edge]]:
                back = (figures.best[target] - self._idle[target]) * figures.yardsticks.scale
                given = min(back, lost_at_once(figures, edge, clean) - cost)
                if given > TIE:
                    yield Mended(cost + given, given, future, edge)
