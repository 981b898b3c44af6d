"""E413: an `always` rule that holds when the call starts."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.ground import Finding, Ground
from simulator.engine import compiled_of
from simulator.model.conditions import names
from simulator.model.message import N_, Message
from simulator.model.scenario import Rule


def find(ground: Ground) -> Iterator[Finding]:
    """Every such rule, once for each variant. The rule would stay silent until it was false once."""
    scenario, compiled = ground.scenario, compiled_of(ground.scenario)
    for variant in scenario.variants:
        values = compiled.start(variant.id).values
        for number, rule in enumerate(scenario.always):
            if compiled.functions.predicate(rule.when)(values):
                yield Finding("E413", ("always", number, "when"), _headline(ground, variant.id), _help(rule))


def _headline(ground: Ground, variant: str) -> Message:
    if len(ground.scenario.variants) > 1:
        return Message(
            N_("This rule already holds when the variant `{variant}` starts, and so it does not fire."),
            {"variant": variant},
        )
    return Message(N_("This rule already holds when the call starts, and so it does not fire."))


def _help(rule: Rule) -> Message:
    return Message(
        N_("A rule fires when its `when` becomes true. Change the condition, or the start of {names}."),
        {"names": tuple(f"`{name}`" for name in dict.fromkeys(names(rule.when)))},
    )
