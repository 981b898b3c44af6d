"""One call from the briefing to the debrief, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.events import Mode
from simulator.plain.briefing import tell_briefing
from simulator.plain.call import PlainCall
from simulator.plain.console import Console
from simulator.plain.debrief import debrief_lines
from simulator.session import Call, briefing_of, choose_variant, open_call, resume_call
from simulator.session.wish import Wish
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.library import Cache, Loaded
    from simulator.record import Record


def play(console: Console, record: Record, loaded: Loaded, wish: Wish, cache: Cache) -> bool:
    """Play one call; False where it was left before its end. Raises SessionError, RecordError, InputEnded."""
    call = _resumed(console, record, loaded, wish, cache) or _opened(console, record, loaded, wish, cache)
    if not PlainCall(console, call).run():
        console.tell(
            _("The call is kept. `rolecall play {id} --resume` goes on with it.").format(id=loaded.scenario.id)
        )
        return False
    console.tell()
    for line in debrief_lines(call.debrief(language()), call.caller):
        console.tell(line)
    return True


def _resumed(console: Console, record: Record, loaded: Loaded, wish: Wish, cache: Cache) -> Call | None:
    """The unfinished call to go on with, where there is one and it is wanted."""
    if wish.resume is False or (wish.resume is None and not console.is_terminal):
        return None
    people = record.people.find(wish.trainee)
    waiting = record.unfinished(people[0].id, loaded.scenario.id) if people else None
    if waiting is None:
        if wish.resume:
            console.tell(_("There is no call to go on with; a new one starts."))
        return None
    if wish.resume is None and not yes(console, _("You left this call before its end. Go on with it? (y/n)")):
        return None
    call = resume_call(record, waiting, cache=cache)
    console.tell(_("The call goes on."))
    return call


def _opened(console: Console, record: Record, loaded: Loaded, wish: Wish, cache: Cache) -> Call:
    mode = wish.mode or Mode.PRACTICE
    variant = wish.variant or choose_variant(record, loaded.scenario, wish.trainee, mode)
    tell_briefing(console, briefing_of(loaded, wish.trainee, variant=variant))
    return open_call(
        record,
        loaded,
        wish.trainee,
        mode,
        seed=wish.seed,
        variant=variant,
        silence=wish.silence,
        time_factor=wish.time_factor,
        cache=cache,
    )


def yes(console: Console, question: str) -> bool:
    """Whether the answer is a yes, in either language. Raises InputEnded."""
    while True:
        answer = console.ask(question).text.casefold()
        if answer in ("y", "yes", "o", "oui"):
            return True
        if answer in ("n", "no", "non"):
            return False
