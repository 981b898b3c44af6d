"""What a coach says during a guided call: a word on an answer, a hint."""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual

from simulator.session import Feedback, Hint
from simulator.tui.text import plain, stacked
from simulator.tui.widgets.verdicts import STYLES
from simulator.words import _, cost_words, list_of
from simulator.words.labels import verdict_sign, verdict_word
from simulator.words.reactions import words_of_reaction


def feedback_rows(feedback: Feedback) -> Visual:
    """The verdict on an answer, why, and what to look at."""
    style = STYLES[str(feedback.verdict)]
    head = f"{verdict_sign(feedback.verdict)} {verdict_word(feedback.verdict)}"
    cost = cost_words(feedback.shown_cost)
    first = Content.assemble(plain(head, f"bold {style}"), plain(f"  {cost}" if cost else "", style))
    if feedback.why:
        first = Content.assemble(first, "  ", plain(feedback.why))
    rows: list[Content | Visual] = [first]
    rows += [plain(f"{error.label}. {error.about}", "$error") for error in feedback.critical]
    if feedback.techniques:
        labels = list_of([technique.label for technique in feedback.techniques])
        rows.append(plain(_("Technique: {labels}.").format(labels=labels), "$muted"))
    if feedback.see is not None:
        rows.append(plain(_("Worth reading: {article}").format(article=feedback.see.title), "$muted"))
    rows += [plain(" ".join(sentences)) for sentences in [words_of_reaction(feedback.reaction)] if sentences]
    return stacked(rows)


def hint_rows(hint: Hint | None) -> Visual:
    """Where to look for a good answer, or which one to avoid."""
    if hint is None:
        return stacked([plain(_("There is no hint here."), "$muted")])
    if hint.kind == "avoid":
        head = _("Avoid answer {number}").format(number=hint.number)
        return stacked([Content.assemble(plain(head, "bold $accent"), "  ", plain(hint.label))])
    head = _("What matters now: {skill}").format(skill=hint.label)
    return stacked([Content.assemble(plain(head, "bold $accent"), "  ", plain(hint.text))])
