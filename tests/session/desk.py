"""A desk to take calls at: a record in a file, a world that repeats itself, and calls to play."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

from scoring.rubric import Bilingual, Named, Rubric
from simulator.language import compile_rubric, compile_scenario
from simulator.library import Library, Loaded
from simulator.model.mode import Mode
from simulator.model.scenario import SILENCE
from simulator.model.source import SourceText, text_hash
from simulator.record import Record, new_session_id
from simulator.session import Call, World, open_call
from tests.library.little import CALLS, NONE, SCENARIO
from tests.memory import CACHE
from tests.strategies.scenarios import seeded
from tests.strategies.written import to_yaml

TRAINEE = "Ana"


@cache
def parcel() -> Loaded:
    """The small call of the library's tests."""
    return Library((), CACHE, NONE).load(CALLS / SCENARIO)


@cache
def shipped(scenario: str) -> Loaded:
    """A call that comes with RoleCall."""
    return Library((), CACHE).load(scenario)


def random_call(seed: int) -> Loaded:
    """A random scenario as if it had been loaded from files."""
    case = seeded(seed)
    scenario_text, rubric_text = to_yaml(case.scenario), rubric_to_yaml(case.rubric)
    rubric = compile_rubric(SourceText("rubric", rubric_text)).rubric
    assert rubric is not None
    scenario = compile_scenario(SourceText("scenario", scenario_text), lambda _: rubric).scenario
    assert scenario is not None
    assert scenario.text_hash == text_hash(scenario_text)
    return Loaded(scenario, rubric, scenario_text, rubric_text, CALLS / "random.yaml")


def rubric_to_yaml(rubric: Rubric) -> str:
    """The text of a rubric; JSON is YAML too."""

    def both(words: Bilingual) -> dict[str, str]:
        return {"fr": words.fr, "en": words.en}

    def named(known: tuple[Named, ...]) -> dict[str, object]:
        return {one.id: {"label": both(one.label), "about": both(one.about)} for one in known}

    document = {
        "rolecall": 1,
        "id": rubric.id,
        "title": both(rubric.title),
        "pass_mark": rubric.pass_mark,
        "bands": [{"from": band.start, "label": both(band.label)} for band in rubric.bands],
        "criteria": {
            c.id: {"label": both(c.label), "weight": c.weight, "about": both(c.about)} for c in rubric.criteria
        },
        "weights": {role: dict(weights) for role, weights in rubric.role_weights.items()},
        "critical": named(rubric.critical),
        "techniques": named(rubric.techniques),
    }
    return json.dumps(document)


def world(seed: int = 0) -> World:
    """A clock that moves a second each time one looks, dice and ids that are the same every time."""
    begin, ticks = datetime(2026, 11, 23, 9, 0, tzinfo=UTC), count()
    dice = random.Random(seed)

    def now() -> datetime:
        return begin + timedelta(seconds=next(ticks))

    def new_id() -> str:
        return new_session_id(begin + timedelta(seconds=seed), dice.randbytes(10))

    return World(now, dice.randrange, new_id)


def begin(record: Record, loaded: Loaded, mode: Mode = Mode.PRACTICE, *, seed: int = 1, **wishes: object) -> Call:
    """A call of the first variant, unless the wishes say otherwise."""
    chosen = {"variant": loaded.scenario.variants[0].id, **wishes}
    return open_call(record, loaded, TRAINEE, mode, seed=seed, world=world(seed), cache=CACHE, **chosen)  # type: ignore[arg-type]


def play(call: Call, *choices: str) -> Call:
    """Take `choices`, silences included, one after the other."""
    for choice in choices:
        if choice == SILENCE:
            call.keep_silent(1_000)
        else:
            call.choose(choice, 1_000)
    return call


def play_at_random(call: Call, dice: random.Random, before: Callable[[Call], Call] = lambda call: call) -> Call:
    """Play to the end; `before` each decision the call may be looked at, or replaced."""
    while not call.over:
        call = before(call)
        ways = [offered.id for offered in call.shown]
        if call.view.silence_after is not None:
            ways.append(SILENCE)
        play(call, dice.choice(ways))
    return call
