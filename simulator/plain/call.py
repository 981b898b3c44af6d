"""One call, line by line: numbered choices, one letter for everything else."""

from __future__ import annotations

from simulator.model.heard import Heard
from simulator.plain.briefing import tell_card
from simulator.plain.console import Answer, Console, InputEnded
from simulator.plain.marks import without_marks
from simulator.plain.telling import heard_line
from simulator.session import Call, OutOfTurn
from simulator.words import _, duration
from simulator.words.labels import action_word, verdict_word, words_of_gauge


class PlainCall:
    """Shows a call's moments as lines and hands answers to it."""

    def __init__(self, console: Console, call: Call) -> None:
        self._console = console
        self._call = call
        self._told = 0
        self._commands = {
            "?": self._help,
            "c": self._card,
            "k": self._articles,
            "r": self._repeat,
            "t": self._transcript,
            "u": self._undo,
            "h": self._hint,
        }

    def run(self) -> bool:
        """Play until the call is over; False where the trainee left it, to be resumed later."""
        while not self._call.over:
            self._tell_new()
            self._offer()
            try:
                answer = self._console.ask(_("Your answer (number, ? for help):"))
                if answer.text.casefold() == "q":
                    raise InputEnded
                self._take(answer)
            except InputEnded:
                self._call.pause()
                return False
        self._tell_new()
        return True

    def _take(self, answer: Answer) -> None:
        command = self._commands.get(answer.text.casefold())
        if command is not None:
            command()
        elif answer.text == ".":
            self._keep_silent(answer)
        elif self._too_late(answer):
            self._console.tell(_("Too late: the caller has been waiting."))
            self._keep_silent(answer)
        else:
            self._choose(answer)

    def _choose(self, answer: Answer) -> None:
        offered = self._call.shown
        if not (answer.text.isdecimal() and 1 <= int(answer.text[:3]) <= len(offered)):
            text = _("“{answer}” is no answer here. Type a number from 1 to {last}, or ? for help.")
            self._console.tell(text.format(answer=answer.text[:40], last=len(offered)))
            return
        self._call.choose(offered[int(answer.text) - 1].id, answer.took_ms)
        self._feedback()

    def _keep_silent(self, answer: Answer) -> None:
        if self._call.view.silence_after is None:
            self._console.tell(_("Silence changes nothing here. Choose an answer."))
            return
        self._call.keep_silent(answer.took_ms)

    def _too_late(self, answer: Answer) -> bool:
        after = self._call.view.silence_after
        timed = self._console.is_terminal and self._call.silence_counts
        return timed and after is not None and answer.took_ms > after * 1000

    def _feedback(self) -> None:
        if not self._call.gives_feedback:
            return
        feedback = self._call.last_marks()
        if feedback is not None:
            self._console.tell(_("Feedback: {verdict}. {why}").format(
                verdict=verdict_word(feedback.verdict), why=feedback.why or ""
            ).rstrip())  # fmt: skip

    def _tell_new(self) -> None:
        heard = self._call.transcript
        for entry in heard[self._told :]:
            self._console.tell(self._line(entry))
        self._told = len(heard)

    def _line(self, heard: Heard) -> str:
        return heard_line(heard, self._call.caller)

    def _offer(self) -> None:
        view = self._call.view
        self._console.tell()
        if self._call.show_gauges:
            for gauge in view.gauges:
                self._console.tell(words_of_gauge(gauge.label, gauge.value, gauge.max))
        if self._call.silence_counts and view.silence_after is not None and self._console.is_terminal:
            self._console.tell(_("You have {time} to answer.").format(time=duration(view.silence_after)))
        for number, offered in enumerate(self._call.shown, start=1):
            if offered.action:
                text = _("{number}. ({action}) {text}")
                line = text.format(number=number, action=action_word(offered.action), text=offered.text)
            else:
                line = _("{number}. {text}").format(number=number, text=offered.text)
            self._console.tell(line)

    def _help(self) -> None:
        lines = [
            _("Type the number of an answer, then Enter."),
            _(". says nothing on purpose, where the caller waits for an answer."),
            _("c shows the CRM card."),
            _("k lists the knowledge articles and opens one."),
            _("r repeats the last words."),
            _("t repeats the whole call so far."),
            _("q leaves the call; it can be resumed."),
        ]
        if self._call.may_undo:
            lines.insert(-1, _("u takes your last answer back."))
        if self._call.gives_hints:
            lines.insert(-1, _("h gives a hint."))
        for line in lines:
            self._console.tell(line)

    def _card(self) -> None:
        tell_card(self._console, self._call.card)

    def _articles(self) -> None:
        articles = self._call.articles
        if not articles:
            self._console.tell(_("There are no articles for this call."))
            return
        for number, article in enumerate(articles, start=1):
            self._console.tell(_("{number}. {text}").format(number=number, text=article.title))
        answer = self._console.ask(_("Article (number, Enter for none):"))
        if answer.text.isdecimal() and 1 <= int(answer.text[:3]) <= len(articles):
            article = self._call.look_up(articles[int(answer.text) - 1].id)
            self._console.tell(article.title)
            self._console.tell_text(without_marks(article.text))

    def _repeat(self) -> None:
        for entry in self._call.transcript[-2:]:
            self._console.tell(self._line(entry))

    def _transcript(self) -> None:
        for entry in self._call.transcript:
            self._console.tell(self._line(entry))

    def _undo(self) -> None:
        try:
            self._call.undo()
        except OutOfTurn:
            self._console.tell(_("Nothing can be taken back here."))
            return
        self._console.tell(_("Your last answer is taken back."))
        self._told = max(0, len(self._call.transcript) - 1)

    def _hint(self) -> None:
        hint = self._call.hint() if self._call.gives_hints else None
        self._console.tell(hint.text if hint is not None else _("There is no hint here."))
