"""The briefing: the situation, the objectives, the card, and in which mode to take the call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from simulator.model.message import N_
from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.session.briefing import Briefing, briefing_of
from simulator.settings import save
from simulator.tui.base import RoleScreen
from simulator.tui.found import Found, look
from simulator.tui.text import Words, plain
from simulator.tui.widgets.briefed import at_hand_rows, situation_rows
from simulator.tui.widgets.keyline import KeyLine
from simulator.tui.widgets.modes import RESUME, Modes
from simulator.tui.widgets.topline import TopLine
from simulator.words import _, language

if TYPE_CHECKING:
    from simulator.library import Loaded
    from simulator.session import Call, Debrief, Emphasis


class BriefingScreen(RoleScreen[None]):
    """What is known before the call, and the way into it and back."""

    AUTO_FOCUS = "#modes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "mode('guided')", N_("Guided"), show=False),
        Binding("p", "mode('practice')", N_("Practice"), show=False),
        Binding("e", "mode('exam')", N_("Exam"), show=False),
        Binding("c", "commented", N_("Commented call")),
        Binding("pagedown", "read(1)", N_("Read on")),
        Binding("s", "say_first", N_("Say it first")),
        Binding("pageup", "read(-1)", N_("Read back"), show=False),
        Binding("escape", "home", N_("Home")),
    ]

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self._loaded = loaded
        self._found: Found | None = None
        self._emphasis: tuple[Emphasis, ...] = ()
        self._start_when_found = False
        self._starting = False
        self._chose = False
        """Whether a mode was pointed at by its key."""

    def compose(self) -> ComposeResult:
        """All of it at once but what takes an analysis or the record."""
        briefing = self._briefing()
        yield TopLine(plain(briefing.title, "bold $primary"), plain(self.desk.wish.trainee, "$muted"))
        with VerticalScroll(id="briefing", can_focus=False):
            yield Words(situation_rows(briefing), id="situation")
            yield Words(at_hand_rows(briefing), id="at-hand")
        yield Modes()
        yield KeyLine()

    def on_mount(self) -> None:
        """Point at the mode that was wished for, and let the rest come after the first picture."""
        self.query_one(Modes).point_at(self.desk.wish.mode or Mode.PRACTICE)
        self.query_one(Modes).show_say_first(self.desk.wish.say_first)
        self.call_after_refresh(self._look_up)

    def works(self, action: str) -> bool:
        """There is something to read on where not all of it is in sight; whoever takes an exam is shown no answers."""
        match action:
            case "read":
                return self.query_one("#briefing").max_scroll_y > 0
            case "commented":
                return self._may_see_answers
            case _:
                return True

    @property
    def _may_see_answers(self) -> bool:
        """Not with an exam asked for or pointed at, nor while one waits or another call of this scenario does."""
        pointed_at = self.query_one(Modes).pointed_at
        free = self._found is not None and self._found.waiting is None
        return free and Mode.EXAM not in (self.desk.wish.mode, pointed_at)

    def _briefing(self) -> Briefing:
        found, wish = self._found, self.desk.wish
        variant = found.variants.get(self.query_one(Modes).pointed_at) if found else wish.variant
        return briefing_of(self._loaded, wish.trainee, variant=variant)

    def _look_up(self) -> None:
        self.refresh_bindings()
        self.in_background(lambda: look(self.desk, self._loaded), self._looked)
        self.in_background(self._weigh, self._weighed)

    def _looked(self, found: Found) -> None:
        first, self._found = self._found is None, found
        wish = self.desk.wish
        if first and not self._chose and not self._start_when_found:
            self.query_one(Modes).point_at(found.mode)
        offered = found.waiting is not None and wish.resume is not False
        self.query_one(Modes).offer_resuming(offered)
        if wish.resume and not offered:
            self.notify(_("There is no call to go on with."), markup=False)
        self.desk.resume_no_more()
        if (wish.resume and offered) or (self._start_when_found and not offered):
            self.start()
        self._start_when_found = False

    def _weigh(self) -> tuple[Emphasis, ...]:
        from simulator.analysis import Unsound
        from simulator.session import emphasis_of

        try:
            return emphasis_of(self._loaded, language(), self.desk.cache)
        except Unsound:
            return ()  # told when the call cannot be scored

    def _weighed(self, found: tuple[Emphasis, ...]) -> None:
        self._emphasis = found
        self._show()

    def on_option_list_option_highlighted(self) -> None:
        """Show the situation and the card of the variant that would be played."""
        if self._found is not None:
            self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        briefing = self._briefing()
        self.query_one("#situation", Words).say(situation_rows(briefing, self._emphasis))
        self.query_one("#at-hand", Words).say(at_hand_rows(briefing))

    def on_option_list_option_selected(self) -> None:
        """A mode was taken."""
        self.start()

    def start(self) -> None:
        """Take the call as is pointed at; not before it is known whether another one waits."""
        found = self._found
        if found is None:
            self._start_when_found = True
        elif not self._starting:
            self._starting = True
            choice = self.query_one(Modes).pointed_at
            self.in_background(lambda: self._open(choice, found), self._opened)

    def action_mode(self, mode: str) -> None:
        """Point at a mode."""
        self._chose = True
        self.query_one(Modes).point_at(mode)

    def action_commented(self) -> None:
        """See the best call of the variant that is shown, step by step."""
        from simulator.tui.screens.commented import CommentedScreen

        if self._found is not None:
            variant = self._found.variants[self.query_one(Modes).pointed_at]
            self.app.push_screen(CommentedScreen(self._loaded, variant, self._briefing().title))

    def action_say_first(self) -> None:
        """Ask for the trainee's own words before the choices, or no longer; kept for the next start as well."""
        wanted = self.desk.say_first(not self.desk.wish.say_first)
        self.query_one(Modes).show_say_first(wanted)
        self.in_background(partial(save, self.desk.settings.places, say_first=wanted), lambda _none: None)

    def action_read(self, direction: int) -> None:
        """One page further, or back."""
        page = self.query_one("#briefing")
        if direction < 0:
            page.scroll_page_up(animate=False)
        else:
            page.scroll_page_down(animate=False)

    def action_home(self) -> None:
        """Leave the briefing."""
        self.close()

    def _open(self, choice: str, found: Found) -> Call:
        from simulator.session import open_call, resume_call

        desk, wish = self.desk, self.desk.wish
        if choice == RESUME and found.waiting is not None:
            return resume_call(desk.record, found.waiting, world=desk.world, cache=desk.cache)
        return open_call(
            desk.record,
            self._loaded,
            wish.trainee,
            Mode(choice),
            seed=wish.seed,
            variant=found.variants[choice],
            silence=wish.silence,
            time_factor=wish.time_factor,
            say_first=wish.say_first,
            world=desk.world,
            cache=desk.cache,
        )

    def _opened(self, call: Call) -> None:
        from simulator.tui.screens.call import CallScreen

        def done(debrief: Debrief | None) -> None:
            self._starting = False
            if debrief is None:
                self._look_up()
            elif debrief.branch_of is None:
                self._ask(debrief, call.caller)
            else:
                self._tell(debrief, call.caller)

        self.app.push_screen(CallScreen(call), done)

    def _ask(self, debrief: Debrief, caller: str) -> None:
        """Ask what the trainee thinks of the call before they see any figure; whoever tries again was asked before."""
        from simulator.tui.screens.reflect import ReflectScreen

        def answered(answers: Mapping[Question, str] | None) -> None:
            if not any((answers or {}).values()):
                self._tell(debrief, caller)
                return
            self.in_background(
                lambda: self._kept(debrief, answers or {}),
                lambda kept: self._tell(kept, caller),
                lambda sentence: self._tell(debrief, caller, sentence),
            )

        self.app.push_screen(ReflectScreen(debrief.title, debrief.trainee), answered)

    def _kept(self, debrief: Debrief, answers: Mapping[Question, str]) -> Debrief:
        from simulator.session import reflect

        kept = reflect(self.desk.record, debrief.session, answers, world=self.desk.world)
        return replace(debrief, reflections=kept)

    def _tell(self, debrief: Debrief, caller: str, trouble: str = "") -> None:
        from simulator.tui.screens.debrief import DebriefScreen

        def done(retry: int | None) -> None:
            if retry is None:
                self.close()
            else:
                self._starting = True
                self.in_background(lambda: self._branch(debrief.session, retry), self._opened)

        self.app.push_screen(DebriefScreen(debrief, caller), done)
        if trouble:
            self.complain(trouble)

    def _branch(self, session: str, decision: int) -> Call:
        from simulator.session import branch_call

        return branch_call(self.desk.record, session, decision, world=self.desk.world, cache=self.desk.cache)

    def failed(self, sentence: str) -> None:
        """Say it and let the person try again."""
        self._starting = self._start_when_found = False
        super().failed(sentence)
