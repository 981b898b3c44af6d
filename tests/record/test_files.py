"""Sessions travel as files: the bytes are golden, a second import changes nothing, a doctored file gets nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.model.events import BranchOf, Hinted, Paused, Resumed
from simulator.model.mode import Mode
from simulator.model.reviews import Question
from simulator.record import AnchorKind, Reason, Record, RecordError, open_record
from tests.record.sample import (
    CRITERIA,
    TRAINEE,
    begin,
    chose,
    ended,
    finish,
    minute,
    play,
    session_id,
    started,
    wrong,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "record" / "sessions-2.jsonl"
FIRST = GOLDEN.with_name("sessions-1.jsonl")
"""A file as the first version wrote it."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Record]:
    """A second record, on another computer so to say."""
    with open_record(str(tmp_path / "elsewhere.db")) as opened:
        yield opened


def golden() -> list[bytes]:
    """The lines of the golden file."""
    return GOLDEN.read_bytes().splitlines(keepends=True)


def fill(record: Record) -> None:
    """One session of everything, a retry, an exam with a critical error, and a call that is not over."""
    trainee = record.people.id_for("Élodie Martin", at=minute(0), new_id=TRAINEE)
    first = begin(record, started(1, trainee=trainee), Hinted(1, "empathy-first"), Paused(1), Resumed(1), chose(1))
    record.append_typed(first, 2, "Je comprends.\nMerci.", at=minute(7), salt=b"0123456789abcdef")
    finish(record, first, ended(64.25, passed=False))
    said = "J’ai gardé mon calme.\nToujours."
    record.reflect(first, Question.WENT_WELL, said, at=minute(12), salt=b"fedcba9876543210", new_id=session_id(9))
    second = begin(record, started(2, trainee=trainee, branch_of=BranchOf(first, 1)), chose(1))
    record.abandon(second, 2, at=minute(5))
    play(record, 3, mode=Mode.EXAM, end=ended(-12.5, passed=False, critical=("third-party-disclosure",)))
    begin(record, started(4), chose(1))


def test_an_exported_file_is_the_same_byte_for_byte(any_record: Record) -> None:
    fill(any_record)
    assert b"".join(any_record.export()) == GOLDEN.read_bytes()


def test_the_golden_file_can_be_read(any_record: Record) -> None:
    report = any_record.import_(golden())
    assert report.added == tuple(session_id(number) for number in range(1, 5))
    assert wrong(any_record.verify()) == {}
    summary = any_record.summary(session_id(3))
    assert summary is not None
    assert (summary.score, summary.critical, summary.criteria) == (-12.5, ("third-party-disclosure",), CRITERIA)
    assert any_record.people.name(TRAINEE) == "Élodie Martin"
    (review,) = any_record.reviews(session_id(1))
    assert (review.at, review.by, review.words) == (minute(12), TRAINEE, "J’ai gardé mon calme.\nToujours.")
    waiting = any_record.unfinished(TRAINEE, "refused-debit")
    assert waiting is not None
    assert waiting.session == session_id(4)


def test_a_file_of_the_first_version_can_be_read(any_record: Record) -> None:
    report = any_record.import_(FIRST.read_bytes().splitlines(keepends=True))
    assert report.added == tuple(session_id(number) for number in range(1, 5))
    assert any_record.reviews(session_id(1)) == ()
    assert wrong(any_record.verify()) == {}


def test_importing_twice_changes_nothing(any_record: Record, elsewhere: Record) -> None:
    fill(elsewhere)
    lines = list(elsewhere.export())
    first = any_record.import_(lines)
    before = list(any_record.export())
    again = any_record.import_(lines)
    assert (again.added, again.extended, again.refused) == ((), (), ())
    assert again.known == first.added
    assert list(any_record.export()) == before == lines


