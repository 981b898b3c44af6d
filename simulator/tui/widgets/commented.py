"""The commented call as far as it was uncovered: what the caller says, then the best answer with its reasons."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.model.heard import Heard
from simulator.report.commented_words import warning_words
from simulator.session import Commented, CommentedTurn, Reasoned
from simulator.tui.text import BLANK, plain, stacked
from simulator.tui.visuals import Beside, Prose
from simulator.tui.widgets.heard import SPOKEN, body_of, margin_of, margin_width
from simulator.tui.widgets.offered import answer_words
from simulator.words import _
from simulator.words.labels import outcome_word, phase_word


def stages(told: Commented) -> int:
    """How many stages there are: for each decision first the question, then the answer; the end comes with the last."""
    return 2 * len(told.turns)


def commented_rows(told: Commented, stage: int) -> list[Visual]:
    """What is to be seen at `stage` (from 0), a visual for each decision, the warning before the first."""
    width = max(margin_width(told.caller), len(_("Not")))
    found = [stacked([plain(warning_words(), "$muted")])]
    for place, turn in enumerate(told.turns[: stage // 2 + 1]):
        rows = _question(turn, told.caller, width)
        answered = 2 * place < stage
        rows += _answer(turn, width) if answered else [BLANK, plain(_("What would you say?"), "bold $accent")]
        found.append(stacked(rows))
    if stage >= stages(told):
        found.append(_end(told, width))
    return found


def _question(turn: CommentedTurn, caller: str, width: int) -> list[Content | Visual]:
    head = f"{turn.number}  {phase_word(turn.phase)}" if turn.phase else str(turn.number)
    return [plain(head, "bold $primary"), *_heard(turn.said, caller, width)]


def _answer(turn: CommentedTurn, width: int) -> list[Content | Visual]:
    rows = _reasoned(turn.best, plain(_("You"), "bold $secondary"), "bold", width)
    for technique in turn.techniques:
        text = _("Technique: {label}. {about}").format(label=technique.label, about=technique.about)
        rows.append(Beside([], Prose(plain(text, "$success")), width))
    if turn.worst is not None:
        rows += _reasoned(turn.worst, plain(_("Not"), "bold $error"), "", width)
    return rows


def _reasoned(one: Reasoned, margin: Content, style: str, width: int) -> list[Content | Visual]:
    words = answer_words(one.text, one.action, style)
    rows: list[Content | Visual] = [Beside([margin], Prose(words), width)]
    if one.why:
        rows.append(Beside([], Prose(plain(one.why, "$muted")), width))
    return rows


def _heard(heard: tuple[Heard, ...], caller: str, width: int) -> list[Content | Visual]:
    return [Beside(margin_of(one, caller) if one.kind in SPOKEN else [], Prose(body_of(one)), width) for one in heard]


def _end(told: Commented, width: int) -> Visual:
    title = Content.assemble(plain(told.ending_title, "bold"), f" ({outcome_word(told.outcome)})")
    return stacked([title, *_heard(told.last, told.caller, width)])
