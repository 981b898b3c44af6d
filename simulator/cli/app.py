"""`rolecall` itself: the options that hold for every verb, and the list of verbs."""

from __future__ import annotations

import click

from simulator.cli.options import common_options
from simulator.cli.verbs import VerbGroup
from simulator.words import _

VERBS = {
    "play": "simulator.cli.play:play",
    "next": "simulator.cli.next:next_call",
    "history": "simulator.cli.history:history",
    "check": "simulator.cli.check:check",
    "analyse": "simulator.cli.analyse:analyse",
    "catalogue": "simulator.cli.catalogue:catalogue",
    "new": "simulator.cli.new:new",
    "schema": "simulator.cli.schema:schema",
    "format": "simulator.cli.formatting:format_files",
    "transcript": "simulator.cli.transcript:transcript",
    "graph": "simulator.cli.graph:graph",
    "diff": "simulator.cli.diff:diff",
    "preview": "simulator.cli.preview:preview",
    "review": "simulator.cli.review:review",
    "sessions": "simulator.cli.sessions:sessions",
    "report": "simulator.cli.report:report",
    "group": "simulator.cli.group:group",
    "calibrate": "simulator.cli.calibrate:calibrate",
    "rescore": "simulator.cli.rescore:rescore",
    "people": "simulator.cli.people:people",
    "database": "simulator.cli.database:database",
    "config": "simulator.cli.config:config",
}


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from simulator import __version__

        click.echo(f"RoleCall {__version__}")
        ctx.exit()


def _open_home(ctx: click.Context) -> int:
    """Open the library where no verb is named."""
    if ctx.invoked_subcommand is not None:
        return 0
    from simulator.cli.home import home

    return home(ctx.obj)


app = VerbGroup(
    "rolecall",
    verbs=VERBS,
    callback=click.pass_context(_open_home),
    invoke_without_command=True,
    subcommand_metavar=_("[COMMAND] [ARGUMENTS]…"),
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[
        *common_options(),
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_print_version,
            help=_("Show the version."),
        ),
    ],
    help=_("A flight simulator for difficult phone calls. Without a command, the library of calls opens."),
    epilog=_("These options may stand behind a command as well."),
)
