"""What helps during a call and answers nothing: the letters, the card, the articles, the transcript, a hint."""

from __future__ import annotations

from collections.abc import Callable

from simulator.plain.answers import number_in
from simulator.plain.briefing import tell_card
from simulator.plain.console import Console
from simulator.plain.guidance import hint_line
from simulator.plain.marks import without_marks
from simulator.plain.telling import heard_line
from simulator.session import Call
from simulator.words import _, language


class Aids:
    """Each aid returns how many milliseconds a person took over its own question: the caller waits meanwhile."""

    def __init__(self, console: Console, call: Call) -> None:
        self._console = console
        self._call = call
        self._aids: dict[str, Callable[[], int]] = {
            "?": self._help,
            "c": self._card,
            "k": self._articles,
            "r": self._repeat,
            "t": self._transcript,
            "h": self._hint,
        }

    def named(self, letter: str) -> Callable[[], int] | None:
        """The aid behind a letter."""
        return self._aids.get(letter)

    def _help(self) -> int:
        call = self._call
        lines = [
            _("Type what you would say, then Enter; with Enter alone you see the choices.")
            if call.asks_words
            else _("Type the number of an answer, then Enter."),
            _(". says nothing on purpose, and lets the caller wait.") if call.view.silence_after else None,
            _("c shows the CRM card."),
            _("k lists the knowledge articles and opens one."),
            _("r repeats the last words."),
            _("t repeats the whole call so far."),
            _("u takes your last answer back.") if call.may_undo else None,
            _("h gives a hint: first the skill that matters now, then an answer to avoid.")
            if call.gives_hints
            else None,
            _("p pauses the call."),
            _("q leaves the call; it can be resumed."),
        ]
        for line in filter(None, lines):
            self._console.tell(line)
        return 0

    def _card(self) -> int:
        tell_card(self._console, self._call.card)
        return 0

    def _articles(self) -> int:
        articles = self._call.articles
        if not articles:
            self._console.tell(_("There are no articles for this call."))
            return 0
        for number, article in enumerate(articles, start=1):
            self._console.tell(_("{number}. {text}").format(number=number, text=article.title))
        answer = self._console.ask(_("Article (number, Enter for none):"))
        chosen = number_in(answer.text, len(articles))
        if chosen is not None:
            article = self._call.look_up(articles[chosen - 1].id)
            self._console.tell(article.title)
            self._console.tell_text(without_marks(article.text))
        return answer.took_ms

    def _repeat(self) -> int:
        self._tell_from(-2)
        return 0

    def _transcript(self) -> int:
        self._tell_from(0)
        return 0

    def _tell_from(self, place: int) -> None:
        for entry in self._call.transcript[place:]:
            self._console.tell(heard_line(entry, self._call.caller))

    def _hint(self) -> int:
        self._console.tell(hint_line(self._call.hint(language()) if self._call.gives_hints else None))
        return 0
