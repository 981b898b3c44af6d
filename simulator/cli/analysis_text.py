"""An analysis as lines for people, variant by variant; what each part looks like is in the modules beside this one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from simulator.cli.analysis_decisions import best_call, decisions
from simulator.cli.analysis_figures import bots, figures, gauges, weights
from simulator.cli.analysis_scores import scores
from simulator.cli.wrapping import wrapped
from simulator.session.filling import Filling
from simulator.words import _, list_of

if TYPE_CHECKING:
    from scoring.rubric import Rubric
    from simulator.analysis import Analysis, VariantAnalysis
    from simulator.model.scenario import Scenario


class AnalysisText:
    """The analysis of a scenario in the language in use, at most `width` columns wide where its words allow."""

    def __init__(self, scenario: Scenario, rubric: Rubric, width: int, *, bars: bool) -> None:
        """`bars` draws some beside the shares of the scores."""
        self._scenario = scenario
        self._rubric = rubric
        self._width = width
        self._bars = bars

    def lines(self, analysis: Analysis, elsewhere: Mapping[str, str] | None = None) -> Iterator[str]:
        """Everything there is to say; `elsewhere` has the values set where the calls do not start as they always do."""
        title = Filling(self._scenario, None, "")(self._scenario.title)
        yield from wrapped(f"{title} ({analysis.scenario})", self._width)
        for variant in analysis.variants:
            yield ""
            yield _("Variant {name}").format(name=variant.variant)
            if elsewhere is not None:
                yield from wrapped(_beginning(variant.start, elsewhere), self._width)
            yield from self._variant(variant, analysis.pass_mark)

    def _variant(self, variant: VariantAnalysis, pass_mark: int) -> Iterator[str]:
        room, filling = self._width, Filling(self._scenario, variant.variant, "")
        yield from figures(variant, pass_mark, room)
        yield from _part(weights(variant, self._rubric))
        yield from _part(scores(variant.scores, room, bars=self._bars))
        yield from _part(bots(variant, room))
        yield from _part(gauges(variant))
        yield from _part(decisions(variant, room))
        yield from _part(best_call(variant, filling, room))


def _beginning(state: str, values: Mapping[str, str]) -> str:
    """From where the calls start, and what the figures then mean."""
    if values:
        named = list_of([f"{name} = {value}" for name, value in values.items()])
        text = _("From the state {state} on, with {values}.").format(state=state, values=named)
    else:
        text = _("From the state {state} on.").format(state=state)
    scale = _("The best call from there scores 100: it lost nothing before. Costs are those of the whole call.")
    return f"{text} {scale}"


def _part(lines: Iterator[str]) -> Iterator[str]:
    """The lines of a part after an empty one; nothing where there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield ""
        yield line
