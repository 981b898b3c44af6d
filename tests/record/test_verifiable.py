"""The order in which `verify` looks at sessions: call by call, so that each call is explored once."""

from __future__ import annotations

from simulator.record import Record
from tests.record.sample import RUBRIC, SCENARIO, minute, started


def test_sessions_are_looked_at_call_by_call(any_record: Record) -> None:
    for number in range(1, 7):
        text = SCENARIO if number % 2 else SCENARIO + "# another form of it\n"
        any_record.start(started(number, scenario_text=text), text, RUBRIC, at=minute(number))
    numbers = [int(any_record.started(session).seed) for session in any_record.verifiable()]
    assert sorted((numbers[:3], numbers[3:])) == [[1, 3, 5], [2, 4, 6]]
