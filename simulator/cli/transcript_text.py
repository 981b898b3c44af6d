"""A transcript as the lines of a script: who speaks and how, the words below, the mark of each decision beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from simulator.cli.wrapping import wrapped
from simulator.model.heard import Heard, Kind
from simulator.model.scenario import NO_VARIANT
from simulator.model.unseen import visible
from simulator.plain.debrief import passed_line
from simulator.session.filling import Filling
from simulator.words import _, cost_words, language
from simulator.words.columns import columns_of
from simulator.words.labels import action_word, mood_sign, mood_word, outcome_word, verdict_sign, verdict_word

if TYPE_CHECKING:
    from scoring.evidence import Marks
    from scoring.rubric import Rubric
    from scoring.scorecard import Scorecard
    from simulator.analysis.transcript import Transcript, Turn
    from simulator.model.scenario import Scenario

_INDENT: Final = " " * 4
_GAP: Final = 2
"""Blanks between who speaks and the mark beside it."""


class Script:
    """A transcript in the language in use, at most `width` columns wide. `trainee` is who speaks; empty for nobody."""

    def __init__(self, scenario: Scenario, rubric: Rubric, told: Transcript, trainee: str, width: int) -> None:
        self._scenario = scenario
        self._rubric = rubric
        self._told = told
        self._width = width
        self._filling = Filling(scenario, told.variant, trainee)

    def lines(self, name: str, *, bare: bool) -> Iterator[str]:
        """The whole script; `name` says which call it is, `bare` leaves out what decisions are worth."""
        yield from wrapped(self._filling(self._scenario.title), self._width)
        variant = self._told.variant
        text = _("{id}, variant {variant}: {name}") if variant != NO_VARIANT else _("{id}: {name}")
        yield from wrapped(text.format(id=self._scenario.id, variant=variant, name=name), self._width)
        yield from self._others(self._filling.heard(self._told.opening))
        for number, turn in enumerate(self._told.turns, start=1):
            yield from self._turn(number, turn, bare)
        yield ""
        yield from self._end()

    def _turn(self, number: int, turn: Turn, bare: bool) -> Iterator[str]:
        own, *others = self._filling.heard(turn.heard)
        yield ""
        yield from self._beside(f"{number}. {_own_head(own)}", "" if bare else _mark(turn.marks))
        if own.text:
            yield from wrapped(own.text, self._width, _INDENT)
        for error in () if bare else turn.critical:
            text = _("Critical error: {label}.").format(label=self._label(error))
            yield from wrapped(text, self._width, _INDENT, f"  {verdict_sign('critical')} ")
        yield from self._others([heard for heard in others if heard.kind is not Kind.ENDING])

    def _others(self, lines: Sequence[Heard]) -> Iterator[str]:
        """Words of others below their name, said once while they go on in the same mood; scenes in brackets."""
        speaking = None
        for heard in lines:
            head = None if heard.kind is Kind.SCENE else self._head(heard)
            if head is None:
                yield ""
                yield from wrapped(f"[{heard.text}]", self._width)
            else:
                if head != speaking:
                    yield ""
                    yield from wrapped(head, self._width)
                yield from wrapped(heard.text, self._width, _INDENT)
            speaking = head

    def _head(self, heard: Heard) -> str:
        who = heard.speaker or self._scenario.caller_name or _("Caller")
        if heard.mood is None:
            return visible(who)
        text = _("{who}, {mood} [{sign}]")
        return visible(text.format(who=who, mood=mood_word(heard.mood), sign=mood_sign(heard.mood)))

    def _beside(self, head: str, mark: str) -> Iterator[str]:
        """`mark` at the right end of the line of `head`, or below it where there is no room."""
        head, room = visible(head), self._width - columns_of(head) - columns_of(mark)
        if mark and room >= _GAP:
            yield f"{head}{' ' * room}{mark}"
        else:
            yield from wrapped(head, self._width)
            if mark:
                yield f"{_INDENT}{mark}"

    def _end(self) -> Iterator[str]:
        told = self._told
        if told.ending is None or told.card is None:
            text = _("The call is not over here. On offer: {names}.")
            yield from wrapped(text.format(names=", ".join(told.on_offer)), self._width)
            return
        ending = self._filling.ending(self._scenario.endings[told.ending])
        title = _("{title} ({outcome}).").format(title=ending.title, outcome=outcome_word(ending.outcome))
        yield from wrapped(title, self._width)
        yield from wrapped(ending.text, self._width, _INDENT)
        yield from wrapped(self._result(told.card), self._width)

    def _result(self, card: Scorecard) -> str:
        band = self._rubric.band(card.shown).label.in_language(language())
        return passed_line(card.shown, band, self._rubric.pass_mark, card.passed, bool(card.critical))

    def _label(self, error: str) -> str:
        known = {named.id: named.label.in_language(language()) for named in self._rubric.critical}
        return known.get(error, error)


def _own_head(own: Heard) -> str:
    if own.kind is Kind.SILENCE:
        return _("You say nothing.")
    return _("You ({action})").format(action=action_word(own.action)) if own.action else _("You")


def _mark(marks: Marks) -> str:
    """Sign, word and cost of a decision."""
    words = f"{verdict_sign(marks.verdict)} {verdict_word(marks.verdict)}"
    cost = cost_words(marks.cost)
    return f"{words} {cost}" if cost else words
