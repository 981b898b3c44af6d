"""What stands on the parts of a chart, in the language in use, safe to print."""

from __future__ import annotations

from simulator.analysis.chart import Arrow, Finish
from simulator.model.scenario import State
from simulator.model.unseen import visible
from simulator.words import _, cost_words
from simulator.words.labels import outcome_word, phase_word, verdict_word


def state_label(state: State) -> str:
    """A state's id and phase."""
    return visible(f"{state.id} ({phase_word(state.phase)})" if state.phase else state.id)


def price(arrow: Arrow) -> str:
    """What a choice costs a blind caller on average, in a word and a figure; empty where that is not known."""
    word = verdict_word(arrow.verdict) if arrow.verdict is not None else ""
    return f"{word} {cost_words(arrow.cost or 0.0)}".strip()


def arrow_label(arrow: Arrow) -> str:
    """A choice's id and price."""
    known = price(arrow)
    return visible(_("{choice}: {price}").format(choice=arrow.choice.id, price=known) if known else arrow.choice.id)


def silence_label(seconds: int) -> str:
    """What the clock does."""
    return _("silence, {seconds} s").format(seconds=seconds)


def finish_label(finish: Finish) -> str:
    """An ending's id and what it is worth."""
    return visible(f"{finish.ending.id} ({outcome_word(finish.ending.outcome)})")
