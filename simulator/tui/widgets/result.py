"""The top of a debrief: passed or not, the score, the objectives, the criteria as bars."""

from __future__ import annotations

from textual.content import Content

from simulator.session import CriterionRow, Debrief
from simulator.tui.text import plain
from simulator.words import _, list_of, percent
from simulator.words.labels import outcome_word

BAR = 20


def result_rows(debrief: Debrief) -> list[Content]:
    """What came of the call."""
    rows = [plain(debrief.title, "bold $primary"), _verdict(debrief), Content("")]
    rows.append(Content.assemble((debrief.ending_title, "bold"), f" ({outcome_word(debrief.outcome)})"))
    rows.append(plain(debrief.ending_text))
    for error in debrief.critical:
        where = list_of([str(number) for number in error.decisions])
        head = _("Critical error: {label}, decision {where}").format(label=error.label, where=where)
        rows += [Content(""), plain(f"X {head}", "bold $error"), plain(error.about)]
    if debrief.objectives:
        rows += [Content(""), plain(_("Objectives"), "bold $primary")]
        rows += [plain(f"{'✓' if o.met else '✗'} {o.text}") for o in debrief.objectives]
    for gauge in debrief.gauges_ended:
        where = list_of([str(number) for number, _spent in gauge.spent])
        text = _("{gauge} ran out; it was spent at decisions {where}.").format(gauge=gauge.label, where=where)
        rows += [Content(""), plain(text, "$error")]
    learned = [fact.line for fact in debrief.never_learned if fact.line]
    if learned:
        rows += [Content(""), plain(_("What you never learned"), "bold $primary")]
        rows += [plain(f"· {line}") for line in learned]
    return [*rows, Content("")]


def _verdict(debrief: Debrief) -> Content:
    score = _("{score} of 100").format(score=debrief.shown)
    mark = _("{mark} to pass").format(mark=debrief.pass_mark)
    if debrief.struck_out:
        return Content.assemble((f"✗ {_('Not passed')}", "bold $error"), "  ", (score, "strike"), f"  ({mark})")
    word, style = (_("Passed"), "$success") if debrief.passed else (_("Not passed"), "$error")
    sign = "✓" if debrief.passed else "✗"
    return Content.assemble((f"{sign} {word}", f"bold {style}"), f"  {score}, {debrief.band}  ({mark})")


def criteria_rows(debrief: Debrief) -> list[Content]:
    """A bar for each criterion that the call assesses, and one line for the others."""
    width = max((len(row.label) for row in debrief.criteria), default=0)
    rows = [plain(_("Criteria"), "bold $primary")]
    for row in debrief.criteria:
        if row.shown is not None:
            rows.append(_bar(row, width))
            if row.level_words:
                rows.append(plain(f"  {row.level_words}", "$text-muted"))
    if debrief.other is not None:
        text = _("Not assessed in this call: {labels}. Points lost there: {lost}.").format(
            labels=list_of(list(debrief.other.labels)), lost=debrief.other.shown_lost
        )
        rows.append(plain(text, "$text-muted"))
    return [*rows, Content("")]


def _bar(row: CriterionRow, width: int) -> Content:
    score = row.shown or 0
    full = round(score * BAR / 100)
    style = "$success" if score >= 70 else "$warning" if score >= 40 else "$error"
    lost = _("{lost} lost, {weight} of the score").format(lost=row.shown_lost, weight=percent(row.effective_weight))
    return Content.assemble(
        f"{row.label:<{width}} ", ("█" * full, style), ("░" * (BAR - full), "$text-muted"), (f" {score:>3}", "bold"),
        (f"  {lost}", "$text-muted"),
    )  # fmt: skip
