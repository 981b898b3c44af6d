"""`rolecall` itself: the options that hold for every verb, and the list of verbs."""

from __future__ import annotations

import click

from simulator.cli.context import Context
from simulator.cli.lazy import LazyGroup
from simulator.words import LANGUAGES, _

VERBS = {
    "play": "simulator.cli.play:play",
    "check": "simulator.cli.check:check",
    "analyse": "simulator.cli.analyse:analyse",
    "sessions": "simulator.cli.sessions:sessions",
    "people": "simulator.cli.people:people",
    "database": "simulator.cli.database:database",
    "config": "simulator.cli.config:config",
}


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from simulator import __version__

        click.echo(f"RoleCall {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    verbs=VERBS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("A flight simulator for difficult phone calls. Without a command, the library of calls opens."),
)
@click.option("--trainee", metavar="NAME", help=_("Your name or staff number."))
@click.option("--language", type=click.Choice(LANGUAGES), help=_("The language of RoleCall itself."))
@click.option(
    "--library",
    "folders",
    metavar="FOLDER",
    multiple=True,
    help=_("A folder with calls and rubrics of your own; may be given several times."),
)
@click.option("--database", metavar="URL", help=_("Where sessions are kept: a file, or a database URL."))
@click.option("--plain", is_flag=True, default=None, help=_("Line by line, for screen readers, pipes and scripts."))
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help=_("Show the version.")
)
@click.pass_context
def app(
    ctx: click.Context,
    trainee: str | None,
    language: str | None,
    folders: tuple[str, ...],
    database: str | None,
    plain: bool | None,
) -> int:
    """Keep the options for the verb, or open the home screen where there is none."""
    given = {"name": trainee, "language": language, "library": folders, "database": database, "plain": plain}
    ctx.obj = Context(given)
    if ctx.invoked_subcommand is not None:
        return 0
    from simulator.cli.home import home

    return home(ctx.obj)
