"""What the checker has to say of a file: every problem on a line or two, and the one pointed at with its line."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.css.styles import RulesMap
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.model.diagnostic import Diagnostic
from simulator.model.message import N_
from simulator.model.source import SourceText
from simulator.preview.reading import Reading
from simulator.tui.text import BLANK, Words, laid_out, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.picker import LongPicker
from simulator.words import _, ngettext, say
from simulator.words.diagnostics import excerpt, printable
from simulator.words.labels import severity_sign, severity_word

STYLES: Final = {"error": "$error", "warning": "$warning"}
"""The colour of each severity; its sign and word go with it."""
NARROWEST: Final = 20
"""The least room in which a line of a file is quoted."""


class Diagnostics(LongPicker):
    """Every problem of the file, in the order of reading."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Explain"))]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be explained where nothing is wrong."""
        del parameters
        return action != "select" or self.option_count > 0


class DiagnosticsPane(Vertical):
    """Shows the problems of a reading, and tells which one is to be explained."""

    class Explained(Message):
        """More is to be told of this problem."""

        def __init__(self, diagnostic: Diagnostic, source: SourceText) -> None:
            super().__init__()
            self.diagnostic = diagnostic
            self.source = source

    def __init__(self) -> None:
        super().__init__(id="problems")
        self._list = Diagnostics(id="diagnostics", markup=False)
        self._sentence = Words(id="verdict")
        self._detail = Words(id="detail-words")
        self._reading: Reading | None = None

    def compose(self) -> ComposeResult:
        """The list, or the sentence that stands for it; below it the line of the one that is pointed at."""
        self._list.border_title = f" {_('Diagnostics')} "
        yield self._list
        yield self._sentence
        with VerticalScroll(id="detail", can_focus=False):
            yield self._detail

    def show(self, reading: Reading) -> None:
        """Show what was found in this reading; what is pointed at stays where it was.

        While a call is being looked at as a whole, what was said before stays: it is mostly said again.
        """
        if reading.is_half and self._reading is not None:
            return
        before, place = self._pointed_at, self._list.highlighted or 0
        self._reading = reading
        found = reading.file.diagnostics
        self._list.clear_options()
        self._list.add_options(Option(_row(diagnostic)) for diagnostic in found)
        if found:
            same = [n for n, one in enumerate(found) if before and _is_same(one, before)]
            self._list.highlighted = same[0] if same else min(place, len(found) - 1)
        self._list.set_class(not found, "-empty")
        self._sentence.display = not found
        self.query_one("#detail").display = bool(found)
        self._sentence.say(_sentence_of(reading))
        self._show_detail()

    @property
    def _pointed_at(self) -> Diagnostic | None:
        place, found = self._list.highlighted, self._reading.file.diagnostics if self._reading else ()
        return found[place] if place is not None and place < len(found) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the line of another one."""
        event.stop()
        self._show_detail()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which one is to be explained."""
        event.stop()
        pointed_at = self._pointed_at
        if pointed_at is not None and self._reading is not None:
            self.post_message(self.Explained(pointed_at, self._reading.file.source))

    def _show_detail(self) -> None:
        pointed_at = self._pointed_at
        if pointed_at is not None and self._reading is not None:
            self._detail.say(detail_rows(pointed_at, self._reading.file.source))
            self.query_one("#detail").scroll_home(animate=False)


class Quoted(Visual):
    """The line of a file that a diagnostic points at, with the caret under it, as much of it as there is room for."""

    def __init__(self, diagnostic: Diagnostic, source: SourceText) -> None:
        self._span = diagnostic.span
        self._line = source.line(diagnostic.span.line) if diagnostic.span else ""
        self._style = STYLES[diagnostic.severity]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The line and the caret."""
        if self._span is None:
            return []
        number = str(self._span.line)
        quoted = excerpt(self._line, self._span, max(NARROWEST, width - len(number) - 3))
        gutter = " " * len(number)
        caret = f"{' ' * quoted.before}{'^' * quoted.under}"
        rows = [
            Content.assemble(plain(f"{number} │ ", "$muted"), plain(quoted.text)),
            Content.assemble(plain(f"{gutter} │ ", "$muted"), plain(caret, f"bold {self._style}")),
        ]
        strips = [row.truncate(width).render_strips(width, 1, style, options)[0] for row in rows]
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All there is."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Two lines, where there is a place to show."""
        del rules, width
        return 0 if self._span is None else 2


def detail_rows(diagnostic: Diagnostic, source: SourceText) -> Visual:
    """The line with its caret, and what to write instead."""
    rows: list[Content | Visual] = [Quoted(diagnostic, source)]
    if diagnostic.help is not None:
        advice = Prose(plain(printable(say(diagnostic.help))))
        rows.append(Beside([plain("→", "bold $accent")], advice, 1, gap=1, stays=True))
    return stacked(rows)


def counts(reading: Reading | None) -> Content:
    """How many errors and warnings there are, for the line on top."""
    if reading is None or reading.is_half:
        return plain(_("checking…"), "$muted")
    if reading.problem is not None:
        return plain(f"✗ {_('cannot be read')}", "bold $error")
    errors = ngettext("{count} error", "{count} errors", reading.errors).format(count=reading.errors)
    warnings = ngettext("{count} warning", "{count} warnings", reading.warnings).format(count=reading.warnings)
    found = ((reading.errors, "error", errors), (reading.warnings, "warning", warnings))
    told = [plain(f"{severity_sign(kind)} {text}", f"bold {STYLES[kind]}") for count, kind, text in found if count]
    return Content("  ").join(told) if told else plain(f"✓ {_('nothing wrong')}", "bold $success")


def head_of(diagnostic: Diagnostic) -> Content:
    """Severity, code and place."""
    kind = f"{severity_sign(diagnostic.severity)} {severity_word(diagnostic.severity)}"
    span = diagnostic.span
    place = f"  {span.line}:{span.column}" if span else ""
    severity = plain(kind, f"bold {STYLES[diagnostic.severity]}")
    return Content.assemble(severity, plain(f"  {diagnostic.code}", "bold"), plain(place, "$muted"))


def _row(diagnostic: Diagnostic) -> Visual:
    headline = Beside([], Prose(plain(printable(say(diagnostic.headline)))), 0, stays=True)
    return stacked([head_of(diagnostic), laid_out(headline)])


def _is_same(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether both say the same, on whatever line."""
    return (one.code, say(one.headline)) == (other.code, say(other.headline))


def _sentence_of(reading: Reading) -> Visual:
    """What is said where there is nothing to list."""
    if reading.problem is not None:
        waits = _("As soon as it can be read, it is shown.")
        return stacked([plain(f"✗ {say(reading.problem)}", "$error"), BLANK, plain(waits)])
    if reading.is_half:
        return stacked([plain(_("checking…"), "$muted")])
    if not reading.has_call:
        return stacked([plain(_("This is a rubric, and nothing is wrong with it. It has no call to show."))])
    return stacked([Content.assemble(plain("✓ ", "bold $success"), plain(_("Nothing is wrong with this file.")))])
