"""Random events and envelopes, for properties."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from simulator.model.events import (
    Abandoned,
    BranchOf,
    Chose,
    Ended,
    Event,
    Hinted,
    LookedUp,
    Paused,
    Resumed,
    Started,
    Typed,
    Undone,
)
from simulator.model.mode import Mode
from simulator.record.envelope import Envelope
from simulator.record.fields import MAX_WHOLE, is_clean

words = st.text(max_size=40).filter(is_clean)
ids = st.uuids().map(str)
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
decisions = st.integers(1, MAX_WHOLE)
scores = st.floats(allow_nan=False, allow_infinity=False)
wordlists = st.lists(words, max_size=5).map(tuple)
times = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at - timedelta(microseconds=at.microsecond % 1000)
)

beginnings = st.builds(
    Started,
    session=ids,
    scenario=words,
    scenario_hash=hashes,
    rubric=words,
    rubric_hash=hashes,
    variant=words,
    mode=st.sampled_from(Mode),
    seed=st.integers(-(2**63), MAX_WHOLE),
    trainee=words,
    language=words,
    engine=words,
    time_factor=scores,
    silence=st.booleans(),
    branch_of=st.none() | st.builds(BranchOf, ids, decisions),
    say_first=st.booleans(),
)
happenings: st.SearchStrategy[Event] = st.one_of(
    st.builds(Chose, decisions, words, words, st.integers(0, MAX_WHOLE), wordlists),
    st.builds(Hinted, decisions, words),
    st.builds(LookedUp, decisions, words),
    st.builds(Typed, decisions, hashes),
    st.builds(Paused, decisions),
    st.builds(Resumed, decisions),
    st.builds(Undone, decisions),
)
closings: st.SearchStrategy[Event] = st.one_of(
    st.builds(Ended, words, words, scores, st.booleans(), wordlists, st.integers(0, MAX_WHOLE)),
    st.builds(Abandoned, decisions),
)


@st.composite
def envelopes(draw: st.DrawFn) -> Envelope:
    """Any event in its envelope."""
    session = draw(ids)
    event = draw(beginnings | happenings | closings)
    if isinstance(event, Started):
        session = event.session
    return Envelope(session, draw(st.integers(1, MAX_WHOLE)), draw(times), event)
