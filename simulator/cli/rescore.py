"""`rolecall rescore`: who would pass or fail otherwise by a corrected rubric or call, and the scorecards to publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from simulator.cli.alike import jobs_option
from simulator.cli.context import Context
from simulator.cli.exits import Exit
from simulator.cli.verbs import Verb
from simulator.words import _

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.model.scenario import Scenario
    from simulator.record import Record
    from simulator.session.comparing import Untold
    from simulator.session.rescoring import Anew, Corrected

_T = TypeVar("_T")

_AT_ONCE: Final = 200
"""Scorecards that are published in one go."""


@click.command(
    cls=Verb,
    help=_("Score the recorded sessions by a corrected rubric or call: who passes or fails otherwise, band by band."),
    epilog=_(
        "Nothing is changed without `--publish`; with it the new scorecards stand beside the old ones, which stay."
    ),
)
@click.option(
    "--rubric",
    "rubric_file",
    metavar=_("FILE"),
    type=click.Path(path_type=Path),
    help=_("The corrected rubric: for the sessions that were scored by one with its id."),
)
@click.option(
    "--scenario",
    "scenario_file",
    metavar=_("FILE"),
    help=_("The corrected call: for the sessions of the call with its id."),
)
@click.option("--publish", is_flag=True, help=_("Add the new scorecards; stopped, it may be run again."))
@jobs_option(_("How many sessions to replay at the same time; as many as there are processors where it saves time."))
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help=_("For people, or for programs.")
)
@click.pass_obj
def rescore(
    context: Context, rubric_file: Path | None, scenario_file: str | None, publish: bool, jobs: int | None, form: str
) -> int:
    """Score again, tell what differs, and publish where that is wanted."""
    from functools import partial

    from simulator.cli.naming import viewer
    from simulator.cli.progress import progress
    from simulator.cli.rescore_text import print_json, print_text, so_far
    from simulator.cli.sessions_jobs import through
    from simulator.session.rescoring import score_anew

    if rubric_file is None and scenario_file is None:
        raise click.UsageError(_("Name what was corrected: --rubric FILE, or --scenario FILE."))
    corrected, scenario, rubric = _texts(context, rubric_file, scenario_file)
    with context.record(create=False) as record:
        seen = frozenset(record.seen_by(viewer(record, context.settings.name.value)))
        wanted = [one for one in _wanted(record, scenario, rubric) if one in seen]
        with progress(len(wanted), so_far) as line:
            coming = line.over(through(partial(score_anew, corrected), wanted, context.database, jobs))
            found = list(_published(record, coming) if publish else coming)
        show = print_json if form == "json" else print_text
        show(record, found, rubric, published=publish)
    return Exit.SUCCESS


def _texts(
    context: Context, rubric_file: Path | None, scenario_file: str | None
) -> tuple[Corrected, Scenario | None, Rubric]:
    """The corrected texts and what they say. Raises LibraryError."""
    from simulator.library import read_source
    from simulator.library.compiling import rubric_of
    from simulator.session.rescoring import Corrected

    loaded = context.library.load(scenario_file) if scenario_file is not None else None
    if rubric_file is not None:
        source = read_source(rubric_file)
        rubric, rubric_text = rubric_of(source, context.library.cache), source.text
    else:
        assert loaded is not None
        rubric, rubric_text = loaded.rubric, loaded.rubric_text
    scenario_text = loaded.scenario_text if loaded is not None else None
    return Corrected(scenario_text, rubric_text), loaded.scenario if loaded is not None else None, rubric


def _wanted(record: Record, scenario: Scenario | None, rubric: Rubric) -> tuple[str, ...]:
    """The sessions that the correction is about."""
    if scenario is not None:
        return record.ended_with(scenario=scenario.id)
    from simulator.library import Cache, LibraryError
    from simulator.library.compiling import rubric_of
    from simulator.model.source import SourceText

    cache, same = Cache(), set()
    for digest in record.rubric_hashes():
        try:
            if rubric_of(SourceText("rubric", record.text(digest)), cache).id == rubric.id:
                same.add(digest)
        except LibraryError:
            continue
    return record.ended_with(rubrics=same)


def _published(record: Record, coming: Iterable[Anew | Untold | None]) -> Iterator[Anew | Untold | None]:
    """What comes, each batch published before it is handed on. Raises RecordError."""
    from simulator.engine.version import ENGINE_VERSION
    from simulator.session.rescoring import Anew

    for some in _by(_AT_ONCE, coming):
        record.publish([one.new for one in some if isinstance(one, Anew)], ENGINE_VERSION)
        yield from some


def _by(size: int, things: Iterable[_T]) -> Iterator[list[_T]]:
    left = iter(things)
    while some := list(islice(left, size)):
        yield some
