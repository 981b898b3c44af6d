"""`rolecall sessions show`: one session told again, from what the record keeps, whatever became of the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from simulator.cli.context import Context
from simulator.cli.exits import Exit, Refused
from simulator.cli.verbs import Verb
from simulator.model.message import N_, Message
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.record import Scored
    from simulator.session import Replayed, ReviewedSession


@click.command(cls=Verb, help=_("Tell one session again: every word, every decision, the debrief."))
@click.argument("session", metavar=_("SESSION"))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html", "json")),
    default="text",
    help=_("For people, as a page to keep, or for programs."),
)
@click.pass_obj
def show(context: Context, session: str, form: str) -> None:
    """Print a session's transcript and, where it has ended, its debrief."""
    from simulator.cli.naming import seen
    from simulator.model.unseen import visible
    from simulator.session import replay, reviewed_of

    cache = context.library.cache
    with context.record(create=False) as record:
        (named,) = seen(record, context.settings.name.value, [session])
        replayed = replay(record, named, cache=cache)
        told = reviewed_of(record, named, language(), cache=cache) if replayed.over else None
        scorecards = record.scorecards(named)
    if form == "json":
        _print_json(replayed, told, scorecards)
        return
    if form == "html":
        _print_page(replayed, told)
        return
    for line in (*_lines(replayed, told), *map(_anew, scorecards)):
        click.echo(visible(line))


def _lines(replayed: Replayed, told: ReviewedSession | None) -> Iterator[str]:
    from simulator.plain.debrief import debrief_lines
    from simulator.plain.review import review_lines

    yield from _transcript(replayed)
    yield ""
    if told is not None:
        yield from debrief_lines(told.debrief, _caller(replayed))
        yield from review_lines(told)
    elif replayed.abandoned:
        yield _("This session was given up.")
    else:
        yield _("This session has not ended.")


def _transcript(replayed: Replayed) -> Iterator[str]:
    from simulator.plain.telling import heard_line
    from simulator.session.filling import Filling
    from simulator.words.labels import mode_word

    started = replayed.started
    title = Filling(replayed.scenario, started.variant, replayed.trainee)(replayed.scenario.title)
    yield f"{title} ({replayed.scenario.id}, {started.variant})"
    yield _("{trainee}, {mode}.").format(trainee=replayed.trainee or _("no name"), mode=mode_word(started.mode))
    if replayed.other_rules:
        yield _("This session was recorded under other rules.")
    yield ""
    for heard in replayed.transcript:
        yield heard_line(heard, _caller(replayed))


def _caller(replayed: Replayed) -> str:
    return replayed.scenario.caller_name


def _print_page(replayed: Replayed, told: ReviewedSession | None) -> None:
    if told is None:
        text = N_("The session {session} has not come to its end; there is no page of it.")
        raise Refused(Message(text, {"session": replayed.started.session}), Exit.PROBLEM)
    from simulator.report.debrief_page import page

    click.echo(page(told.debrief, _caller(replayed), told), nl=False)


def _anew(scored: Scored) -> str:
    """A scorecard that was added by a corrected rubric or call."""
    from scoring.scorecard import shown
    from simulator.words import date

    text = _("Scored anew on {day}, rubric {rubric}: {score} of 100, passed.")
    if not scored.passed:
        text = _("Scored anew on {day}, rubric {rubric}: {score} of 100, not passed.")
    day = date(scored.at.astimezone().date())
    return text.format(day=day, rubric=scored.rubric_hash[:12], score=shown(scored.score))


def _print_json(replayed: Replayed, reviewed: ReviewedSession | None, scorecards: tuple[Scored, ...]) -> None:
    import json
    from dataclasses import asdict

    debrief, said = None, None
    if reviewed is not None:
        said = asdict(reviewed)
        debrief = said.pop("debrief")
    told = {
        "session": replayed.started.session,
        "transcript": [asdict(heard) for heard in replayed.transcript],
        "debrief": debrief,
        "review": said,
        "scorecards": [asdict(scored) for scored in scorecards],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2, default=str))
