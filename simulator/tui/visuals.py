"""How text is laid out: wrapped at blanks alone, beside a margin, or in columns.

Rich breaks a line at any blank, a no-break one included, and so parts French punctuation and figures from their
words; here such a blank is held together while lines are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content, Span
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

HOLD: Final = "\ue000"
"""Stands for a blank that no line breaks at, while lines are made."""

_HELD: Final = str.maketrans({"\u00a0": HOLD, "\u202f": HOLD})
_SHOWN: Final = {ord(HOLD): "\u00a0"}
_BESIDE_MIN: Final = 30
"""The least width of a body beside its margin; with less the margin stands above it."""


class Prose(Visual):
    """A text that never breaks at a no-break blank."""

    def __init__(self, content: Content) -> None:
        self._lines = Content(content.plain.translate(_HELD), list(content.spans))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of the text."""
        return [_shown(strip) for strip in self._lines.render_strips(width, height, style, options)]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of its longest line."""
        return self._lines.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of its lines."""
        return self._lines.get_height(rules, max(1, width))


class Stack(Visual):
    """Visuals below each other."""

    def __init__(self, parts: Sequence[Visual]) -> None:
        self._parts = tuple(parts)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of all parts."""
        strips = [strip for part in self._parts for strip in part.render_strips(width, None, style, options)]
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the widest part."""
        return max((part.get_optimal_width(rules, container_width) for part in self._parts), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines of all parts."""
        return sum(part.get_height(rules, width) for part in self._parts)


class Hidden(Visual):
    """The room of a visual, without what is in it."""

    def __init__(self, visual: Visual) -> None:
        self._visual = visual

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Blank lines."""
        strips = self._visual.render_strips(width, height, style, options)
        return [Strip.blank(width, style.rich_style) for _strip in strips]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of what is hidden."""
        return self._visual.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines of what is hidden."""
        return self._visual.get_height(rules, width)


class Beside(Visual):
    """A body with a margin to its left: a number, a name, a label. On a narrow screen the margin stands above.

    `margin` is one line for each content; `width` is that of the margin without the gap.
    """

    def __init__(self, margin: Sequence[Content], body: Visual, width: int, *, gap: int = 2, stays: bool = False):
        self._margin = list(margin)
        self._body = body
        self._width = width
        self._gap = gap
        self._stays = stays
        """Whether the margin stays beside the body on the narrowest screen."""

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines of both."""
        if self._is_above(width):
            indented = self._body.render_strips(max(1, width - self._gap), None, style, options)
            blank = Strip.blank(self._gap, style.rich_style)
            above = self._lines_of(self._margin[:1], width, style, options)
            return [*above, *(Strip.join([blank, strip]) for strip in indented)][:height]
        return self._side_by_side(width, style, options)[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of both."""
        left = self._width + self._gap
        return left + self._body.get_optimal_width(rules, container_width - left)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines of the taller one."""
        if self._is_above(width):
            return len(self._margin[:1]) + self._body.get_height(rules, max(1, width - self._gap))
        return max(len(self._margin), self._body.get_height(rules, max(1, width - self._width - self._gap)))

    def _is_above(self, width: int) -> bool:
        return not self._stays and width - self._width - self._gap < _BESIDE_MIN

    def _lines_of(self, margin: Sequence[Content], width: int, style: Style, options: RenderOptions) -> list[Strip]:
        return [Prose(_fitted(line, width)).render_strips(width, 1, style, options)[0] for line in margin]

    def _side_by_side(self, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        left = self._width + self._gap
        body = self._body.render_strips(max(1, width - left), None, style, options)
        margin = self._lines_of(self._margin, self._width, style, options)
        sides = [strip.extend_cell_length(left, style.rich_style) for strip in margin]
        blank = Strip.blank(left, style.rich_style)
        return [Strip.join([side or blank, line]) for side, line in zip_longest(sides, body)]


class Cell(NamedTuple):
    """One cell of a row. `width` 0 takes what the others leave; it is there from `room` cells of a row on."""

    content: Content
    width: int = 0
    room: int = 0
    until: int = 1_000
    """From how many cells of the whole row on it is not there any more: another one takes its place."""
    right: bool = False


class Columns(Visual):
    """Cells of fixed widths on one line, what is too long ending in an ellipsis."""

    def __init__(self, cells: Sequence[Cell], gap: int = 2) -> None:
        self._cells = tuple(cells)
        self._gap = gap

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The one line."""
        del height
        shown = [cell for cell in self._cells if cell.room <= width < cell.until]
        rest = width - sum(cell.width for cell in shown) - self._gap * (len(shown) - 1)
        gap = Content(" " * self._gap)
        cells = [_fitted(cell.content, max(1, cell.width or rest), cell.right) for cell in shown]
        return Prose(gap.join(cells)).render_strips(width, 1, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """One line."""
        del rules, width
        return 1


def _fitted(content: Content, width: int, right: bool = False) -> Content:
    """`content` on one line of exactly `width` cells."""
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    blank = width - content.cell_length
    return content.pad_left(blank) if right else content.pad_right(blank)


def _shown(strip: Strip) -> Strip:
    if HOLD not in strip.text:
        return strip
    return Strip([Segment(text.translate(_SHOWN), style, control) for text, style, control in strip], strip.cell_length)


def covered(content: Content, count: int) -> Content:
    """`content` with all but its first `count` characters hidden; its lines break as they would."""
    text = content.plain
    if count >= len(text):
        return content
    hidden = "".join(" " if character == " " else HOLD * cell_len(character) for character in text[count:])
    spans = [Span(span.start, min(span.end, count), span.style) for span in content.spans if span.start < count]
    return Content(text[:count] + hidden, spans)
