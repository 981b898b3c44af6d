"""One call from the briefing to the debrief, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.model.message import N_, Message
from simulator.model.mode import Mode
from simulator.plain.after import AfterCall
from simulator.plain.answers import yes_or_no
from simulator.plain.briefing import tell_briefing, tell_emphasis
from simulator.plain.call import PlainCall
from simulator.plain.commented import tell_commented
from simulator.plain.console import Console, InputEnded
from simulator.plain.modes import ask_mode
from simulator.session import (
    Call,
    briefing_of,
    choose_variant,
    commented_of,
    emphasis_of,
    first_mode,
    open_call,
    resume_call,
)
from simulator.session.wish import Wish
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.library import Cache, Loaded
    from simulator.record import Record, Unfinished


@dataclass(frozen=True, slots=True)
class Playing:
    """What one call is taken with. `name` is what the command line calls the scenario: its id, or a path."""

    console: Console
    record: Record
    cache: Cache
    loaded: Loaded
    name: str
    wish: Wish
    documents: Path | None = None
    """Where a debrief is kept as a page; None where it cannot be."""


def play(playing: Playing) -> bool:
    """Take one call; False where it was left before its end. Raises SessionError, RecordError, InputEnded.

    A person is asked what the wish leaves open, and waited for before the call begins; a script is asked nothing.
    """
    call = _resumed(playing) or _opened(playing)
    if call is None:
        return False
    after = AfterCall(playing.console, playing.record, playing.cache, playing.documents)
    while call is not None:
        if not _play(playing, call):
            return False
        call = after.tell(call)
    return True


def _play(playing: Playing, call: Call) -> bool:
    """Play a call to its end; False where it was left before."""
    console = playing.console
    try:
        over = PlainCall(console, call).run()
    except InputEnded:
        text = N_("The input ended before the call did. `rolecall play {call} --resume` goes on with it.")
        raise InputEnded(Message(text, {"call": playing.name})) from None
    if not over:
        text = _("The call is kept. `rolecall play {call} --resume` goes on with it.")
        console.tell(text.format(call=playing.name))
    return over


def _resumed(playing: Playing) -> Call | None:
    """The unfinished call to go on with, where there is one and it is wanted."""
    console, record, wish = playing.console, playing.record, playing.wish
    if wish.resume is False or (wish.resume is None and not console.is_terminal):
        return None
    waiting = _waiting(playing)
    if waiting is None:
        if wish.resume:
            console.tell(_("There is no call to go on with; a new one starts."))
        return None
    if wish.resume is None and not _yes(console, _("You left this call before its end. Go on with it? (y/n)")):
        return None
    call = resume_call(record, waiting.session, cache=playing.cache)
    console.tell(_("The call goes on."))
    return call


def _opened(playing: Playing) -> Call | None:
    """A new call, after its briefing; None where the person thought better of it."""
    console, record, loaded, wish = playing.console, playing.record, playing.loaded, playing.wish
    default = first_mode(record, wish.trainee)
    mode = wish.mode or (ask_mode(console, default) if console.is_terminal else Mode.PRACTICE)
    if mode is None:
        return None
    variant = wish.variant or choose_variant(record, loaded.scenario, wish.trainee, mode)
    tell_briefing(console, briefing_of(loaded, wish.trainee, variant=variant))
    tell_emphasis(console, emphasis_of(loaded, language(), playing.cache, variant=variant))
    if console.is_terminal and not _ready(playing, mode, variant):
        return None
    return open_call(
        record,
        loaded,
        wish.trainee,
        mode,
        seed=wish.seed,
        variant=variant,
        silence=wish.silence,
        time_factor=wish.time_factor,
        say_first=wish.say_first,
        cache=playing.cache,
    )


def _ready(playing: Playing, mode: Mode, variant: str) -> bool:
    """Wait for a person to have read the briefing; False where the call is not wanted.

    Whoever does not take an exam, and has no call of this scenario to go on with, may see the best call first.
    """
    console = playing.console
    if mode is Mode.EXAM or _waiting(playing) is not None:
        return _word(console, _("Press Enter to take the call, or q and Enter to go back."), "", "q") == ""
    question = _("Press Enter to take the call, c to see the best call with its reasons first, or q to go back.")
    while (word := _word(console, question, "", "c", "q")) == "c":
        loaded, cache = playing.loaded, playing.cache
        tell_commented(console, commented_of(loaded, playing.wish.trainee, language(), cache, variant=variant))
    return word == ""


def _word(console: Console, question: str, *words: str) -> str:
    """The answer that is one of `words`; for any other, `?` as well, the question says again what there is."""
    while (word := console.ask(question).word) not in words:
        pass
    return word


def _waiting(playing: Playing) -> Unfinished | None:
    """The unfinished call of this scenario that the trainee left."""
    person = playing.record.people.id_of(playing.wish.trainee)
    return playing.record.unfinished(person, playing.loaded.scenario.id) if person else None


def _yes(console: Console, question: str) -> bool:
    """Whether the answer is a yes, in either language. Raises InputEnded."""
    while True:
        wanted = yes_or_no(console.ask(question).text)
        if wanted is not None:
            return wanted
