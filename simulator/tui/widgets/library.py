"""A call of the library as a row, and as a preview."""

from __future__ import annotations

from textual.content import Content

from scoring.scorecard import shown
from simulator.library import Entry
from simulator.tui.text import plain
from simulator.words import _, ngettext, say
from simulator.words.labels import language_word, level_word, role_word


def entry_row(entry: Entry, best: float | None) -> Content:
    """One line: title, role, level, language, minutes, best score."""
    if entry.problem is not None:
        return plain(f"! {entry.path.name}", "$error")
    score = "" if best is None else _("best {score}").format(score=shown(best))
    facts = f"{role_word(entry.role)} · {'●' * entry.level}{'○' * (3 - entry.level)} · {entry.language.upper()}"
    tail = f" · {score}" if score else ""
    return Content.assemble((entry.title, "bold"), "\n", (f"{facts} · {entry.minutes} min{tail}", "dim"))


def preview(entry: Entry, best: float | None) -> list[Content]:
    """What is known of a call before its briefing, line by line."""
    if entry.problem is not None:
        return [
            plain(entry.path.name, "bold $error"),
            Content(""),
            plain(say(entry.problem)),
            *(plain(say(d.headline)) for d in entry.diagnostics),
            Content(""),
            plain(_("`rolecall check` shows everything that is wrong with it.")),
        ]
    minutes = ngettext("{count} minute", "{count} minutes", entry.minutes).format(count=entry.minutes)
    rows = [
        plain(entry.title, "bold $primary"),
        Content(""),
        plain(_("Role: {role}").format(role=role_word(entry.role))),
        plain(_("Level: {level}, {word}").format(level=entry.level, word=level_word(entry.level))),
        plain(_("Language: {language}").format(language=language_word(entry.language))),
        plain(_("Length: about {minutes}").format(minutes=minutes)),
        plain(_("Best score: {score}").format(score="–" if best is None else shown(best))),
    ]
    if entry.replaces is not None:
        rows += [Content(""), plain(_("This file stands in for another call with the same id."))]
    return rows
