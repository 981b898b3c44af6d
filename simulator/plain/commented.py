"""The commented call, line by line: what the caller says, then the best answer with its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.plain.console import Console
from simulator.plain.telling import heard_line, said_or_done
from simulator.report.commented_words import warning_words
from simulator.session import Commented, CommentedTurn
from simulator.words import _
from simulator.words.labels import outcome_word


def tell_commented(console: Console, told: Commented) -> None:
    """Tell the best call; a person thinks before each answer and may leave with q. Raises InputEnded."""
    console.tell()
    console.tell(_("Commented call: {title}").format(title=told.title))
    console.tell(warning_words())
    for turn in told.turns:
        console.tell()
        for line in _question(turn, told.caller):
            console.tell(line)
        if console.ask(_("What would you say? (Enter for the best answer, q to go back)")).word == "q":
            return
        for line in _answer(turn):
            console.tell(line)
    console.tell()
    for heard in told.last:
        console.tell(heard_line(heard, told.caller))
    console.tell(_("{title} ({outcome}).").format(title=told.ending_title, outcome=outcome_word(told.outcome)))


def _question(turn: CommentedTurn, caller: str) -> Iterator[str]:
    yield _("Decision {number}").format(number=turn.number)
    for heard in turn.said:
        yield heard_line(heard, caller)


def _answer(turn: CommentedTurn) -> Iterator[str]:
    yield said_or_done(turn.best.text, turn.best.action, _("Best: {text}"), _("Best ({action}): {text}"))
    if turn.best.why:
        yield _("Why: {why}").format(why=turn.best.why)
    for technique in turn.techniques:
        yield _("Technique: {label}. {about}").format(label=technique.label, about=technique.about)
    if turn.worst is not None:
        yield said_or_done(turn.worst.text, turn.worst.action, _("Not: {text}"), _("Not ({action}): {text}"))
        if turn.worst.why:
            yield _("Why: {why}").format(why=turn.worst.why)
