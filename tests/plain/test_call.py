"""A call line by line: what answers do, what helps, how it is left, resumed and ended."""

from __future__ import annotations

import re
from types import UnionType

import pytest

from simulator import words
from simulator.library import Loaded
from simulator.model.events import Chose, Hinted, LookedUp, Paused, Resumed, Undone
from simulator.model.mode import Mode
from simulator.model.scenario import SILENCE
from simulator.plain.console import InputEnded
from simulator.record import Record
from tests.plain.talk import take

PROMPT = "Your answer (number, ? for help):"


def events(record: Record, kind: type | UnionType) -> list[object]:
    """The events of that kind in the one session that is not over, or in the newest that is."""
    waiting = record.all_unfinished()
    session = waiting[0].session if waiting else next(iter(record.sessions())).session
    return [one.event for one in record.events(session) if isinstance(one.event, kind)]


def left(record: Record, loaded: Loaded, *lines: str, **wishes: object) -> str:
    """What is told of a call that is left with q."""
    said = take(record, loaded, *lines, "q", **wishes)  # type: ignore[arg-type]
    assert not said.over
    return said.text


def test_a_script_goes_from_the_briefing_to_the_debrief(record: Record, parcel: Loaded) -> None:
    said = take(record, parcel, "4", "2", "1")
    assert said.over
    assert said.lines[0] == "The parcel of Mo Reed"
    assert said.lines[-1].startswith("Code of this record: ")
    (summary,) = record.sessions()
    assert (summary.ending, summary.mode, summary.decisions) == ("helped", Mode.PRACTICE, 3)


@pytest.mark.parametrize(
    ("language", "law"), [("en", "Law as of 1 September 2026"), ("fr", "Règles de droit au 1er septembre 2026")]
)
def test_the_day_of_the_law_is_told_before_the_call_and_over_its_decisions(
    record: Record, parcel: Loaded, language: str, law: str
) -> None:
    words.use(language)
    said = take(record, parcel, "4", "2", "1")
    told = [line.replace("\u00a0", " ") for line in said.lines]
    first, second = [place for place, line in enumerate(told) if line == law]
    assert told[first - 1].startswith(("Articles you can open", "Articles à ouvrir"))
    assert told[second - 1] in ("Decision by decision", "Décision par décision")


def test_every_prompt_is_a_whole_line(record: Record, parcel: Loaded) -> None:
    said = take(record, parcel, "k", "", "4", "2", "1")
    prompts = [line for line in said.lines if PROMPT in line or "Article (" in line]
    assert prompts == [PROMPT, "Article (number, Enter for none):", *[PROMPT] * 3]


@pytest.mark.parametrize("answer", ["0", "5", "0011", "9" * 400, "x", "", "1.5", "-1", "\x1b[2J"])
def test_what_is_no_answer_changes_nothing(record: Record, parcel: Loaded, answer: str) -> None:
    told = left(record, parcel, answer)
    assert "is no answer here. Type a number from 1 to 4, or ? for help." in told
    assert events(record, Chose) == []


def test_the_time_taken_is_recorded_for_the_whole_decision(record: Record, parcel: Loaded) -> None:
    left(record, parcel, "2 s: ?", "3 s: k", "1.5 s: 1", "0.25 s: x", "4 s: 3", "1 s: 1")
    first, second = events(record, Chose)
    assert isinstance(first, Chose)
    assert isinstance(second, Chose)
    assert (first.choice, first.took_ms, second.took_ms) == ("ask", 10_750, 1_000)


def test_the_helping_letters_answer_nothing(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "?", "c", "k", "1", "r", "t", "h")
    assert "CRM card:\nParcel: of Monday" in told
    assert "A parcel is late after 3 days, Mo Reed knows." in told
    assert "There is no hint here." in told
    assert events(record, Chose) == []
    assert events(record, LookedUp) == [LookedUp(1, "delays")]


def test_help_names_what_can_be_done_now(record: Record, parcel: Loaded) -> None:
    first = left(record, parcel, "?", mode=Mode.GUIDED)
    assert "h gives a hint: first the skill that matters now, then an answer to avoid." in first
    assert "u takes your last answer back." not in first
    later = left(record, parcel, "3", "?", mode=Mode.PRACTICE, silence=True)
    assert "u takes your last answer back." in later
    assert ". says nothing on purpose" in later
    assert "h gives a hint" not in later


def test_an_answer_is_taken_back_and_given_again(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "u", "2", "u", "2", "u")
    assert told.count("Nothing can be taken back here.") == 1
    assert told.count("Your last answer is taken back.") == 2
    assert told.count("You: Parcels are late") == 2
    assert events(record, Undone) == [Undone(1), Undone(1)]


def test_nothing_is_taken_back_in_an_exam(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "3", "u", "h", mode=Mode.EXAM)
    assert "Nothing can be taken back here." in told
    assert "There is no hint here." in told
    assert "Patience" not in told
    assert len(events(record, Chose)) == 1


