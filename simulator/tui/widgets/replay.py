"""One decision of a session under review: what was heard, what was on offer as it was shown, what came of it."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import Visual

from simulator.model.heard import Heard, Kind
from simulator.report.debrief_words import critical_labels, lost_on, one_line
from simulator.report.review_words import gauge_words, scores_words, seen_words
from simulator.session import DecisionRow, OnOffer, ReviewedSession
from simulator.tui.text import BLANK, Words, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.heard import SPOKEN, body_of, margin_of, margin_width
from simulator.tui.widgets.offered import answer_words
from simulator.tui.widgets.said import said_rows
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words, moment
from simulator.words.labels import mode_word, phase_word, verdict_sign, verdict_word

_PLACES: Final = 6
"""Cells of what stands before an answer: whether it was taken, its place, the sign of its verdict."""


class ReplayPane(VerticalScroll, can_focus=False):
    """Shows one decision of one session; `named` sets the session apart from another one beside it."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._moment = Words()

    def compose(self) -> ComposeResult:
        """The moment."""
        yield self._moment

    def show(self, told: ReviewedSession, number: int, *, marked: bool, named: bool) -> None:
        """Show decision `number`, or the last one where there are fewer; 0 says what there is to go through."""
        last = len(told.debrief.decisions)
        shown = replay_rows(told, min(number, last), marked=marked) if number else plain(_how_to(), "$muted")
        rows: list[Content | Visual] = [_try_words(told), BLANK] if named else []
        self._moment.say(stacked([*rows, shown]))
        self.scroll_home(animate=False)


def _how_to() -> str:
    return _("Next goes through the call, decision by decision, as the trainee saw it.")


def _try_words(told: ReviewedSession) -> Content:
    """Which try it is, and what it came to."""
    begun = told.debrief.begun
    day = moment(begun.astimezone()) if begun else ""
    return plain(" · ".join(filter(None, [day, scores_words(told)])), "bold $primary")


def replay_rows(told: ReviewedSession, number: int, *, marked: bool = True) -> Visual:
    """A decision as it came about. Not `marked`: before the answer, as the trainee had it in front of them."""
    decision = told.debrief.decision(number)
    rows: list[Content | Visual] = [_head(decision, told, marked=marked), BLANK]
    rows += [_heard(one, told.caller) for one in decision.said if one.kind in SPOKEN or one.kind is Kind.SCENE]
    if decision.typed:
        rows += [BLANK, plain(_("Typed before the answers were shown: {words}").format(words=one_line(decision.typed)))]
    if levels := gauge_words(decision, told.debrief.mode):
        rows.append(plain(levels, "$muted"))
    rows += [BLANK, *(_offered(place, one, marked=marked) for place, one in enumerate(decision.offered, start=1))]
    if marked:
        rows += _what_came_of_it(decision, told)
    return stacked(rows)


def trainee_words(told: ReviewedSession) -> Content:
    """Who played, how, and both scores."""
    debrief = told.debrief
    score = plain(str(debrief.shown), "strike" if debrief.struck_out else "bold")
    parts = [plain(f"{debrief.trainee or _('no name')} · {mode_word(debrief.mode)} · ", "$muted"), score]
    if told.reviewed.shown != debrief.shown:
        parts.append(plain(f" → {told.reviewed.shown}", "bold $accent"))
    return Content.assemble(*parts)


def _head(decision: DecisionRow, told: ReviewedSession, *, marked: bool) -> Visual:
    title = plain(f"{decision.number}/{len(told.debrief.decisions)}", "bold")
    phase = phase_word(decision.phase) if decision.phase else ""
    if not marked:
        return Beside([title], Prose(plain(phase, "$muted")), title.cell_length, stays=True)
    style = f"bold {STYLES[str(decision.verdict)]}"
    cost = cost_words(decision.shown_cost)
    verdict = f"{verdict_sign(decision.verdict)} {verdict_word(decision.verdict)}"
    facts = " · ".join(filter(None, [phase, lost_on(decision, told.debrief)]))
    words = [plain(f"{verdict}  {cost}".rstrip(), style)]
    if told.corrections_of(decision.number):
        after = told.reviewed.decisions[decision.number - 1].shown_cost
        words.append(plain(f"  → {cost_words(after) or '0'}", "bold $accent"))
    words.append(plain(f"  {facts}" if facts else "", "$muted"))
    return Beside([title], Prose(Content.assemble(*words)), title.cell_length, stays=True)


def _offered(place: int, one: OnOffer, *, marked: bool) -> Visual:
    """An answer at its place; once `marked`, whether it was taken, its verdict and its cost."""
    if not marked:
        return Beside([plain(f"  {place}", "$muted")], Prose(answer_words(one.text, one.action)), _PLACES, gap=1)
    style = STYLES[str(one.verdict)]
    cost = cost_words(one.shown_cost)
    margin = Content.assemble(
        plain("▸ " if one.chosen else "  ", "bold $secondary"),
        plain(f"{place} ", "bold" if one.chosen else "$muted"),
        plain(verdict_sign(one.verdict), f"bold {style}"),
    )
    words = Content.assemble(
        answer_words(one.text, one.action, "bold" if one.chosen else ""),
        plain(f"\u00a0\u00a0{cost}" if cost else "", style),
    )
    return Beside([margin], Prose(words), _PLACES, gap=1, stays=True)


def _what_came_of_it(decision: DecisionRow, told: ReviewedSession) -> list[Content | Visual]:
    rows: list[Content | Visual] = []
    if decision.silence:
        rows.append(plain(_("Taken: nothing was said."), "bold $secondary"))
    rows += [plain(f"✗ {label}", "bold $error") for label in critical_labels(decision, told.debrief)]
    if decision.why:
        rows.append(plain(decision.why, "$muted"))
    if seen := seen_words(decision):
        rows.append(plain(seen, "$muted"))
    if said := said_rows(told, decision.number):
        rows += [BLANK, *said]
    return [*rows, BLANK, *(_heard(heard, told.caller) for heard in decision.heard)]


def _heard(heard: Heard, caller: str) -> Visual:
    if heard.kind not in SPOKEN:
        return Prose(body_of(heard))
    return Beside(margin_of(heard, caller), Prose(body_of(heard)), margin_width(caller))
