"""Options that several verbs have alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from simulator.cli.jobs import MOST
from simulator.words import _

_Verb = TypeVar("_Verb", bound=Callable[..., Any])


def output_option() -> Callable[[_Verb], _Verb]:
    """`--output FILE`: where to write; `lines.deliver` takes it."""
    return click.option(
        "--output",
        "-o",
        metavar=_("FILE"),
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("The file to write."),
    )


def jobs_option(about: str) -> Callable[[_Verb], _Verb]:
    """`--jobs NUMBER`: how many processes share the work; `about` says of what, in the language in use."""
    return click.option("--jobs", type=click.IntRange(1, MOST), metavar=_("NUMBER"), help=about)
