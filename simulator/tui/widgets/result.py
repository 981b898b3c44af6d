"""The top of a debrief: passed or not, the score, the objectives, and what went wrong."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.report.debrief_words import apart_words, brought_out, last_try_words, question_words
from simulator.session import Debrief
from simulator.tui.text import BLANK, lines, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.card import heading
from simulator.words import _, list_of
from simulator.words.labels import mode_word, outcome_word


def result_rows(debrief: Debrief) -> Visual:
    """Passed or not, how the call ended, what fails it, and what it reached."""
    rows: list[Content | Visual] = [_verdict(debrief), plain(" · ".join(_circumstances(debrief)), "$muted")]
    if last := last_try_words(debrief):
        rows.append(plain(last, "$muted"))
    rows.append(BLANK)
    reached = Content.assemble(plain(debrief.ending_title, "bold"), f" ({outcome_word(debrief.outcome)})")
    rows.append(Content.assemble(plain(f"{_('For the customer')}  ", "$muted"), reached))
    rows.append(plain(debrief.ending_text))
    if apart := apart_words(debrief):
        rows.append(plain(apart, "$muted"))
    objectives = [BLANK, *_objectives(debrief)] if debrief.objectives else []
    return stacked(rows + _critical(debrief) + _spent(debrief) + objectives)


def learned_rows(debrief: Debrief) -> Visual:
    """What never came out in the call, and what the trainee said of it before they saw any of this."""
    return stacked(_never_learned(debrief) + _reflections(debrief))


def _verdict(debrief: Debrief) -> Content:
    passed = debrief.passed and not debrief.struck_out
    word, style = (f"✓ {_('Passed')}", "$success") if passed else (f"✗ {_('Not passed')}", "$error")
    score = plain(_("{score} of 100").format(score=debrief.shown), "strike" if debrief.struck_out else "bold")
    mark = _("{mark} to pass").format(mark=debrief.pass_mark)
    stamp = plain(f" {word} ", f"bold reverse {style}")
    return Content.assemble(stamp, "  ", score, plain(f"  {debrief.band} · {mark}", "$muted"))


def _circumstances(debrief: Debrief) -> list[str]:
    """The mode, and why the score may not count."""
    facts = [mode_word(debrief.mode)]
    if debrief.branch_of is not None:
        facts.append(_("tried again from decision {number}").format(number=debrief.branch_of.decision))
    if not debrief.counts:
        facts.append(_("not counted"))
    if debrief.other_rules:
        facts.append(_("recorded under other rules; scored by those of today"))
    return facts


def _critical(debrief: Debrief) -> list[Content | Visual]:
    rows: list[Content | Visual] = []
    for error in debrief.critical:
        where = list_of([str(number) for number in error.decisions])
        head = _("Critical error: {label}, decision {where}").format(label=error.label, where=where)
        rows += [BLANK, plain(f"✗ {head}", "bold $error"), plain(error.about)]
    return rows


def _objectives(debrief: Debrief) -> list[Content | Visual]:
    rows: list[Content | Visual] = [heading(_("Objectives"))] if debrief.objectives else []
    for objective in debrief.objectives:
        mark = plain("✓", "bold $success") if objective.met else plain("✗", "bold $error")
        rows.append(Beside([mark], Prose(plain(objective.text)), 1, gap=1, stays=True))
    return rows


def _spent(debrief: Debrief) -> list[Content | Visual]:
    rows: list[Content | Visual] = []
    for gauge in debrief.gauges_ended:
        where = list_of([str(number) for number, _spent in gauge.spent])
        text = _("{gauge} ran out; it was spent at decisions {where}.").format(gauge=gauge.label, where=where)
        rows += [BLANK, plain(text, "$error")]
    return rows


def _never_learned(debrief: Debrief) -> list[Content | Visual]:
    told = [fact for fact in debrief.never_learned if fact.line]
    rows: list[Content | Visual] = [heading(_("What you never learned"))] if told else []
    for fact in told:
        rows.append(Beside([plain("“", "$muted")], Prose(plain(fact.line or "", "italic")), 1, gap=1, stays=True))
        if fact.asked_by:
            rows.append(plain(brought_out(fact.asked_by, fact.asked_action), "$muted"))
    return rows


def _reflections(debrief: Debrief) -> list[Content | Visual]:
    rows: list[Content | Visual] = []
    for one in debrief.reflections:
        rows += [plain(question_words(one.question), "$muted"), lines(one.words)]
    head = heading(_("What you said before you saw this"))
    above: list[Content | Visual] = [BLANK] if rows and any(fact.line for fact in debrief.never_learned) else []
    return [*above, head, *rows] if rows else []
