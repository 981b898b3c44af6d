"""The blind key test: does the meaning of a call tell its best answers, and nothing else?

A reader who has not seen the file answers twice. First `sheet`: the choices of each decision of the best call, all
shuffled, and not a word of the call: more than 60 % right would mean that the choices give themselves away. Then
`told`: the same decisions as they come, with briefing, card and all that was said: a careful reader finds 75 %.

    python -m docs.blind_key sheet scenarios/en/sales/more-than-i-pay-now.yaml
    python -m docs.blind_key sheet scenarios/en/sales/more-than-i-pay-now.yaml --answers "1b 2c 3a"
    python -m docs.blind_key told scenarios/en/sales/more-than-i-pay-now.yaml --answers "b c"

`sheet` marks the answers that it is given; `told` says after each what the best answer was, and asks the next question.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scoring.rubric import Rubric
from simulator.analysis import Values, values
from simulator.analysis.rehearsal import Rehearsed, rehearse
from simulator.checking import compile_source
from simulator.engine import compiled_of, opening, step
from simulator.library import find_rubric, read_source
from simulator.model.heard import Heard
from simulator.model.scenario import SILENCE, Scenario
from simulator.session.filling import Filling

LETTERS: Final = "abcdefghi"


@dataclass(frozen=True, slots=True)
class Question:
    """One decision of the best call: its choices, shuffled, and which of them cost nothing."""

    step: Rehearsed
    choices: tuple[str, ...]
    best: frozenset[str]

    @property
    def key(self) -> str:
        """The letters of the best choices."""
        return "".join(LETTERS[place] for place, choice in enumerate(self.choices) if choice in self.best)


class KeyTest:
    """The questions of one variant of a call."""

    def __init__(self, scenario: Scenario, rubric: Rubric, variant: str, seed: int) -> None:
        self.scenario = scenario
        self.filling = Filling(scenario, variant, "Camille" if scenario.language == "fr" else "Sam")
        self.worth: Values = values(scenario, rubric, variant)
        draws = random.Random(f"{scenario.id}/{variant}/{seed}")
        made = rehearse(scenario, variant, self.worth.ideal, self.worth).steps
        self.questions = [self._question(one, draws) for one in made if len(one.offered) > 1]
        self.order = draws.sample(range(len(self.questions)), len(self.questions))

    def _question(self, made: Rehearsed, draws: random.Random) -> Question:
        offered = [choice for choice in made.offered if choice != SILENCE]
        best = frozenset(self.worth.best_choices(made.before))
        return Question(made, tuple(draws.sample(offered, len(offered))), best)

    def sheet(self) -> Iterator[str]:
        """The choices alone."""
        for number, place in enumerate(self.order, start=1):
            yield f"{number}."
            yield from self._choices(self.questions[place])

    def marked(self, answers: str) -> str:
        """How many of the answers on the sheet, such as "1b 2c", are right."""
        given = dict(re.findall(r"(\d+)\s*([a-i])", answers))
        right = [given.get(str(n), "") in set(self.questions[place].key) for n, place in enumerate(self.order, start=1)]
        return _score(right)

    def told(self, answers: list[str]) -> Iterator[str]:
        """The call up to the first decision that was not answered; what was best behind each that was."""
        yield from ("BRIEFING", self.filling(self.scenario.briefing), "", "CARD")
        yield from (f"{label}: {text}" for label, text in self.filling.card)
        for article in self.scenario.knowledge:
            yield f"\nARTICLE {self.filling(article.title)}\n{self.filling(article.text)}"
        yield "\nTHE CALL"
        first = self.questions[0].step.before
        yield from self._heard(opening(compiled_of(self.scenario), first))
        right = []
        for number, question in enumerate(self.questions, start=1):
            yield f"\n{number}."
            yield from self._choices(question)
            if number > len(answers):
                return
            right.append(answers[number - 1] in set(question.key))
            yield f"Your answer: {answers[number - 1]}; best: {question.key}\n"
            yield from self._heard(step(compiled_of(self.scenario), question.step.before, question.step.choice).heard)
        yield f"\n{_score(right)}"

    def _choices(self, question: Question) -> Iterator[str]:
        state = self.scenario.states[question.step.before.state]
        for letter, choice in zip(LETTERS, question.choices, strict=False):
            yield f"  {letter}) {self.filling(state.choice(choice).text)}"

    def _heard(self, heard: tuple[Heard, ...]) -> Iterator[str]:
        for one in self.filling.heard(heard):
            yield f"[{one.kind.value}] {one.text}"


def _score(right: list[bool]) -> str:
    return f"{sum(right)} of {len(right)} right: {100 * sum(right) / len(right):.0f}%"


def main() -> None:
    """Ask, or mark."""
    parser = argparse.ArgumentParser(prog="python -m docs.blind_key")
    parser.add_argument("form", choices=("sheet", "told"))
    parser.add_argument("call", type=Path)
    parser.add_argument("--variant")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answers", default="")
    asked = parser.parse_args()
    file = compile_source(read_source(asked.call), find_rubric(asked.call))
    if file.scenario is None or file.rubric is None:
        parser.error(f"{asked.call} has errors: see `rolecall check`")
    test = KeyTest(file.scenario, file.rubric, asked.variant or file.scenario.variants[0].id, asked.seed)
    if asked.form == "told":
        print("\n".join(test.told(re.findall(r"[a-i]", asked.answers))))
    elif asked.answers:
        print(test.marked(asked.answers))
    else:
        print("\n".join(test.sheet()))


if __name__ == "__main__":
    main()
