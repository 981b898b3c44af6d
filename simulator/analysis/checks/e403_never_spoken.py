"""E403: a line that is never spoken although its list is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.analysis.checks.ground import Finding, Ground
from simulator.analysis.graph import Place
from simulator.analysis.hearing import reply_place
from simulator.model.message import N_, Message
from simulator.model.scenario import Line


def find(ground: Ground) -> Iterator[Finding]:
    """Every such line of the openings and replies that calls come by."""
    for place, lines in _lists(ground) if ground.explored else ():
        for number, line in enumerate(lines):
            if (*place, number) not in ground.coverage.lines:
                yield Finding("E403", (*place, number), Message(N_("This line is never spoken.")), _help(line))


def _lists(ground: Ground) -> Iterator[tuple[Place, Sequence[Line]]]:
    for state in ground.scenario.states.values():
        if state.id not in ground.coverage.states:
            continue
        yield ("states", state.id, "says"), state.says
        if state.silence is not None:
            yield ("states", state.id, "silence", "reply"), state.silence.reply
        for choice in state.choices:
            if (state.id, choice.id) in ground.coverage.choices:
                yield reply_place(state, choice), choice.reply


def _help(line: Line) -> Message:
    if line.when is None:
        return Message(N_("One of the lines above it always holds. Take this one out, or one of those conditions."))
    return Message(
        N_(
            "The first line whose `when` holds is spoken: either this one never holds here, or one above it always "
            "does as well. Change the condition or the order, or take the line out."
        )
    )
