"""The commented call: the best call, step by step, for whoever wants to see one before taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.model.message import N_, Message
from simulator.session import SessionError
from simulator.tui.base import RoleScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.commented import commented_rows, stages
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.library import Loaded
    from simulator.session import Commented


class CommentedScreen(RoleScreen[None]):
    """Uncovers the best call of one variant; each step asks before it answers. Records nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,n,space,right", "step(1)", N_("Next")),
        Binding("p,left", "step(-1)", N_("Previous")),
        Binding("pageup,up", "read(-1)", N_("Read back"), show=False),
        Binding("pagedown,down", "read(1)", N_("Read on"), show=False),
        Binding("escape,q", "back", N_("Back")),
    ]

    def __init__(self, loaded: Loaded, variant: str, title: str) -> None:
        super().__init__()
        self._loaded = loaded
        self._variant = variant
        self._heading = title
        self._told: Commented | None = None
        self._stage = 0

    def compose(self) -> ComposeResult:
        """The title, and what was uncovered so far."""
        yield TopLine(plain(self._heading, "bold $primary"), plain(_("Commented call"), "$muted"))
        yield VerticalScroll(id="commented", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Have the best call looked for."""
        self.in_background(self._tell, self._show)

    def works(self, action: str) -> bool:
        """There is no step before the first."""
        return self._told is not None if action == "step" else True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Neither before the first step nor behind the last is there another one."""
        if action == "step" and self._told is not None:
            stage = self._stage + (1 if parameters == (1,) else -1)
            return super().check_action(action, parameters) and 0 <= stage <= stages(self._told)
        return super().check_action(action, parameters)

    def _tell(self) -> Commented:
        from simulator.analysis import Unsound
        from simulator.session import commented_of

        desk = self.desk
        try:
            return commented_of(self._loaded, desk.wish.trainee, language(), desk.cache, variant=self._variant)
        except Unsound:
            text = N_("There is no best call to show: not every way through this call comes to an end.")
            raise SessionError(Message(text)) from None

    def _show(self, told: Commented) -> None:
        self._told = told
        shown = list(self.query("#commented > Words").results(Words))
        rows = commented_rows(told, self._stage)
        for words, row in zip(shown, rows, strict=False):
            words.say(row)
        for words in shown[len(rows) :]:
            words.remove()
        scroll = self.query_one("#commented")
        scroll.mount(*(Words(row, classes="turn") for row in rows[len(shown) :]))
        scroll.scroll_end(animate=False)
        self.refresh_bindings()

    def action_step(self, by: int) -> None:
        """Uncover the next step, or cover the last one again."""
        if self._told is not None:
            self._stage += by
            self._show(self._told)

    def action_read(self, direction: int) -> None:
        """Scroll by a page."""
        scroll = self.query_one("#commented")
        if direction < 0:
            scroll.scroll_page_up(animate=False)
        else:
            scroll.scroll_page_down(animate=False)

    def action_back(self) -> None:
        """Back to the briefing."""
        self.close()

    def failed(self, sentence: str) -> None:
        """Say it on the briefing."""
        super().failed(sentence)
        self.close()
