"""The debrief: the result, where it was lost, the criteria, the lessons, then every decision with what was better."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.visual import Visual

from simulator.model.message import N_
from simulator.model.mode import Mode
from simulator.session import Debrief, DecisionRow
from simulator.tui.base import RoleScreen
from simulator.tui.screens.sheet import SheetScreen
from simulator.tui.text import Words, plain
from simulator.tui.widgets.criteria import criteria_rows
from simulator.tui.widgets.curve import curve_rows
from simulator.tui.widgets.decision import Card, DecisionCard, LessonCard, decisions_heading, lessons_heading
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.offered import offered_rows
from simulator.tui.widgets.result import learned_rows, result_rows
from simulator.tui.widgets.said import overall_rows, said_rows
from simulator.tui.widgets.strip import Strip
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.session import ReviewedSession
    from simulator.tui.screens.reviewing import Marking


class DebriefScreen(RoleScreen[int | None]):
    """Shows a debrief. Its result: the decision to try again from, None to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right", "decisions", N_("To the decisions")),
        Binding("n,right", "go(1)", N_("Next")),
        Binding("p,left", "go(-1)", N_("Previous"), show=False),
        Binding("o,enter", "offered", N_("Answers")),
        Binding("r", "retry", N_("Try again")),
        Binding("f", "keep", N_("Save as a page")),
        Binding("a", "acknowledge", N_("Review read")),
        Binding("x", "dispute", N_("Disagree")),
        Binding("pagedown,space,down", "read(1)", N_("Read on"), show=False),
        Binding("pageup,up", "read(-1)", N_("Read back"), show=False),
        Binding("escape,q", "leave", N_("Home")),
    ]

    def __init__(self, debrief: Debrief, caller: str, review: ReviewedSession | None = None) -> None:
        super().__init__()
        self._debrief = debrief
        self._caller = caller
        self._review = review if review is not None and review.is_reviewed else None
        """What trainers said of it, where somebody has."""

    def compose(self) -> ComposeResult:
        """The result and the criteria, then the decisions; side by side where there is room."""
        debrief = self._debrief
        yield TopLine(plain(debrief.title, "bold $primary"), plain(debrief.trainee, "$muted"))
        yield Strip(debrief.decisions)
        with VerticalScroll(id="page", can_focus=False):
            with Vertical(id="outcome"):
                if self._review is not None:
                    yield Words(overall_rows(self._review), id="said-of-it")
                yield Words(result_rows(debrief), id="result")
                yield Words(curve_rows(debrief), id="curve")
                yield Words(criteria_rows(debrief), id="criteria")
                yield Words(learned_rows(debrief), id="learned")
            with Vertical(id="decisions"):
                if debrief.lessons:
                    yield Words(lessons_heading(), classes="title")
                    for number in debrief.lessons:
                        yield LessonCard(debrief.decision(number), debrief)
                yield Words(decisions_heading(debrief), classes="title")
                for decision in debrief.decisions:
                    yield DecisionCard(decision, debrief, self._caller, self._said_of(decision))
                if debrief.code:
                    code = _("Code of this record: {code}").format(code=debrief.code)
                    yield Words(plain(code, "$muted"), id="code")
        yield KeyLine()

    def works(self, action: str) -> bool:
        """One can only try again from a decision that is pointed at, and reply to a review that is there."""
        match action:
            case "retry" | "offered":
                return self._at() is not None
            case "decisions":
                return self._at() is None
            case "acknowledge" | "dispute":
                return self._review is not None
            case _:
                return True

    def on_card_focused(self) -> None:
        """Another decision is pointed at: other keys work."""
        here = self._at()
        self.query_one(Strip).point_at(here.decision.number if here else None)
        self.refresh_bindings()

    def action_go(self, by: int) -> None:
        """Point at the next or the previous lesson or decision; before the first one is the result."""
        cards = list(self.query(Card))
        here = self._at()
        place = (0 if by > 0 else -1) if here is None else cards.index(here) + by
        if place < 0:
            self.set_focus(None)
            for part in ("#page", "#outcome", "#decisions"):
                self.query_one(part).scroll_home(animate=False)
        elif place < len(cards):
            cards[place].focus(scroll_visible=False)
            cards[place].scroll_visible(animate=False, top=True)

    def action_decisions(self) -> None:
        """Point at the first lesson or decision: from there all answers can be seen, and tried again."""
        self.action_go(1)

    def action_offered(self) -> None:
        """Show all that was on offer at the decision that is pointed at."""
        here = self._at()
        if here is not None:
            title = _("Decision {number}: all answers").format(number=here.decision.number)
            self.app.push_screen(SheetScreen(title, offered_rows(here.decision), "o"))

    def action_retry(self) -> None:
        """Try again from the decision that is pointed at; from one of an exam, once it is clear that it is none."""
        here = self._at()
        if here is None:
            return
        number = here.decision.number
        if self._debrief.mode is not Mode.EXAM:
            self._close(number)
            return
        from simulator.session.told import retry_sentence
        from simulator.tui.screens.question import QuestionScreen

        title = _("Try again from decision {number}").format(number=number)
        question = QuestionScreen(title, retry_sentence(), _("Back to the debrief"), _("Try again, as practice"))
        self.app.push_screen(question, lambda sure: self._close(number) if sure else None)

    def action_keep(self) -> None:
        """Keep the debrief as a page, and say where."""
        from simulator.report.keeping import keep

        folder, review = self.desk.settings.places.documents, self._review
        self.in_background(lambda: keep(self._debrief, self._caller, folder, review), self._kept)

    def _kept(self, path: Path) -> None:
        self.notify(_("Kept as a page to read and print: {path}").format(path=path), markup=False, timeout=12)

    def _said_of(self, decision: DecisionRow) -> list[Content | Visual]:
        return said_rows(self._review, decision.number) if self._review is not None else []

    def action_acknowledge(self) -> None:
        """Say that one has read the review."""
        self._replies().acknowledge(self._debrief.session)

    def action_dispute(self) -> None:
        """Say with what in it one does not agree."""
        self._replies().dispute(self._debrief.session)

    def _replies(self) -> Marking:
        from simulator.tui.screens.reviewing import Marking

        return Marking(self, self._read_anew)

    def _read_anew(self) -> None:
        from simulator.session import reviewed_of

        desk, session = self.desk, self._debrief.session
        self.in_background(lambda: reviewed_of(desk.record, session, language(), cache=desk.cache), self._replied)

    def _replied(self, review: ReviewedSession) -> None:
        self._review = review
        said = self.query_one("#said-of-it", Words)
        said.say(overall_rows(review))
        said.scroll_visible(animate=False)

    def action_read(self, direction: int) -> None:
        """Scroll by a page: side by side the result first, then the decisions; only these where one is pointed at."""
        names = ("#page", "#decisions") if self._at() else ("#page", "#outcome", "#decisions")
        parts = [self.query_one(name) for name in names]
        if direction < 0:
            above = [part for part in parts if part.scroll_offset.y > 0]
            for part in above[-1:]:
                part.scroll_page_up(animate=False)
        else:
            below = [part for part in parts if part.scroll_offset.y < part.max_scroll_y]
            for part in below[:1]:
                part.scroll_page_down(animate=False)

    def action_leave(self) -> None:
        """Leave the debrief."""
        self._close(None)

    def _close(self, decision: int | None) -> None:
        """Leave, and leave no message lying over what comes next."""
        self.app.clear_notifications()
        self.close(decision)

    def _at(self) -> Card | None:
        return self.focused if isinstance(self.focused, Card) else None
