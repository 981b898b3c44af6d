"""What guided mode says during a call, as lines: a word on an answer, how the caller took it, a hint."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.session import Feedback, Hint
from simulator.words import _, list_of
from simulator.words.labels import verdict_word
from simulator.words.reactions import words_of_reaction


def feedback_lines(feedback: Feedback) -> Iterator[str]:
    """What the last answer was worth, why, and what it did to the caller."""
    yield _("Feedback: {verdict}.").format(verdict=verdict_word(feedback.verdict))
    if feedback.why:
        yield _("Why: {why}").format(why=feedback.why)
    for error in feedback.critical:
        yield _("Critical error: {label}. {about}").format(label=error.label, about=error.about)
    if feedback.techniques:
        yield _("Technique: {labels}.").format(labels=list_of([technique.label for technique in feedback.techniques]))
    if feedback.see is not None:
        yield _("Worth reading: {article}").format(article=feedback.see.title)
    yield from words_of_reaction(feedback.reaction)


def hint_line(hint: Hint | None) -> str:
    """Where to look for a good answer, or which one to avoid."""
    if hint is None:
        return _("There is no hint here.")
    if hint.kind == "avoid":
        return _("Hint: avoid answer {number}, “{words}”.").format(number=hint.number, words=hint.label)
    return _("Hint: what matters now is {skill}. {about}").format(skill=hint.label, about=hint.text)
