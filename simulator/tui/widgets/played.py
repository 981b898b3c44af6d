"""What was played, as rows of a table: sessions, calls, and skills over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.visual import Visual

from scoring.scorecard import shown
from simulator.practice import Skill
from simulator.record import Summary
from simulator.session import PlayedCall, PlayedSession, Standing
from simulator.session.told import sight_sentence
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Cell, Columns
from simulator.tui.widgets.standing import VALUE, bar
from simulator.words import _, date, day, moment
from simulator.words.labels import mode_word, sight_word, trend_sign, trend_word

DAY: Final = 11
BEGUN: Final = 17
ROOM: Final = 84
"""Cells of a row from which on it has the hour and the mode too."""
MODE: Final = 13
SCORE: Final = 6
RESULT: Final = 17
SEEN: Final = 10
TRIES: Final = 6
AGAIN: Final = 7
SKILL_BAR: Final = 10
LABEL: Final = 22
TREND: Final = 12
ENDLESS: Final = 1_000
LATEST: Final = {0: 3, 64: 5, 84: 7, 110: 14}
"""How many of the latest scores of a skill are shown, by the least cells of the row."""


def session_heads() -> Visual:
    """The names of the columns."""
    names = (_("Begun"), _("Call"), _("Mode"), _("Score"), _("Result"), _("Seen by"))
    begun, *others = (plain(name, "$muted") for name in names)
    return _session(begun, begun, *others)


def session_row(played: PlayedSession) -> Visual:
    """One session: when, which call, how, the result, who may see it."""
    summary = played.summary
    begun = summary.started.astimezone()
    return _session(
        plain(date(begun, short=True)),
        plain(moment(begun)),
        plain(summary.title, "bold"),
        plain(mode_word(summary.mode) if summary.counts else f"{mode_word(summary.mode)} *"),
        plain(str(shown(summary.score)), "strike" if summary.critical else ""),
        _result(summary),
        plain(_("reviewed"), "bold $accent") if played.reviewed else plain(sight_word(played.sight)),
    )


def session_words(played: PlayedSession, labels: Mapping[str, str], *, full: bool) -> Visual:
    """What can be said of one session: who may see it, whether it counts; its criteria where `full`."""
    summary = played.summary
    rows: list[Content | Visual] = []
    if full:
        rows += [plain(summary.title, "bold $primary"), plain(mode_word(summary.mode), "$muted"), BLANK]
    rows.append(plain(sight_sentence(played)))
    if not summary.counts:
        rows.append(plain(_("* It does not count for your skills: it had help, or was tried again.")))
    if full:
        scores = {name: score for name, score in summary.criteria.items() if score is not None}
        rows += [BLANK, *(_criterion(labels.get(name, name), shown(score)) for name, score in scores.items())]
    return stacked(rows)


def _criterion(label: str, score: int) -> Visual:
    cells = [Cell(plain(label), LABEL), Cell(bar(score, SKILL_BAR), SKILL_BAR), Cell(plain(f"{score:>3}", "bold"))]
    return Columns(cells, gap=1)


def call_heads() -> Visual:
    """The names of the columns."""
    names = (_("Call"), _("Tries"), _("First"), _("Highest"), _("Latest"), _("Redo on"))
    return _call(*(plain(name, "$muted") for name in names))


def call_row(call: PlayedCall, standing: Standing) -> Visual:
    """One call: how often it was played, its first, best and latest score, when it is suggested again."""
    first, best, latest = (
        plain("–" if one is None else str(shown(one.score))) for one in (call.first, call.best, call.latest)
    )
    due = standing.due.get(call.scenario)
    again = "" if due is None else _("due") if standing.is_due(call.scenario) else day(due)
    return _call(plain(call.title, "bold"), plain(str(call.tries)), first, best, latest, plain(again))


def skill_heads() -> Visual:
    """The names of the columns."""
    label, score, trend, calls = (
        plain(name, "$muted") for name in (_("Skill"), _("Score"), _("Trend"), _("Latest calls"))
    )
    return _skill(label, BLANK, score, trend, *_latest([calls for _count in LATEST]))


def skill_row(skill: Skill, label: str) -> Visual:
    """One skill: its bar and value, how sure it is, where it is going, and the scores it is made from."""
    value, reach = round(skill.value), round((skill.high - skill.low) / 2)
    return _skill(
        plain(label or skill.criterion, "bold"),
        bar(value, SKILL_BAR),
        Content.assemble((f"{value:>3}", "bold"), plain(f" ±{reach:<2}", "$muted")),
        plain(f"{trend_sign(skill.trend)} {trend_word(skill.trend)}"),
        *_latest(
            [plain(" ".join(f"{round(score):>3}" for score in skill.scores[-count:])) for count in LATEST.values()]
        ),
    )


def _session(
    day: Content, begun: Content, call: Content, mode: Content, score: Content, result: Content, seen: Content
) -> Visual:
    cells = [
        Cell(day, DAY, room=64, until=ROOM),
        Cell(begun, BEGUN, room=ROOM),
        Cell(call),
        Cell(mode, MODE, room=ROOM),
        Cell(score, SCORE, right=True),
        Cell(result, RESULT),
        Cell(seen, SEEN),
    ]
    return Columns(cells, gap=1)


def _call(call: Content, tries: Content, first: Content, best: Content, latest: Content, again: Content) -> Visual:
    cells = [
        Cell(call),
        Cell(tries, TRIES, right=True, room=64),
        Cell(first, SCORE + 2, right=True),
        Cell(best, SCORE + 3, right=True),
        Cell(latest, SCORE + 2, right=True),
        Cell(again, AGAIN + 2, right=True),
    ]
    return Columns(cells, gap=1)


def _latest(scores: Sequence[Content]) -> Iterator[Cell]:
    """The same scores, more of them where there is more room."""
    rooms = [*LATEST, ENDLESS]
    for place, content in enumerate(scores):
        yield Cell(content, room=rooms[place], until=rooms[place + 1])


def _skill(label: Content, level: Content, value: Content, trend: Content, *scores: Cell) -> Visual:
    cells = [
        Cell(label, LABEL),
        Cell(level, SKILL_BAR, room=64),
        Cell(value, VALUE),
        Cell(trend, TREND),
        *scores,
    ]
    return Columns(cells, gap=1)


def _result(summary: Summary) -> Content:
    if summary.critical:
        return plain(f"✗ {_('critical error')}", "$error")
    if summary.passed:
        return plain(f"✓ {_('passed')}", "$success")
    return plain(f"✗ {_('not passed')}", "$warning")
