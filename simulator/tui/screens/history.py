"""History: what was played, how the skills came on, and who may see what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from simulator.model.message import N_
from simulator.session import Call, Debrief, PlayedSession, PlayHistory, Standing, history_of
from simulator.session.told import (
    deletion_sentence,
    no_skills_yet,
    played_sentences,
    privacy_sentence,
    sharing_sentence,
    skill_sentence,
)
from simulator.tui.base import RoleScreen
from simulator.tui.screens.question import QuestionScreen
from simulator.tui.text import BLANK, Words, plain
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.played import (
    call_heads,
    call_row,
    session_heads,
    session_row,
    session_words,
    skill_heads,
    skill_row,
)
from simulator.tui.widgets.rows import Rows
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language, ngettext

if TYPE_CHECKING:
    from simulator.session import ReviewedSession

SESSIONS, CALLS, SKILLS = "sessions", "calls", "skills"
VIEWS: Final = (SESSIONS, CALLS, SKILLS)


class HistoryScreen(RoleScreen[None]):
    """Three views of the same: sessions, calls, skills."""

    AUTO_FOCUS = "#played"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view", N_("Next view")),
        Binding("tab", "view", show=False),
        Binding("s", "share", N_("Share")),
        Binding("d,delete", "delete", N_("Delete")),
        Binding("escape,q", "back", N_("Back")),
    ]

    def __init__(self, standing: Standing, stand: Callable[[], Standing]) -> None:
        super().__init__()
        self._standing = standing
        self._stand = stand
        """Looks the standing up anew, for a worker."""
        self._history = PlayHistory()
        self._sessions: tuple[PlayedSession, ...] = ()
        self._view = SESSIONS
        self._only = ""
        """The call whose sessions are shown; empty for all of them."""
        self._busy = False

    def compose(self) -> ComposeResult:
        """A title, who sees what, the table, and a line about what is pointed at."""
        yield TopLine(plain(_("History"), "bold $primary"), plain(self.desk.wish.trainee, "$muted"))
        yield Words(plain(privacy_sentence(), "$muted"), id="privacy")
        with Vertical(id="past"):
            with Vertical(id="table"):
                yield Words(id="heads")
                yield Rows(id="played")
            yield Words(id="told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Look what was played."""
        self._look_up()

    def on_screen_resume(self) -> None:
        """Coming back from a debrief: it may have been tried again."""
        if self._history.sessions:
            self._look_up()

    def on_resize(self) -> None:
        """What is told of a session depends on the room."""
        super().on_resize()
        self.call_after_refresh(self._tell_pointed)

    def works(self, action: str) -> bool:
        """Only one's own practice that nobody was given can be shared or deleted."""
        match action:
            case "share" | "delete":
                played = self._pointed_at
                return played is not None and played.is_private
            case _:
                return True

    def _look_up(self) -> None:
        desk = self.desk
        self.in_background(lambda: (history_of(desk.record, desk.wish.trainee), self._stand()), self._found)

    def _found(self, found: tuple[PlayHistory, Standing]) -> None:
        self._history, self._standing = found
        self._fill(self.query_one(Rows).pointed)

    def _fill(self, pointed: int = 0) -> None:
        rows, heads = self.query_one(Rows), self.query_one("#heads", Words)
        rows.openable = self._view != SKILLS
        self._sessions = tuple(one for one in self._history.sessions if self._only in ("", one.summary.scenario))
        match self._view:
            case "sessions":
                heads.say(session_heads())
                rows.fill(len(self._sessions), lambda place: session_row(self._sessions[place]), pointed)
            case "calls":
                heads.say(call_heads())
                calls = self._history.calls
                rows.fill(len(calls), lambda place: call_row(calls[place], self._standing), pointed)
            case _:
                heads.say(skill_heads())
                skills, labels = self._standing.skills, self._standing.labels
                rows.fill(
                    len(skills),
                    lambda place: skill_row(skills[place], labels.get(skills[place].criterion, "")),
                    pointed,
                )
        self._tell_view()
        self._tell_pointed()

    def _tell_view(self) -> None:
        title = {SESSIONS: _("History: sessions"), CALLS: _("History: calls"), SKILLS: _("History: skills")}[self._view]
        count = ngettext("{count} session", "{count} sessions", len(self._sessions)).format(count=len(self._sessions))
        told = count if not self._only else f"{count} · {self._sessions[0].summary.title}" if self._sessions else count
        left = plain(title, "bold $primary") + plain(f"  {told}", "$muted")
        self.query_one(TopLine).show(left, plain(self.desk.wish.trainee, "$muted"))

    def _tell_pointed(self) -> None:
        played = self._pointed_at
        words = self.query_one("#told", Words)
        if played is not None:
            full = self.has_class("-wide")
            words.say(session_words(played, self._standing.labels, full=full))
        elif not self._history.sessions:
            words.say(plain(_("You have not played a call to its end yet.")))
        elif self._view == SESSIONS:
            words.say(BLANK)
        elif self._view == CALLS:
            call = self._history.calls[self.query_one(Rows).pointed]
            words.say(plain(" ".join(played_sentences(self._standing, call.scenario))))
        elif self._standing.skills:
            skill = self._standing.skills[self.query_one(Rows).pointed]
            words.say(plain(skill_sentence(skill, self._standing.labels)))
        else:
            words.say(plain(no_skills_yet(self._standing)))
        self.refresh_bindings()

    @property
    def _pointed_at(self) -> PlayedSession | None:
        place = self.query_one(Rows).pointed
        return self._sessions[place] if self._view == SESSIONS and place < len(self._sessions) else None

    def on_rows_pointed(self) -> None:
        """Say who may see it."""
        self._tell_pointed()

    def on_rows_taken(self) -> None:
        """The debrief of a session, or the sessions of a call."""
        played = self._pointed_at
        if played is not None:
            self._open(played.summary.session)
        elif self._view == CALLS:
            self._only, self._view = self._history.calls[self.query_one(Rows).pointed].scenario, SESSIONS
            self._fill()

    def action_view(self) -> None:
        """The next of the three views."""
        self._only = ""
        self._view = VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)]
        self._fill()

    def action_back(self) -> None:
        """From the sessions of one call to all calls, else home."""
        if self._only:
            self._only, self._view = "", CALLS
            self._fill()
        else:
            self.close()

    def action_share(self) -> None:
        """Ask, then let trainers see the session."""
        self._ask(_("Share this session?"), sharing_sentence(), _("Keep it private"), _("Share it"), self._share)

    def action_delete(self) -> None:
        """Ask, then delete the session."""
        self._ask(_("Delete this session?"), deletion_sentence(), _("Keep it"), _("Delete it"), self._delete)

    def _ask(self, title: str, words: str, no: str, yes: str, deed: Callable[[PlayedSession], object]) -> None:
        played = self._pointed_at

        def answered(sure: bool | None) -> None:
            if sure and played is not None:
                self.in_background(lambda: deed(played), lambda _done: self._look_up())

        self.app.push_screen(QuestionScreen(title, words, no, yes), answered)

    def _share(self, played: PlayedSession) -> None:
        self.desk.record.share(played.summary.session, trainee=played.summary.trainee)

    def _delete(self, played: PlayedSession) -> None:
        self.desk.record.delete(played.summary.session, trainee=played.summary.trainee)

    def _open(self, session: str) -> None:
        if self._busy:
            return
        self._busy = True
        self.in_background(
            lambda: self._reviewed(session), lambda told: self._tell(told.debrief, told.caller, review=told)
        )

    def _reviewed(self, session: str) -> ReviewedSession:
        from simulator.session import reviewed_of

        return reviewed_of(self.desk.record, session, language(), cache=self.desk.cache)

    def _tell(self, debrief: Debrief, caller: str, *, review: ReviewedSession | None = None) -> None:
        from simulator.tui.screens.debrief import DebriefScreen

        def done(retry: int | None) -> None:
            self._busy = False
            if retry is not None:
                self._busy = True
                self.in_background(lambda: self._branch(debrief.session, retry), self._retried)

        self.app.push_screen(DebriefScreen(debrief, caller, review), done)

    def _branch(self, session: str, decision: int) -> Call:
        from simulator.session import branch_call

        return branch_call(self.desk.record, session, decision, world=self.desk.world, cache=self.desk.cache)

    def _retried(self, call: Call) -> None:
        from simulator.tui.screens.call import CallScreen

        def done(debrief: Debrief | None) -> None:
            self._busy = False
            if debrief is not None:
                self._tell(debrief, call.caller)

        self.app.push_screen(CallScreen(call), done)

    def failed(self, sentence: str) -> None:
        """Say it; another session can be opened."""
        self._busy = False
        super().failed(sentence)
