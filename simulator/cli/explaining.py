"""`rolecall check --explain CODE,...`: the page of each code, or what there is in a family of codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import click

from simulator.cli.exits import Exit, Refused
from simulator.cli.page_text import family_text, page_text
from simulator.cli.screen import colours, width
from simulator.model.message import N_, Message
from simulator.model.nearest import nearest
from simulator.pages import codes, page
from simulator.pages.families import FAMILIES
from simulator.words import language

if TYPE_CHECKING:
    from simulator.cli.context import Context

ALL: Final = "ALL"
"""Stands for every family."""


def explain(asked: str, context: Context) -> int:
    """Print what `asked` names, codes or families parted by commas. Raises Refused where one of them is none."""
    room, coloured = width(), colours(context)
    families = {family.prefix: family for family in FAMILIES}
    known = codes()
    texts = []
    for name in _named(asked):
        if name in known:
            texts.append(page_text(page(name, language()), room, colour=coloured))
        elif name in families:
            texts.append(family_text(families[name], room, colour=coloured))
        elif name == ALL:
            texts += [family_text(family, room, colour=coloured) for family in FAMILIES]
        else:
            raise _unknown(name, known)
    click.echo("\n\n".join(texts), color=coloured)
    return Exit.SUCCESS


def _named(asked: str) -> list[str]:
    return re.split(r"[\s,;]+", asked.strip(" ,;").upper())


def _unknown(name: str, known: tuple[str, ...]) -> Refused:
    near = nearest(name, known)
    text = (
        N_("There is no code “{code}”. Did you mean {near}?")
        if near
        else N_("There is no code “{code}”. `rolecall check --explain all` lists those that there are.")
    )
    return Refused(Message(text, {"code": name[:80], "near": near}), Exit.USAGE)
