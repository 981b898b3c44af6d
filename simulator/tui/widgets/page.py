"""The page of one code of the checker, as rows to read."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.model.diagnostic import Diagnostic
from simulator.model.source import SourceText
from simulator.pages import Page, page
from simulator.tui.markdown import markdown
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.diagnostics import detail_rows
from simulator.words import language, say
from simulator.words.diagnostics import printable


def explanation(diagnostic: Diagnostic, source: SourceText) -> tuple[str, Visual]:
    """The title and the text of a code's page; where it has none, what there is to say of the diagnostic."""
    try:
        found = page(diagnostic.code, language())
    except KeyError:
        headline = plain(printable(say(diagnostic.headline)))
        return diagnostic.code, stacked([headline, BLANK, detail_rows(diagnostic, source)])
    return f"{found.code} – {found.title}", page_rows(found)


def page_rows(found: Page) -> Visual:
    """What the code means, why it matters, an example and the better way; the title is left to the sheet."""
    rows: list[Content | Visual] = []
    for place, part in enumerate(found.parts):
        if part.strip():
            rows += [BLANK] if rows else []
            rows.append(_lines_of(part) if place % 2 else markdown(part.strip()))
    return stacked(rows)


def _lines_of(yaml: str) -> Visual:
    """Lines of a file, each as it stands."""
    return stacked(
        [
            Beside([plain("│", "$muted")], Prose(plain(line, "$secondary")), 1, gap=1, stays=True)
            for line in yaml.rstrip().split("\n")
        ]
    )
