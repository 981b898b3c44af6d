"""The blind key test: does the meaning of a call tell its best answers, and nothing else?

A reader who has not seen the files answers twice. First `sheet`: the choices of each decision of the best calls, all
shuffled, the decisions of all calls among each other, and not a word of any call: more than 60 % right would mean that
the choices give themselves away. Then `told`: the decisions of one call as they come, with briefing, card and all that
was said: a careful reader finds 75 %.

    python -m docs.blind_key sheet scenarios/en/*/*.yaml
    python -m docs.blind_key sheet scenarios/en/*/*.yaml --answers "1b 2c 3a"
    python -m docs.blind_key told scenarios/en/sales/more-than-i-pay-now.yaml --answers "b c"

`sheet` marks the answers that it is given; `told` says after each what the best answer was, and asks the next question.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
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

    def _question(self, made: Rehearsed, draws: random.Random) -> Question:
        offered = [choice for choice in made.offered if choice != SILENCE]
        best = frozenset(self.worth.best_choices(made.before))
        return Question(made, tuple(draws.sample(offered, len(offered))), best)

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
            yield from self.choices(question)
            if number > len(answers):
                return
            right.append(answers[number - 1] in set(question.key))
            yield f"Your answer: {answers[number - 1]}; best: {question.key}\n"
            yield from self._heard(step(compiled_of(self.scenario), question.step.before, question.step.choice).heard)
        yield f"\n{_score(right)}"

    def choices(self, question: Question) -> Iterator[str]:
        """The choices of one decision, each behind its letter."""
        state = self.scenario.states[question.step.before.state]
        for letter, choice in zip(LETTERS, question.choices, strict=False):
            yield f"  {letter}) {self.filling(state.choice(choice).text)}"

    def _heard(self, heard: tuple[Heard, ...]) -> Iterator[str]:
        for one in self.filling.heard(heard):
            yield f"[{one.kind.value}] {one.text}"


class Sheet:
    """The questions of several calls, among each other."""

    def __init__(self, tests: Sequence[KeyTest], seed: int) -> None:
        every = [(test, question) for test in tests for question in test.questions]
        self.order = random.Random(f"sheet/{seed}").sample(every, len(every))
        self._tests = tests

    def lines(self) -> Iterator[str]:
        """The choices alone."""
        for number, (test, question) in enumerate(self.order, start=1):
            yield f"{number}."
            yield from test.choices(question)

    def marked(self, answers: str) -> Iterator[str]:
        """How many of the answers on the sheet, such as "1b 2c", are right: by call, and in all."""
        given = dict(re.findall(r"(\d+)\s*([a-i])", answers))
        right = [
            (test, given.get(str(number), "") in set(question.key))
            for number, (test, question) in enumerate(self.order, start=1)
        ]
        for test in self._tests:
            yield f"{test.scenario.id}: {_score([hit for one, hit in right if one is test])}"
        yield f"all: {_score([hit for _test, hit in right])}"


def _score(right: list[bool]) -> str:
    return f"{sum(right)} of {len(right)} right: {100 * sum(right) / len(right):.0f}%"


def main() -> None:
    """Ask, or mark."""
    parser = argparse.ArgumentParser(prog="python -m docs.blind_key")
    parser.add_argument("form", choices=("sheet", "told"))
    parser.add_argument("calls", type=Path, nargs="+")
    parser.add_argument("--variant")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--answers", default="")
    asked = parser.parse_args()
    tests = [_test(parser, path, asked.variant, asked.seed) for path in asked.calls]
    sheet = Sheet(tests, asked.seed)
    if asked.form == "told":
        print("\n".join(tests[0].told(re.findall(r"[a-i]", asked.answers))))
    elif asked.answers:
        print("\n".join(sheet.marked(asked.answers)))
    else:
        print("\n".join(sheet.lines()))


def _test(parser: argparse.ArgumentParser, path: Path, variant: str | None, seed: int) -> KeyTest:
    file = compile_source(read_source(path), find_rubric(path))
    if file.scenario is None or file.rubric is None:
        parser.error(f"{path} has errors: see `rolecall check`")
    return KeyTest(file.scenario, file.rubric, variant or file.scenario.variants[0].id, seed)


if __name__ == "__main__":
    main()
