"""Sheets laid over a call: the CRM card, a knowledge article, a word on the last answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ActiveBinding, ModalScreen
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from simulator.model.message import N_
from simulator.tui.base import translated
from simulator.tui.text import lines, plain, stacked
from simulator.words import _, points
from simulator.words.labels import verdict_sign, verdict_word

if TYPE_CHECKING:
    from simulator.model.scenario import Article
    from simulator.session import Call


class SheetScreen(ModalScreen[None]):
    """A title and lines to read; any of the closing keys goes back."""

    AUTO_FOCUS = "#sheet"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("Back to the call")),
        Binding("enter,space,c,k,q", "close", N_("Back to the call"), show=False),
    ]

    def __init__(self, title: str, rows: list[Content]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the language in use."""
        return translated(super().active_bindings)

    def compose(self) -> ComposeResult:
        """The sheet."""
        with VerticalScroll(id="sheet"):
            yield Label(plain(self._title), classes="title")
            yield Static(stacked(self._rows))
        yield Footer()

    def action_close(self) -> None:
        """Back to what lies below."""
        self.dismiss(None)


class ArticlesScreen(ModalScreen[None]):
    """The knowledge articles; opening one is recorded and changes nothing in the call."""

    AUTO_FOCUS = "#articles"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("Open")),
        Binding("escape", "close", N_("Back to the call")),
        Binding("k,q", "close", N_("Back to the call"), show=False),
    ]

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call = call

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the language in use."""
        return translated(super().active_bindings)

    def compose(self) -> ComposeResult:
        """The titles; the text takes their place."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Label(plain(_("Knowledge articles")), classes="title", id="heading")
            titles = (Option(plain(article.title), id=article.id) for article in self._call.articles)
            yield OptionList(*titles, id="articles", markup=False)
            yield Static("", id="article")
        yield Footer()

    def on_mount(self) -> None:
        """Only titles at first."""
        self.query_one("#article").display = False

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open an article."""
        wanted = event.option_id or ""
        self.run_worker(lambda: self._look_up(wanted), thread=True, exit_on_error=False)
        article = next(a for a in self._call.articles if a.id == wanted)
        self._show(article)

    def _look_up(self, article: str) -> None:
        from simulator.tui.base import sentence_of

        try:
            self._call.look_up(article)
        except Exception as error:
            sentence = sentence_of(error)
            if sentence is None:
                raise
            self.app.call_from_thread(self.notify, sentence, severity="error", markup=False)

    def _show(self, article: Article) -> None:
        self.query_one("#heading", Label).update(plain(article.title))
        self.query_one("#articles").display = False
        text = self.query_one("#article", Static)
        text.display = True
        text.update(lines(article.text))

    def action_open(self) -> None:
        """Open the article that is pointed at."""
        self.query_one("#articles", OptionList).action_select()

    def action_close(self) -> None:
        """From an article back to the titles, from the titles back to the call."""
        titles = self.query_one("#articles", OptionList)
        if titles.display:
            self.dismiss(None)
            return
        titles.display = True
        self.query_one("#article").display = False
        self.query_one("#heading", Label).update(plain(_("Knowledge articles")))
        titles.focus()


def card_content(call: Call) -> list[Content]:
    """The CRM card."""
    rows = [plain(call.caller, "bold $primary")]
    for key, value in call.card:
        rows += [plain(""), plain(key, "$text-muted"), plain(value)]
    return rows


def feedback_content(feedback: object) -> tuple[str, list[Content]]:
    """A word on the last answer: verdict, cost, why."""
    from simulator.session.guidance import Feedback

    assert isinstance(feedback, Feedback)
    title = f"{verdict_sign(feedback.verdict)} {verdict_word(feedback.verdict)}"
    rows = [plain(_("It cost {points}.").format(points=points(round(feedback.cost, 1))))] if feedback.cost else []
    if feedback.why:
        rows.append(plain(feedback.why))
    for critical in feedback.critical:
        rows += [plain(""), plain(critical.label, "bold $error"), plain(critical.about)]
    for technique in feedback.techniques:
        rows += [plain(""), plain(technique.label, "bold $primary"), plain(technique.about)]
    if feedback.see is not None:
        rows += [plain(""), plain(_("Read again: {article}").format(article=feedback.see.title))]
    return title, rows
