"""E408: an in-file test that does not hold; it says what came instead, and where what was asked became impossible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from scoring.scorecard import Scorecard, scorecard
from simulator.analysis.checks.ground import Finding, Ground
from simulator.analysis.graph import Place
from simulator.analysis.reaching import positions_reaching
from simulator.analysis.rehearsal import Play, rehearse
from simulator.analysis.tracing import decision, traced
from simulator.analysis.valuation import Values
from simulator.model.message import N_, Message
from simulator.model.scenario import InFileTest


def find(ground: Ground) -> Iterator[Finding]:
    """Every expectation that fails. What depends on a score is left out where the call has no values yet."""
    for test in ground.scenario.tests:
        yield from _Examined(ground, test).findings()


class _Examined:
    """One test beside the play that it asks for."""

    def __init__(self, ground: Ground, test: InFileTest) -> None:
        self.ground, self.test = ground, test
        self.graph, self.values = ground.of_variant(test.variant)

    @cached_property
    def play(self) -> Play:
        """The play, step by step, for all that there is to say of it."""
        return rehearse(self.ground.scenario, self.test.variant, self.test.play, self.values)

    def findings(self) -> Iterator[Finding]:
        """What fails, in the order of the test's keys."""
        if self._holds():
            return
        play, test = self.play, self.test
        if play.broken:
            return
        if len(play.steps) < len(test.play):
            yield self._stopped()
            return
        whole = test.ending is not None or test.score is not None or test.passed is not None
        if whole and play.ending is None:
            yield self._unfinished()
        elif play.ending is not None:
            yield from self._of_whole_call(play.ending)
        if test.critical is not None and set(test.critical) != set(play.critical):
            yield self._finding("critical", self._critical(test.critical), _either())

    def _holds(self) -> bool:
        """Whether everything is as the test says, by the graph alone: most tests hold, and this takes a moment."""
        graph, test, values = self.graph, self.test, self.values
        made = traced(graph, test.play)
        if made is None:
            return False
        errors = {error for step in made for error in graph.moves[step.move].evidence.critical}
        ending = self.ground.scenario.endings.get(graph.names[graph.state_of[made[-1].target if made else 0]])
        if test.critical is not None and set(test.critical) != errors:
            return False
        if ending is None:
            return test.ending is None and test.score is None and test.passed is None
        if test.ending not in (None, ending.id):
            return False
        if values is None or (test.score is None and test.passed is None):
            return True
        decisions = [decision(values, graph, step) for step in made]
        card = scorecard(self.ground.rubric, values.yardsticks, decisions, ending.outcome)
        low, high = test.score or (card.shown, card.shown)
        return low <= card.shown <= high and test.passed in (None, card.passed)

    def _of_whole_call(self, ending: str) -> Iterator[Finding]:
        if self.test.ending not in (None, ending):
            yield self._finding("ending", self._ended(ending), self._where_lost(str(self.test.ending)))
        if self.values is None:
            return
        card = self.play.scorecard(self.ground.rubric, self.values)
        if self.test.score is not None and not self.test.score[0] <= card.shown <= self.test.score[1]:
            why = self._why_score(self.values, card, self.test.score)
            yield self._finding("score", self._scored(card, self.test.score), why)
        if self.test.passed not in (None, card.passed):
            yield self._finding("passed", self._passed(card), self._why_passed(card))

    def _finding(self, key: str, headline: Message, help_text: Message, *deeper: int) -> Finding:
        place: Place = ("tests", self.test.id, key, *deeper)
        return Finding("E408", place, headline, help_text)

    def _stopped(self) -> Finding:
        number = len(self.play.steps)
        wanted = self.test.play[number]
        if self.play.ending is not None:
            headline = Message(
                N_("The call is over before `{choice}`: it ended in `{ending}`."),
                {"choice": wanted, "ending": self.play.ending},
            )
            return self._finding("play", headline, Message(N_("Take out what follows.")), number)
        headline = Message(
            N_("`{choice}` is not on offer in the state `{state}`."), {"choice": wanted, "state": self.play.state}
        )
        return self._finding("play", headline, self._on_offer(), number)

    def _unfinished(self) -> Finding:
        headline = Message(
            N_("The play stops in the state `{state}`, before the call ends."), {"state": self.play.state}
        )
        return self._finding("play", headline, self._on_offer())

    def _on_offer(self) -> Message:
        return Message(N_("On offer there: {choices}."), {"choices": _quoted(self.play.on_offer)})

    def _ended(self, ending: str) -> Message:
        return Message(
            N_("This call ends in `{ending}`, not in `{expected}`."), {"ending": ending, "expected": self.test.ending}
        )

    def _where_lost(self, ending: str) -> Message:
        """The decision after which `ending` was out of reach, and what was on offer there."""
        if not self.graph.order:
            return _either()
        reaching = positions_reaching(self.graph, ending)
        if not reaching[0]:
            return Message(N_("No call of this variant ends in `{ending}`."), {"ending": ending})
        lost = next(
            number for number, step in enumerate(self.play.steps, start=1) if not reaching[self.graph.index[step.after]]
        )
        step = self.play.steps[lost - 1]
        values = {
            "number": lost,
            "choice": step.choice,
            "state": step.before.state,
            "ending": ending,
            "choices": _quoted(step.offered),
        }
        return Message(
            N_(
                "After decision {number}, `{choice}` in `{state}`, no call can end in `{ending}` any more. "
                "On offer there: {choices}."
            ),
            values,
        )

    def _scored(self, card: Scorecard, expected: tuple[int, int]) -> Message:
        low, high = expected
        values = {"score": card.shown, "low": low, "high": high}
        if low == high:
            return Message(N_("This call scores {score}, not {low}."), values)
        return Message(N_("This call scores {score}, not {low} to {high}."), values)

    def _why_score(self, values: Values, card: Scorecard, expected: tuple[int, int]) -> Message:
        costs = [marks.cost for marks in card.marks]
        if card.shown > expected[1]:
            return Message(N_("Change the test, or what the choices are worth."))
        if max(costs) <= 0:
            return Message(N_("No call of this variant scores more."))
        step = self.play.steps[costs.index(max(costs))]
        return Message(
            N_("Most was lost by `{choice}` in `{state}`: {points} points. Nothing would have been lost by {best}."),
            {
                "choice": step.choice,
                "state": step.before.state,
                "points": max(costs),
                "best": _quoted(values.best_choices(step.before)),
            },
        )

    def _passed(self, card: Scorecard) -> Message:
        if card.passed:
            return Message(N_("This call is passed; the test says it is not."))
        return Message(N_("This call is not passed; the test says it is."))

    def _why_passed(self, card: Scorecard) -> Message:
        values = {"score": card.shown, "mark": self.ground.rubric.pass_mark, "errors": _quoted(card.critical)}
        if card.critical:
            return Message(N_("Its critical errors: {errors}."), values)
        if card.shown < self.ground.rubric.pass_mark:
            return Message(N_("It scores {score}, and {mark} is needed."), values)
        if not card.passed:
            return Message(N_("It ends in failure."), values)
        return Message(N_("It scores {score}, {mark} is enough, and it has no critical error."), values)

    def _critical(self, expected: tuple[str, ...]) -> Message:
        values = {"found": _quoted(self.play.critical), "expected": _quoted(expected)}
        if not self.play.critical:
            return Message(N_("This play makes no critical error; the test says {expected}."), values)
        if not expected:
            return Message(N_("This play makes critical errors, and the test says none: {found}."), values)
        return Message(N_("This play makes the critical errors {found}; the test says {expected}."), values)


def _either() -> Message:
    return Message(N_("Change the test or the choices."))


def _quoted(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"`{one}`" for one in ids)
