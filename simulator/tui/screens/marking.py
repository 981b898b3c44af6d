"""Marking the calls of a calibration: the transcript, one criterion at a time, and a number key for its level."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from scoring.agreement import LEVELS
from simulator.model.message import N_
from simulator.tui.base import RoleScreen
from simulator.tui.text import Words, plain, stacked
from simulator.tui.widgets.heard import heard_rows
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.marks import Levels, given_row
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.model.calibration import Calibration
    from simulator.session import CallToMark

UNHEARD: Final = len(LEVELS)
"""The place behind the levels: nothing of a criterion can be heard."""


class ToMark(NamedTuple):
    """The call to mark now; None where all are marked."""

    calibration: Calibration
    by: str
    left: int
    call: CallToMark | None


class MarkingScreen(RoleScreen[None]):
    """One call after the other. Marks are recorded when the reviewer stands by all of a call's."""

    AUTO_FOCUS = "#levels"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(level), f"mark({place})", N_("Mark"), show=False) for place, level in enumerate(LEVELS)),
        Binding("minus", f"mark({UNHEARD})", N_("Not heard"), key_display="-"),
        Binding("right,n", "move(1)", N_("Criterion"), key_display="→"),
        Binding("left,p", "move(-1)", N_("Criterion"), key_display="←", show=False),
        Binding("k", "keep", N_("Keep")),
        Binding("pageup", "read(-1)", N_("Read back"), show=False),
        Binding("pagedown,space", "read(1)", N_("Read on")),
        Binding("escape,q", "back", N_("Leave")),
    ]

    def __init__(self, calibration: str) -> None:
        super().__init__()
        self._wanted = calibration
        self._found: ToMark | None = None
        self._marks: dict[str, int | None] = {}
        self._place = 0

    def compose(self) -> ComposeResult:
        """The call, and what to mark."""
        yield TopLine(plain(self._wanted, "bold $primary"))
        with Vertical(id="marking"):
            with VerticalScroll(id="heard", can_focus=False):
                yield Words(id="words")
            with Vertical(id="criterion"):
                yield Words(id="asked")
                yield Levels()
        yield Words(id="given")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look for the first call to mark."""
        self.in_background(self._find, self._show)

    def works(self, action: str) -> bool:
        """Nothing is marked before there is a call, and nothing kept before every criterion has its mark."""
        if action == "keep":
            return self._is_marked
        return self._call is not None or action not in ("mark", "move", "read")

    @property
    def _call(self) -> CallToMark | None:
        return self._found.call if self._found else None

    @property
    def _is_marked(self) -> bool:
        return self._call is not None and len(self._marks) == len(self._call.criteria)

    def _find(self) -> ToMark:
        from simulator.session import call_to_mark

        record, cache = self.desk.record, self.desk.cache
        calibration = record.calibrations.find(self._wanted)
        by = record.people.id_for(self.desk.wish.trainee)
        left = record.calibrations.to_mark(calibration, by)
        call = call_to_mark(record, left[0], language(), cache=cache) if left else None
        return ToMark(calibration, by, len(left), call)

    def _show(self, found: ToMark) -> None:
        self._found, self._marks, self._place = found, {}, 0
        if found.call is None:
            self.close()
            return
        calls = len(found.calibration.sessions)
        where = _("Call {number} of {total}").format(number=calls - found.left + 1, total=calls)
        self.query_one(TopLine).show(plain(found.call.title, "bold $primary"), plain(where, "$muted"))
        self.query_one("#words", Words).say(heard_rows(found.call.heard, found.call.caller))
        self.query_one("#heard").scroll_home(animate=False)
        self._tell()

    def _tell(self) -> None:
        if (call := self._call) is None:
            return
        criterion = call.criteria[self._place]
        place = _("{number} of {total}").format(number=self._place + 1, total=len(call.criteria))
        title = Content.assemble(plain(criterion.label, "bold $primary"), "  ", plain(place, "$muted"))
        head = title, plain(criterion.about, "$muted")
        self.query_one("#asked", Words).say(stacked(head))
        self.query_one(Levels).show(criterion, self._marks)
        self.query_one("#given", Words).say(given_row(call.criteria, self._marks, self._place))
        self.refresh_bindings()

    def action_mark(self, place: int) -> None:
        """Give the criterion the level at `place`, and go on to the next that has none; behind the last one ask."""
        if (call := self._call) is None:
            return
        self._marks[call.criteria[self._place].id] = None if place == UNHEARD else LEVELS[place]
        left = [number for number, one in enumerate(call.criteria) if one.id not in self._marks]
        self._place = next((number for number in left if number > self._place), left[0] if left else self._place)
        self._tell()
        if not left:
            self.action_keep()

    def on_option_list_option_selected(self, event: Levels.OptionSelected) -> None:
        """A level was taken with Enter or the mouse."""
        self.action_mark(event.option_index)

    def action_move(self, by: int) -> None:
        """The next criterion, or the one before."""
        if (call := self._call) is not None:
            self._place = (self._place + by) % len(call.criteria)
            self._tell()

    def action_read(self, direction: int) -> None:
        """Scroll the call by a page."""
        heard = self.query_one("#heard")
        if direction < 0:
            heard.scroll_page_up(animate=False)
        else:
            heard.scroll_page_down(animate=False)

    def action_keep(self) -> None:
        """Ask whether the marks stand."""
        from simulator.tui.screens.question import QuestionScreen

        words = _("They cannot be changed afterwards.")
        question = QuestionScreen(_("Keep these marks?"), words, _("Look again"), _("Keep them"))
        self.app.push_screen(question, self._answered)

    def _answered(self, wanted: bool | None) -> None:
        found, call, marks = self._found, self._call, dict(self._marks)
        if not wanted or found is None or call is None:
            return

        def keep() -> ToMark:
            self.desk.record.calibrations.mark(found.calibration, call.session, found.by, marks)
            return self._find()

        self.in_background(keep, self._show)

    def action_back(self) -> None:
        """Leave; the calls that were kept stay marked."""
        self.close()
