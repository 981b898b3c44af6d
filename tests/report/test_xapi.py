"""Statements for a learning record store: valid by the models of another project, the same each time, without names."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from ralph.models.xapi.base.statements import BaseXapiStatement  # type: ignore[import-untyped]

from simulator.library import Library
from simulator.record import Record, Summary
from simulator.report.export_rows import Source
from simulator.report.xapi import OURS, decision_statements, seconds_words, session_statements, statement_lines
from tests.memory import CACHE
from tests.report.trainees import BEST, NAME, POOR, take

HOME = "https://training.example/"
VERBS = "http://adlnet.gov/expapi/verbs/"


def told(record: Record, *, names: bool = False, decisions: bool = False, **changes: Any) -> list[dict[str, Any]]:
    """The statements of all sessions, the oldest first, each read back from its line and found valid."""
    sessions = [replace(one, **changes) for one in reversed(list(record.sessions()))]
    make = decision_statements if decisions else session_statements
    lines = statement_lines(make(Source(record, CACHE, names), sessions, HOME))
    found = [json.loads(line) for line in lines]
    for statement in found:
        BaseXapiStatement.model_validate(statement)
    return found


@pytest.fixture
def played(record: Record, library: Library) -> Record:
    """A record with a call that was failed and one that was passed."""
    take(record, library, *POOR, day=0)
    take(record, library, *BEST, day=7)
    return record


def test_a_call_was_failed_and_another_passed(played: Record) -> None:
    failed, passed = told(played)
    assert [one["verb"]["id"] for one in (failed, passed)] == [f"{VERBS}failed", f"{VERBS}passed"]
    assert passed["result"]["score"] == {"scaled": 1.0, "raw": 100.0, "min": 0, "max": 100}
    assert failed["result"]["score"]["raw"] == 0
    assert failed["context"]["extensions"][f"{OURS}extensions/critical"] == ["told-others"]
    assert {one["result"]["completion"] for one in (failed, passed)} == {True}
    assert {one["object"]["definition"]["type"] for one in (failed, passed)} == {
        "http://adlnet.gov/expapi/activities/simulation"
    }
    (newest, *_) = played.sessions()
    assert passed["context"]["registration"] == newest.session
    assert passed["context"]["extensions"][f"{OURS}extensions/code"] == played.code(newest.session)


def test_an_actor_is_an_account_without_a_name(played: Record) -> None:
    (person,) = played.people.find(NAME)
    for statement in (*told(played), *told(played, decisions=True)):
        assert statement["actor"] == {"objectType": "Agent", "account": {"homePage": HOME, "name": person.id}}
        assert "Ana" not in json.dumps(statement)
    assert {one["actor"]["name"] for one in told(played, names=True)} == {NAME}


def test_what_was_answered_is_told(played: Record) -> None:
    found = told(played, decisions=True)
    assert [one["result"]["response"] for one in found] == [*POOR, *BEST]
    assert {one["verb"]["id"] for one in found} == {f"{VERBS}answered"}
    assert [one["result"]["success"] for one in found[4:]] == [True] * 4
    assert not found[0]["result"]["success"]
    for one in found:
        assert one["result"]["response"] in [choice["id"] for choice in one["object"]["definition"]["choices"]]
        assert one["context"]["contextActivities"]["parent"][0]["id"] == f"{OURS}calls/parcel"


def test_sent_twice_a_statement_is_the_same(played: Record) -> None:
    assert told(played) == told(played)
    every = [one["id"] for one in (*told(played), *told(played, decisions=True))]
    assert len(set(every)) == len(every) == 10


@pytest.mark.parametrize(
    "changes",
    [
        {"scenario": "a b/../<é>\u202e?#%", "title": "\x9b\n"},
        {"language": "not a language", "role": "", "variant": ""},
        {"score": -250.0, "criteria": {}, "ending": ""},
        {"score": 1e9, "minutes": 0.0},
    ],
)
def test_whatever_a_session_says_its_statement_is_valid(played: Record, changes: dict[str, Any]) -> None:
    assert len(told(played, **changes)) == 2
    assert len(told(played, decisions=True, **changes)) == 8


@given(st.floats(0, 1e6))
def test_a_length_of_time_is_read_back(seconds: float) -> None:
    read = TypeAdapter(timedelta).validate_python(seconds_words(seconds))
    assert abs(read.total_seconds() - seconds) <= 0.006


def test_summaries_are_told_in_their_order(played: Record) -> None:
    newest_first: list[Summary] = list(played.sessions())
    made = session_statements(Source(played, CACHE, names=False), newest_first, HOME)
    assert [one["context"]["registration"] for one in made] == [one.session for one in newest_first]
