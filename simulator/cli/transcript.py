"""`rolecall transcript SCENARIO`: one call as a script to read aloud, with what each decision is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.values import whole_number
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.words import _

if TYPE_CHECKING:
    from simulator.analysis import Values
    from simulator.analysis.transcript import Transcript
    from simulator.library import Loaded

IDEAL, SECOND_BEST, WORST, RANDOM = "ideal", "second-best", "worst", "random"


@click.command(
    cls=Verb,
    help=_("A call as a script to read: who says what, and what each decision costs. SCENARIO: an id or a file."),
)
@click.argument("scenario", metavar=_("SCENARIO"))
@click.option(
    "--play",
    "wanted",
    metavar="[ideal|second-best|worst|random]",
    default=IDEAL,
    help=_(
        "The best call, the one that always takes the second-best choice, the one that loses most, or one drawn by "
        "--seed; or ids of choices with commas between."
    ),
)
@click.option(
    "--seed",
    type=whole_number(0, 2**31 - 1),
    metavar=_("NUMBER"),
    default=0,
    help=_("The number that draws a call: the same number draws the same call."),
)
@click.option("--variant", metavar=_("ID"), help=_("The variant to tell; otherwise the first."))
@click.option("--bare", is_flag=True, help=_("Without the verdicts and costs of the decisions."))
@click.pass_obj
def transcript(context: Context, scenario: str, wanted: str, seed: int, variant: str | None, bare: bool) -> None:
    """Print one call of one variant."""
    from simulator.analysis.transcript import transcript as tell
    from simulator.cli.measured import load
    from simulator.cli.naming import check_variant
    from simulator.cli.screen import width
    from simulator.cli.transcript_text import Script

    loaded = load(context, scenario)
    check_variant(loaded.scenario, variant)
    values = context.library.cache.values(loaded.scenario, loaded.rubric, variant or loaded.scenario.variants[0].id)
    choices = _choices(wanted, seed, loaded, values)
    told = tell(loaded.rubric, values, choices)
    _refuse_what_is_not_on_offer(choices, told)
    script = Script(loaded.scenario, loaded.rubric, told, context.settings.name.value or "", width())
    for line in script.lines(_name(wanted, seed), bare=bare):
        click.echo(line)


def _choices(wanted: str, seed: int, loaded: Loaded, values: Values) -> tuple[str, ...]:
    from simulator.analysis import explore
    from simulator.analysis.plays import random_play, second_best_play, worst_play

    if wanted == IDEAL:
        return values.ideal
    if wanted in (SECOND_BEST, WORST):
        play = second_best_play if wanted == SECOND_BEST else worst_play
        return play(explore(loaded.scenario, values.variant), values)
    if wanted == RANDOM:
        return random_play(loaded.scenario, values.variant, seed)
    return tuple(choice for part in wanted.split(",") if (choice := part.strip()))


def _name(wanted: str, seed: int) -> str:
    if wanted == IDEAL:
        return _("the best call")
    if wanted == SECOND_BEST:
        return _("the call that always takes the second-best choice")
    if wanted == WORST:
        return _("the call that loses most")
    if wanted == RANDOM:
        return _("a random call, number {seed}").format(seed=seed)
    return _("the call asked for")


def _refuse_what_is_not_on_offer(choices: tuple[str, ...], told: Transcript) -> None:
    """A choice that cannot be made is a slip on the command line."""
    if len(told.turns) == len(choices):
        return
    wrong = choices[len(told.turns)][:80]
    if told.ending is not None:
        text = N_("The call is over before {choice}: it ended in {ending}.")
        raise Refused(Message(text, {"choice": wrong, "ending": told.ending}), Exit.USAGE)
    text = N_("{choice} is not on offer at decision {number}. There are: {names}.")
    values = {"choice": wrong, "number": len(told.turns) + 1, "names": told.on_offer}
    raise Refused(Message(text, values), Exit.USAGE)
