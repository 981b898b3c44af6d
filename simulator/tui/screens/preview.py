"""A call while it is written: what the checker says of its file, and the call as it is now, to be tried anywhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message

from simulator.model.message import N_
from simulator.preview.preview import Preview
from simulator.preview.pricing import Prices
from simulator.preview.reading import Reading
from simulator.preview.trial import Trial
from simulator.tui.following import Follower
from simulator.tui.screens.sheet import SheetScreen
from simulator.tui.screens.trying import TryingScreen
from simulator.tui.text import plain
from simulator.tui.widgets.diagnostics import DiagnosticsPane, counts
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.page import explanation
from simulator.tui.widgets.topline import TopLine
from simulator.tui.widgets.trial import TrialPane

if TYPE_CHECKING:
    from simulator.analysis import Values

PROBLEMS: Final = "-problems"
"""The class of a screen whose keys go to the diagnostics: where there is room for one pane, it is that one."""


class PreviewScreen(TryingScreen):
    """Shows a file and follows it. Nothing is recorded."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "problems", N_("Diagnostics")),
        Binding("tab", "call", N_("Call")),
        Binding("f5", "read", N_("Read the file again"), show=False),
        Binding("q", "leave", N_("Leave")),
    ]

    class Changed(Message):
        """The file may be another one now."""

    def __init__(self, path: Path, agent: str) -> None:
        super().__init__(Preview(agent=agent))
        self._path = path
        self._prices: Prices | None = None
        self._searched: Trial | None = None
        """Where costs were looked for last that no call of the variant comes by."""
        self._is_searching = False
        self._follower = Follower(self, path, self._changed, self._read, self._priced)

    def compose(self) -> ComposeResult:
        """Both panes; on a narrow terminal one at a time."""
        yield TopLine(plain(self._path.name, "bold $primary"))
        with Horizontal(id="panes"):
            yield DiagnosticsPane()
            yield TrialPane()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the file, and follow it from now on."""
        self._follower.start()

    def on_unmount(self) -> None:
        """Look away."""
        self._follower.stop()

    def on_resize(self) -> None:
        """On another terminal there is room for more, or for less."""
        self.call_after_refresh(self._show)

    def _changed(self) -> None:
        """For the thread that watches."""
        self.post_message(self.Changed())

    def on_preview_screen_changed(self) -> None:
        """Look what the file says now."""
        self._follower.read()

    def works(self, action: str) -> bool:
        """Nothing is done with a call that is not in sight."""
        problems = self.has_class(PROBLEMS)
        match action:
            case "problems":
                return not problems
            case "call":
                return problems
            case "take" | "jump" | "set" | "silence" | "undo" | "restart" | "variant" | "scroll":
                return super().works(action) and (not problems or self.has_class("-wide"))
            case _:
                return super().works(action)

    def _read(self, reading: Reading) -> None:
        before = self.preview
        self.preview = self.preview.read(reading)
        if reading.has_call:
            self._prices = None if reading.ground is None else Prices(reading.ground)
        self.query_one(DiagnosticsPane).show(reading)
        self._show()
        if before.reading is None or (before.trial is None and reading.has_call):
            self._give_keys(problems=not reading.has_call)

    def _priced(self, reading: Reading) -> None:
        """A call was surveyed when its file said something else already; it may still be the one on the screen."""
        trial = self.preview.trial
        if reading.ground is not None and trial is not None and trial.scenario is reading.file.scenario:
            self._prices = Prices(reading.ground)
            self._show()

    def _show(self) -> None:
        trial = self.preview.trial
        title = f"  {trial.filling(trial.scenario.title)}" if trial else ""
        name = Content.assemble(plain(self._path.name, "bold $primary"), plain(title, "$muted"))
        self.query_one(TopLine).show(name, counts(self.preview.reading))
        self.query_one(TrialPane).show(self.preview, self._prices)
        self.refresh_bindings()
        self._search()

    def _search(self) -> None:
        """Find what choices cost where no call of the variant comes by: an author may stand anywhere."""
        prices, trial = self._prices, self.preview.trial
        if prices is None or trial is None or trial is self._searched or not prices.has(trial.variant):
            return
        if prices.marks(trial) is None and not self._is_searching:
            self._searched, self._is_searching = trial, True
            self.in_background(lambda: prices.values_from(trial), partial(self._found, prices))

    def _found(self, prices: Prices, values: Values | None) -> None:
        self._is_searching = False
        if values is not None:
            prices.keep(values)
        self._show()

    def tried(self) -> None:
        """Show what was done."""
        self._show()
        if self.focused is None or not self.focused.display:
            self.action_call()

    def _give_keys(self, *, problems: bool) -> None:
        """Give the keys to one of the panes, and bring it into sight."""
        self.set_class(problems, PROBLEMS)
        wanted = self.query_one("#diagnostics" if problems else "#choices")
        self.set_focus(wanted if wanted.display else None)
        self.refresh_bindings()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The mouse gives the keys to a pane as well."""
        self.set_class(event.widget.id == "diagnostics", PROBLEMS)
        self.refresh_bindings()

    def on_diagnostics_pane_explained(self, event: DiagnosticsPane.Explained) -> None:
        """Open the page of a code."""
        self.app.push_screen(SheetScreen(*explanation(event.diagnostic, event.source)))

    def action_problems(self) -> None:
        """To the diagnostics."""
        self._give_keys(problems=True)

    def action_call(self) -> None:
        """To the call."""
        self._give_keys(problems=False)

    def action_read(self) -> None:
        """Read the file again, whatever the system says of it."""
        self._follower.read()

    def action_leave(self) -> None:
        """Leave the program."""
        self.close()
