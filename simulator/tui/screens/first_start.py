"""The first start: a language and a name, nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Footer, Input, Label, OptionList
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.settings import SettingsError, save
from simulator.tui.base import RoleScreen, sentence_of
from simulator.tui.text import plain
from simulator.words import _, language, use

LANGUAGES = (("en", "English"), ("fr", "Français"))


class FirstStartScreen(RoleScreen[str | None]):
    """Asks who plays. Its result is the name; None where the person left."""

    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("Leave"))]

    def compose(self) -> ComposeResult:
        """A language, a name, and why they are asked."""
        with VerticalScroll(classes="page"):
            yield Label(plain("RoleCall"), classes="title")
            yield Label(plain(_("A flight simulator for difficult phone calls.")), id="welcome")
            yield Label(plain(_("Language")), id="language-label", classes="heading")
            yield OptionList(*(Option(plain(name), id=code) for code, name in LANGUAGES), id="languages")
            yield Label(plain(_("Your name or staff number")), id="name-label", classes="heading")
            yield Input(id="name", max_length=80)
            yield Label(plain(_("It stays on this machine, with your sessions. Press Enter to begin.")), id="promise")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the language that is in use."""
        codes = [code for code, _name in LANGUAGES]
        self.query_one("#languages", OptionList).highlighted = codes.index(language())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Speak the language that is pointed at."""
        if event.option_id and event.option_id != language():
            use(event.option_id)
            self._speak()

    def on_option_list_option_selected(self) -> None:
        """A language was chosen: on to the name."""
        self.query_one("#name", Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep both and go on."""
        try:
            save(self.desk.settings.places, name=event.value, language=language())
        except (SettingsError, OSError) as error:
            self.failed(sentence_of(error) or "")
            return
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Leave without a name."""
        self.dismiss(None)

    def _speak(self) -> None:
        words = {
            "welcome": _("A flight simulator for difficult phone calls."),
            "language-label": _("Language"),
            "name-label": _("Your name or staff number"),
            "promise": _("It stays on this machine, with your sessions. Press Enter to begin."),
        }
        for name, text in words.items():
            self.query_one(f"#{name}", Label).update(plain(text))
        self.refresh_bindings()
