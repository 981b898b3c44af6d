"""`rolecall review note`, `correct`, `sign` and `answer`: what a trainer says of somebody else's session."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.reviewing import write
from simulator.cli.verbs import Verb
from simulator.words import _


@click.command(cls=Verb, help=_("Remark something on a decision, or on the whole call. Its trainee reads it."))
@click.argument("session", metavar=_("SESSION"))
@click.argument("text", metavar=_("TEXT"))
@click.option("--decision", type=int, metavar=_("NUMBER"), help=_("The decision it is about; without, the whole call."))
@click.pass_obj
def note(context: Context, session: str, text: str, decision: int | None) -> None:
    """Write a note."""
    from simulator.session.review_writing import note as keep

    write(context, session, lambda record, named, by: keep(record, named, by, text, decision or 0))


@click.command(
    cls=Verb,
    help=_(
        "Give a decision other points on a criterion, from -2 to 2, and say why. The machine's score stays, and the "
        "reviewed one stands beside it. A later correction goes before an earlier one; both are kept."
    ),
)
@click.argument("session", metavar=_("SESSION"))
@click.option("--decision", type=int, required=True, metavar=_("NUMBER"), help=_("The decision it is about."))
@click.option("--criterion", required=True, metavar=_("NAME"), help=_("The criterion, by its id in the rubric."))
@click.option("--points", type=int, required=True, metavar=_("NUMBER"), help=_("What the decision is worth on it."))
@click.option("--reason", required=True, metavar=_("TEXT"), help=_("Why; its trainee reads it."))
@click.pass_obj
def correct(context: Context, session: str, decision: int, criterion: str, points: int, reason: str) -> None:
    """Write a correction."""
    from scoring.review import Correction
    from simulator.session.review_writing import correct as keep

    wanted, cache = Correction(decision, criterion, points), context.library.cache
    write(context, session, lambda record, named, by: keep(record, named, by, wanted, reason, cache=cache))


@click.command(
    cls=Verb, help=_("Stand by the score as it is reviewed now. It anchors the record, which can no longer be deleted.")
)
@click.argument("session", metavar=_("SESSION"))
@click.argument("text", metavar=_("[TEXT]"), default="")
@click.pass_obj
def sign(context: Context, session: str, text: str) -> None:
    """Write a sign-off."""
    from simulator.session.review_writing import sign as keep

    cache = context.library.cache
    write(context, session, lambda record, named, by: keep(record, named, by, text, cache=cache))


@click.command(cls=Verb, help=_("Answer what the trainee said of the review."))
@click.argument("session", metavar=_("SESSION"))
@click.argument("text", metavar=_("TEXT"))
@click.pass_obj
def answer(context: Context, session: str, text: str) -> None:
    """Write an answer."""
    from simulator.session.review_writing import answer as keep

    write(context, session, lambda record, named, by: keep(record, named, by, text))