def test_a_session_that_went_on_elsewhere_goes_on_here(any_record: Record, elsewhere: Record) -> None:
    session = begin(elsewhere, started(), chose(1))
    any_record.import_(elsewhere.export())
    elsewhere.append(session, chose(2))
    finish(elsewhere, session, ended())
    lines = list(elsewhere.export())
    assert any_record.import_(lines).extended == (session,)
    assert any_record.events(session) == elsewhere.events(session)
    assert any_record.summary(session) == elsewhere.summary(session)
    assert any_record.import_(lines).known == (session,)
    assert wrong(any_record.verify()) == {}


def test_an_older_file_does_not_take_back_what_happened(any_record: Record) -> None:
    session = begin(any_record, started(), chose(1))
    lines = list(any_record.export())
    any_record.append(session, chose(2))
    assert any_record.import_(lines).known == (session,)
    assert len(any_record.events(session)) == 3


def test_a_file_that_tells_it_otherwise_is_refused(any_record: Record, elsewhere: Record) -> None:
    begin(any_record, started(), chose(1))
    begin(elsewhere, started(), chose(2))
    report = any_record.import_(elsewhere.export())
    assert [message.text for message in report.refused] == [
        "The file tells the session {session} otherwise than it is recorded here."
    ]
    assert any_record.events(session_id(1))[1].event == chose(1)


def test_names_stay_at_home_when_asked(any_record: Record) -> None:
    fill(any_record)
    kinds = {json.loads(line)["line"] for line in any_record.export(people=False)}
    assert kinds == {"header", "text", "event", "summary", "review"}


def test_chosen_sessions_come_in_order_and_are_anchored(any_record: Record) -> None:
    fill(any_record)
    lines = [json.loads(line) for line in any_record.export([session_id(3), session_id(1)])]
    begun = [line["event"]["session"] for line in lines if line["line"] == "event" and line["event"]["number"] == 1]
    assert begun == [session_id(1), session_id(3)]
    assert [a.kind for a in any_record.anchors(session_id(1))] == [AnchorKind.EXPORTED]
    assert any_record.anchors(session_id(2)) == ()


def test_an_imported_session_is_anchored(any_record: Record) -> None:
    any_record.import_(golden())
    (anchor,) = any_record.anchors(session_id(3))
    assert (anchor.kind, anchor.hash) == (AnchorKind.IMPORTED, any_record.events(session_id(3))[-1].hash)


def test_what_was_erased_does_not_come_back(any_record: Record) -> None:
    any_record.import_(golden())
    any_record.people.erase(TRAINEE)
    any_record.purge(minute(100), everything=True)
    any_record.import_(golden())
    assert any_record.people.name(TRAINEE) == ""


def test_what_was_erased_does_not_come_back_with_a_session_that_went_on(any_record: Record, elsewhere: Record) -> None:
    session = begin(elsewhere, started(trainee=elsewhere.people.id_for("Marie")))
    any_record.import_(elsewhere.export())
    any_record.people.erase("Marie")
    elsewhere.append_typed(session, 1, "Je comprends.")
    assert any_record.import_(elsewhere.export()).extended == (session,)
    assert any_record.typed(session) == {}
    assert any_record.people.find("Marie") == ()
    assert wrong(any_record.verify()) == {}


def test_what_was_deleted_does_not_come_back(any_record: Record) -> None:
    session = begin(any_record, started(), chose(1))
    lines = list(any_record.people.export(TRAINEE))
    any_record.delete(session)
    report = any_record.import_(lines)
    assert "deleted here" in report.refused[0].text
    assert report.added == ()


@pytest.mark.parametrize("head", [b"", b"{}", b"\x00\x01", b"[]", b'{"line":"header","format":"x","version":1}'])
def test_another_file_is_refused_as_a_whole(record: Record, head: bytes) -> None:
    with pytest.raises(RecordError, match="not a file of sessions") as refused:
        record.import_([head])
    assert refused.value.reason is Reason.INVALID


def test_an_empty_file_is_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="not a file of sessions"):
        record.import_([])


def test_a_newer_file_is_refused(record: Record) -> None:
    with pytest.raises(RecordError, match="newer RoleCall") as refused:
        record.import_([b'{"line":"header","format":"rolecall-sessions","version":3,"also":1}'])
    assert refused.value.reason is Reason.NEWER


