"""A call while it is written, line by line: what the checker says of its file, and the call to be tried anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scoring.evidence import Marks
from simulator.model.heard import Heard, Kind
from simulator.pages import page
from simulator.plain.answers import number_in
from simulator.plain.commands import command_of, help_lines
from simulator.plain.console import Console, InputEnded
from simulator.plain.marks import without_marks
from simulator.plain.telling import heard_line
from simulator.plain.trying import choice_lines, notice_lines, place_lines, range_lines, worth_of
from simulator.preview.preview import Preview
from simulator.preview.pricing import Prices
from simulator.preview.reading import read, survey
from simulator.preview.trial import Trial
from simulator.session import SessionError
from simulator.session.progress import Taken
from simulator.words import _, language, list_of, ngettext, say
from simulator.words.diagnostics import full


class PlainPreview:
    """Follows one file at the author's command. Nothing is recorded."""

    def __init__(self, console: Console, path: Path, agent: str) -> None:
        self._console = console
        self._path = path
        self._preview = Preview(agent=agent)
        self._prices: Prices | None = None
        self._told: tuple[Heard, ...] = ()
        self._deeds: dict[str, Callable[[str], None]] = {
            "state": self._state,
            "set": self._set,
            "silence": lambda _rest: self._try(Trial.keep_silent),
            "undo": lambda _rest: self._try(Trial.undo),
            "restart": lambda _rest: self._try(Trial.restart),
            "variant": self._variant,
            "reload": lambda _rest: self._read(),
            "explain": self._explain,
            "help": lambda _rest: self._help(),
        }

    def run(self) -> bool:
        """Until the author leaves or the input ends; whether the file holds a call then."""
        self._read()
        try:
            while self._obey(self._console.ask(_("Your command (a number, ? for help):")).text):
                pass
        except InputEnded:
            pass
        reading = self._preview.reading
        return reading is not None and reading.has_call

    def _obey(self, typed: str) -> bool:
        """Do what was typed; False for the wish to leave."""
        command, rest = command_of(typed)
        if command == "quit":
            return False
        if command is not None:
            self._deeds[command](rest)
        elif not typed:
            self._tell_all()
        else:
            self._answer(typed)
        return True

    def _answer(self, typed: str) -> None:
        trial = self._preview.trial
        if trial is None:
            self._console.tell(_("There is no call to show yet."))
            return
        offered = trial.view.offered
        number = number_in(typed, len(offered))
        if number is None:
            text = _("“{answer}” is no command here. Type the number of an answer, or ? for help.")
            self._console.tell(text.format(answer=typed[:40]))
            return
        self._try(lambda trial: trial.choose(offered[number - 1].id))

    def _try(self, deed: Callable[[Trial], Trial]) -> None:
        """Do something with the call; what cannot be done is told."""
        before = self._preview.trial
        if before is None:
            self._console.tell(_("There is no call to show yet."))
            return
        try:
            trial = deed(before)
        except SessionError as error:
            self._console.tell(say(error.message))
            return
        self._preview = self._preview.tried(trial)
        self._tell_trial(trial)

    def _state(self, name: str) -> None:
        trial = self._preview.trial
        if name or trial is None:
            self._try(lambda trial: trial.jump(name))
            return
        self._console.tell(_("States: {states}").format(states=list_of(list(trial.scenario.states))))
        self._console.tell(_("Endings: {endings}").format(endings=list_of(list(trial.scenario.endings))))

    def _set(self, rest: str) -> None:
        name, _blank, value = rest.partition(" ")
        trial = self._preview.trial
        if rest or trial is None:
            self._try(lambda trial: trial.setting({name: value.strip()}))
            return
        self._tell(range_lines(trial))

    def _variant(self, name: str) -> None:
        trial = self._preview.trial
        if name or trial is None:
            self._try(lambda trial: trial.restart(name))
            return
        known = [variant.id for variant in trial.scenario.variants]
        self._console.tell(_("Variants: {variants}").format(variants=list_of(known)))

    def _explain(self, code: str) -> None:
        try:
            found = page(code.upper(), language())
        except KeyError:
            self._console.tell(_("There is no code “{code}”.").format(code=code[:80]))
            return
        self._console.tell(f"{found.code} – {found.title}")
        for place, part in enumerate(found.parts):
            self._console.tell_text(part if place % 2 else without_marks(part))

    def _help(self) -> None:
        self._tell(help_lines())

    def _read(self) -> None:
        """Read the file, and tell everything that there is to say of it."""
        reading = survey(read(self._path))
        if reading.says_the_same(self._preview.reading):
            self._console.tell(_("The file is as it was."))
        else:
            self._preview = self._preview.read(reading)
            if reading.has_call:
                self._prices = None if reading.ground is None else Prices(reading.ground)
        self._tell_file()
        self._told = ()
        self._tell_all()

    def _tell_file(self) -> None:
        reading = self._preview.reading
        if reading is None:
            return
        for diagnostic in reading.file.diagnostics:
            self._console.tell_text(full(diagnostic, reading.file.source))
            self._console.tell()
        errors = ngettext("{count} error", "{count} errors", reading.errors).format(count=reading.errors)
        warnings = ngettext("{count} warning", "{count} warnings", reading.warnings).format(count=reading.warnings)
        if reading.problem is not None:
            self._console.tell(say(reading.problem))
            self._console.tell(_("Type reload as soon as it can be read."))
        elif reading.file.diagnostics:
            self._console.tell(_("{errors}, {warnings}.").format(errors=errors, warnings=warnings))
        else:
            self._console.tell(_("Nothing is wrong with this file."))

    def _tell_all(self) -> None:
        """Where the call stands, its last words included."""
        self._console.tell()
        self._tell(notice_lines(self._preview))
        trial = self._preview.trial
        if trial is not None:
            self._told = self._told[:-1]
            self._tell_trial(trial)

    def _tell_trial(self, trial: Trial) -> None:
        """What is new, then where the call stands."""
        heard = trial.transcript
        goes_on = trial.progress.taken and heard[: len(self._told)] == self._told
        known = len(self._told) if goes_on else 0
        self._told = heard
        answers = [place for place, entry in enumerate(heard) if entry.kind in (Kind.CHOICE, Kind.SILENCE)]
        for place in range(known, len(heard)):
            self._console.tell(heard_line(heard[place], trial.caller))
            if place in answers:
                self._comment(trial, trial.progress.taken[answers.index(place)])
        self._console.tell()
        self._tell(place_lines(trial))
        self._tell(choice_lines(trial, self._marks(trial)))

    def _comment(self, trial: Trial, taken: Taken) -> None:
        """What an answer was worth, and why."""
        marks = self._prices.marks_at(trial.variant, taken.before) if self._prices else None
        if marks and taken.choice in marks:
            self._console.tell(_("Feedback: {verdict}.").format(verdict=worth_of(marks[taken.choice])))
        why = trial.why(taken)
        if why:
            self._console.tell(_("Why: {why}").format(why=why))

    def _marks(self, trial: Trial) -> Mapping[str, Marks] | None:
        prices = self._prices
        if prices is None or not prices.has(trial.variant):
            return None
        if prices.marks(trial) is None:
            found = prices.values_from(trial)
            if found is not None:
                prices.keep(found)
        return prices.marks(trial)

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._console.tell(line)
