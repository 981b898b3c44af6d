"""What stands on the page of a chart: a list of boxes, which is what one sees on paper, too, and without scripts.

Everything from the file is text: it is escaped, and no id, class or attribute is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from scoring.evidence import Verdict
from simulator.analysis.chart import Arrow, Card, Chart, Finish, FiredRule, Silent
from simulator.model.conditions import in_words
from simulator.model.scenario import NO_VARIANT, Line, State
from simulator.model.unseen import visible
from simulator.report.labels import price, silence_label
from simulator.session.filling import Filling
from simulator.words import _, ngettext, percent
from simulator.words.labels import (
    action_word,
    level_word,
    mood_sign,
    mood_word,
    outcome_word,
    phase_word,
    role_word,
    verdict_sign,
    verdict_word,
)

_SHOWN: Final = (Verdict.BEST, Verdict.GOOD, Verdict.FAIR, Verdict.MISTAKE, Verdict.BLUNDER, Verdict.CRITICAL)
"""The verdicts that a choice can have on a chart."""

_MARKS: Final = (*(f"v-{verdict}" for verdict in _SHOWN), "v-none", "silent", "rule", "start")
"""The classes that arrows are coloured by."""


class Body:
    """The body of one chart's page, in the language in use."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._filling = Filling(chart.scenario, chart.variants[0] if len(chart.variants) == 1 else None, "")
        self._ids = {card.state.id: f"s{number}" for number, card in enumerate(chart.cards, start=1)}
        self._ids |= {one.ending.id: f"e{number}" for number, one in enumerate(chart.finishes, start=1)}

    @property
    def title(self) -> str:
        """The call's title."""
        return self._own(self._chart.scenario.title)

    def parts(self) -> Iterator[str]:
        """The header, then every box."""
        yield from self._header()
        yield f'<main lang="{_text(self._chart.scenario.language)}" tabindex="0">'
        yield f'<div id="view"><div id="chart">{_arrows()}'
        yield f'<div class="box start" id="start" data-to="{self._ids[self._chart.scenario.start]}"></div>\n'
        for card in self._chart.cards:
            yield from self._state(card)
        for finish in self._chart.finishes:
            yield from self._finish(finish)
        if self._chart.rules:
            rules = "".join(map(self._rule, self._chart.rules))
            yield f'<section class="rules"><ul class="choices">{rules}</ul></section>'
        yield "</div></div></main>"

    def _own(self, text: str) -> str:
        """A text of the file, its braces filled."""
        return _text(self._filling(text))

    def _header(self) -> Iterator[str]:
        scenario, variants = self._chart.scenario, self._chart.variants
        facts = [scenario.id, role_word(scenario.role), level_word(scenario.level)]
        if variants != (NO_VARIANT,):
            text = ngettext("variant {names}", "variants {names}", len(variants))
            facts.insert(1, text.format(names=", ".join(variants)))
        yield f'<header class="top"><h1 lang="{_text(scenario.language)}">{self.title}</h1>'
        yield f'<p class="facts">{_text(" · ".join(facts))}</p><div class="row">{_tools()}{_legend()}</div></header>\n'

    def _state(self, card: Card) -> Iterator[str]:
        here, state = self._ids[card.state.id], card.state
        yield f'<section><div class="box card" id="{here}" tabindex="-1">{self._about(state)}'
        yield self._scene(state.scene) if state.scene is not None else self._lines(state.says)
        if card.silence is not None and not card.silence.targets:
            yield f'<p class="note">{_text(silence_label(card.silence.after))}</p>'
        yield '</div><ul class="choices">'
        for number, arrow in enumerate(card.arrows, start=1):
            yield self._choice(arrow, f"{here}c{number}", here)
        if card.silence is not None and card.silence.targets:
            yield self._silence(card.silence, f"{here}q", here)
        yield "</ul></section>\n"

    def _about(self, state: State) -> str:
        phase = f"<span>{_text(phase_word(state.phase))}</span>" if state.phase else ""
        return f'<p class="meta"><code>{_text(state.id)}</code>{phase}</p>'

    def _scene(self, scene: str) -> str:
        return f'<p class="scene">{self._own(scene)}</p>'

    def _lines(self, says: tuple[Line, ...]) -> str:
        """The line that is said where none of the others is; those can be opened."""
        *others, last = says
        told = self._line(last)
        if not others:
            return told
        count = ngettext("{count} other line", "{count} other lines", len(others)).format(count=len(others))
        inside = "".join(self._line(line) for line in others)
        return f"{told}<details><summary>{_text(count)}</summary>{inside}</details>"

    def _line(self, line: Line) -> str:
        parts = []
        if line.when is not None:
            parts.append(f'<code class="when">{_text(in_words(line.when))}</code>')
        if line.mood is not None:
            parts.append(f'<span class="mood">[{_text(mood_sign(line.mood))}] {_text(mood_word(line.mood))}</span> ')
        if line.speaker is not None:
            parts.append(f'<span class="mood">{self._own(line.speaker)}</span> ')
        return f'<p class="says">{"".join(parts)}{self._own(line.text)}</p>'

    def _choice(self, arrow: Arrow, name: str, here: str) -> str:
        choice, mark = arrow.choice, f"v-{arrow.verdict or 'none'}"
        sign = f"{verdict_sign(arrow.verdict)} {price(arrow)}" if arrow.verdict is not None else ""
        action = f"<span>{_text(action_word(choice.action))}</span>" if choice.action else ""
        when = f'<p class="note"><code>{_text(in_words(choice.when))}</code></p>' if choice.when is not None else ""
        return (
            f'<li class="box choice {mark}" id="{name}" data-from="{here}" data-to="{self._to(arrow.targets)}">'
            f'<p class="price">{_text(sign)}</p>'
            f'<p class="say">{self._own(choice.text)}</p>'
            f'<p class="meta"><code>{_text(choice.id)}</code>{action}</p>{when}'
            f"{self._links(arrow.targets, arrow.stays)}</li>"
        )

    def _silence(self, silence: Silent, name: str, here: str) -> str:
        return (
            f'<li class="box silent" id="{name}" data-from="{here}" data-to="{self._to(silence.targets)}">'
            f"<p>{_text(silence_label(silence.after))}</p>{self._links(silence.targets, False)}</li>"
        )

    def _rule(self, rule: FiredRule) -> str:
        return (
            f'<li class="box rule" id="r{rule.number}" data-to="{self._to([rule.target])}">'
            f"<p><code>{_text(rule.when)}</code></p>{self._links([rule.target], False)}</li>"
        )

    def _finish(self, finish: Finish) -> Iterator[str]:
        ending = finish.ending
        outcome = f'<span class="outcome">{_text(outcome_word(ending.outcome))}</span>'
        share = _("{share} of blind calls end here").format(share=percent(finish.share, 1))
        yield f'<section class="finish {ending.outcome}">'
        yield f'<div class="box card" id="{self._ids[ending.id]}" tabindex="-1">'
        yield f'<p class="meta"><code>{_text(ending.id)}</code>{outcome}</p>'
        yield f'<h2>{self._own(ending.title)}</h2><p class="says">{self._own(ending.text)}</p>'
        yield f'<p class="note">{_text(share)}</p></div></section>\n'

    def _to(self, targets: Iterable[str]) -> str:
        """The boxes that an arrow leads to, for the script."""
        return " ".join(self._ids[target] for target in targets)

    def _links(self, targets: Iterable[str], stays: bool) -> str:
        """Where an arrow leads, for those who follow it by hand."""
        links = ", ".join(f'<a href="#{self._ids[target]}">{_text(target)}</a>' for target in targets)
        ways = [f"→ {links}"] if links else []
        if stays:
            ways.append(f"↺ {_text(_('stays here'))}")
        return f'<p class="to">{" ".join(ways)}</p>' if ways else ""


