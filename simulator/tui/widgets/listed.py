"""The rows of the trainer's table: whose session, of which call, when, its scores and result, how it is reviewed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.content import Content
from textual.visual import Visual

from scoring.scorecard import shown, shown_reviewed
from simulator.record import Column, Listed, Order, Standing
from simulator.session import ReviewedSession
from simulator.session.sifting import standing_word
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Cell, Columns
from simulator.words import _, day, moment
from simulator.words.labels import mode_word

TRAINEE_NARROW: Final = 12
TRAINEE: Final = 14
TRAINEE_WIDE: Final = 20
DAY: Final = 7
BEGUN: Final = 17
MODE: Final = 12
SCORE: Final = 7
SIGN: Final = 5
RESULT: Final = 13
CRITICAL: Final = 10
REVIEW: Final = 14
ROOM: Final = 70
"""Cells of a row from which on it has the day."""
WIDE: Final = 116
"""Cells of a row from which on it has the hour, the mode, and words beside its signs."""
SIGNS: Final = {Standing.OPEN: "·", Standing.REVIEWED: "+", Standing.SIGNED: "✓"}


def listed_heads(order: Order) -> Visual:
    """The names of the columns; the one that sorts has an arrow."""

    def head(column: Column, name: str) -> Content:
        if column is not order.column:
            return plain(name, "$muted")
        return plain(f"{name} {'▼' if order.descending else '▲'}", "bold $accent")

    begun = head(Column.STARTED, _("Begun"))
    passed, critical = head(Column.PASSED, _("Pass")), head(Column.CRITICAL, _("Crit"))
    return _row(
        trainee=head(Column.TRAINEE, _("Trainee")),
        call=head(Column.CALL, _("Call")),
        mode=head(Column.MODE, _("Mode")),
        on=begun,
        begun=begun,
        score=head(Column.SCORE, _("Score")),
        final=head(Column.FINAL, _("After")),
        passed=(passed, head(Column.PASSED, _("Passed"))),
        critical=(critical, head(Column.CRITICAL, _("Critical"))),
        review=(head(Column.REVIEWED, _("Rev")), head(Column.REVIEWED, _("Review"))),
    )


def as_reviewed(listed: Listed, told: ReviewedSession) -> Listed:
    """A row with what its session is like now; its mark stays, by which the rows beside it are found."""
    standing = Standing.SIGNED if told.signed else Standing.REVIEWED if told.is_reviewed else Standing.OPEN
    return replace(listed, standing=standing, final=told.reviewed.score, passed=told.reviewed.passed)


def listed_row(listed: Listed) -> Visual:
    """One session. The score after review is there where a trainer has reviewed it."""
    summary = listed.summary
    begun = summary.started.astimezone()
    passed, critical = _passed(listed), bool(summary.critical)
    review = SIGNS[listed.standing]
    style = "$muted" if listed.standing is Standing.OPEN else "$success"
    return _row(
        trainee=plain(listed.name, "bold") if listed.name else plain(_("no name"), "$muted"),
        call=plain(summary.title),
        mode=plain(mode_word(summary.mode)),
        on=plain(day(begun)),
        begun=plain(moment(begun)),
        score=plain(str(shown(summary.score))),
        final=plain("–", "$muted")
        if listed.standing is Standing.OPEN
        else plain(str(shown_reviewed(listed.final)), "bold"),
        passed=passed,
        critical=(plain("!", "bold $error"), plain(f"! {_('error')}", "bold $error")) if critical else (BLANK, BLANK),
        review=(plain(review, style), plain(f"{review} {standing_word(listed.standing)}", style)),
    )


def listed_words(listed: Listed) -> Visual:
    """The session that is pointed at, in words: what a narrow row has no room for."""
    summary = listed.summary
    who = listed.name or _("no name")
    when = moment(summary.started.astimezone())
    head = plain(summary.title, "bold") + plain(f" · {who} · {mode_word(summary.mode)} · {when}", "$muted")
    return stacked([head, plain(" · ".join(_told(listed)))])


def _told(listed: Listed) -> list[str]:
    """The result in words."""
    summary = listed.summary
    told = [_("score {score}").format(score=shown(summary.score))]
    if listed.standing is not Standing.OPEN:
        told.append(_("{score} after review").format(score=shown_reviewed(listed.final)))
    told.append(_("passed") if listed.passed else _("not passed"))
    if summary.critical:
        told.append(_("critical error"))
    return [*told, standing_word(listed.standing)]


def _passed(listed: Listed) -> tuple[Content, Content]:
    if listed.passed:
        return plain("✓", "$success"), plain(f"✓ {_('passed')}", "$success")
    return plain("✗", "$warning"), plain(f"✗ {_('not passed')}", "$warning")


def _row(
    *,
    trainee: Content,
    call: Content,
    mode: Content,
    on: Content,
    begun: Content,
    score: Content,
    final: Content,
    passed: tuple[Content, Content],
    critical: tuple[Content, Content],
    review: tuple[Content, Content],
) -> Visual:
    """What is a pair has a short form for narrow rows and a long one for wide ones."""
    cells = [
        Cell(trainee, TRAINEE_NARROW, until=ROOM),
        Cell(trainee, TRAINEE, room=ROOM, until=WIDE),
        Cell(trainee, TRAINEE_WIDE, room=WIDE),
        Cell(call),
        Cell(mode, MODE, room=WIDE),
        Cell(on, DAY, room=ROOM, until=WIDE),
        Cell(begun, BEGUN, room=WIDE),
        Cell(score, SCORE, right=True),
        Cell(final, SCORE, right=True),
        Cell(passed[0], SIGN, until=WIDE),
        Cell(passed[1], RESULT, room=WIDE),
        Cell(critical[0], SIGN, until=WIDE),
        Cell(critical[1], CRITICAL, room=WIDE),
        Cell(review[0], SIGN, until=WIDE),
        Cell(review[1], REVIEW, room=WIDE),
    ]
    return Columns(cells, gap=1)