def test_guided_mode_says_at_once_what_an_answer_was_worth(record: Record, parcel: Loaded) -> None:
    lines = take(record, parcel, "h", "1", "1", "1", mode=Mode.GUIDED).lines
    assert "Hint: what matters now is Listening. Hearing." in lines
    said = lines.index("You: Your neighbour took it, at number 12.")
    assert lines[said + 2 : said + 5] == [
        "Feedback: critical error.",
        "Why: That is not for you to tell.",
        "Critical error: Told others. A secret.",
    ]
    assert events(record, Hinted)


def test_the_second_hint_names_the_answer_to_avoid(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "h", "h", "h", mode=Mode.GUIDED)
    assert told.count("Hint: what matters now is Listening. Hearing.") == 1
    assert told.count("Hint: avoid answer 1, “Your neighbour took it, at number 12.”.") == 2
    assert [event.hint for event in events(record, Hinted) if isinstance(event, Hinted)][:2] == [
        "listening",
        "avoid:tell-all",
    ]


def test_feedback_says_how_the_caller_took_it(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "2", mode=Mode.GUIDED)
    assert "Worth reading: Delays" in told
    assert "Reaction: Patience −2 (1 of 5)." in told
    assert "Mood: angry (before: wary)." in told


SAY = "What would you say? (Enter to see the choices, ? for help)"


def test_words_are_asked_for_before_the_choices_are_told(record: Record, parcel: Loaded) -> None:
    lines = left(record, parcel, "I am so sorry.", "3", "", say_first=True).splitlines()
    asked, offered = lines.index(SAY), lines.index("1. Your neighbour took it, at number 12.")
    assert asked < offered
    assert lines.count(SAY) == 2
    (waiting,) = record.all_unfinished()
    assert list(record.typed(waiting.session).values()) == ["I am so sorry.", ""]


def test_the_letters_help_before_the_words_too(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "?", "c", "k", "1", "t", "u", ".", "3", say_first=True)
    assert "Type what you would say, then Enter; with Enter alone you see the choices." in told
    assert "CRM card:\nParcel: of Monday" in told
    assert "Nothing can be taken back here." in told
    (waiting,) = record.all_unfinished()
    assert list(record.typed(waiting.session).values()) == ["."]
    assert events(record, LookedUp) == [LookedUp(1, "delays")]


def test_nobody_waits_for_words_that_are_written(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, *BEGUN, "60 s: Well…", "2 s: 3", person=True, say_first=True)
    assert "You have 18\u00a0s to answer." in told
    (chose,) = events(record, Chose)
    assert isinstance(chose, Chose)
    assert (chose.choice, chose.took_ms) == ("ask", 2_000)


def test_a_call_left_before_or_after_the_words_goes_on_there(record: Record, parcel: Loaded) -> None:
    left(record, parcel, say_first=True)
    before = left(record, parcel, "Well…", resume=True).splitlines()
    assert before.index(SAY) < before.index("1. Your neighbour took it, at number 12.")
    after = left(record, parcel, resume=True)
    assert SAY not in after
    assert "1. Your neighbour took it" in after


def test_a_pause_stops_the_clock_and_is_recorded(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, *BEGUN, "12 s: p", "600 s: ", "5 s: 3", person=True)
    assert "The call is paused. Press Enter to go on." in told
    assert "You have 6\u00a0s to answer." in told
    (chose,) = events(record, Chose)
    assert isinstance(chose, Chose)
    assert (chose.choice, chose.took_ms) == ("ask", 17_000)
    assert [type(event) for event in events(record, Paused | Resumed)][:2] == [Paused, Resumed]


def test_a_caller_who_hangs_up_is_told_before_the_end(record: Record, parcel: Loaded) -> None:
    lines = take(record, parcel, "2", "2", "1").lines
    hung_up = lines.index("The caller has hung up.")
    assert lines[hung_up + 1].startswith("The call is over.")
    assert "The caller has hung up." not in take(record, parcel, "4", "2", "1").lines


def test_practice_says_nothing_of_it_before_the_end(record: Record, parcel: Loaded) -> None:
    text = take(record, parcel, "1", "1", "1").text
    during = text[: text.index("Debrief:")]
    assert "Feedback" not in during
    assert "not for you to tell" not in during


def test_a_point_keeps_silent_where_silence_counts(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, ".", silence=True)
    assert "You say nothing.\nMo Reed: Hello?" in told
    (chose,) = events(record, Chose)
    assert isinstance(chose, Chose)
    assert chose.choice == SILENCE
    assert "Silence changes nothing here." in left(record, parcel, ".")


BEGUN = ("3", "")
"""A person who takes an exam: the mode, then Enter when the briefing was read."""


def silences(record: Record) -> list[int]:
    """The numbers of the decisions that were silences."""
    return [event.decision for event in events(record, Chose) if isinstance(event, Chose) and event.choice == SILENCE]


