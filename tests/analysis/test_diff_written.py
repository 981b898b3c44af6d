"""What is written otherwise: every field of a call is looked at, and what has no meaning is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date as Date
from datetime import timedelta
from enum import Enum
from types import MappingProxyType
from typing import Any

import pytest

from simulator.analysis.diff.changes import Change, How
from simulator.analysis.diff.difference import difference
from simulator.analysis.diff.sides import Form
from simulator.analysis.diff.written import written
from simulator.model import conditions
from simulator.model.conditions import All, Among, Compare, Not
from simulator.model.scenario import (
    Action,
    Article,
    Choice,
    Effect,
    Fact,
    InFileTest,
    Line,
    Objective,
    Route,
    Rule,
    Scenario,
    Variant,
)
from tests.analysis.making import (
    PATIENCE,
    RUBRIC,
    choice,
    ladder,
    moves,
    rubric,
    scenario,
    sets,
    silence,
    state,
    when,
)

KNOWN = when("known", "==", "yes")
RICH = scenario(
    state(
        "start",
        choice(
            "ask",
            (Route("s0", KNOWN, (("clarity", 1),), moves(patience=-1), ("rude",), "No."), Route("s0")),
            when=when("patience", ">", 0),
            once=True,
            empathy=1,
            effect=sets(known="yes"),
            critical=("rude",),
            technique=("open",),
            reply=(Line("Yes.", KNOWN, "calm", "Jo", "known"), Line("No.")),
            why="Because.",
            see="terms",
        ),
        Choice("note", "A note", Action.CRM, routes=(Route("s0"),)),
        says=(Line("Hello?", KNOWN), Line("Well?")),
        phase="greeting",
        silence=silence(effect=moves(patience=-1), reply=(Line("Hm."),), goto="s0"),
    ),
    *ladder("s", 3),
    gauges=(PATIENCE,),
    facts=(Fact("known", ("no", "yes")),),
    always=(
        Rule(All((Compare("patience", "==", 0), Not(KNOWN))), "lost", True),
        Rule(conditions.Any((Among("patience", (1, 2)), KNOWN)), "lost"),
    ),
    variants=(Variant("one"), Variant("two", moves(patience=1), (("Note", "x"),), "About.")),
    objectives=(Objective("Know it.", KNOWN),),
    crm=(("Due", "1 €"),),
    knowledge=(Article("terms", "Terms", "Words."),),
    tests=(InFileTest("ideal", "one", ("ask",), "done", (90, 100), True, ("rude",)),),
    law_as_of=Date(2026, 1, 1),
)


def otherwise(value: Any) -> Iterator[Any]:
    """Values that say another thing than `value` in one place."""
    match value:
        case bool():
            yield not value
        case Enum():
            yield next(one for one in type(value) if one is not value)
        case int():
            yield value + 1
        case str():
            yield f"{value}x"
        case Date():
            yield value + timedelta(days=1)
        case Mapping():
            yield from _mappings(value)
        case tuple():
            yield from _tuples(value)
        case _ if is_dataclass(value):
            yield from _fields(value)


def _mappings(value: Mapping[str, Any]) -> Iterator[Any]:
    for key, item in value.items():
        for other in otherwise(item):
            # What stands under its id in a mapping says its id there.
            if getattr(other, "id", None) == getattr(item, "id", None):
                yield MappingProxyType({**value, key: other})


def _tuples(value: tuple[Any, ...]) -> Iterator[Any]:
    pair = len(value) == 2 and isinstance(value[0], str) and value != ("no", "yes")
    for place, item in enumerate(value):
        if not pair and item not in ("no", "yes"):
            yield value[:place] + value[place + 1 :]
        for other in otherwise(item):
            yield (*value[:place], other, *value[place + 1 :])


def _fields(value: Any) -> Iterator[Any]:
    for field in fields(value):
        for other in otherwise(getattr(value, field.name)):
            yield replace(value, **{field.name: other})


def test_nothing_that_a_scenario_says_is_overlooked() -> None:
    before, seen = written(RICH), 0
    for other in otherwise(RICH):
        if other.text_hash == RICH.text_hash:
            seen += 1
            assert written(other) != before, other
    assert seen > 150


def changed(old: Scenario, new: Scenario) -> list[Change]:
    """What is written otherwise in the scenario."""
    return list(difference(Form(old, RUBRIC), Form(new, RUBRIC)).scenario)


SMALL = scenario(
    state("start", choice("ask", "s0", empathy=1, why="A reason."), choice("tell", "s0", clarity=1, why="Another.")),
    *ladder("s", 4),
    gauges=(PATIENCE,),
)


def test_a_call_is_the_same_as_itself_in_any_order_of_its_states() -> None:
    turned = replace(SMALL, states=MappingProxyType(dict(reversed([*SMALL.states.items()]))))
    assert difference(Form(SMALL, RUBRIC), Form(turned, RUBRIC)).same


def with_start(*choices: Choice, **more: Any) -> Scenario:
    """The small call with other choices at its start."""
    return replace(SMALL, states=MappingProxyType({**SMALL.states, "start": state("start", *choices, **more)}))


def test_choices_that_come_go_and_change_are_told_by_their_place() -> None:
    ask, tell = SMALL.states["start"].choices
    other = choice("wait", "s0", why="Something new.")
    found = changed(SMALL, with_start(replace(ask, why="A better reason."), other))
    assert found == [
        Change(How.REWORDED, ("states", "start", "choices", "ask", "why"), "A reason.", "A better reason."),
        Change(How.ADDED, ("states", "start", "choices", "wait"), "", "Wait"),
        Change(How.REMOVED, ("states", "start", "choices", "tell"), "Tell", ""),
    ]
    assert changed(SMALL, with_start(tell, ask)) == [
        Change(How.MOVED, ("states", "start", "choices"), "ask, tell", "tell, ask")
    ]


def test_points_and_conditions_are_told_whole() -> None:
    ask, tell = SMALL.states["start"].choices
    new = with_start(replace(ask, score=(("empathy", 2), ("clarity", -1)), when=when("patience", ">=", 2)), tell)
    place = ("states", "start", "choices", "ask")
    assert changed(SMALL, new) == [
        Change(How.CHANGED, (*place, "when"), "", "patience >= 2"),
        Change(How.CHANGED, (*place, "score"), "empathy: 1", "clarity: -1, empathy: 2"),
    ]


def test_a_renamed_state_is_one_change_wherever_it_is_named() -> None:
    states = {("first" if name == "start" else name): one for name, one in SMALL.states.items()}
    renamed = {name: replace(one, id=name) for name, one in states.items()}
    new = replace(SMALL, start="first", states=MappingProxyType(renamed), always=())
    assert changed(SMALL, new) == [Change(How.RENAMED, ("states", "first"), "start", "first")]
    assert difference(Form(SMALL, RUBRIC), Form(new, RUBRIC)).variants[0].witnesses == ()


def test_a_renamed_gauge_is_one_change_wherever_it_is_read() -> None:
    ask, tell = SMALL.states["start"].choices

    def form(gauge: str) -> Scenario:
        call = with_start(replace(ask, when=Not(when(gauge, "==", 0)), effect=moves(**{gauge: -1})), tell)
        return replace(call, gauges=(replace(PATIENCE, id=gauge),))

    assert changed(form("patience"), form("calm")) == [Change(How.RENAMED, ("gauges", "calm"), "patience", "calm")]


def test_which_of_two_alike_was_renamed_is_not_guessed() -> None:
    both = replace(SMALL, facts=(Fact("a", ("no", "yes")), Fact("b", ("no", "yes"))))
    one = replace(SMALL, facts=(Fact("c", ("no", "yes")),))
    assert sorted(change.how for change in changed(both, one)) == [How.ADDED, How.REMOVED, How.REMOVED]


def test_a_choice_that_moved_to_another_state_is_one_change() -> None:
    ask, tell = SMALL.states["start"].choices
    states = dict(with_start(ask).states)
    states["s0"] = replace(
        states["s0"], choices=(*states["s0"].choices, replace(tell, why="Another one.", routes=(Route("s1"),)))
    )
    new = replace(SMALL, states=MappingProxyType(states))
    place = ("states", "s0", "choices", "tell")
    assert changed(SMALL, new) == [
        Change(How.MOVED, place, "start", "s0"),
        Change(How.CHANGED, (*place, "goto"), "s0", "s1"),
        Change(How.REWORDED, (*place, "why"), "Another.", "Another one."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("ab", "axb", [(How.ADDED, 1, "", "x")]),
        ("abc", "ac", [(How.REMOVED, 1, "b", "")]),
        ("abc", "bca", [(How.MOVED, 2, "1", "3")]),
        ("a", "", [(How.REMOVED, 0, "a", "")]),
    ],
)
def test_lines_that_come_go_and_move_are_told(before: str, after: str, told: list[tuple[Any, ...]]) -> None:
    ask, tell = SMALL.states["start"].choices

    def form(words: str) -> Scenario:
        return with_start(replace(ask, reply=tuple(Line(word * 5, KNOWN) for word in words)), tell)

    old, new = (replace(form(words), facts=(Fact("known", ("no", "yes")),)) for words in (before, after))
    place = ("states", "start", "choices", "ask", "reply")
    expected = [
        Change(how, (*place, number), was * 5 if was.isalpha() else was, now * 5 if now.isalpha() else now)
        for how, number, was, now in told
    ]
    assert changed(old, new) == expected


def test_a_line_with_other_words_is_the_same_line() -> None:
    old, new = (with_start(*SMALL.states["start"].choices, says=(Line(words),)) for words in ("One.", "Two."))
    assert changed(old, new) == [Change(How.REWORDED, ("states", "start", "says", 0, "say"), "One.", "Two.")]
    assert difference(Form(old, RUBRIC), Form(new, RUBRIC)).variants == ()


def test_another_rubric_is_another_call() -> None:
    found = difference(Form(SMALL, RUBRIC), Form(SMALL, rubric(60, empathy=20, clarity=10)))
    assert [change.place for change in found.rubric] == [("pass_mark",), ("criteria", "clarity", "weight")]
    assert not found.same


def test_effects_written_out_stand_under_their_own_keys() -> None:
    tree = written(scenario(state("a", choice("x", "done", effect=Effect((("f", "yes"),), (("g", 1),))))))
    assert "'set': 'f: yes', 'change': 'g: 1'" in str(tree)
