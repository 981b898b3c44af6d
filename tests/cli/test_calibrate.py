"""`rolecall calibrate`: reviewers mark the same calls blind, then see how far they agree."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from simulator.cli.comma import rows_as_csv
from simulator.cli.exits import Exit
from tests.cli.running import Commands, Ran
from tests.cli.test_sessions import play

CRITERIA = ["listening", "care", "calm"]


@pytest.fixture
def exams(rolecall: Commands, parcel: Path) -> list[str]:
    """Three exams that Ana took."""
    return [play(rolecall, parcel, "--mode", "exam") for _ in range(3)]


@pytest.fixture
def march(rolecall: Commands, exams: list[str]) -> list[str]:
    """The exams, put before reviewers as "March"."""
    assert rolecall("calibrate", "new", "March", *exams, "--trainee", "Paul").status == Exit.SUCCESS
    return exams


def mark(rolecall: Commands, name: str, *calls: str) -> Ran:
    """Mark calls, each by the marks in a word: `135`; more than marks may be typed between blanks."""
    typed = "".join(line + "\n" for call in calls for line in (*call, "y"))
    return rolecall("calibrate", "mark", "March", "--trainee", name, stdin=typed)


def test_a_calibration_is_made_marked_and_read(rolecall: Commands, march: list[str]) -> None:
    for name, marks in (("Paul", ("135", "355", "111")), ("Lise", ("135", "155", "222"))):
        ran = mark(rolecall, name, *marks)
        assert ran.status == Exit.SUCCESS
        assert ran.out.endswith(
            'You have marked everything. See how far you agree with: rolecall calibrate report "March"\n'
        )
    told = rolecall("calibrate", "report", "march", "--trainee", "Paul").out
    assert told.startswith("“March”: 3 calls, marked by Lise (3) and Paul (3).\n")
    assert "Criterion  Calls  Within one level  Kappa\nListening      3  67%" in told
    assert f"Listening in “The parcel of Mo Reed” ({march[1][-8:]}): Lise 1 and Paul 3. The machine's score: " in told
    assert "  Decision 1 (" in told


@pytest.mark.usefixtures("march")
def test_nothing_of_a_score_is_shown_before_all_is_marked(rolecall: Commands) -> None:
    machine = rolecall("sessions", "list", "--format", "json").json[0]
    assert machine["score"] < 70
    told = mark(rolecall, "Paul", "135", "355", "111").out
    assert "Mo Reed, wary: Is that Ana? My parcel is late.\nYou: " in told
    assert "1: No\n2: between 1 and 3\n3: A little\n4: between 3 and 5\n5: Yes\n" in told
    assert "Your marks: Listening 1, Care 3 and Calm 5.\n" in told
    for word in ("point", "lost", "score:", "mistake", "blunder", "not passed"):
        assert word not in told


@pytest.mark.usefixtures("march")
def test_the_report_waits_for_ones_own_marks(rolecall: Commands) -> None:
    mark(rolecall, "Lise", "135", "155", "222")
    ran = mark(rolecall, "Paul", "135")
    assert ran.status == Exit.PROBLEM
    assert "The input ended." in ran.err
    for name, left in (("Paul", 2), ("Nobody", 3)):
        ran = rolecall("calibrate", "report", "March", "--trainee", name, "--format", "json")
        assert (ran.status, ran.out) == (Exit.PROBLEM, "")
        assert f"{left} of 3 are left" in ran.err
    assert rolecall("calibrate", "list", "--format", "json", "--trainee", "Paul").json == [
        {**rolecall("calibrate", "list", "--format", "json").json[0], "reviewers": 2, "done": 1, "marked": 1}
    ]
    assert mark(rolecall, "Paul", "355", "111").status == Exit.SUCCESS
    assert rolecall("calibrate", "report", "March", "--trainee", "Paul").status == Exit.SUCCESS


@pytest.mark.usefixtures("march")
def test_a_slip_is_mended_before_it_is_kept(rolecall: Commands) -> None:
    typed = "9\nt\n1\n3\n5\nwhat\nn\n2\n-\n5\ny\nq\n"
    told = rolecall("calibrate", "mark", "March", "--trainee", "Paul", stdin=typed).out
    assert "“9” is no mark. Type a number from 1 to 5, -, t or q." in told
    assert told.count("Is that Ana?") == 3
    assert "Your marks: Listening 2, Care - and Calm 5." in told
    assert "Stopped. The calls that you have marked are kept" in told
    assert rolecall("calibrate", "list", "--format", "json", "--trainee", "Paul").json[0]["marked"] == 1


def test_programs_read_all_of_it(rolecall: Commands, march: list[str]) -> None:
    for name, marks in (
        ("Paul", ("13-", "355", "111")),
        ("Lise", ("135", "155", "222")),
        ("Zoe", ("234", "445", "211")),
    ):
        mark(rolecall, name, *marks)
    found = rolecall("calibrate", "report", "March", "--format", "json", "--trainee", "Zoe").json
    assert [one["name"] for one in found["reviewers"]] == ["Lise", "Paul", "Zoe"]
    assert [call["session"] for call in found["calls"]] == march
    assert found["calls"][0]["marks"] == {"listening": [1, 1, 2], "care": [3, 3, 3], "calm": [5, None, 4]}
    assert [one["criterion"] for one in found["criteria"]] == CRITERIA
    assert found["criteria"][0]["kappa"] is None
    assert found["criteria"][0]["alpha"]["low"] is None
    assert [(one["session"], one["criterion"]) for one in found["disputes"]] == [(march[1], "listening")]
    told = rolecall("calibrate", "report", "March", "--format", "csv", "--trainee", "Zoe").out
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [row["criterion"] for row in rows] == CRITERIA
    assert float(rows[0]["alpha"]) == found["criteria"][0]["alpha"]["value"]


@pytest.mark.usefixtures("march")
def test_plain_mode_says_it_in_sentences(rolecall: Commands) -> None:
    mark(rolecall, "Paul", "135", "335", "115")
    mark(rolecall, "Lise", "135", "335", "115")
    told = rolecall("calibrate", "report", "March", "--plain", "--trainee", "Lise").out
    assert "Listening, 3 calls: 100% of the pairs of marks within one level; kappa 1, 1 with linear weights.\n" in told
    assert "Calm, 3 calls: 100% of the pairs of marks within one level; kappa -, - with linear weights.\n" in told
    assert "Nothing is in dispute" in told
    assert "With fewer than 5 calls there is no interval." in told


@pytest.mark.usefixtures("march")
def test_it_is_said_in_french(rolecall: Commands) -> None:
    mark(rolecall, "Paul", "135", "355", "111")
    told = rolecall("--language", "fr", "calibrate", "report", "March", "--trainee", "Paul").out
    assert "« March » : 3 appels, notes de Paul (3)." in told
    assert "Critère  Appels  À un niveau près  Alpha" in told


def test_what_cannot_be_marked_is_refused_in_a_sentence(rolecall: Commands, exams: list[str], parcel: Path) -> None:
    private = play(rolecall, parcel)
    ran = rolecall("calibrate", "new", "March", private)
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "practice that was not shared" in ran.err
    ran = rolecall("calibrate", "mark", "April")
    assert ran.status == Exit.USAGE
    assert "There is no calibration “April”." in ran.err
    rolecall("calibrate", "new", "March", *exams)
    ran = rolecall("calibrate", "mark", "March")
    assert (ran.status, ran.out) == (Exit.PROBLEM, "")
    assert "a call of yours" in ran.err
    assert "already" in rolecall("calibrate", "new", "March", *exams).err


def test_where_there_is_none_that_is_said(rolecall: Commands, exams: list[str]) -> None:
    ran = rolecall("calibrate", "list")
    assert (ran.status, ran.out) == (Exit.SUCCESS, "")
    assert "There is no calibration yet." in ran.err
    rolecall("calibrate", "new", "March", *exams)
    heads, row = rolecall("calibrate", "list").out.splitlines()
    assert heads.split("  ")[0] == "Name"
    assert row.startswith("March")
    assert row.endswith("0 of 3")


def test_no_text_of_a_table_becomes_a_formula() -> None:
    told = rows_as_csv([{"name": "=1+1", "value": -0.5, "none": None}, {"name": " @a,\x1b", "value": 1, "none": ""}])
    assert told == "name,value,none\n'=1+1,-0.5,\n\"' @a,�\",1,\n"
    assert rows_as_csv([]) == ""


@pytest.mark.usefixtures("march")
def test_a_calibration_is_passed_around_as_a_file(rolecall: Commands, tmp_path: Path) -> None:
    mark(rolecall, "Paul", "135", "355", "111")
    file, elsewhere = tmp_path / "march.jsonl", ("--database", tmp_path / "elsewhere.db")
    ran = rolecall("calibrate", "export", "march", "-o", file, "--trainee", "Lise")
    assert (ran.status, ran.out, ran.err) == (Exit.SUCCESS, "", f"Written to {file}.\n")
    assert b'"line":"marking"' not in file.read_bytes()
    rolecall("calibrate", "export", "march", "-o", file, "--trainee", "Paul")
    told = rolecall("calibrate", "import", file, *elsewhere)
    assert (told.status, told.err) == (Exit.SUCCESS, "")
    assert told.out == f"{file}: 1 calibration added, 3 new calls, marks of 3 calls.\n"
    assert rolecall("calibrate", "import", file, *elsewhere).out == (
        f"{file}: 0 calibrations added, 0 new calls, marks of 0 calls.\n"
    )
    sessions_alone = rolecall("sessions", "import", file, "--database", tmp_path / "sessions.db")
    assert (sessions_alone.status, sessions_alone.out) == (
        Exit.SUCCESS,
        f"{file}: 3 sessions added, 0 known already.\n",
    )
    assert sessions_alone.err == (
        f"{file} has a calibration in it, too: “rolecall calibrate import” takes it in with its marks.\n"
    )
    hidden = rolecall("calibrate", "report", "March", "--trainee", "Lise", *elsewhere)
    assert (hidden.status, hidden.out) == (Exit.PROBLEM, "")
    assert rolecall("calibrate", "report", "March", "--trainee", "Paul", *elsewhere).status == Exit.SUCCESS
    file.write_bytes(file.read_bytes().replace(b'"listening":1', b'"listening":5'))
    ran = rolecall("calibrate", "import", file, "--database", tmp_path / "third.db")
    assert ran.status == Exit.PROBLEM
    assert "Marks of the calibration “March” in the file were changed" in ran.err
    assert "Traceback" not in ran.err
