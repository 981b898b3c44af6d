"""Names and free texts can be erased, and nothing of them stays; the sessions hold."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from simulator.record import Erased, Reason, Record, RecordError, open_record
from tests.record.sample import RUBRIC, SCENARIO, TRAINEE, begin, bytes_on_disk, chose, minute, play, started, wrong

SAID = "Je comprends, monsieur Vandermeulen."


def test_a_name_has_one_id(any_record: Record) -> None:
    marie = any_record.people.id_for("Marie  Dupont ", at=minute(0))
    assert any_record.people.id_for("marie dupont") == marie
    assert any_record.people.id_for("Marie Dupond") != marie
    assert any_record.people.name(marie) == "Marie Dupont"
    assert any_record.people.name("nobody") == ""
    (person,) = any_record.people.find("MARIE DUPONT")
    assert (person.id, person.since, person.erased) == (marie, minute(0), False)
    assert any_record.people.find(marie) == (person,)
    assert any_record.people.find("Nobody") == any_record.people.find("\x00") == ()


def test_two_windows_give_a_new_name_one_id(any_url: str) -> None:
    with open_record(any_url) as one, open_record(any_url) as other:
        found: list[str] = []
        barrier = threading.Barrier(2)

        def ask(record: Record) -> None:
            barrier.wait()
            found.extend(record.people.id_for(f"agent {number}") for number in range(20))

        threads = [threading.Thread(target=ask, args=(record,)) for record in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 40
        assert len(set(found)) == 20


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[2J", "a\u202eb", "x" * 201])
def test_not_everything_is_a_name(record: Record, name: str) -> None:
    with pytest.raises(RecordError) as refused:
        record.people.id_for(name)
    assert refused.value.reason is Reason.INVALID


def test_people_are_listed_by_name_and_strangers_last(any_record: Record) -> None:
    play(any_record, 1)
    for name in ("Zoé", "anne", "Élodie"):
        any_record.people.id_for(name)
    assert [person.name for person in any_record.people.list()] == ["anne", "Zoé", "Élodie", ""]
    assert any_record.people.list()[-1].id == TRAINEE


def test_what_was_typed_is_kept_apart(any_record: Record) -> None:
    session = begin(any_record, started())
    number = any_record.append_typed(session, 1, SAID)
    any_record.append(session, chose(1))
    any_record.append_typed(session, 2, "mot\x00\ud800\nmot")
    assert any_record.typed(session) == {number: SAID, 4: "mot\ufffd\ufffd\nmot"}
    assert SAID not in str(any_record.events(session))
    assert wrong(any_record.verify()) == {}


def test_the_same_words_do_not_have_the_same_digest(record: Record) -> None:
    session = begin(record, started())
    record.append_typed(session, 1, SAID)
    record.append_typed(session, 2, SAID)
    first, second = (found.event for found in record.events(session)[1:])
    assert first.digest != second.digest  # type: ignore[union-attr]


def test_far_too_many_words_are_refused(record: Record) -> None:
    session = begin(record, started())
    with pytest.raises(RecordError, match="20001 characters, and at most 20000"):
        record.append_typed(session, 1, "x" * 20_001)
    assert len(record.events(session)) == 1


def test_erasing_a_person_takes_names_and_words_and_keeps_sessions(any_record: Record) -> None:
    marie = any_record.people.id_for("Marie Dupont")
    paul = any_record.people.id_for("Paul")
    session = begin(any_record, started(1, trainee=marie), chose(1))
    other = begin(any_record, started(2, trainee=paul))
    for one in (session, other):
        any_record.append_typed(one, 2, SAID)
    assert any_record.people.erase("marie dupont") == Erased(people=1, texts=1)
    assert any_record.people.name(marie) == ""
    assert any_record.people.find("Marie Dupont") == ()
    assert any_record.people.find(marie)[0].erased
    assert any_record.typed(session) == {}
    assert list(any_record.typed(other).values()) == [SAID]
    assert [event.number for event in any_record.events(session)] == [1, 2, 3]
    assert any_record.people.id_for("Marie Dupont") != marie
    assert wrong(any_record.verify()) == {}


def test_a_stranger_can_be_erased_by_id(any_record: Record) -> None:
    session = begin(any_record, started())
    any_record.append_typed(session, 1, SAID)
    assert any_record.people.erase(TRAINEE) == Erased(people=1, texts=1)
    assert any_record.people.erase(TRAINEE) == Erased(people=1, texts=0)
    assert any_record.people.list()[0].erased


def test_no_byte_of_what_was_erased_stays_in_the_file(record: Record, file: Path) -> None:
    name = "Marie-Antoinette Vandermeulen"
    marie = record.people.id_for(name)
    session = begin(record, started(1, trainee=marie))
    record.append_typed(session, 1, SAID * 400)
    before = bytes_on_disk(file)
    assert name.encode() in before
    assert SAID.encode() in before
    record.people.erase(name)
    after = bytes_on_disk(file)
    assert name.encode() not in after
    assert name.casefold().encode() not in after
    assert b"Vandermeulen" not in after


def test_nobody_and_several_are_said(any_record: Record) -> None:
    with pytest.raises(RecordError, match="Nobody is called “Marie” here") as refused:
        any_record.people.erase("Marie")
    assert refused.value.reason is Reason.MISSING


def test_of_several_one_must_be_chosen_by_id(any_record: Record, tmp_path: Path) -> None:
    here = any_record.people.id_for("Marie")
    with open_record(str(tmp_path / "elsewhere.db")) as elsewhere:
        there = elsewhere.people.id_for("Marie")
        play(elsewhere, trainee=there)
        any_record.import_(elsewhere.export())
    with pytest.raises(RecordError, match="Several people are called “Marie”") as refused:
        any_record.people.erase("Marie")
    assert refused.value.reason is Reason.REFUSED
    assert here in str(refused.value)
    assert there in str(refused.value)
    any_record.people.erase(there)
    assert [person.id for person in any_record.people.find("Marie")] == [here]


def test_a_person_gets_all_that_is_kept_about_them(any_record: Record) -> None:
    marie = any_record.people.id_for("Marie")
    paul = any_record.people.id_for("Paul")
    mine = begin(any_record, started(1, trainee=marie))
    any_record.append_typed(mine, 1, SAID)
    begin(any_record, started(2, trainee=paul))
    lines = [json.loads(line) for line in any_record.people.export("marie")]
    assert [line["line"] for line in lines] == ["header", "person", "text", "text", "event", "event", "typed"]
    assert lines[1] == {"line": "person", "id": marie, "name": "Marie"}
    assert {line["body"] for line in lines if line["line"] == "text"} == {SCENARIO, RUBRIC}
    assert lines[-1]["words"] == SAID
    assert any_record.anchors(mine) == ()
    any_record.delete(mine)


def test_a_person_without_sessions_gets_their_name(any_record: Record) -> None:
    any_record.people.id_for("Marie")
    assert [json.loads(line)["line"] for line in any_record.people.export("Marie")] == ["header", "person"]
