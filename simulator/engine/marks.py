"""The `once` marks of a scenario: which bit of a position's `spent` each one is."""

from __future__ import annotations

from simulator.model.scenario import SILENCE, Choice, Scenario, State


class Marks:
    """One bit for each `once` choice, each silence without `goto` and each `once` rule, in the file's order."""

    def __init__(self, scenario: Scenario) -> None:
        owners: list[tuple[str, str]] = []
        for state in scenario.states.values():
            owners += [(state.id, choice.id) for choice in state.choices if choice.once]
            if state.silence is not None and state.silence.goto is None:
                owners.append((state.id, SILENCE))
        self.bits = {owner: 1 << place for place, owner in enumerate(owners)}
        self._rules = {
            number: 1 << place
            for place, number in enumerate(
                (number for number, rule in enumerate(scenario.always) if rule.once), start=len(owners)
            )
        }

    def choice(self, state: State, choice: Choice) -> int:
        """The bit that taking `choice` spends; 0 where it may be taken again."""
        return self.bits.get((state.id, choice.id), 0)

    def silence(self, state: State) -> int:
        """The bit that a silence in `state` spends; 0 where it leads on."""
        return self.bits.get((state.id, SILENCE), 0)

    def rule(self, number: int) -> int:
        """The bit that the `always` rule at place `number` spends; 0 where it may fire again."""
        return self._rules.get(number, 0)

    def names(self) -> dict[int, str]:
        """A name for every bit, for messages: `state/choice`, or `always[2]`."""
        return {bit: "/".join(owner) for owner, bit in self.bits.items()} | {
            bit: f"always[{number}]" for number, bit in self._rules.items()
        }
