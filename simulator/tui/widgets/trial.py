"""The call as its author tries it: where it stands, what was heard, gauges, facts, and the choices with their cost."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.visual import Visual

from simulator.model.position import Position
from simulator.model.scenario import SILENCE
from simulator.preview.preview import Preview
from simulator.preview.pricing import Prices
from simulator.preview.trial import Trial
from simulator.tui.text import Words, labelled, plain, stacked
from simulator.tui.visuals import Cell, Columns, Prose
from simulator.tui.widgets.gauges import Gauges
from simulator.tui.widgets.priced import PricedChoices, worth_rows
from simulator.tui.widgets.transcript import Transcript
from simulator.words import _, say
from simulator.words.labels import outcome_word, phase_word


class TrialPane(Vertical):
    """Shows a preview. Posts `Choices.Taken` as the list in it does."""

    def __init__(self) -> None:
        super().__init__(id="trial")
        self._moment = 0
        self._stood: tuple[Position, int] | None = None
        """Where the author stood last, and after how many answers."""

    def compose(self) -> ComposeResult:
        """Where, what to know of it, the words, the numbers, the choices."""
        yield Words(id="place")
        yield Words(id="notice")
        yield Transcript("", 0)
        yield Gauges()
        yield Words(id="facts")
        yield PricedChoices()
        yield Words(id="no-choice")

    def on_mount(self) -> None:
        """Nothing is there before the file was read."""
        for child in self.children:
            child.display = False

    def show(self, preview: Preview, prices: Prices | None) -> None:
        """Show where the author stands; without `prices` the choices keep those that they have."""
        notice, rows = self.query_one("#notice", Words), notice_rows(preview, prices)
        notice.display = bool(rows)
        notice.say(stacked(rows))
        if preview.trial is not None:
            self._show_numbers(preview.trial)
            self._show_words(preview.trial, prices)
            self._show_choices(preview.trial, prices)

    def _show_numbers(self, trial: Trial) -> None:
        gauges, full = trial.view.gauges, self.screen.has_class("-tall")
        self._say("#place", place_words(trial))
        self._say("#facts", facts_rows(trial, full=full), there=bool(trial.facts or trial.spent))
        self.query_one(Gauges).show(gauges, len(trial.progress.taken) + 1)
        self.query_one(Gauges).display = bool(gauges)

    def _show_words(self, trial: Trial, prices: Prices | None) -> None:
        """What was heard, and of each answer what it was worth."""
        transcript = self.query_one(Transcript)
        transcript.display = True
        transcript.hear_from(trial.caller)
        transcript.show(trial.transcript, speak=False)
        for taken in trial.progress.taken:
            if taken.choice != SILENCE:
                found = prices.marks_at(trial.variant, taken.before) if prices else None
                transcript.comment(taken.number, worth_rows((found or {}).get(taken.choice), trial.why(taken)))

    def _show_choices(self, trial: Trial, prices: Prices | None) -> None:
        stands = (trial.position, len(trial.progress.taken))
        if stands != self._stood:
            self._stood, self._moment = stands, self._moment + 1
        view, choices = trial.view, self.query_one(PricedChoices)
        choices.display = bool(view.offered)
        choices.show(self._moment, view.offered, view.speaks)
        if prices is not None:
            choices.price(prices.marks(trial) or {})
        sentence = _("The call is over.") if trial.ending else _("No choice is on offer here: a call would be stuck.")
        self._say("#no-choice", plain(sentence, "bold"), there=not view.offered)

    def _say(self, name: str, words: Content | Visual, *, there: bool = True) -> None:
        self.query_one(name, Words).say(words)
        self.query_one(name).display = there

    def point_at(self, number: int) -> str | None:
        """Point at the choice with that number key; its id, None where there is none."""
        return self.query_one(PricedChoices).point_at(number)


def place_words(trial: Trial) -> Content:
    """The state or the ending, and the variant."""
    state = trial.scenario.states.get(trial.position.state)
    about = [phase_word(state.phase)] if state is not None and state.phase else []
    about += [outcome_word(trial.ending.outcome)] if trial.ending else []
    if len(trial.scenario.variants) > 1:
        about.append(_("variant {variant}").format(variant=trial.variant))
    return Content.assemble(
        plain(trial.position.state, "bold $primary"), plain("".join(f" · {word}" for word in about), "$muted")
    )


def facts_rows(trial: Trial, *, full: bool) -> Visual:
    """The facts as they stand, and what can happen once and has: a line each unless all is wanted in `full`.

    What is not as it was at the start comes first.
    """
    here, fresh = f"{trial.position.state}/", trial.restart().facts
    facts = sorted(zip(trial.facts, fresh, strict=True), key=lambda pair: pair[0] == pair[1])
    rows = [(_("Facts"), " · ".join(f"{fact.id}\u00a0=\u00a0{fact.value}" for fact, _start in facts))]
    rows.append((_("Spent"), ", ".join(mark.removeprefix(here) for mark in trial.spent)))
    told = [(label, text) for label, text in rows if text]
    width = max((len(label) for label, _text in told), default=0)
    bodies = [Prose(plain(text)) if full else Columns([Cell(plain(text))]) for _label, text in told]
    return stacked([labelled(label, body, width) for (label, _text), body in zip(told, bodies, strict=True)])


def notice_rows(preview: Preview, prices: Prices | None) -> list[Content]:
    """What has to be known of the call that is shown."""
    rows = [plain(f"! {say(note)}", "$warning") for note in preview.notes]
    if preview.trial is not None and prices is not None and not prices.has(preview.trial.variant):
        rows.append(plain(_("No costs: not every call of this variant comes to an end."), "$muted"))
    if preview.is_old:
        sentence = _("Old: this is the call as it last was; the file cannot be played now.")
        rows.append(plain(f"✗ {sentence}", "bold $error"))
    if preview.trial is None and preview.reading is not None:
        rows.append(plain(_("There is no call to show yet.")))
    return rows
