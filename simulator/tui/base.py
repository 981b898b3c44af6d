"""What every screen of RoleCall does alike: its keys in the language in use, its size, errors as sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from simulator.model.message import N_
from simulator.model.message import Message as Sentence
from simulator.tui.background import in_thread
from simulator.tui.keys import spoken
from simulator.tui.sizes import TOO_SMALL, classes_for, is_too_small
from simulator.tui.text import laid_out, plain
from simulator.words import _, say

if TYPE_CHECKING:
    from textual.worker import WorkType

    from simulator.tui.app import RoleCallApp
    from simulator.tui.desk import Desk

T = TypeVar("T")
R = TypeVar("R")


class RoleScreen(Screen[T], Generic[T]):
    """A screen with the program's desk at hand."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,question_mark", "keys", N_("Keys"), show=False)]

    @property
    def desk(self) -> Desk:
        """What the screens share."""
        return cast("RoleCallApp", self.app).desk

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the language in use."""
        return spoken(super().active_bindings)

    def works(self, action: str) -> bool:
        """Whether `action` can be done now; screens say which of theirs cannot."""
        del action
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean nothing now are not there; before the screen stands, and on one too small, none is."""
        del parameters
        return self.is_mounted and not is_too_small(self.app.size) and self.works(action)

    def render(self) -> Any:
        """The background; on a terminal that is too small, a sentence that says so."""
        if not is_too_small(self.app.size):
            return super().render()
        return laid_out(plain(_("This terminal is too small. Make it larger, or leave with Ctrl+Q.")))

    def __init__(self) -> None:
        super().__init__()
        self._had_keys: Widget | None = None
        """What had the keys before the terminal became too small."""
        self.update_classes(classes_for(self.app.size), update=False)

    def on_mount(self) -> None:
        """From now on the keys work."""
        self.call_after_refresh(self.refresh_bindings)

    def on_resize(self) -> None:
        """Follow the terminal, and let the screens below follow."""
        for screen in self.app.screen_stack:
            if isinstance(screen, RoleScreen):
                screen.fit()

    def fit(self) -> None:
        """Take the classes that belong to the terminal's size; the keys come back when it is large enough again."""
        if is_too_small(self.app.size):
            self._had_keys = self.focused or self._had_keys
        was_too_small = self.has_class(TOO_SMALL)
        self.update_classes(classes_for(self.app.size))
        if was_too_small != self.has_class(TOO_SMALL):
            self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self._had_keys is not None and not self.has_class(TOO_SMALL):
            self.set_focus(self._had_keys, scroll_visible=False)
            self._had_keys = None
        self.refresh_bindings()

    def in_background(
        self,
        work: Callable[[], R],
        then: Callable[[R], None],
        otherwise: Callable[[str], None] | None = None,
    ) -> None:
        """Do `work` in a thread and hand its result to `then` on the screen.

        What a person can be told of goes as a sentence to `otherwise`, else to `failed`; anything else ends the app.
        """

        async def run() -> None:
            try:
                result = await in_thread(work)
            except Exception as error:
                sentence = sentence_of(error)
                if sentence is None:
                    raise
                self._hand(otherwise or self.failed, sentence)
            else:
                self._hand(then, result)

        self.run_worker(cast("WorkType[None]", run))

    def _hand(self, to: Callable[[R], None], what: R) -> None:
        """Hand over what was made, unless the screen or the whole program was closed meanwhile."""
        if self.app.is_running and self.is_attached and self in self.app.screen_stack:
            to(what)

    def failed(self, sentence: str) -> None:
        """Say what went wrong; screens that were waiting override this to go on."""
        self.complain(sentence)

    def complain(self, sentence: str) -> None:
        """Say what went wrong."""
        self.notify(sentence, title=_("That did not work"), severity="error", markup=False, timeout=12)

    def close(self, result: T | None = None) -> None:
        """Leave this screen with a result, and whatever lies above it."""
        if self not in self.app.screen_stack:
            return
        while self.app.screen is not self:
            self.app.pop_screen()
        self.dismiss(result)

    def action_keys(self) -> None:
        """Show the keys that work here."""
        from simulator.tui.screens.keys import KeysSheet

        self.app.push_screen(KeysSheet(self))


class RoleModal(RoleScreen[T], ModalScreen[T], Generic[T]):
    """A screen that lies over another one."""


def sentence_of(error: Exception) -> str | None:
    """What a person is told of `error`; None for a fault of the program itself."""
    message = getattr(error, "message", None)
    if isinstance(message, Sentence):
        return say(message)
    if isinstance(error, OSError):
        return _("The system refused: {reason}.").format(reason=error.strerror or type(error).__name__)
    return None