def test_an_answer_that_comes_too_late_is_a_silence(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, *BEGUN, "18.001 s: 3", "10 s: 4", person=True)
    assert "You have 18\u00a0s to answer." in told
    assert "Too late: the caller has been waiting.\nYou say nothing.\nMo Reed: Hello?" in told
    assert silences(record) == [1]
    assert len(events(record, Chose)) == 2


def test_no_letter_stops_the_clock(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, *BEGUN, "12 s: c", "3 s: k", "2 s: 1", "2 s: 3", person=True)
    assert "You have 6\u00a0s to answer." in told
    assert "You have 1\u00a0s to answer." in told
    assert silences(record) == [1]


def test_a_letter_that_comes_too_late_is_a_silence_too(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, *BEGUN, "19 s: c", person=True)
    assert "Too late" in told
    assert silences(record) == [1]


def test_the_clock_runs_slower_for_who_asked_for_it_and_not_at_all_without_one(record: Record, parcel: Loaded) -> None:
    left(record, parcel, *BEGUN, "35 s: 3", person=True, time_factor=2.0)
    assert silences(record) == []
    told = left(record, parcel, *BEGUN, "999 s: 3", person=True, time_factor=0.0, resume=False)
    assert "to answer" not in told.replace("Your answer", "")
    assert silences(record) == []


def test_nobody_watches_the_clock_of_a_script(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "999 s: 3", mode=Mode.EXAM)
    assert "You have" not in told
    assert silences(record) == []


def test_a_call_that_was_left_goes_on_where_it_stood(record: Record, parcel: Loaded) -> None:
    told = left(record, parcel, "3")
    assert "`rolecall play parcel --resume` goes on with it." in told
    assert events(record, Paused) == [Paused(2)]
    said = take(record, parcel, "3", "1", "1", resume=True)
    assert said.over
    assert said.lines[0] == "The call goes on."
    assert "The parcel of Mo Reed" not in said.lines[:3]
    assert "You: What was in the parcel of Monday?" in said.lines[:4]
    assert len(list(record.sessions())) == 1
    assert record.all_unfinished() == ()
    assert events(record, Resumed) == [Resumed(2)]


def test_a_person_is_asked_whether_to_go_on(record: Record, parcel: Loaded) -> None:
    left(record, parcel, "3")
    resumed = take(record, parcel, "perhaps", "O", "q", person=True)
    assert resumed.text.count("Go on with it? (y/n)") == 2
    assert "The call goes on." in resumed.text
    anew = take(record, parcel, "n", "1", "", "q", person=True)
    assert "Feedback" not in anew.text
    assert "The call goes on." not in anew.text
    assert len(record.all_unfinished()) == 2


def test_a_script_is_not_asked_and_starts_anew(record: Record, parcel: Loaded) -> None:
    left(record, parcel, "3")
    left(record, parcel, "3")
    assert len(record.all_unfinished()) == 2


def test_a_new_call_starts_where_there_is_none_to_go_on_with(record: Record, parcel: Loaded) -> None:
    assert take(record, parcel, "4", "2", "1", resume=True).lines[0].startswith("There is no call to go on with")


def test_where_the_input_ends_the_call_can_be_resumed(record: Record, parcel: Loaded) -> None:
    with pytest.raises(InputEnded) as ended:
        take(record, parcel, "3")
    assert "--resume" in words.say(ended.value.message)
    assert "parcel" in words.say(ended.value.message)
    assert events(record, Paused) == [Paused(2)]
    with pytest.raises(InputEnded):
        take(record, parcel, "k")
    assert take(record, parcel, "1", "1", "1", resume=True).over


def test_a_person_may_go_back_before_the_call(record: Record, parcel: Loaded) -> None:
    for lines in (["q"], ["1", "q"]):
        assert not take(record, parcel, *lines, person=True).over
    assert record.all_unfinished() == ()


def test_the_mode_is_asked_and_kept(record: Record, parcel: Loaded) -> None:
    take(record, parcel, "9", "3", "", "q", person=True)
    (waiting,) = record.all_unfinished()
    assert waiting.mode is Mode.EXAM


def test_the_variant_played_least_comes_next(record: Record, parcel: Loaded) -> None:
    played = [re.findall("of Monday|of Friday", left(record, parcel, variant=None))[0] for _ in range(4)]
    assert played == ["of Monday", "of Friday"] * 2


def test_one_seed_shows_the_same_order(record: Record, parcel: Loaded) -> None:
    assert left(record, parcel, seed=7) == left(record, parcel, seed=7)
    assert left(record, parcel, seed=7) != left(record, parcel, seed=8)


def test_a_call_is_talked_about_in_french(record: Record, parcel: Loaded) -> None:
    words.use("fr")
    said = take(record, parcel, "1", "1", "1")
    assert "Décision 1" in said.text
    assert "Your answer" not in said.text
    # The call itself stays in the language in which it was written.
    assert "Mo Reed" in said.text
    assert "Is that Ana? My parcel is late." in said.text
