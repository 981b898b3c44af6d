"""How a caller took an answer, in sentences."""

from __future__ import annotations

from simulator.model.reaction import Moved, Reaction
from simulator.words.formats import list_of
from simulator.words.labels import mood_word
from simulator.words.speech import _


def signed(count: int) -> str:
    """A whole number with its sign, as it is printed: "+1", "−2"."""
    return f"{count:+d}".replace("-", "−")


def words_of_reaction(reaction: Reaction) -> list[str]:
    """What moved, the mood, and what it depended on; a sentence each, none where there is nothing to say."""
    said = []
    if reaction.moved:
        said.append(_("Reaction: {moves}.").format(moves=list_of([_move(moved) for moved in reaction.moved])))
    if reaction.mood is not None:
        said.append(_mood(reaction.mood, reaction.was))
    if reaction.because:
        gauges = list_of([gauge.label for gauge in reaction.because])
        said.append(_("How it was taken depended on {gauges}.").format(gauges=gauges))
    return said


def _move(moved: Moved) -> str:
    gauge = moved.gauge
    text = _("{label} {by} ({value} of {max})")
    return text.format(label=gauge.label, by=signed(moved.by), value=gauge.value, max=gauge.max)


def _mood(mood: str, was: str | None) -> str:
    if was is None:
        return _("Mood: {mood}.").format(mood=mood_word(mood))
    return _("Mood: {mood} (before: {was}).").format(mood=mood_word(mood), was=mood_word(was))
