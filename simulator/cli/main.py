"""Where `rolecall` starts: the streams, the language, then one verb. No error of a user leaves a traceback."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from simulator.cli.exits import Exit, Refused
from simulator.words import _
from simulator.words.streams import use_utf8


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit status."""
    # Starting makes many objects and drops few: looking for rubbish as often as by default costs a tenth of it.
    gc.set_threshold(50_000, 20, 20)
    use_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    from simulator.cli.language import speak

    try:
        speak(arguments)
        return _dispatch(arguments)
    except Refused as refusal:
        from simulator.words import say

        _tell(say(refusal.message), refusal.details)
        return refusal.status
    except KeyboardInterrupt:
        _tell(_("Stopped. Everything that was recorded is kept."))
        return Exit.PROBLEM
    except BrokenPipeError:
        # Whoever read our output went away: nothing to say, and nowhere to say it.
        _discard_stdout()
        return Exit.PROBLEM
    except MemoryError:
        _tell(_("There is not enough memory for this."))
        return Exit.PROBLEM


def _dispatch(arguments: list[str]) -> int:
    import click

    from simulator.cli.app import app

    try:
        status = app.main(arguments, prog_name="rolecall", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except BrokenPipeError:
        raise
    except Exception as error:
        from simulator.cli.failures import as_refusal

        refusal = as_refusal(error)
        if refusal is None:
            raise
        raise refusal from error
    return status if isinstance(status, int) else Exit.SUCCESS


def _tell(sentence: str, details: str = "") -> None:
    if details:
        print(details, file=sys.stderr)
    print(f"rolecall: {sentence}", file=sys.stderr)


def _discard_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it shuts down."""
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError):
        os.close(null)
