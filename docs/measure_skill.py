"""Measures how well scores tell how good somebody is, with simulated trainees whose skill is known.

Run from the folder above: `python -m docs.measure_skill`. It gives the same figures each time, for the same calls, and
puts them into both READMEs.

A trainee of skill `s` gives, at each decision, an answer that nothing beats with probability `s`, and otherwise clicks
blindly. Each takes ten of the shipped calls, in a variant drawn at random. The rank correlation of the skill with the
mean score is Spearman's, with a 95 % bootstrap interval over the trainees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from scoring.correlation import spearman_estimate
from scoring.sampling import Estimate, numbers
from simulator.analysis import Values
from simulator.engine import compiled_of, step
from simulator.library import Cache, Library

Thing = TypeVar("Thing")

TRAINEES: Final = 200
CALLS: Final = (1, 5, 10)
"""Over how many calls the mean is taken."""

GROUPS: Final = {"anybody (skill from 0 to 1)": (0.0, 1.0), "a team (skill from 0.5 to 0.8)": (0.5, 0.8)}
"""How far the skills of a group lie apart: the closer, the harder it is to tell them."""


ROOT: Final = Path(__file__).parents[1]
DOCUMENTS: Final = {"en": ROOT / "README.md", "fr": ROOT / "LISEZMOI.md"}
OLD: Final = re.compile(rf"(?m)^\| {CALLS[0]} (?:call|appel) \|.*(?:\n\| \d+ (?:calls|appels) \|.*)+")
"""The rows of the table as they stand in a README."""


class Measured(NamedTuple):
    """What came of one group over so many calls."""

    group: str
    calls: int
    correlation: Estimate


def measure(variants: Sequence[Values], trainees: int = TRAINEES) -> Iterator[Measured]:
    """The rank correlation of skill and mean score, by group and number of calls."""
    for group, (least, most) in GROUPS.items():
        draws = numbers(group)
        skills = [least + (most - least) * (number + 0.5) / trainees for number in range(trainees)]
        scores = [[_score(skill, variants, draws) for _ in range(max(CALLS))] for skill in skills]
        for calls in CALLS:
            pairs = [(skill, sum(own[:calls]) / calls) for skill, own in zip(skills, scores, strict=True)]
            found = spearman_estimate(pairs, f"{group}/{calls}")
            assert found is not None, "scores differ"
            yield Measured(group, calls, found)


def shipped(cache: Cache) -> list[Values]:
    """The values of every variant of the calls that come with RoleCall."""
    library = Library((), cache)
    loaded = [library.load(entry.path) for entry in library.listing().entries if entry.playable]
    return [
        cache.values(call.scenario, call.rubric, variant.id) for call in loaded for variant in call.scenario.variants
    ]


def _score(skill: float, variants: Sequence[Values], draws: Iterator[int]) -> float:
    """The score of one call, of a variant that is drawn."""
    values = _drawn(variants, draws)
    stepper = compiled_of(values.scenario)
    position, lost = stepper.start(values.variant), 0.0
    while position.state not in values.scenario.endings:
        costs = values.costs(position)
        best = [choice for choice, cost in costs.items() if cost <= 0]
        choice = _drawn(best if next(draws) < skill * 2**32 else list(costs), draws)
        lost += costs[choice]
        position = step(stepper, position, choice).position
    return 100.0 - lost


def _drawn(things: Sequence[Thing], draws: Iterator[int]) -> Thing:
    return things[next(draws) * len(things) >> 32]


def rows(measured: Sequence[Measured], language: str) -> str:
    """The rows of the table in a README: one for each number of calls, a column for each group."""
    lines = []
    for calls in CALLS:
        cells = [_cell(one.correlation, language) for one in measured if one.calls == calls]
        words = {"fr": "appel" if calls == 1 else "appels"}.get(language, "call" if calls == 1 else "calls")
        lines.append(f"| {calls} {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(found: Estimate, language: str) -> str:
    low, high = found.interval or (found.value, found.value)
    if language == "fr":
        return f"{found.value:.2f} ({low:.2f} à {high:.2f})".replace(".", ",")
    return f"{found.value:.2f} ({low:.2f} to {high:.2f})"


def main() -> None:
    """Measure, and put the tables into both READMEs."""
    measured = list(measure(shipped(Cache())))
    for language, path in DOCUMENTS.items():
        text, table = path.read_text(encoding="utf-8"), rows(measured, language)
        path.write_text(OLD.sub(lambda _found, table=table: table, text), encoding="utf-8", newline="\n")
        print(table)


if __name__ == "__main__":
    main()
