"""How the caller took an answer: which gauges it moved, what became of the mood, and what decided the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from simulator.model.conditions import Condition, names
from simulator.model.heard import Heard, Kind
from simulator.model.reaction import Moved, Reaction
from simulator.model.scenario import SILENCE, Line
from simulator.session.play import Play
from simulator.session.progress import Progress, Taken


def reaction_to(play: Play, progress: Progress) -> Reaction:
    """How the caller took the last answer of `progress`, which has one."""
    taken = progress.taken[-1]
    was = _mood(progress.heard[: len(progress.heard) - len(taken.step.heard)])
    mood = _mood(taken.step.heard)
    levels = {level.id: level for level in play.view(progress).gauges}
    before, after = taken.before.values, taken.step.position.values
    by = {gauge.id: after[place] - before[place] for place, gauge in enumerate(play.scenario.gauges)}
    decided = dict.fromkeys(name for condition in _conditions(play, taken) for name in names(condition))
    return Reaction(
        moved=tuple(Moved(levels[gauge], step) for gauge, step in by.items() if step),
        mood=mood if mood != was else None,
        was=was,
        because=tuple(levels[name] for name in decided if name in levels),
    )


def _mood(heard: Iterable[Heard]) -> str | None:
    """The last mood that was heard."""
    return next((one.mood for one in reversed(tuple(heard)) if one.mood), None)


def _conditions(play: Play, taken: Taken) -> Iterator[Condition | None]:
    """The conditions that were looked at for what was heard and where it led, up to those that held."""
    scenario, state = play.scenario, play.scenario.states[taken.before.state]
    lines: dict[Kind, tuple[Line, ...]] = {}
    if taken.choice != SILENCE:
        choice, advance = state.choice(taken.choice), taken.step.advance
        lines[Kind.REPLY] = choice.reply
        yield from (route.when for route in choice.routes[: advance.route + 1])
    elif state.silence is not None:
        lines[Kind.REPLY] = state.silence.reply
    if taken.step.advance.rule >= 0:
        yield scenario.always[taken.step.advance.rule].when
    entered = scenario.states.get(taken.step.position.state)
    lines[Kind.OPENING] = entered.says if entered is not None else ()
    for heard in taken.step.heard:
        yield from _up_to(lines.get(heard.kind, ()), heard.text)


def _up_to(lines: tuple[Line, ...], text: str) -> Iterator[Condition | None]:
    """The conditions of `lines` up to the one that was said."""
    passed = list(takewhile(lambda line: line.text != text, lines))
    yield from (line.when for line in (*passed, *lines[len(passed) : len(passed) + 1]))
