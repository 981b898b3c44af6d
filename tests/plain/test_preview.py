"""A call while it is written, line by line: what is told of its file and of the call, and what may be typed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from simulator import words
from simulator.plain.console import Console
from simulator.plain.preview import PlainPreview
from tests.library.little import put
from tests.plain.talk import Typed, console

SLIP = {"goto: solve\n        why": "goto: slove\n        why"}
PROMPT = "Your command (a number, ? for help):"


def preview(path: Path, *lines: str) -> tuple[list[str], bool]:
    """What is told to somebody who types `lines`, and whether there was a call in the end."""
    talk, told = console(*lines)
    there = PlainPreview(talk, path, "Ana").run()
    return told.getvalue().replace("\u00a0", " ").splitlines(), there


def after(path: Path, *lines: str) -> list[str]:
    """What is told after the last of `lines`."""
    told, _there = preview(path, *lines)
    places = [place for place, line in enumerate(told) if line == PROMPT]
    return [line for line in told[places[-2] + 1 : places[-1]] if line]


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """The small call in a file."""
    return put(tmp_path)


def test_a_good_file_is_a_call_with_the_cost_of_every_choice(call: Path) -> None:
    told, there = preview(call)
    assert there
    assert told == [
        "Nothing is wrong with this file.",
        "",
        "Mo Reed, wary: Is that Ana? My parcel is late.",
        "",
        "State: hello",
        "Variant: gift",
        "Patience: 3 of 5",
        "Facts: need is unknown and reason is birthday",
        "1. What was in the parcel of Monday? (ask: best)",
        "2. Parcels are late, that is how it is. (hurry: could be better, costs 14 points)",
        "3. Your neighbour took it, at number 12. (tell-all: critical error, costs 95 points)",
        "4. Let me find it. (on: very costly, costs 68 points)",
        PROMPT,
    ]


def test_an_answer_is_told_with_its_worth_and_what_it_brings(call: Path) -> None:
    assert after(call, "2") == [
        "You: Parcels are late, that is how it is.",
        "Feedback: could be better, costs 14 points.",
        "Why: You wave it away.",
        "Mo Reed, angry: Excuse me?",
        "State: hello",
        "Variant: gift",
        "Patience: 1 of 5",
        "Facts: need is unknown and reason is birthday",
        "Spent: hello/hurry",
        "1. What was in the parcel of Monday? (ask: best)",
        "2. Your neighbour took it, at number 12. (tell-all: critical error, costs 95 points)",
        "3. Let me find it. (on: very costly, costs 68 points)",
    ]


def test_the_end_of_a_call_is_told(call: Path) -> None:
    told = after(call, "4", "1", "1")
    assert told[0] == "You (CRM entry): What happened"
    assert "The call is over. Mo Reed is helped." in told
    assert "Ending: helped (success)" in told
    assert "1 " not in told[-1]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("state solve", "State: solve"),
        ("état solve", "State: solve"),
        ("STATE solve", "State: solve"),
        ("state gone", "Ending: gone (failure)"),
        ("state", "States: hello, solve and note"),
        ("state nowhere", "There is no state and no ending `nowhere`."),
        ("set patience 5", "Patience: 5 of 5"),
        ("set patience  2", "Patience: 2 of 5"),
        ("fixer need known", "Facts: need is known and reason is birthday"),
        ("set", "reason: birthday or medicine"),
        ("set patience 6", "The gauge `patience` goes from 0 to 5; `6` is none of these."),
        ("set patience", "The gauge `patience` goes from 0 to 5; `` is none of these."),
        ("set trust 1", "There is no gauge and no fact `trust`."),
        (".", "You say nothing."),
        ("undo", "There is nothing to undo."),
        ("restart", "Mo Reed, wary: Is that Ana? My parcel is late."),
        ("variant illness", "Variant: illness"),
        ("variante illness", "Variant: illness"),
        ("variant", "Variants: gift and illness"),
        ("variant x", "This call has no variant x. There are: gift and illness."),
        ("reload", "The file is as it was."),
        ("explain W401", "W401 – A choice does not say why it is good or bad"),
        ("explain w401", "Why it matters for trainees"),
        ("explain ../x", "There is no code “../x”."),
        ("?", "quit leaves; nothing is recorded."),
        ("5", "“5” is no command here. Type the number of an answer, or ? for help."),
        ("\x1b[2Jx", "“�[2Jx” is no command here. Type the number of an answer, or ? for help."),
        ("", "State: hello"),
    ],
)
def test_what_may_be_typed(call: Path, typed: str, told: str) -> None:
    assert told in after(call, typed)


def test_undoing_goes_back_over_jumps(call: Path) -> None:
    assert "Patience: 1 of 5" in after(call, "2", "state solve", "undo")
    assert "Patience: 3 of 5" in after(call, "2", "state solve", "undo", "undo")


def test_what_is_set_is_heard_at_once(tmp_path: Path) -> None:
    line = '- mood: wary\n        say: "Is that {agent}? My parcel is late."'
    path = put(tmp_path, **{line: f'- when: patience < 2\n        say: "Enough!"\n      {line}'})
    assert "Mo Reed: Enough!" in after(path, "set patience 1")


def test_where_no_call_comes_by_there_is_a_cost_too(call: Path) -> None:
    told = after(call, "set patience 0", "state solve")
    assert "Patience: 0 of 5" in told
    assert any("refund: best" in line for line in told)


def test_enter_repeats_where_the_call_stands(call: Path) -> None:
    told = after(call, "2", "")
    assert told[0] == "Mo Reed, angry: Excuse me?"
    assert told[1:] == after(call, "2")[4:]


def test_slips_are_told_with_their_line(tmp_path: Path) -> None:
    path = put(tmp_path, **SLIP)
    told, there = preview(path, "1", "state solve", "set", "variant", "undo", ".", "?")
    assert not there
    assert told[0] == "error[E301]: There is no state and no ending `slove`."
    assert any(line.endswith(" |         goto: slove") for line in told)
    assert "1 error, 0 warnings." in told
    assert told.count("There is no call to show yet.") == 7


class Saving(Typed):
    """Somebody who saves the file before each command."""

    def __init__(self, path: Path, *saves: tuple[str, str]) -> None:
        super().__init__([typed for _text, typed in saves], person=False)
        self._path = path
        self._texts = [text for text, _typed in saves]

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """The next line, when what belongs before it is saved."""
        if self._texts:
            self._path.write_text(self._texts.pop(0), "utf-8")
        return super().readline(size)


def test_a_file_that_is_saved_is_read_again_and_the_call_stays(call: Path) -> None:
    good = call.read_text("utf-8")
    bad, reworded = good.replace("goto: solve", "goto: slove"), good.replace("Excuse me?", "I beg your pardon?")
    saves = [(good, "2"), (bad, "reload"), (bad, "1"), (reworded, "reload"), (good.replace("hello", "hi"), "reload")]
    told = io.StringIO()
    assert PlainPreview(Console(Saving(call, *saves), told), call, "Ana").run()
    _begun, _answered, slip, old, mended, gone, _end = told.getvalue().split(PROMPT)
    assert "error[E301]" in slip
    assert "Old: this is the call as it last was; the file cannot be played now." in slip
    assert "You: What was in the parcel of Monday?" in old
    assert "Mo Reed, angry: I beg your pardon?" in mended
    assert "Spent: hello/ask and hello/hurry" in mended
    assert "`hello` is gone; the call begins again." in gone


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    told, there = preview(tmp_path / "none.yaml", "reload")
    assert not there
    assert told[0] == f"There is no file {tmp_path / 'none.yaml'}."
    assert "Type reload as soon as it can be read." in told
    (tmp_path / "picture.yaml").write_bytes(b"\x89PNG\0\0")
    told, there = preview(tmp_path / "picture.yaml")
    assert (told[0], there) == ("error[E101]: This file is not text in UTF-8.", False)


def test_nothing_of_a_file_is_obeyed(tmp_path: Path) -> None:
    path = put(tmp_path, **{"My parcel is late.": "\\e[2J\\u202e{agent}", "Excuse me?": "[bold]x[/]"})
    told, _there = preview(path, "2", "", "explain \x1b[2J", "state \u202e", "set \x07 \x07", "\x1b")
    assert not set("\x1b\u202e\x07") & set("\n".join(told))


def test_everything_is_said_in_french(call: Path) -> None:
    words.use("fr")
    told, _there = preview(
        call, "2", "?", "état", "fixer", "variante", "relire", "expliquer W401", "annuler", "quitter"
    )
    text = "\n".join(told)
    for sentence in (
        "Rien à redire sur ce fichier.", "État : hello", "Faits : need vaut unknown et reason vaut birthday",
        "(hurry : peut mieux faire, coûte 14 points)", "Votre réponse : peut mieux faire, coûte 14 points.",
        "États : hello, solve et note", "patience : de 0 à 5", "Le fichier n'a pas changé.",
        "W401 – Un choix ne dit pas ce qu'il vaut",
    ):  # fmt: skip
        assert sentence in text
    assert "recommencer pour reprendre l'appel au début." in text
