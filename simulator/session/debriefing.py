"""Makes the debrief of a call that is over: the result, the criteria, the decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scoring.evidence import Decision
from scoring.rubric import Criterion
from scoring.scorecard import CriterionScore, Scorecard, scorecard
from simulator.engine import compiled_of
from simulator.model.mode import Mode
from simulator.session.beside import Beside
from simulator.session.debrief import (
    CriterionRow,
    CriticalError,
    Debrief,
    DecisionRow,
    GaugeSpent,
    ObjectiveMet,
    OtherRow,
)
from simulator.session.decisions import Told, decision_rows, lessons_of
from simulator.session.guidance import named
from simulator.session.play import Play
from simulator.session.progress import Progress
from simulator.session.restoring import by_these_rules
from simulator.session.untold import never_learned
from simulator.session.whole import missing, whole_parts
from simulator.session.worth import decisions_of

if TYPE_CHECKING:
    from simulator.analysis import Values


def debrief_from(play: Play, progress: Progress, values: Values, language: str, beside: Beside, code: str) -> Debrief:
    """The debrief in `language`. `progress` stands at an ending, `values` are those of the session's variant."""
    scenario, rubric, started = play.scenario, play.rubric, play.started
    ending = play.filling.ending(scenario.endings[progress.position.state])
    decisions = decisions_of(progress, values)
    card = scorecard(rubric, values.yardsticks, decisions, ending.outcome)
    rows = decision_rows(Told(play, progress, values, language), card, decisions)
    criteria, other = _criteria(play, card, language, beside.before)
    return Debrief(
        session=started.session,
        scenario=scenario.id,
        title=play.filling(scenario.title),
        role=scenario.role,
        variant=started.variant,
        mode=started.mode,
        trainee=play.trainee,
        time_factor=started.time_factor,
        silence=play.silence_counts,
        branch_of=started.branch_of,
        counts=_counts(play, progress),
        other_rules=not by_these_rules(started),
        rubric_title=rubric.title.in_language(language),
        pass_mark=rubric.pass_mark,
        passed=card.passed,
        struck_out=bool(card.critical),
        score=card.score,
        shown=card.shown,
        band=rubric.band(card.shown).label.in_language(language),
        outcome=ending.outcome,
        ending_id=ending.id,
        ending_title=ending.title,
        ending_text=ending.text,
        objectives=_objectives(play, progress),
        criteria=criteria,
        other=other,
        critical=_critical(play, card, decisions, language),
        never_learned=never_learned(play, progress),
        decisions=rows,
        law_as_of=scenario.law_as_of,
        gauges_ended=_gauges(rows),
        code=code,
        language=scenario.language,
        begun=beside.begun,
        lessons=lessons_of(rows),
        last_try=beside.last_try,
        reflections=beside.reflections,
    )


def _counts(play: Play, progress: Progress) -> bool:
    helped = bool(progress.hinted or progress.undone) or play.started.branch_of is not None
    return play.started.mode is not Mode.GUIDED and not helped


def _objectives(play: Play, progress: Progress) -> tuple[ObjectiveMet, ...]:
    functions = compiled_of(play.scenario).functions
    values = progress.position.values
    return tuple(
        ObjectiveMet(play.filling(objective.text), bool(functions.predicate(objective.met)(values)))
        for objective in play.scenario.objectives
    )


def _criteria(
    play: Play, card: Scorecard, language: str, before: Mapping[str, int]
) -> tuple[tuple[CriterionRow, ...], OtherRow | None]:
    assessed = [c for c in card.criteria if c.score is not None]
    lost = whole_parts([*(c.points_lost for c in assessed), card.other.points_lost], missing(card.score))
    shown_lost = dict(zip((c.id for c in assessed), lost, strict=False))
    known = {criterion.id: criterion for criterion in play.rubric.criteria}
    rows = tuple(_criterion(known[c.id], c, shown_lost.get(c.id, 0), language, before.get(c.id)) for c in card.criteria)
    rest = tuple(known[c.id].label.in_language(language) for c in card.criteria if c.score is None)
    other = OtherRow(rest, card.other.points_lost, lost[-1], card.other.weight) if rest else None
    return rows, other


def _criterion(
    criterion: Criterion, found: CriterionScore, shown_lost: int, language: str, before: int | None
) -> CriterionRow:
    level = level_of(criterion, found.shown)
    words = dict(criterion.levels).get(level) if level is not None else None
    return CriterionRow(
        id=criterion.id,
        label=criterion.label.in_language(language),
        about=criterion.about.in_language(language),
        shown=found.shown,
        before=before,
        points_lost=found.points_lost,
        shown_lost=shown_lost,
        effective_weight=found.effective_weight,
        level=level,
        level_words=words.in_language(language) if words else None,
    )


def level_of(criterion: Criterion, shown: int | None) -> int | None:
    """The anchored level nearest to the score, level 1 being 0 and level 5 being 100; of two the lower."""
    if shown is None or not criterion.levels:
        return None
    return min((level for level, _ in criterion.levels), key=lambda level: (abs((level - 1) * 25 - shown), level))


def _critical(play: Play, card: Scorecard, decisions: tuple[Decision, ...], language: str) -> tuple[CriticalError, ...]:
    found = []
    for error in card.critical:
        words = named(play.rubric.critical, error, language)
        where = tuple(number for number, decision in enumerate(decisions, start=1) if error in decision.critical)
        found.append(CriticalError(error, words.label, words.about, where))
    return tuple(found)


def _gauges(rows: tuple[DecisionRow, ...]) -> tuple[GaugeSpent, ...]:
    return tuple(gauge for row in rows for gauge in row.ended_by)
