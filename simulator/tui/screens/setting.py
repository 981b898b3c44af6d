"""The gauges and facts of a call as a form: what an author wants to see the call with."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.model.scenario import Fact, Gauge
from simulator.preview.trial import Trial, variables
from simulator.tui.base import RoleModal
from simulator.tui.text import Words, plain
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.picker import LongPicker
from simulator.words import _

LABEL_MOST: Final = 24


class _Form(LongPicker):
    """One line for each gauge and fact."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Set"))]


class SettingScreen(RoleModal[dict[str, int | str] | None]):
    """Its result: the values by name; None where nothing is to change."""

    AUTO_FOCUS = "#setting"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "move(1)", N_("More"), key_display="→"),
        Binding("left,minus", "move(-1)", N_("Less"), key_display="←"),
        Binding("escape", "back", N_("Back")),
        *(Binding(str(n), f"type({n})", show=False) for n in range(10)),
    ]

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._variables = variables(trial.scenario)
        self._before = trial.position.values
        self._values = list(self._before)
        self._list = _Form(id="setting", markup=False)

    def compose(self) -> ComposeResult:
        """A line each."""
        with Vertical(id="sheet"):
            yield Words(plain(_("Gauges and facts"), "bold $primary"), id="sheet-title")
            yield self._list
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the first one."""
        self._list.add_options(Option(self._row(place)) for place in range(len(self._variables)))
        self._list.highlighted = 0

    def works(self, action: str) -> bool:
        """This opens nothing else."""
        return action not in ("keys", "command_palette")

    def action_move(self, by: int) -> None:
        """The next value, or the one before; a fact goes round."""
        place = self._list.highlighted or 0
        variable, value = self._variables[place], self._values[place] + by
        if isinstance(variable, Gauge):
            self._put(place, max(0, min(value, variable.max)))
        else:
            self._put(place, value % len(variable.values))

    def action_type(self, digit: int) -> None:
        """A gauge takes the number that is typed; a second digit is added where that makes one of its values."""
        place = self._list.highlighted or 0
        variable = self._variables[place]
        if isinstance(variable, Gauge):
            longer = self._values[place] * 10 + digit
            self._put(place, longer if longer <= variable.max else min(digit, variable.max))

    def on_option_list_option_selected(self) -> None:
        """Take the values as they are."""
        if tuple(self._values) == self._before:
            self.close(None)
            return
        self.close({one.id: _shown(one, value) for one, value in zip(self._variables, self._values, strict=True)})

    def action_back(self) -> None:
        """Change nothing."""
        self.close(None)

    def _put(self, place: int, value: int) -> None:
        self._values[place] = value
        self._list.replace_option_prompt_at_index(place, self._row(place))

    def _row(self, place: int) -> Visual:
        width = min(LABEL_MOST, max(len(one.id) for one in self._variables))
        variable, value = self._variables[place], self._values[place]
        return Beside([plain(variable.id, "bold")], Prose(_value(variable, value)), width, stays=True)


def _shown(variable: Gauge | Fact, value: int) -> int | str:
    return value if isinstance(variable, Gauge) else variable.values[value]


def _value(variable: Gauge | Fact, value: int) -> Content:
    """A gauge as a bar and a figure, a fact as its values with the one that it has."""
    if isinstance(variable, Gauge):
        bar = ("━" * value, "$success"), ("━" * (variable.max - value), "$line")
        return Content.assemble(*bar, plain(f" {value}/{variable.max}", "bold"))
    words = [
        plain(f"[{word}]", "bold $accent") if place == value else plain(f" {word} ", "$muted")
        for place, word in enumerate(variable.values)
    ]
    return Content(" ").join(words)
