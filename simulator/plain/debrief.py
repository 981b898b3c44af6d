"""The debrief, as lines: the result, the criteria, then every decision with what it cost and what was better."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.plain.telling import heard_line
from simulator.session import CriterionRow, Debrief, DecisionRow
from simulator.words import _, list_of, percent, points
from simulator.words.labels import action_word, mode_word, outcome_word, verdict_word, words_of_law


def debrief_lines(debrief: Debrief, caller: str) -> Iterator[str]:
    """The whole debrief, a line for each thing to say; empty lines part the sections."""
    yield _("Debrief: {title}").format(title=debrief.title)
    yield from _result(debrief)
    yield ""
    yield _("Criteria")
    yield from _criteria(debrief)
    yield ""
    yield _("Decision by decision")
    if debrief.law_as_of is not None:
        yield words_of_law(debrief.law_as_of)
    for decision in debrief.decisions:
        yield ""
        yield from _decision(decision, caller, debrief)
    if debrief.code:
        yield ""
        yield _("Code of this record: {code}").format(code=debrief.code)


def _result(debrief: Debrief) -> Iterator[str]:
    yield _("{title} ({outcome}).").format(title=debrief.ending_title, outcome=outcome_word(debrief.outcome))
    yield debrief.ending_text
    yield passed_line(debrief.shown, debrief.band, debrief.pass_mark, debrief.passed, debrief.struck_out)
    yield from _circumstances(debrief)
    yield from _came_of_it(debrief)


def passed_line(shown: int, band: str, mark: int, passed: bool, struck_out: bool) -> str:
    """The score and whether it passed; `struck_out` where a critical error failed the call."""
    score = _("{score} of 100, {band}; {mark} to pass").format(score=shown, band=band, mark=mark)
    if struck_out:
        return _("Not passed: a critical error fails the call whatever the score ({score}).").format(score=score)
    return (_("Passed: {score}.") if passed else _("Not passed: {score}.")).format(score=score)


def _circumstances(debrief: Debrief) -> Iterator[str]:
    """The mode, and why the score may not count."""
    yield _("Mode: {mode}.").format(mode=mode_word(debrief.mode))
    if debrief.branch_of is not None:
        yield _("Tried again from decision {number} of another session.").format(number=debrief.branch_of.decision)
    if not debrief.counts:
        yield _("This session does not count for your best score.")
    if debrief.other_rules:
        yield _("It was recorded under other rules; the score is by those of today.")


def _came_of_it(debrief: Debrief) -> Iterator[str]:
    for error in debrief.critical:
        where = list_of([str(number) for number in error.decisions])
        yield _("Critical error: {label}, at decision {where}. {about}").format(
            label=error.label, where=where, about=error.about
        )
    for objective in debrief.objectives:
        text = _("Objective met: {text}") if objective.met else _("Objective not met: {text}")
        yield text.format(text=objective.text)
    for gauge in debrief.gauges_ended:
        where = list_of([str(number) for number, _spent in gauge.spent])
        yield _("{gauge} ran out; it was spent at decisions {where}.").format(gauge=gauge.label, where=where)
    for fact in debrief.never_learned:
        if fact.line and fact.asked_by:
            text = _("You never learned this: {line} It would have come out with: {asked}")
            yield text.format(line=fact.line, asked=fact.asked_by)
        elif fact.line:
            yield _("You never learned this: {line}").format(line=fact.line)


def _criteria(debrief: Debrief) -> Iterator[str]:
    for row in debrief.criteria:
        if row.shown is not None:
            yield _criterion(row, row.shown)
    if debrief.other is not None:
        yield _("Not assessed in this call: {labels}. Points lost there: {lost}.").format(
            labels=list_of(list(debrief.other.labels)), lost=debrief.other.shown_lost
        )


def _criterion(row: CriterionRow, score: int) -> str:
    text = _("{label}: {score} of 100, {lost} lost, {weight} of the score.").format(
        label=row.label, score=score, lost=points(row.shown_lost), weight=percent(row.effective_weight)
    )
    return f"{text} {row.level_words}" if row.level_words else text


def _decision(decision: DecisionRow, caller: str, debrief: Debrief) -> Iterator[str]:
    cost = points(round(decision.cost, 1))
    verdict = verdict_word(decision.verdict)
    yield _("Decision {number}: {verdict}, cost {cost}.").format(number=decision.number, verdict=verdict, cost=cost)
    if decision.risky:
        yield _("An equally good answer would have spared the caller's patience or trust.")
    for heard in decision.said:
        yield heard_line(heard, caller)
    yield _chosen(decision)
    if decision.why:
        yield _("Why: {why}").format(why=decision.why)
    names = {error.id: error.label for error in debrief.critical}
    for error in decision.critical:
        yield _("Critical error: {label}.").format(label=names.get(error, error))
    if decision.techniques:
        yield _("Technique: {labels}.").format(labels=list_of([t.label for t in decision.techniques]))
    if decision.best and decision.cost > 0:
        yield from _better(decision, caller)
    if decision.see is not None:
        yield _("Read again: {article}").format(article=decision.see.title)


def _chosen(decision: DecisionRow) -> str:
    if decision.silence:
        return _("You said nothing.")
    if decision.action:
        return _("You chose ({action}): {text}").format(action=action_word(decision.action), text=decision.text)
    return _("You chose: {text}").format(text=decision.text)


def _better(decision: DecisionRow, caller: str) -> Iterator[str]:
    best = decision.best[0]
    if best.action:
        yield _("Better ({action}): {text}").format(action=action_word(best.action), text=best.text)
    else:
        yield _("Better: {text}").format(text=best.text)
    if best.why:
        yield _("Why: {why}").format(why=best.why)
    for heard in decision.best_leads_to[1:]:
        yield _("It would have led to this. {line}").format(line=heard_line(heard, caller))
        break
