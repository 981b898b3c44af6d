"""What a trainee has played, line by line: sessions, calls, skills; a debrief again, sharing, deleting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from scoring.scorecard import shown
from simulator.plain.answers import number_in, yes_or_no
from simulator.plain.console import Console
from simulator.plain.debrief import debrief_lines
from simulator.plain.review import review_lines
from simulator.plain.standing import skill_lines
from simulator.record import RecordError
from simulator.session import PlayedCall, PlayedSession, ReviewedSession, SessionError, history_of, reviewed_of
from simulator.session.review_writing import acknowledge, dispute
from simulator.session.told import deletion_sentence, privacy_sentence, sharing_sentence, sight_sentence, skill_sentence
from simulator.words import _, day_from, language, list_of, moment, ngettext, say
from simulator.words.labels import mode_word

if TYPE_CHECKING:
    from simulator.library import Cache
    from simulator.record import Record, Summary
    from simulator.session import Standing

LATEST: Final = 12
"""How many scores of a skill are told at most."""


class PlainHistory:
    """Lists the sessions and does with one what is asked for."""

    def __init__(self, console: Console, record: Record, cache: Cache, trainee: str, standing: Standing) -> None:
        self._console = console
        self._record = record
        self._cache = cache
        self._trainee = trainee
        self._standing = standing
        self._sessions: tuple[PlayedSession, ...] = ()

    def run(self) -> None:
        """Until the person goes back. Raises RecordError, InputEnded."""
        self._tell_sessions()
        while True:
            prompt = _(
                "Which session? (number for its debrief, s and a number to share, d and a number to delete, "
                "c for calls, k for skills, Enter for the list, q to go back)"
            )
            answer = self._console.ask(prompt)
            if answer.word == "q":
                return
            self._obey(answer.word)

    def _obey(self, word: str) -> None:
        last = len(self._sessions)
        named, behind = number_in(word, last), number_in(word[1:], last)
        if not word:
            self._tell_sessions()
        elif word == "c":
            self._tell(call_lines(history_of(self._record, self._trainee).calls, self._standing))
        elif word == "k":
            self._tell(progress_lines(self._standing))
        elif named is not None:
            self._debrief(self._sessions[named - 1].summary)
        elif word[0] == "s" and behind is not None:
            self._share(self._sessions[behind - 1])
        elif word[0] == "d" and behind is not None:
            self._delete(self._sessions[behind - 1])
        else:
            text = _("Type a number from 1 to {last}, s or d and a number, c, k, or q to go back.")
            self._console.tell(text.format(last=last) if last else _("Type c, k, or q to go back."))

    def _tell(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._console.tell(line)

    def _tell_sessions(self) -> None:
        self._sessions = history_of(self._record, self._trainee).sessions
        self._console.tell()
        self._console.tell(privacy_sentence())
        for number, played in enumerate(self._sessions, start=1):
            self._console.tell(_("{number}. {text}").format(number=number, text=session_sentence(played)))
        if not self._sessions:
            self._console.tell(_("You have not played a call to its end yet."))

    def _debrief(self, summary: Summary) -> None:
        try:
            told = reviewed_of(self._record, summary.session, language(), cache=self._cache)
        except (SessionError, RecordError) as error:
            self._console.tell(say(error.message))
            return
        self._console.tell()
        self._tell(debrief_lines(told.debrief, told.caller))
        self._tell(review_lines(told))
        if told.is_reviewed:
            self._reply(told)

    def _reply(self, told: ReviewedSession) -> None:
        """What the trainee says of a review, where they want to."""
        question = _("Your answer to the review? (a: I have read it, x and your words: I do not agree, Enter: nothing)")
        answer, session = self._console.ask(question), told.debrief.session
        try:
            if answer.word == "a":
                acknowledge(self._record, session, self._trainee)
            elif answer.word[:1] == "x":
                dispute(self._record, session, self._trainee, answer.text[1:])
            else:
                return
        except (SessionError, RecordError) as error:
            self._console.tell(say(error.message))
        else:
            self._console.tell(_("Kept: your trainer sees it."))

    def _share(self, played: PlayedSession) -> None:
        question = _("{what} Share it? (y/n)").format(what=sharing_sentence())
        if yes_or_no(self._console.ask(question).text):
            self._do(lambda: self._record.share(played.summary.session, trainee=played.summary.trainee))

    def _delete(self, played: PlayedSession) -> None:
        question = _("{what} Delete it? (y/n)").format(what=deletion_sentence())
        if yes_or_no(self._console.ask(question).text):
            self._do(lambda: self._record.delete(played.summary.session, trainee=played.summary.trainee))

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except RecordError as error:
            self._console.tell(say(error.message))
        else:
            self._tell_sessions()


def session_sentence(played: PlayedSession) -> str:
    """A session with its result and who sees it."""
    summary = played.summary
    text = _("{title}, {when}, {mode}: {result} {sight}")
    if not summary.counts:
        text = _("{title}, {when}, {mode}: {result} {help} {sight}")
    return text.format(
        title=summary.title,
        when=moment(summary.started.astimezone()),
        mode=mode_word(summary.mode),
        result=result_sentence(summary),
        help=_("It does not count for your skills."),
        sight=sight_sentence(played),
    )


def result_sentence(summary: Summary) -> str:
    """The score, and passed or not."""
    if summary.critical:
        return _("{score} of 100, not passed, critical error.").format(score=shown(summary.score))
    text = _("{score} of 100, passed.") if summary.passed else _("{score} of 100, not passed.")
    return text.format(score=shown(summary.score))


def call_lines(calls: tuple[PlayedCall, ...], standing: Standing) -> Iterator[str]:
    """Each call with its first, best and latest score, and when it is suggested again."""
    if not calls:
        yield _("You have not played a call to its end yet.")
    for call in calls:
        tries = ngettext("played {count} time", "played {count} times", call.tries).format(count=call.tries)
        if call.first is None or call.best is None or call.latest is None:
            yield _("{title}: {tries}, always with help.").format(title=call.title, tries=tries)
            continue
        scores = [shown(one.score) for one in (call.first, call.best, call.latest)]
        text = _("{title}: {tries}; first score {first}, best {best}, latest {latest}. Suggested again {day}.")
        day = day_from(standing.today, standing.due.get(call.scenario, standing.today))
        first, best, latest = scores
        yield text.format(title=call.title, tries=tries, first=first, best=best, latest=latest, day=day)


def progress_lines(standing: Standing) -> Iterator[str]:
    """Each skill with the latest of the scores that it is made from, the oldest first."""
    if not standing.skills:
        yield from skill_lines(standing)
    for skill in standing.skills:
        yield skill_sentence(skill, standing.labels)
        scores = list_of([str(round(score)) for score in skill.scores[-LATEST:]])
        yield _("Latest calls: {scores}.").format(scores=scores)
