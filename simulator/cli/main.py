"""Where `rolecall` starts: the streams, the language, then one verb. No error of a user leaves a traceback.

What is imported up here is loaded already; all the rest comes when Ctrl-C has somebody to answer it.
"""

from __future__ import annotations

import _thread
import gc
import os
import sys
import time
from collections.abc import Sequence

MOMENT = 0.02
"""Seconds after which an interrupt that was lost comes again."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit status."""
    collect_seldom()
    sys.unraisablehook = interrupt_again
    try:
        _open_streams()
        status = run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        status = _stopped()
    _deaf_to_interrupts()
    # The process ends: there is no use in looking at what is left.
    gc.freeze()
    sys.exit(status)


def interrupt_again(dropped: sys.UnraisableHookArgs) -> None:
    """Ctrl-C that fell where nothing can be raised, as in a callback of the lock of imports, comes once more."""
    if issubclass(dropped.exc_type, KeyboardInterrupt):
        _thread.start_new_thread(_interrupt_soon, ())
    else:
        sys.__unraisablehook__(dropped)


def _interrupt_soon() -> None:
    # At once it would fall into the same place.
    time.sleep(MOMENT)
    if os.name == "nt":
        _thread.interrupt_main()
    else:
        from signal import SIGINT

        # Only a real signal wakes what waits for a person.
        os.kill(os.getpid(), SIGINT)


def collect_seldom() -> None:
    """Look for rubbish less often: starting, and checking, make many objects and drop few, and it costs a tenth."""
    gc.set_threshold(500_000, 20, 20)


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    try:
        from simulator.cli.language import speak

        speak(arguments)
        return _dispatch(arguments)
    except SystemExit as end:
        # How click ends where whoever read our output went away.
        return end.code if isinstance(end.code, int) else 1
    except KeyboardInterrupt:
        return _stopped()
    except Exception as error:
        if _comes_of_interrupt(error):
            return _stopped()
        from simulator.cli.failures import ended_by

        status = ended_by(error)
        if status is None:
            raise
        return status


def _comes_of_interrupt(error: BaseException | None) -> bool:
    """Whether an error is what became of Ctrl-C: Python 3.11 makes a RuntimeError of it where a class is made."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _dispatch(arguments: list[str]) -> int:
    from simulator.cli.app import app
    from simulator.cli.screen import help_width

    status = app.main(arguments, prog_name="rolecall", standalone_mode=False, terminal_width=help_width())
    sys.stdout.flush()
    return status if isinstance(status, int) else 0


def _stopped() -> int:
    from simulator.cli.failures import stopped

    return stopped()


def _open_streams() -> None:
    """Make the standard streams carry any text; one that is closed leads nowhere."""
    from simulator.words.streams import use_utf8

    for name, mode, way in (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_WRONLY), ("stderr", "w", os.O_WRONLY)):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, way)
            setattr(sys, name, open(null, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - as long as we run
    use_utf8()


def _deaf_to_interrupts() -> None:
    """Everything is done: Ctrl-C while the interpreter tidies up would only leave a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Ctrl-C in generated code, such as a dataclass in the making, leaves a mark by which the interpreter would end
    # with a signal instead of our status; running any other text wipes it off.
    exec("")
