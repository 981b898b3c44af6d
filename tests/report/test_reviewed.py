"""The reviewed score stands beside the machine's: what the latest correction or sign-off came to."""

from __future__ import annotations

from scoring.review import Correction
from simulator.library import Library
from simulator.record import Record
from simulator.report.export_rows import Source, rows
from simulator.report.reviewed import reviewed_results
from simulator.report.trainee_page import page
from simulator.report.xapi import OURS, session_statements
from simulator.session.review_writing import correct, note, sign
from tests.memory import CACHE
from tests.report.html import Page
from tests.report.test_trainee_page import TODAY
from tests.report.trainees import BEST, POOR, gathered, take

TRAINER = "Mme Roche"


def test_a_note_is_no_score_and_a_correction_is(record: Record, library: Library) -> None:
    poor, best = take(record, library, *POOR, day=0), take(record, library, *BEST, day=1)
    note(record, poor, TRAINER, "Listen again.")
    sessions = list(record.sessions())
    assert reviewed_results(record, sessions) == {}
    correct(record, poor, TRAINER, Correction(1, "listening", 2), "It was said, only late.", cache=CACHE)
    (found,) = reviewed_results(record, sessions).items()
    assert found[0] == poor
    summary = record.summary(poor)
    assert summary is not None
    assert found[1].score > summary.score
    sign(record, best, TRAINER, cache=CACHE)
    assert reviewed_results(record, sessions)[best] == (100.0, True)


def test_both_scores_stand_in_every_export_and_report(record: Record, library: Library) -> None:
    poor = take(record, library, *POOR, day=0)
    correct(record, poor, TRAINER, Correction(1, "listening", 2), "It was said, only late.", cache=CACHE)
    source, sessions = Source(record, CACHE, names=True), list(record.sessions())
    reviewed = reviewed_results(record, sessions)[poor]
    (row,) = rows("sessions", source, sessions)
    assert (row["score"], row["reviewed_score"]) == (sessions[0].score, reviewed.score)
    (said,) = rows("reviews", source, sessions)
    assert (said["kind"], said["decision"], said["criterion"], said["points"]) == ("corrected", 1, "listening", 2)
    assert (said["by_name"], said["words"], said["score"]) == (TRAINER, "It was said, only late.", reviewed.score)
    (statement,) = session_statements(source, sessions, OURS)
    told = statement["context"]["extensions"]
    assert told[f"{OURS}extensions/reviewed_score"] == round(reviewed.score, 6)
    found = Page(page(gathered(record, library), TODAY))
    assert len([one for _tag, one in found.elements if one.get("class") == "reviewed"]) == 1
