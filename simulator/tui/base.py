"""What every screen of RoleCall does alike: its keys in the language in use, errors as sentences, work in threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from textual.screen import ActiveBinding, Screen
from textual.worker import Worker, WorkerState

from simulator.model.message import Message as Sentence
from simulator.words import _, say

if TYPE_CHECKING:
    from simulator.tui.app import RoleCallApp
    from simulator.tui.desk import Desk

T = TypeVar("T")


class RoleScreen(Screen[T], Generic[T]):
    """A screen with the program's desk at hand."""

    AUTO_FOCUS = ""

    @property
    def desk(self) -> Desk:
        """What the screens share."""
        return self.role_app.desk

    @property
    def role_app(self) -> RoleCallApp:
        """The app, as what it is."""
        return cast("RoleCallApp", self.app)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the language in use."""
        return translated(super().active_bindings)

    def in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run `work` in a thread and hand its result to `then` on the screen; tell of what a person can mend."""

        def finish(result: Any) -> None:
            if self.is_attached:
                then(result)

        def run() -> None:
            try:
                result = work()
            except Exception as error:
                sentence = sentence_of(error)
                if sentence is None:
                    raise
                self.app.call_from_thread(self.failed, sentence)
                return
            self.app.call_from_thread(finish, result)

        self.run_worker(run, thread=True)

    def failed(self, sentence: str) -> None:
        """Say what went wrong; screens that were waiting override this to go on."""
        self.notify(sentence, title=_("That did not work"), severity="error", markup=False, timeout=12)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of the program ends it in the ordinary way, with the terminal put back."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            event.stop()


def sentence_of(error: Exception) -> str | None:
    """What a person is told of `error`; None for a fault of the program itself."""
    message = getattr(error, "message", None)
    if isinstance(message, Sentence):
        return say(message)
    if isinstance(error, OSError):
        return _("The system refused: {reason}.").format(reason=error.strerror or type(error).__name__)
    return None


def translated(bindings: dict[str, ActiveBinding]) -> dict[str, ActiveBinding]:
    """`bindings` with their descriptions in the language in use."""
    return {
        key: active._replace(binding=_spoken(active)) if active.binding.description else active
        for key, active in bindings.items()
    }


def _spoken(active: ActiveBinding) -> Any:
    from dataclasses import replace

    return replace(active.binding, description=_(active.binding.description))
