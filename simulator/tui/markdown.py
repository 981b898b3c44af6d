"""The Markdown that trainers use, as words on the screen: paragraphs, lists, quotes, headings, bold, italics, code.

Of a link the words stay.
Nothing else is obeyed: what is not one of these is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from textual.content import Content, Span
from textual.visual import Visual

from simulator.model.unseen import visible, visible_lines
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Beside, Prose

_ITEM: Final = re.compile(r"^(?P<indent> *)(?:(?P<bullet>[-*+])|(?P<number>\d{1,3})[.)]) +(?P<text>.*)$")
_HEADING: Final = re.compile(r"^#{1,6} +(?P<text>.*?) *#*$")
_QUOTE: Final = re.compile(r"^> ?(?P<text>.*)$")
_INLINE: Final = re.compile(
    r"`(?P<code>[^`]+)`|!?\[(?P<link>[^\[\]]+)\]\([^()\s]*\)|\*\*(?P<bold>\S(?:.*?\S)?)\*\*|(?<![\w*])\*(?P<italic>[^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"
    r"|(?<!\w)_(?P<under>[^\s_](?:[^_]*[^\s_])?)_(?!\w)"
)
_LONGEST: Final = 5_000
"""Characters of a paragraph beyond which it is shown as it stands: finding its marks would take too long."""
_STYLES: Final = {"code": "$secondary", "bold": "bold", "italic": "italic", "under": "italic", "link": ""}


class _Block(NamedTuple):
    """Lines that belong together: a paragraph, an item of a list, a quote, a heading."""

    kind: str
    text: str
    mark: str = ""
    indent: int = 0


def markdown(text: str) -> Visual:
    """`text` laid out."""
    rows: list[Content | Visual] = []
    before = ""
    for block in _blocks(visible_lines(text)):
        if rows and not (before == block.kind == "item"):
            rows.append(BLANK)
        rows.append(_laid_out(block))
        before = block.kind
    return stacked(rows)


def inline(text: str, style: str = "") -> Content:
    """One paragraph with its bold, italics and code."""
    if len(text) > _LONGEST:
        return plain(text, style)
    plain_text, spans, end = "", [], 0
    for found in _INLINE.finditer(text):
        kind, inner = next((kind, inner) for kind, inner in found.groupdict().items() if inner is not None)
        plain_text += text[end : found.start()]
        spans.append(Span(len(plain_text), len(plain_text) + len(inner), _STYLES[kind]))
        plain_text += inner
        end = found.end()
    plain_text += text[end:]
    content = Content(visible(plain_text), spans)
    return content.stylize_before(style) if style else content


def _blocks(text: str) -> Iterator[_Block]:
    block: _Block | None = None
    for line in text.split("\n"):
        started = _start_of(line)
        if started is None and block is not None and line.strip() and block.kind != "heading":
            block = block._replace(text=f"{block.text} {line.strip()}")
            continue
        if started is not None and block is not None and started.kind == block.kind == "quote":
            block = block._replace(text=f"{block.text} {started.text}")
            continue
        if block is not None:
            yield block
        block = started or (_Block("paragraph", line.strip()) if line.strip() else None)
    if block is not None:
        yield block


def _start_of(line: str) -> _Block | None:
    """The block that begins with `line`; None where it only goes on, or is empty."""
    if found := _ITEM.match(line):
        number = found["number"]
        return _Block("item", found["text"], f"{number}." if number else "•", len(found["indent"]) // 2 * 2)
    if found := _HEADING.match(line):
        return _Block("heading", found["text"])
    if found := _QUOTE.match(line):
        return _Block("quote", found["text"])
    return None


def _laid_out(block: _Block) -> Content | Visual:
    match block.kind:
        case "item":
            mark = plain(" " * block.indent + block.mark)
            return Beside([mark], Prose(inline(block.text)), block.indent + len(block.mark), gap=1, stays=True)
        case "quote":
            return Beside([plain("│", "$muted")], Prose(inline(block.text, "italic")), 1, gap=1, stays=True)
        case "heading":
            return inline(block.text, "bold $primary")
        case _:
            return inline(block.text)
