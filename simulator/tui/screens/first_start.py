"""The first start: a language and a name, nothing else."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.settings import Source, save
from simulator.tui.base import RoleScreen
from simulator.tui.text import Words, laid_out, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.words import _, language, use

LANGUAGES: Final = (("en", "English"), ("fr", "Français"))
NAME_MAX: Final = 80


class _Name(Input):
    """Says what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Begin"))]


class FirstStartScreen(RoleScreen[str | None]):
    """Asks who plays. Its result is the name; None where the person left."""

    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("Language or name")),
        Binding("escape", "leave", N_("Leave")),
    ]

    def compose(self) -> ComposeResult:
        """A language, a name, and what becomes of them."""
        with Vertical(id="welcome"):
            yield Words(plain("RoleCall", "bold $primary"), id="brand")
            yield Words(id="what")
            yield Words(id="language-label", classes="label")
            yield OptionList(*(Option(laid_out(plain(name)), id=code) for code, name in LANGUAGES), id="languages")
            yield Words(id="name-label", classes="label")
            yield _Name(id="name", max_length=NAME_MAX, compact=True)
            yield Words(id="promise")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the language that is in use; where IT has locked it there is nothing to choose."""
        codes = [code for code, _name in LANGUAGES]
        self.query_one("#languages", OptionList).highlighted = codes.index(language())
        for name in ("#languages", "#language-label"):
            self.query_one(name).display = self._may_choose
        self._speak()

    @property
    def _may_choose(self) -> bool:
        return self.desk.settings.language.source is not Source.LOCKED

    def works(self, action: str) -> bool:
        """Where there is no language to choose, there is nothing to go to."""
        return action != "app.focus_next" or self._may_choose

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Speak the language that is pointed at."""
        if event.option_id and event.option_id != language():
            use(event.option_id)
            self._speak()

    def on_option_list_option_selected(self) -> None:
        """A language was chosen: on to the name."""
        self.query_one("#name").focus()

    def on_input_submitted(self) -> None:
        """Keep both and go on."""
        name = " ".join(self.query_one("#name", Input).value.split())
        if not name:
            title, text = _("Your name is missing"), _("Type your name or staff number first.")
            self.notify(text, title=title, severity="warning", markup=False, timeout=6)
            return
        self.app.clear_notifications()
        kept = {"name": name, "language": language()} if self._may_choose else {"name": name}

        def go_on_unsaved(sentence: str) -> None:
            self.complain(sentence)
            self.close(name)

        self.in_background(
            lambda: save(self.desk.settings.places, **kept), lambda _none: self.close(name), go_on_unsaved
        )

    def action_leave(self) -> None:
        """Leave without a name."""
        self.close(None)

    def _speak(self) -> None:
        words = {
            "what": plain(_("A flight simulator for difficult phone calls.")),
            "language-label": plain(_("Language")),
            "name-label": plain(_("Your name or staff number")),
            "promise": plain(_("It stays on this machine, with the calls you take."), "$muted"),
        }
        for name, text in words.items():
            self.query_one(f"#{name}", Words).say(text)
        self.refresh_bindings()