def test_a_newer_event_is_refused_by_its_line(record: Record) -> None:
    lines = golden()
    place = next(i for i, line in enumerate(lines) if b'"line":"event"' in line)
    lines[place] = lines[place].replace(b'"event":{"version":1', b'"event":{"version":2')
    report = record.import_(lines)
    assert session_id(1) not in report.added
    assert len(report.added) == 3
    assert report.refused[0].values["line"] == place + 1


def doctored(name: str, change: Callable[[list[dict[str, object]]], None]) -> object:
    """A case for the test below."""
    return pytest.param(change, id=name)


def _events(lines: list[dict[str, object]], session: int) -> list[dict[str, object]]:
    return [line for line in lines if line["line"] == "event" and line["event"]["session"] == session_id(session)]  # type: ignore[index]


def _better_score(lines: list[dict[str, object]]) -> None:
    _events(lines, 1)[-1]["event"]["event"]["score"] = 100.0  # type: ignore[index]


def _without_third(lines: list[dict[str, object]]) -> None:
    lines.remove(_events(lines, 1)[2])


def _without_first(lines: list[dict[str, object]]) -> None:
    lines.remove(_events(lines, 1)[0])


def _swapped(lines: list[dict[str, object]]) -> None:
    one, other = (lines.index(line) for line in _events(lines, 1)[1:3])
    lines[one], lines[other] = lines[other], lines[one]


def _without_summary(lines: list[dict[str, object]]) -> None:
    lines.remove(next(line for line in lines if line["line"] == "summary" and line["session"] == session_id(1)))


def _without_texts(lines: list[dict[str, object]]) -> None:
    lines[:] = [line for line in lines if line["line"] != "text"]


def _other_text(lines: list[dict[str, object]]) -> None:
    next(line for line in lines if line["line"] == "text")["body"] = "rolecall: 1\n"


def _no_such_kind(lines: list[dict[str, object]]) -> None:
    _events(lines, 1)[1]["event"]["event"]["kind"] = "danced"  # type: ignore[index]


@pytest.mark.parametrize(
    "change",
    [
        doctored("a better score", _better_score),
        doctored("an event is missing", _without_third),
        doctored("the beginning is missing", _without_first),
        doctored("two events changed places", _swapped),
        doctored("the summary is missing", _without_summary),
        doctored("the texts are missing", _without_texts),
        doctored("a text is another", _other_text),
        doctored("an unknown kind", _no_such_kind),
    ],
)
def test_a_doctored_session_is_refused(record: Record, change: Callable[[list[dict[str, object]]], None]) -> None:
    lines = [json.loads(line) for line in GOLDEN.read_bytes().splitlines()]
    change(lines)
    report = record.import_(json.dumps(line, ensure_ascii=False).encode() for line in lines)
    assert session_id(1) not in report.added
    assert report.refused
    with pytest.raises(RecordError):
        record.events(session_id(1))
    assert wrong(record.verify()) == {}


def test_other_words_than_were_typed_are_left_out(record: Record) -> None:
    lines = GOLDEN.read_bytes().replace(b"Je comprends", b"Je m'en moque")
    assert record.import_(lines.splitlines()).refused == ()
    assert record.typed(session_id(1)) == {}
    assert wrong(record.verify()) == {}


def test_lines_of_no_session_are_named(record: Record) -> None:
    head, *_ = golden()
    stray = b'{"line":"summary","session":"' + session_id(1).encode() + b'","title":"a","role":"b","criteria":{}}'
    report = record.import_([head, b"", stray, b"{}", b'{"line":"dance"}', b"x" * 9_000_000])
    assert [message.values["line"] for message in report.refused] == [3, 4, 5, 6]


@settings(max_examples=150)
@given(st.data())
def test_no_damaged_file_does_harm(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    raw = bytearray(GOLDEN.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    with open_record(str(tmp_path_factory.mktemp("damaged") / "a.db")) as record:
        with suppress(RecordError):
            record.import_(bytes(raw).splitlines(keepends=True))
        assert wrong(record.verify()) == {}
