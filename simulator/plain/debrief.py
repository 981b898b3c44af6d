"""The debrief, as lines: the result, the criteria, then every decision with what it cost and what was better."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.plain.telling import heard_line, said_or_done
from simulator.report.debrief_words import (
    apart_words,
    brought_out,
    cost_of,
    critical_labels,
    curve_words,
    last_try_words,
    lost_on,
    not_assessed,
    often_heard,
    one_line,
    out_of_reach_words,
    question_words,
    sum_words,
    took_words,
)
from simulator.session import CriterionRow, Debrief, DecisionRow, OnOffer
from simulator.words import _, list_of, percent, points
from simulator.words.labels import action_word, mode_word, outcome_word, verdict_word, words_of_law


def debrief_lines(debrief: Debrief, caller: str) -> Iterator[str]:
    """The whole debrief, a line for each thing to say; empty lines part the sections."""
    yield _("Debrief: {title}").format(title=debrief.title)
    yield from _result(debrief)
    yield ""
    yield _("Criteria")
    yield from _criteria(debrief)
    if debrief.reflections:
        yield ""
        yield _("What you said before you saw this")
        yield from (f"{question_words(one.question)} {one_line(one.words)}" for one in debrief.reflections)
    yield from _lessons(debrief)
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
    reached = _("For the customer: {title} ({outcome}).")
    yield reached.format(title=debrief.ending_title, outcome=outcome_word(debrief.outcome))
    yield debrief.ending_text
    yield passed_line(debrief.shown, debrief.band, debrief.pass_mark, debrief.passed, debrief.struck_out)
    said = apart_words(debrief), sum_words(debrief), curve_words(debrief), out_of_reach_words(debrief)
    yield from filter(None, said)
    if last := last_try_words(debrief):
        yield last
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
        told = _("You never learned this: {line}").format(line=fact.line)
        if fact.line and fact.asked_by:
            yield told + " " + brought_out(fact.asked_by, fact.asked_action)
        elif fact.line:
            yield told


def _criteria(debrief: Debrief) -> Iterator[str]:
    for row in debrief.criteria:
        if row.shown is not None:
            yield _criterion(row, row.shown)
    if debrief.other is not None:
        yield not_assessed(debrief.other)


def _criterion(row: CriterionRow, score: int) -> str:
    text = _("{label}: {score} of 100, {lost} lost, {weight} of the score.")
    if row.before is not None:
        text = _("{label}: {score} of 100 (last try {before}), {lost} lost, {weight} of the score.")
    told = text.format(
        label=row.label,
        score=score,
        before=row.before,
        lost=points(row.shown_lost),
        weight=percent(row.effective_weight),
    )
    return f"{told} {often_heard(row.level_words)}" if row.level_words else told


def _lessons(debrief: Debrief) -> Iterator[str]:
    """The decisions to learn most from: why, and what to say instead."""
    if debrief.lessons:
        yield ""
        yield _("What to learn from this call")
    for place, number in enumerate(debrief.lessons, start=1):
        decision = debrief.decision(number)
        yield ""
        yield _lesson_head(place, decision, debrief)
        yield from _typed(decision)
        yield _chosen(decision)
        if decision.why:
            yield _("Why: {why}").format(why=decision.why)
        for best in decision.best[:1]:
            yield said_or_done(best.text, best.action, _("Say instead: {text}"), _("Do instead ({action}): {text}"))
            if best.why:
                yield _("Why: {why}").format(why=best.why)
            for technique in best.techniques:
                yield _("Technique: {label}. {about}").format(label=technique.label, about=technique.about)


def _lesson_head(place: int, decision: DecisionRow, debrief: Debrief) -> str:
    if decision.critical:
        labels = list_of(critical_labels(decision, debrief))
        text = _("Lesson {place}: decision {number} was a critical error ({labels}).")
        return text.format(place=place, number=decision.number, labels=labels)
    text = _("Lesson {place}: decision {number} cost {cost} ({criteria}).")
    return text.format(place=place, number=decision.number, cost=cost_of(decision), criteria=lost_on(decision, debrief))


def _typed(decision: DecisionRow) -> Iterator[str]:
    if decision.typed:
        yield _("Before you saw the answers you typed: {words}").format(words=one_line(decision.typed))


def _decision(decision: DecisionRow, caller: str, debrief: Debrief) -> Iterator[str]:
    yield decision_head(decision, debrief)
    for heard in decision.said:
        yield heard_line(heard, caller)
    yield from _typed(decision)
    yield _chosen(decision)
    if took := took_words(decision):
        yield _("You took {time}.").format(time=took)
    if decision.why:
        yield _("Why: {why}").format(why=decision.why)
    if decision.risky:
        yield _("An equally good answer would have spared the caller's patience or trust.")
    for label in critical_labels(decision, debrief):
        yield _("Critical error: {label}.").format(label=label)
    if decision.techniques:
        yield _("Technique: {labels}.").format(labels=list_of([t.label for t in decision.techniques]))
    if decision.best and decision.cost > 0:
        yield from _best(decision, caller)
    best = decision.best[:1] if decision.cost > 0 else ()
    yield from (_other(one) for one in decision.offered if not one.chosen and one not in best)
    if decision.see is not None:
        yield _("Worth reading: {article}").format(article=decision.see.title)


def decision_head(decision: DecisionRow, debrief: Debrief) -> str:
    """The number of a decision, its verdict, what it cost and on what."""
    verdict, cost, criteria = verdict_word(decision.verdict), cost_of(decision), lost_on(decision, debrief)
    if not cost:
        return _("Decision {number}: {verdict}.").format(number=decision.number, verdict=verdict)
    text = _("Decision {number}: {verdict}, {cost} lost ({criteria}).")
    return text.format(number=decision.number, verdict=verdict, cost=cost, criteria=criteria)


def _chosen(decision: DecisionRow) -> str:
    if decision.silence:
        return _("You said nothing.")
    if decision.action:
        return _("You chose ({action}): {text}").format(action=action_word(decision.action), text=decision.text)
    return _("You chose: {text}").format(text=decision.text)


def _best(decision: DecisionRow, caller: str) -> Iterator[str]:
    """The best answer, and how the call would have gone on after it."""
    best = decision.best[0]
    yield said_or_done(best.text, best.action, _("Better: {text}"), _("Better ({action}): {text}"))
    if best.why:
        yield _("Why: {why}").format(why=best.why)
    if best.techniques:
        yield _("Technique: {labels}.").format(labels=list_of([t.label for t in best.techniques]))
    if len(decision.best_leads_to) > 1:
        yield _("It would have gone on like this:")
        yield from (heard_line(heard, caller) for heard in decision.best_leads_to[1:])


def _other(one: OnOffer) -> str:
    """An answer that was on offer as well."""
    words = f"({action_word(one.action)}) {one.text}" if one.action else one.text
    verdict = verdict_word(one.verdict)
    if one.shown_cost <= 0:
        return _("Also on offer: {text} ({verdict})").format(text=words, verdict=verdict)
    text = _("Also on offer: {text} ({verdict}, costs {points})")
    return text.format(text=words, verdict=verdict, points=points(one.shown_cost))
