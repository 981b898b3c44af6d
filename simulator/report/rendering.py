"""Fills the template of a page: every text is escaped, shown without what a reader cannot see, and nothing can run.

A template has the structure and no word; the words come from whoever makes the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from simulator.model.unseen import visible_lines
from simulator.report.files import policy, template
from simulator.words import LANGUAGES, language

if TYPE_CHECKING:
    from markupsafe import Markup


def render(name: str, styles: str, words: Mapping[str, Callable[..., object]], **values: object) -> str:
    """The page of the template `name`, in the language in use.

    `styles` is its style sheet and `words` what it may ask of the language; `values` is what it shows.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(template),
    )
    made.globals.update(words)
    return made.get_template(name).render(language=language(), styles=drawn(styles), policy=policy(styles), **values)


def drawn(markup: str) -> Markup:
    """What is markup of our own already, such as a drawing: it is put into the page as it is."""
    from markupsafe import Markup

    return Markup(markup)


class Quoted(Protocol):
    """What is quoted from a call."""

    @property
    def language(self) -> str:
        """The language of the call; empty where it is not known."""
        ...


def spoken(one: Quoted) -> Markup:
    """The attribute that says in which language something is, where that is not the language of the page."""
    known = one.language in LANGUAGES and one.language != language()
    return drawn(f' lang="{one.language}"' if known else "")


def _seen(value: object) -> object:
    """A text as it may be shown; what is markup already stays as it is."""
    return visible_lines(value) if type(value) is str else value