def _text(text: str) -> str:
    """`text` as it may stand anywhere in a page."""
    return escape(visible(text), quote=True)


def _tools() -> str:
    """What a drawn chart is moved with; the script brings it out."""
    whole = percent(1)
    buttons = (
        ("smaller", "−", _("Smaller")),
        ("larger", "+", _("Larger")),
        ("whole", "1:1", _("Natural size")),
        ("fit", "↔", _("Fit to the width")),
    )
    made = [_button(*button) for button in buttons]
    form = _text(whole.replace("100", "{percent}"))
    return (
        f'<div class="tools" role="toolbar" aria-label="{_text(_("Chart"))}" hidden>{made[0]}'
        f'<output data-form="{form}">{_text(whole)}</output>{"".join(made[1:])}'
        f'<button type="button" data-deed="list" aria-pressed="false">{_text(_("As a list"))}</button></div>'
    )


def _button(deed: str, sign: str, name: str) -> str:
    """A button with a sign on it, and its name for those who cannot guess it."""
    named = f'title="{_text(name)}" aria-label="{_text(name)}"'
    return f'<button type="button" data-deed="{deed}" {named}>{_text(sign)}</button>'


def _legend() -> str:
    """What the colours mean, in signs and words."""
    items = [
        f'<li class="v-{verdict}">{_text(f"{verdict_sign(verdict)} {verdict_word(verdict)}")}</li>'
        for verdict in _SHOWN
    ]
    return f'<ul class="legend">{"".join(items)}<li class="rule">{_text(_("rule or silence"))}</li></ul>'


def _arrows() -> str:
    """The drawing that arrows are put on, with a head for each kind."""
    shape = (
        'markerUnits="userSpaceOnUse" markerWidth="12" markerHeight="12" viewBox="0 0 10 10" refX="9" refY="5" '
        'orient="auto"'
    )
    heads = "".join(
        f'<marker id="head-{mark}" class="{mark}" {shape}><path d="M0 0L10 5L0 10z"/></marker>' for mark in _MARKS
    )
    return f'<svg aria-hidden="true"><defs>{heads}</defs></svg>'
