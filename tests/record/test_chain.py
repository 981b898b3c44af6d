"""The chain by itself: links, codes for people, ids."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.model.source import text_hash
from simulator.record import new_session_id, same_code, short_code
from simulator.record.chain import GENESIS, link, words_digest

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
hashes = st.binary(min_size=32, max_size=32)


def head(bodies: list[bytes]) -> bytes:
    """The hash of the last of some events."""
    found = GENESIS
    for body in bodies:
        found = link(found, body)
    return found


@given(st.lists(st.binary(), min_size=1, max_size=6), st.data())
def test_the_head_depends_on_every_byte(bodies: list[bytes], data: st.DataObject) -> None:
    event = data.draw(st.integers(0, len(bodies) - 1))
    assume(bodies[event])
    changed = bytearray(bodies[event])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    assert head([*bodies[:event], bytes(changed), *bodies[event + 1 :]]) != head(bodies)


@given(st.lists(st.binary(), min_size=2, max_size=6, unique=True))
def test_the_head_depends_on_order_and_number(bodies: list[bytes]) -> None:
    assert head(bodies[:-1]) != head(bodies)
    assert head([bodies[1], bodies[0], *bodies[2:]]) != head(bodies)


def test_a_hash_is_what_the_documentation_says() -> None:
    first = hashlib.sha256(bytes(32) + b"one").digest()
    assert head([b"one", b"two"]) == hashlib.sha256(first + b"two").digest()
    assert words_digest(b"salt", "é") == hashlib.sha256("salté".encode()).hexdigest()


@given(hashes)
def test_a_code_is_for_people(digest: bytes) -> None:
    code = short_code(digest)
    assert len(code) == 9
    assert code[4] == "-"
    assert not set(code) & set("ILOU")
    assert short_code(digest.hex()) == code


@given(hashes, hashes)
def test_a_code_stands_for_its_hash_however_it_is_copied(digest: bytes, other: bytes) -> None:
    code = short_code(digest)
    for written in (code, code.lower(), code.replace("-", " "), f" {code} ", code.replace("0", "o").replace("1", "l")):
        assert same_code(written, digest)
    assert same_code(digest.hex().upper(), digest)
    assume(digest[:5] != other[:5])
    assert not same_code(code, other)
    assert not same_code(digest.hex(), other)


@given(st.text(max_size=12))
def test_no_text_is_trouble_as_a_code(written: str) -> None:
    assert same_code(written, bytes(32)) in (True, False)


def test_a_text_has_one_hash_whatever_its_line_ends() -> None:
    assert text_hash("a\r\nb\rc\n") == text_hash("a\nb\nc\n") == hashlib.sha256(b"a\nb\nc\n").hexdigest()


@given(st.integers(0, 2**43), st.binary(min_size=10, max_size=10))
def test_a_session_id_is_a_uuid_of_version_7(millis: int, random: bytes) -> None:
    made = UUID(new_session_id(EPOCH + timedelta(milliseconds=millis), random))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == millis


def test_session_ids_sort_by_time_and_differ() -> None:
    moments = [datetime(2026, 3, day, tzinfo=UTC) for day in range(1, 20)]
    made = [new_session_id(moment) for moment in moments]
    assert made == sorted(made)
    assert new_session_id(moments[0]) != new_session_id(moments[0])
